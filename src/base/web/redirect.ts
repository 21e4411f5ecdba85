import type { Answer } from './request.ts';

export const maxRedirects = 10;

const permanent: readonly number[] = [301, 308];
const temporary: readonly number[] = [302, 303, 307];

export function isRedirect({ status }: Answer): boolean {
  return permanent.includes(status) || temporary.includes(status);
}

export function isPermanentRedirect({ status }: Answer): boolean {
  return permanent.includes(status);
}

/** Where a redirect leads; `undefined` if that is not on the web. @param from the address that was asked */
export function redirectTarget({ location }: Answer, from: URL): URL | undefined {
  if (location === undefined || !URL.canParse(location, from)) return undefined;
  const url = new URL(location, from);
  url.hash = '';
  return /^https?:$/.test(url.protocol) ? url : undefined;
}

/** A deck must not make this machine talk to other services than the web. */
export function isWebPort({ port }: URL): boolean {
  return port === '' || Number(port) === 80 || Number(port) === 443 || Number(port) >= 1024;
}
