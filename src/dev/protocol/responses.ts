import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Refusal } from './permissions.ts';

/** The headers of all responses. */
export const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `frame-ancestors 'self'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** @param body without a copy: many responses may share it */
export function respond(
  { method }: IncomingMessage,
  response: ServerResponse,
  kind: string,
  body: Buffer,
  more: OutgoingHttpHeaders = {},
): void {
  response.writeHead(200, {
    ...headers,
    'Content-Type': `text/${kind}; charset=utf-8`,
    'Content-Length': body.byteLength,
    ...more,
  });
  response.end(method === 'HEAD' ? undefined : body);
}

export function redirect(
  response: ServerResponse,
  location: string,
  more: OutgoingHttpHeaders = {},
): void {
  response.writeHead(303, { ...headers, ...more, Location: location });
  response.end();
}

/** Answers with an error, after which the connection is closed. */
export function refuse(response: ServerResponse, { status, reason }: Refusal): void {
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'text/plain; charset=utf-8',
    Connection: 'close',
  });
  response.end(`${reason}\n`);
}

/** The same, before there is a response. */
export function refuseSocket(socket: Duplex, status: number): void {
  if (socket.writable) socket.write(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\n\r\n`);
  socket.destroy();
}

export const tooMany: Refusal = { status: 429, reason: 'too many requests: wait a moment' };

export const notFound: Refusal = { status: 404, reason: 'page not found' };

/** Pages and scripts are only read. */
export function checkMethod({ method }: IncomingMessage): Refusal | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined;
  return { status: 405, reason: 'method not allowed' };
}
