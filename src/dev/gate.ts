import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who may ask the server. */
export interface Gate {
  /** What a `Host` header may say, letter by letter: names with the port. */
  readonly hosts: () => readonly string[];
  readonly token: string;
  /** Whether other machines reach the server: then nobody gets anything without the token. */
  readonly isOpen: boolean;
  /** Holds the token of those who have shown it. */
  readonly cookie: string;
}

/** What a request is refused with. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/** Whether a request is let in: it must name this server, and on an open one show the token. */
export function checkRequest(request: IncomingMessage, gate: Gate): Refusal | undefined {
  const names = headersNamed(request, 'host');
  // A name that leads here but is not ours is how other sites get behind the browser's back.
  if (names.length !== 1 || !gate.hosts().includes(names[0] ?? '')) {
    return { status: 421, reason: 'this server is not known by that name' };
  }
  if (gate.isOpen && !showsToken(request, gate)) {
    return { status: 401, reason: 'open the address that lectern dev has printed, with its token' };
  }
  return undefined;
}

/** Whether a request comes from a page of this server. Browsers say so themselves. */
export function checkOrigin(request: IncomingMessage): Refusal | undefined {
  const [origin, ...others] = headersNamed(request, 'origin');
  const own = `http://${request.headers.host}`;
  if (origin === own && others.length === 0) return undefined;
  return { status: 403, reason: 'only pages of this server may do that' };
}

/** Compares in a time that tells nothing. */
export function isToken(text: unknown, gate: Gate): boolean {
  if (typeof text !== 'string') return false;
  const [given, wanted] = [text, gate.token].map((t) => createHash('sha256').update(t).digest());
  return given !== undefined && wanted !== undefined && timingSafeEqual(given, wanted);
}

/** The token as it stands in an address: `/talk/?token=…`. */
export function tokenInQuery(request: IncomingMessage): string | undefined {
  return /\?token=([\w-]+)$/.exec(request.url ?? '')?.[1];
}

function showsToken(request: IncomingMessage, gate: Gate): boolean {
  const cookies = (request.headers.cookie ?? '').split(/; */);
  const prefix = `${gate.cookie}=`;
  const held = cookies.filter((cookie) => cookie.startsWith(prefix));
  const shown = [...held.map((cookie) => cookie.slice(prefix.length)), tokenInQuery(request)];
  return shown.some((text) => isToken(text, gate));
}

/** Node keeps the first of several; what is in front of us may have looked at another. */
function headersNamed({ rawHeaders }: IncomingMessage, name: string): readonly string[] {
  return rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === name);
}
