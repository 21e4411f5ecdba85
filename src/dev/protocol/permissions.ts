import type { IncomingMessage } from 'node:http';
import { type Area, type Areas, isSame } from './areas.ts';

/** Decides which requests the server accepts. */
export interface AuthSettings {
  /** The exact values allowed in a `Host` header: names with the port. */
  readonly hosts: () => readonly string[];
  readonly areas: Areas;
  /** The name of the cookies that hold the tokens. */
  readonly cookie: string;
}

/** The response to a rejected request. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/** Prevents DNS rebinding: another site could resolve its own name to this server. */
export function checkHost(request: IncomingMessage, auth: AuthSettings): Refusal | undefined {
  const names = headersNamed(request, 'host');
  const isOwn = names.length === 1 && auth.hosts().includes(names[0] ?? '');
  return isOwn ? undefined : { status: 421, reason: 'unknown host name' };
}

/** Rejects requests without the token of an area. Other users of this machine have none. */
export function checkToken(
  request: IncomingMessage,
  area: Area | undefined,
  auth: AuthSettings,
): Refusal | undefined {
  if (area && tokensIn(request, area, auth).some((token) => isSame(token, area.token)))
    return undefined;
  return {
    status: 401,
    reason: 'open the address that lectern dev printed, including its token',
  };
}

/** Rejects requests that do not come from a page of this server, by their `Origin` header. */
export function checkOrigin(request: IncomingMessage): Refusal | undefined {
  return isFromOrigin(request, `http://${request.headers.host}`)
    ? undefined
    : { status: 403, reason: 'only pages of this server can do that' };
}

/**
 * Rejects connections that do not come from a page of an area. A page with a deck's own scripts has an opaque
 * origin and no cookies: its token is in the address.
 */
export function checkPage(
  request: IncomingMessage,
  area: Area | undefined,
  auth: AuthSettings,
): Refusal | undefined {
  if (area?.deck === undefined) return checkToken(request, area, auth) ?? checkOrigin(request);
  const isPage = isFromOrigin(request, 'null') && isSame(tokenInQuery(request), area.token);
  return isPage ? undefined : { status: 403, reason: 'only pages of this server can do that' };
}

/** The cookie that stores the token of the URL, so that further URLs do not need it. */
export function cookieFor(
  request: IncomingMessage,
  area: Area,
  auth: AuthSettings,
): string | undefined {
  return isSame(tokenInQuery(request), area.token) ? cookieOf(area, auth) : undefined;
}

/** The cookie of an area. `Lax`: a page with a deck's own scripts is reloaded from an opaque origin. */
export function cookieOf({ base, token, deck }: Area, { cookie }: AuthSettings): string {
  const sameSite = deck === undefined ? 'Strict' : 'Lax';
  return `${cookie}=${token}; HttpOnly; SameSite=${sameSite}; Path=${base}/`;
}

/** The token in a URL: `/talk/?token=…`. */
export function tokenInQuery(request: IncomingMessage): string | undefined {
  return /\?token=([\w-]+)$/.exec(request.url ?? '')?.[1];
}

/** A page with a deck's own scripts must not have the token in its address. */
function tokensIn(
  request: IncomingMessage,
  { deck }: Area,
  { cookie }: AuthSettings,
): readonly (string | undefined)[] {
  const held = cookiesNamed(request, cookie);
  return deck === undefined ? [...held, tokenInQuery(request)] : held;
}

function cookiesNamed(request: IncomingMessage, name: string): readonly string[] {
  const cookies = (request.headers.cookie ?? '').split(/; */);
  const prefix = `${name}=`;
  return cookies.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));
}

function isFromOrigin(request: IncomingMessage, wanted: string): boolean {
  const [origin, ...others] = headersNamed(request, 'origin');
  return origin === wanted && others.length === 0;
}

/** All values of a header. Node keeps only the first; a proxy may have checked another one. */
function headersNamed({ rawHeaders }: IncomingMessage, name: string): readonly string[] {
  return rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === name);
}
