import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type WebAnswer =
  | Uint8Array
  | string
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface WebServer {
  /** `http://127.0.0.1:41234` */
  readonly base: string;
  /** The paths that were asked for, in order. */
  readonly asked: string[];
  /** The largest count of requests that were open at a time. */
  readonly mostOpen: () => number;
  /** By path; may be changed. */
  readonly answers: Map<string, WebAnswer>;
  close(): Promise<void>;
}

/** A server of this machine, which is closed when the test is over. Any other path is answered with 404. */
export async function startWebServer(
  answers: Readonly<Record<string, WebAnswer>>,
): Promise<WebServer> {
  const known = new Map(Object.entries(answers));
  const asked: string[] = [];
  let [open, most] = [0, 0];
  const server = createServer((request, response) => {
    const { url = '' } = request;
    asked.push(url);
    most = Math.max(most, ++open);
    response.on('close', () => open--);
    const answer = known.get(url);
    if (typeof answer === 'function') answer(request, response);
    else if (answer === undefined) response.writeHead(404).end('nothing here');
    // A type that says nothing: what counts are the bytes.
    else response.writeHead(200, { 'content-type': 'text/plain' }).end(answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;
  return { base, asked, mostOpen: () => most, answers: known, close };
}
