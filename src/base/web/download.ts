import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { explainFailure, explainStatus, type Failure } from './failure.ts';
import { isRedirect, isWebPort, maxRedirects, redirectTarget } from './redirect.ts';
import { type Answer, answerOf, send } from './request.ts';
import { pauseAfter } from './retry.ts';

export interface DownloadOptions {
  /** Whether servers in private networks may be asked. */
  readonly allowsPrivate: boolean;
  readonly maxBytes: number;
  /** Milliseconds without any data after which a server counts as silent. */
  readonly idle: number;
  /** Milliseconds that a file may take, with all redirects and attempts. */
  readonly longest: number;
  /** Milliseconds before a second attempt, unless the server says when. */
  readonly pause: number;
}

/** Why a file could not be downloaded. */
export type DownloadFailure = Failure | { readonly kind: 'large'; readonly reason: string };

type Attempt = Answer & { readonly bytes?: Buffer };

/** Downloads a file: follows redirects, and tries once more after an error that may pass. */
export async function download(
  start: URL,
  options: DownloadOptions,
): Promise<Uint8Array | DownloadFailure> {
  const signal = AbortSignal.timeout(options.longest);
  let url = start;
  const visited = new Set<string>();
  while (visited.size <= maxRedirects && !visited.has(url.href)) {
    visited.add(url.href);
    if (!isWebPort(url)) return { kind: 'dead', reason: `port ${url.port} is not for the web` };
    const answer = await attemptTwice(url, options, signal);
    if ('kind' in answer) return answer;
    if (!isRedirect(answer)) return contentOf(answer);
    const next = redirectTarget(answer, url);
    if (!next) return { kind: 'dead', reason: 'it redirects to nowhere' };
    url = next;
  }
  return { kind: 'dead', reason: 'it redirects without end' };
}

function contentOf({ status, bytes }: Attempt): Buffer | DownloadFailure {
  if (bytes) return bytes;
  if (status >= 400) return explainStatus(status);
  return { kind: 'dead', reason: `the server answers ${status}, and sends no file` };
}

async function attemptTwice(
  url: URL,
  options: DownloadOptions,
  signal: AbortSignal,
): Promise<Attempt | DownloadFailure> {
  const first = await attempt(url, options, signal);
  if ('kind' in first && first.kind === 'large') return first;
  const pause = pauseAfter(first, options.pause);
  if (pause === undefined) return first;
  await sleep(pause);
  return attempt(url, options, signal);
}

class TooLargeError extends Error {}

async function attempt(
  url: URL,
  { allowsPrivate, idle, maxBytes }: DownloadOptions,
  signal: AbortSignal,
): Promise<Attempt | DownloadFailure> {
  const sending = { url, purpose: 'files of a deck', allowsPrivate, idle, signal };
  try {
    return await send({ ...sending, method: 'GET' }, async (response) => {
      const answer = answerOf(response);
      if (answer.status === 200) return { ...answer, bytes: await readBody(response, maxBytes) };
      response.destroy();
      return answer;
    });
  } catch (error) {
    if (!isTooLarge(error)) return explainFailure(error, url);
    return { kind: 'large', reason: `it has more than ${maxBytes / 1024 / 1024} MB` };
  }
}

/** A server may send each byte as a chunk, which takes a hundred bytes of memory until it is copied. */
const chunksOfBlock = 1000;

/** @throws {TooLargeError} */
async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    response.destroy();
    throw new TooLargeError();
  }
  const blocks: Buffer[] = [];
  let chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw new TooLargeError();
    if (chunks.push(chunk) < chunksOfBlock) continue;
    blocks.push(Buffer.concat(chunks));
    chunks = [];
  }
  const bytes = Buffer.concat([...blocks, ...chunks]);
  return decode(bytes, response.headers['content-encoding'], maxBytes);
}

const decoders = {
  gzip: promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.gunzip),
  deflate: promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.inflate),
  br: promisify<zlib.InputType, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress),
} as const;

/** Some servers compress although they are asked not to. */
async function decode(
  bytes: Buffer,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const name = encoding?.trim().toLowerCase().replace(/^x-/, '');
  if (name !== 'gzip' && name !== 'deflate' && name !== 'br') return bytes;
  return decoders[name](bytes, { maxOutputLength: maxBytes });
}

function isTooLarge(error: unknown): boolean {
  return (
    error instanceof TooLargeError ||
    (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
  );
}
