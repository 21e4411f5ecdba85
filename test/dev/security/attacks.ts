import { baseOf, cookieOf } from '../session.ts';
import { body, names, own } from './upload-parts.ts';

/** Requests that must give nothing, each as the bytes of its first lines. `HOST` stands for the server's own name. */
export interface Attack {
  readonly name: string;
  readonly request: string;
}

/** Files that are there, and that an attacker would want. */
const targets = [
  'talk.md',
  'secret.txt',
  'package.json',
  '.git/config',
  '.env',
  'slides/talk.md',
  'etc/passwd',
  'node_modules/ws/package.json',
];

/** Ways to write "one folder up" that some server has fallen for. */
const climbs = [
  '../',
  '..%2f',
  '..%5c',
  '..\\',
  '%2e%2e/',
  '%2e%2e%2f',
  '.%2e/',
  '%2e./',
  '..;/',
  '....//',
  '..././',
  '%252e%252e/',
  '%252e%252e%252f',
  '%c0%ae%c0%ae/',
  '%c0%ae%c0%ae%c0%af',
  '..%c0%af',
  '%uff0e%uff0e/',
  '．．/',
  '..%00/',
  '.. /',
  '..%20/',
];

const prefixes = ['/', '/talk/'];

/** Ways that lead out of the web, by the names of Windows, of Vite, of proxies. */
const oddPaths = [
  'C:/Windows/win.ini',
  'C:%5cWindows%5cwin.ini',
  'c%3a/Windows/win.ini',
  'talk.md::$DATA',
  'talk.md%3a%3a$DATA',
  'CON',
  'AUX/',
  'NUL.md',
  'COM1',
  'LPT1.txt',
  'TALK~1.MD',
  '//server/share/secret.txt',
  '%5c%5cserver%5cshare',
  '\\\\?\\C:\\secret.txt',
  '@fs/etc/passwd',
  '@fs/etc/passwd?raw??',
  '@fs/etc/passwd?import&raw',
  '@id/__x00__secret.txt',
  '@vite/client',
  '__open-in-editor?file=secret.txt',
  'talk.md?raw',
  'talk.md?import&raw??',
  'talk.md%00.html',
  'talk.md%20',
  'talk.md.',
  'talk.md/',
  'talk.md/.',
  'talk/.',
  'talk/./',
  'talk/../talk/',
  'talk//',
  '/talk/',
  'talk',
  'TALK/',
  'Talk/',
  'talk%2f',
  'talk%2F',
  'talk%252f',
  'talk/picture/',
  'talk/remote/',
  'talk/remote/..',
  'talk/remote%00',
  'talk//remote',
  'talk/Remote',
  'remote',
  'talk/picture/..',
  'talk/%70icture%00',
  'index.html',
  'live',
  'live/',
  'favicon.ico',
  '.well-known/security.txt',
  '.',
  './',
  '%2e',
  '%2e/',
  '%',
  '%zz',
  '%e0%a4%a',
  '%ff%fe',
  '#/talk/',
  'talk/#',
  'linked/secret.txt',
  'linked',
  'slides/',
  'slides',
];

export const badHosts = [
  'evil.example',
  'evil.example:PORT',
  'localhost',
  '127.0.0.1',
  '127.0.0.1:1',
  'localhost:PORT.evil.example',
  'localhost.evil.example:PORT',
  '127.0.0.1.nip.io:PORT',
  '127.1:PORT',
  '0.0.0.0:PORT',
  '0:PORT',
  '2130706433:PORT',
  '0x7f000001:PORT',
  '[::1]:PORT',
  '[::ffff:127.0.0.1]:PORT',
  'LOCALHOST:PORT',
  'localhost.:PORT',
  'localhost:0PORT',
  'localhost:PORT:PORT',
  'localhost:PORT/',
  'localhost:PORT#',
  'localhost:PORT@evil.example',
  'evil.example@localhost:PORT',
  'user@127.0.0.1:PORT',
  '127.0.0.1:PORT, evil.example',
  '127.0.0.1:PORT evil.example',
  'http://127.0.0.1:PORT',
  '',
];

export const methods = [
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'MKCOL',
  'COPY',
  'MOVE',
  'LOCK',
  'REPORT',
  'PURGE',
  'SEARCH',
];

const brokenRequests = [
  'GET / HTTP/1.1\r\n\r\n',
  'GET / HTTP/1.0\r\n\r\n',
  'GET /\r\n\r\n',
  'GET / HTTP/9.9\r\nHost: HOST\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: HOST\r\nHost: HOST\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: evil.example\r\nHost: HOST\r\n\r\n',
  'GET / HTTP/1.1\r\nHost : HOST\r\n\r\n',
  'GET / HTTP/1.1\r\n Host: HOST\r\n\r\n',
  'GET / HTTP/1.1\r\nHost:\r\n HOST\r\n\r\n',
  'GET / HTTP/1.1\r\nX-Forwarded-Host: HOST\r\nHost: evil.example\r\n\r\n',
  'GET / HTTP/1.1\r\nForwarded: host=HOST\r\nHost: evil.example\r\n\r\n',
  'GET http://evil.example/ HTTP/1.1\r\nHost: HOST\r\n\r\n',
  'GET http://HOST/ HTTP/1.1\r\nHost: HOST\r\n\r\n',
  'GET http://HOST/talk/ HTTP/1.1\r\nHost: evil.example\r\n\r\n',
  'GET file:///etc/passwd HTTP/1.1\r\nHost: HOST\r\n\r\n',
  'GET * HTTP/1.1\r\nHost: HOST\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: HOST\r\n\r\n',
  'GET talk/ HTTP/1.1\r\nHost: HOST\r\n\r\n',
  'GET /talk/ HTTP/1.1\rHost: HOST\r\r',
  'GET / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n',
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: HOST\r\n\r\n`,
  `GET / HTTP/1.1\r\nHost: HOST\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
  `GET /${'../'.repeat(3000)}etc/passwd HTTP/1.1\r\nHost: HOST\r\n\r\n`,
  '\0\0\0\0\0\0\0\0\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'helo evil.example\r\n\r\n',
];

const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n';
const key = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';

export const badOrigins = [
  'http://evil.example',
  'https://HOST',
  'http://HOST.evil.example',
  'http://HOST/',
  'http://HOST:80',
  'http://user@HOST',
  'http://localhost',
  'http://127.0.0.1',
  'http://127.0.0.1:1',
  'HOST',
  '//HOST',
  'null',
  'file://',
  'chrome-extension://abcdefghijklmnop',
  'http://HOST, http://evil.example',
  'HTTP://HOST',
  '',
];

const badUpgrades = [
  ...badOrigins.map(
    (origin) => `GET /live HTTP/1.1\r\nHost: HOST\r\n${upgrade}${key}Origin: ${origin}\r\n\r\n`,
  ),
  `GET /live HTTP/1.1\r\nHost: HOST\r\n${upgrade}${key}\r\n`,
  `GET /live HTTP/1.1\r\nHost: HOST\r\n${upgrade}${key}Origin: http://HOST\r\nOrigin: http://evil.example\r\n\r\n`,
  `GET /live HTTP/1.1\r\nHost: evil.example\r\n${upgrade}${key}Origin: http://evil.example\r\n\r\n`,
  `GET /live HTTP/1.1\r\nHost: evil.example\r\n${upgrade}${key}Origin: http://HOST\r\n\r\n`,
  `GET /talk/ HTTP/1.1\r\nHost: HOST\r\n${upgrade}${key}Origin: http://HOST\r\n\r\n`,
  `GET /talk/remote HTTP/1.1\r\nHost: HOST\r\n${upgrade}${key}Origin: http://HOST\r\n\r\n`,
  `GET /live/../talk/ HTTP/1.1\r\nHost: HOST\r\n${upgrade}${key}Origin: http://HOST\r\n\r\n`,
  `GET /live HTTP/1.1\r\nHost: HOST\r\n${upgrade}Origin: http://HOST\r\n\r\n`,
  `POST /live HTTP/1.1\r\nHost: HOST\r\n${upgrade}${key}Origin: http://HOST\r\n\r\n`,
  `GET /live HTTP/1.1\r\nHost: HOST\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n${key}Origin: http://HOST\r\n\r\n`,
];

/** Whoever has not been served a page has no token. */
const badTokens = ['', 'TOKEN', 'null', 'undefined', '0', 'A'.repeat(22), 'A'.repeat(5000), '*'];

const blindUploads = [
  `POST /upload HTTP/1.1\r\n${own}${names}${body}`,
  ...badTokens.map(
    (token) => `POST /upload HTTP/1.1\r\n${own}X-Lectern-Token: ${token}\r\n${names}${body}`,
  ),
  `POST /upload?token=A HTTP/1.1\r\n${own}${names}${body}`,
  `POST /upload HTTP/1.1\r\n${own}Cookie: token=A\r\n${names}${body}`,
];

const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: HOST\r\n\r\n`;

/** @param port of the server */
export function attacksOn(port: number): readonly Attack[] {
  const paths = [
    ...prefixes.flatMap((prefix) =>
      climbs.flatMap((climb) => targets.map((target) => `${prefix}${climb}${target}`)),
    ),
    ...targets.map((target) => `/${target}`),
    ...oddPaths.map((path) => `/${path}`),
  ];
  const requests = [
    ...paths.map(get),
    ...badHosts.map(
      (host) => `GET /talk/ HTTP/1.1\r\nHost: ${host.replaceAll('PORT', `${port}`)}\r\n\r\n`,
    ),
    ...methods.map(
      (method) => `${method} /talk/ HTTP/1.1\r\nHost: HOST\r\nContent-Length: 0\r\n\r\n`,
    ),
    ...brokenRequests,
    ...badUpgrades,
    ...blindUploads,
  ];
  return named(requests, port);
}

/** Adds the path of the pages, and the cookie that a browser sends, where the attack names this server. */
export function withCookie(request: string, port: number): string {
  return request
    .replace(/^([A-Z]+ )(?=\/)/, `$1${baseOf(port)}`)
    .replace('\r\nHost: HOST\r\n', `\r\nHost: HOST\r\nCookie: ${cookieOf(port)}\r\n`);
}

export function named(requests: readonly string[], port: number): readonly Attack[] {
  return requests.map((request) => {
    const name = JSON.stringify(request.slice(0, 120));
    return { name, request: withCookie(request, port).replaceAll('HOST', `127.0.0.1:${port}`) };
  });
}
