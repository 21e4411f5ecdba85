import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Decides which requests the server accepts. */
export interface AuthSettings {
  /** The exact values allowed in a `Host` header: names with the port. */
  readonly hosts: () => readonly string[];
  /** Grants all permissions. */
  readonly token: string;
  /** Grants permission to view and control the decks only. */
  readonly controlToken: string;
  /** The name of the deck that a token shows with its own scripts, and nothing else. */
  readonly deckShownBy: (token: string) => string | undefined;
  /** The name of the cookie that holds the token. */
  readonly cookie: string;
}

/** 128 random bits. */
export function createToken(): string {
  return randomBytes(16).toString('base64url');
}

/** `write` includes `control`. */
export type Permission = 'write' | 'control';

/** The response to a rejected request. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/** Rejects requests with a wrong `Host` header or without a valid token. */
export function checkRequest(request: IncomingMessage, auth: AuthSettings): Refusal | undefined {
  if (!isOwnHost(request, auth)) return { status: 421, reason: 'unknown host name' };
  if (permissionOf(request, auth) === undefined) {
    return {
      status: 401,
      reason: 'open the address that lectern dev printed, including its token',
    };
  }
  return undefined;
}

/** Prevents DNS rebinding: another site could resolve its own name to this server. */
function isOwnHost(request: IncomingMessage, auth: AuthSettings): boolean {
  const names = headersNamed(request, 'host');
  return names.length === 1 && auth.hosts().includes(names[0] ?? '');
}

/** Rejects requests that do not come from a page of this server, by their `Origin` header. */
export function checkOrigin(request: IncomingMessage): Refusal | undefined {
  const [origin, ...others] = headersNamed(request, 'origin');
  const own = `http://${request.headers.host}`;
  if (origin === own && others.length === 0) return undefined;
  return { status: 403, reason: 'only pages of this server can do that' };
}

/** The permission of a token; `undefined` if this server did not issue it. */
export function permissionOfToken(token: unknown, auth: AuthSettings): Permission | undefined {
  if (isSame(token, auth.token)) return 'write';
  return isSame(token, auth.controlToken) ? 'control' : undefined;
}

/** The permission of a request: that of its tokens. Other users of this machine have none. */
export function permissionOf(request: IncomingMessage, auth: AuthSettings): Permission | undefined {
  const permissions = [...heldTokens(request, auth), tokenInQuery(request)].map((token) =>
    permissionOfToken(token, auth),
  );
  return (
    permissions.find((permission) => permission === 'write') ??
    permissions.find((permission) => permission === 'control')
  );
}

/** The cookie that stores the token of the URL, so that further URLs do not need it. */
export function cookieFor(request: IncomingMessage, auth: AuthSettings): string | undefined {
  const token = tokenInQuery(request);
  const isKnown = permissionOfToken(token, auth) !== undefined;
  // A control token in a later URL does not replace a cookie with write permission.
  if (!isKnown || permissionOfToken(token, auth) !== permissionOf(request, auth)) return undefined;
  return `${auth.cookie}=${token}; HttpOnly; SameSite=Strict; Path=/`;
}

/**
 * The deck that a page with the deck's own scripts may connect to. Such a page has an opaque origin, and
 * no cookies: its token is in the address.
 */
export function deckOfScriptPage(request: IncomingMessage, auth: AuthSettings): string | undefined {
  const [origin, ...others] = headersNamed(request, 'origin');
  const token = tokenInQuery(request);
  if (origin !== 'null' || others.length > 0 || token === undefined) return undefined;
  return isOwnHost(request, auth) ? auth.deckShownBy(token) : undefined;
}

/** The deck whose page with its own scripts was opened before, by the cookie of that page. */
export function deckInCookie(request: IncomingMessage, auth: AuthSettings): string | undefined {
  if (!isOwnHost(request, auth)) return undefined;
  const cookie = scriptCookie(auth);
  return cookiesNamed(request, cookie)
    .map((token) => auth.deckShownBy(token))
    .find((deck) => deck !== undefined);
}

/**
 * The cookie of a page with the deck's own scripts, which is reloaded from an opaque origin: `Lax`, and
 * good only for this page.
 *
 * @param path of the page
 */
export function cookieForScripts(path: string, token: string, auth: AuthSettings): string {
  return `${scriptCookie(auth)}=${token}; HttpOnly; SameSite=Lax; Path=${path}`;
}

function scriptCookie({ cookie }: AuthSettings): string {
  return `${cookie}-scripts`;
}

/** Compares in constant time. */
export function isSame(text: unknown, secret: string): boolean {
  if (typeof text !== 'string') return false;
  const [given, wanted] = [text, secret].map((t) => createHash('sha256').update(t).digest());
  return given !== undefined && wanted !== undefined && timingSafeEqual(given, wanted);
}

/** The token in a URL: `/talk/?token=…`. */
export function tokenInQuery(request: IncomingMessage): string | undefined {
  return /\?token=([\w-]+)$/.exec(request.url ?? '')?.[1];
}

function heldTokens(request: IncomingMessage, { cookie }: AuthSettings): readonly string[] {
  return cookiesNamed(request, cookie);
}

function cookiesNamed(request: IncomingMessage, name: string): readonly string[] {
  const cookies = (request.headers.cookie ?? '').split(/; */);
  const prefix = `${name}=`;
  return cookies.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));
}

/** All values of a header. Node keeps only the first; a proxy may have checked another one. */
function headersNamed({ rawHeaders }: IncomingMessage, name: string): readonly string[] {
  return rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === name);
}
