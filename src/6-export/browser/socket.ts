import { withoutSecrets } from '../../base/text/without-secrets.ts';
import { BrowserError } from './browser-error.ts';
import type { Wire } from './protocol.ts';

/**
 * Connects to a running browser.
 *
 * @param url `ws://…`, or `http://…` of its debugging port, which gives the address of the socket
 * @throws {BrowserError} if nothing answers
 */
export async function connectSocket(url: string): Promise<Wire> {
  try {
    const address = /^https?:/i.test(url) ? await askForSocket(url) : url;
    return await openSocket(address);
  } catch (error) {
    const { message, cause } = error as Error;
    const reason = cause instanceof Error && cause.message !== '' ? cause.message : message;
    throw noBrowserAnswers(url, reason);
  }
}

/** The error that names the address without its secrets. */
export function noBrowserAnswers(url: string, reason: string): BrowserError {
  return new BrowserError(
    'browser-missing',
    `no browser answers at ${withoutSecrets(url, url)}: ${withoutSecrets(reason, url)}`,
    'start one with --remote-debugging-port, or omit --browser-url',
  );
}

/** In milliseconds. */
const timeout = 30_000;

async function askForSocket(url: string): Promise<string> {
  const response = await fetch(new URL('/json/version', url), {
    signal: AbortSignal.timeout(timeout),
  });
  const address = socketAddress(await readText(response));
  if (!address) throw new Error('the response is not from a browser');
  // A browser in a container does not know its own host name.
  const { host, protocol } = new URL(url);
  address.host = host;
  address.protocol = protocol === 'https:' ? 'wss:' : 'ws:';
  return address.href;
}

/** The longest response of a debugging port, in bytes; those of browsers have a few hundred. */
const longestResponse = 1024 * 1024;

/** @returns the beginning of a longer text */
async function readText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestResponse) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** @param text JSON of a debugging port */
function socketAddress(text: string): URL | undefined {
  try {
    const { webSocketDebuggerUrl } = JSON.parse(text) as Record<string, unknown>;
    return new URL(String(webSocketDebuggerUrl));
  } catch {
    return undefined;
  }
}

async function openSocket(address: string): Promise<Wire> {
  const { WebSocket } = await import('ws');
  const socket = new WebSocket(address, {
    perMessageDeflate: false,
    maxPayload: 2 ** 30,
    handshakeTimeout: timeout,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return {
    send: (message) => socket.send(message),
    onMessage: (listener) => socket.on('message', (data) => listener(String(data))),
    onEnd: (listener) => {
      socket.on('error', () => {});
      socket.on('close', (code) => listener(`its connection was closed (${code})`));
    },
    close: () => socket.terminate(),
  };
}
