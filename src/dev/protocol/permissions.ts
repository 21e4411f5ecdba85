import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who may ask the server. */
export interface AuthSettings {
  /** What a `Host` header may say, letter by letter: names with the port. */
  readonly hosts: () => readonly string[];
  /** Lets whoever has it do all that there is to do. */
  readonly token: string;
  /** Lets whoever has it see the decks and lead them, and nothing else. */
  readonly controlToken: string;
  /** Whether other machines reach the server: then nobody gets anything without one of the tokens. */
  readonly isOpen: boolean;
  /** Holds the token of those who have shown one. */
  readonly cookie: string;
}

/** What somebody may do: to write goes with all of it. */
export type Permission = 'write' | 'control';

/** What a request is refused with. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/** Whether a request is let in: it must name this server, and on an open one show a token. */
export function checkRequest(request: IncomingMessage, auth: AuthSettings): Refusal | undefined {
  const names = headersNamed(request, 'host');
  // A name that leads here but is not ours is how other sites get behind the browser's back.
  if (names.length !== 1 || !auth.hosts().includes(names[0] ?? '')) {
    return { status: 421, reason: 'this server is not known by that name' };
  }
  if (permissionOf(request, auth) === undefined) {
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

/** What a token gives its holder a permission to; nothing where it is none of this server's. */
export function permissionOfToken(token: unknown, auth: AuthSettings): Permission | undefined {
  if (isSame(token, auth.token)) return 'write';
  return isSame(token, auth.controlToken) ? 'control' : undefined;
}

/** What the sender of a request may do: on this machine all, from others what the tokens say that they have shown. */
export function permissionOf(request: IncomingMessage, auth: AuthSettings): Permission | undefined {
  if (!auth.isOpen) return 'write';
  const permissions = [...heldTokens(request, auth), tokenInQuery(request)].map((token) =>
    permissionOfToken(token, auth),
  );
  return (
    permissions.find((permission) => permission === 'write') ??
    permissions.find((permission) => permission === 'control')
  );
}

/** The cookie for whoever has shown a token in an address, so that they need not do so in the next one. */
export function cookieFor(request: IncomingMessage, auth: AuthSettings): string | undefined {
  const token = tokenInQuery(request);
  const isKnown = permissionOfToken(token, auth) !== undefined;
  // Who may write goes on doing so, whatever address is opened next.
  if (!auth.isOpen || !isKnown || permissionOfToken(token, auth) !== permissionOf(request, auth))
    return undefined;
  return `${auth.cookie}=${token}; HttpOnly; SameSite=Strict; Path=/`;
}

/** Compares in a time that tells nothing. */
function isSame(text: unknown, secret: string): boolean {
  if (typeof text !== 'string') return false;
  const [given, wanted] = [text, secret].map((t) => createHash('sha256').update(t).digest());
  return given !== undefined && wanted !== undefined && timingSafeEqual(given, wanted);
}

/** The token as it stands in an address: `/talk/?token=…`. */
function tokenInQuery(request: IncomingMessage): string | undefined {
  return /\?token=([\w-]+)$/.exec(request.url ?? '')?.[1];
}

function heldTokens(request: IncomingMessage, { cookie }: AuthSettings): readonly string[] {
  const cookies = (request.headers.cookie ?? '').split(/; */);
  const prefix = `${cookie}=`;
  return cookies.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));
}

/** Node keeps the first of several; what is in front of us may have looked at another. */
function headersNamed({ rawHeaders }: IncomingMessage, name: string): readonly string[] {
  return rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === name);
}
