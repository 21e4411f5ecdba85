import { type Attack, badHosts, badOrigins, methods, named, withCookie } from './attacks.ts';
import { body, names, own, svg } from './upload-parts.ts';

/** The upload that the wrong ones are made of. @param token of the server */
export function rightUpload(port: number, token: string): string {
  const request = `POST /upload HTTP/1.1\r\n${own}X-Lectern-Token: ${token}\r\n${names}${body}`;
  return withCookie(request, port).replaceAll('HOST', `127.0.0.1:${port}`);
}

/** Uploads with the token that a page has, each wrong in another way. @param token of the server */
export function badUploads(port: number, token: string): readonly Attack[] {
  const shown = `X-Lectern-Token: ${token}\r\n`;
  const head = `${own}${shown}${names}`;
  const requests = [
    ...badOrigins.map(
      (origin) =>
        `POST /upload HTTP/1.1\r\nHost: HOST\r\nOrigin: ${origin}\r\n${shown}${names}${body}`,
    ),
    ...badHosts.map(
      (host) =>
        `POST /upload HTTP/1.1\r\nHost: ${host.replaceAll('PORT', `${port}`)}\r\nOrigin: http://HOST\r\n${shown}${names}${body}`,
    ),
    ...[
      '/',
      '/upload/',
      '/UPLOAD',
      '/upload%2f',
      '/upload/.',
      '/./upload',
      '/talk/upload',
      '/talk/',
      '/editor.js',
      '/live',
    ].map((path) => `POST ${path} HTTP/1.1\r\n${head}${body}`),
    ...methods
      .filter((method) => method !== 'POST')
      .map((method) => `${method} /upload HTTP/1.1\r\n${head}${body}`),
    `GET /upload HTTP/1.1\r\n${head}${body}`,
    // Of no length, of a wrong one, of one too large.
    `POST /upload HTTP/1.1\r\n${head}\r\n${svg}`,
    `POST /upload HTTP/1.1\r\n${head}Transfer-Encoding: chunked\r\n\r\n29\r\n${svg}\r\n0\r\n\r\n`,
    `POST /upload HTTP/1.1\r\n${head}Transfer-Encoding: chunked\r\n${body}`,
    ...['-1', '1e9', '0x10', '26214401', '99999999999999999999', 'x'].map(
      (length) => `POST /upload HTTP/1.1\r\n${head}Content-Length: ${length}\r\n\r\n${svg}`,
    ),
    `POST /upload HTTP/1.1\r\n${head}Content-Length: 1000\r\n\r\n${svg}`,
    // Without one of its names, or with one that is none.
    ...['Deck', 'File', 'Name'].map(
      (name) =>
        `POST /upload HTTP/1.1\r\n${own}${shown}${names.replace(`X-Lectern-${name}`, 'X-Other')}${body}`,
    ),
    `POST /upload HTTP/1.1\r\n${head.replace('x.svg', '%zz')}${body}`,
    `POST /upload HTTP/1.1\r\n${head.replace('x.svg', '%ff')}${body}`,
    // Twice, of which somebody may have looked at the other.
    `POST /upload HTTP/1.1\r\n${own}X-Lectern-Token: A\r\n${shown}${names}${body}`,
    `POST /upload HTTP/1.1\r\n${own}Origin: http://evil.example\r\n${shown}${names}${body}`,
  ];
  return named(requests, port);
}
