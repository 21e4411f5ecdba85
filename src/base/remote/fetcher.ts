import { createHash } from 'node:crypto';
import type { RemoteFile, RemoteProblem } from '../../model/remote.ts';
import { cacheEntry } from '../cache/cache.ts';
import type { DownloadFailure } from '../web/download.ts';
import { Turns } from '../web/turns.ts';
import type { FetchLimits, FetchOptions } from './remote-files.ts';
import { typeOfRemote } from './remote-type.ts';

const megabyte = 1024 * 1024;

const defaults: FetchLimits = {
  maxBytes: 100 * megabyte,
  idle: 15_000,
  longest: 5 * 60_000,
  pause: 1000,
  mostFiles: 1000,
  mostBytes: 600 * megabyte,
  longestRun: 10 * 60_000,
  retryAfter: 30_000,
};

export interface Fetched extends RemoteFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

export type Outcome = Fetched | RemoteProblem;

/** Fetches the files of all builds of a run. */
export class Fetcher {
  readonly options: FetchOptions;
  readonly #limits: FetchLimits;
  readonly #turns = new Turns(6, 4);
  readonly #asked = new Map<string, { readonly outcome: Promise<Outcome>; failed?: number }>();
  /** By digest. */
  readonly #contents = new Map<string, Uint8Array>();
  #writing: Promise<void> = Promise.resolve();
  #files = 0;
  #bytes = 0;
  #done = 0;
  #start: number | undefined;

  constructor(options: FetchOptions) {
    this.options = options;
    this.#limits = { ...defaults, ...options.limits };
  }

  /** The file with a digest, from an earlier request of this run or the cache. */
  known(sha256: string): Uint8Array | undefined {
    const known = this.#contents.get(sha256) ?? cacheEntry('remote', [sha256]).readBytes();
    if (!known || digestOf(known) !== sha256) return undefined;
    this.#contents.set(sha256, known);
    return known;
  }

  /** Asks the server, once for an address. */
  ask(url: URL): Promise<Outcome> {
    const known = this.#asked.get(url.href);
    const now = performance.now();
    const isFresh = known?.failed === undefined || now - known.failed < this.#limits.retryAfter;
    if (known && isFresh) return known.outcome;
    const asked: { outcome: Promise<Outcome>; failed?: number } = { outcome: this.#download(url) };
    this.#asked.set(url.href, asked);
    this.#files++;
    this.#report(url);
    void asked.outcome.then((outcome) => {
      if ('kind' in outcome) asked.failed = performance.now();
      this.#done++;
      this.#report(url);
    });
    return asked.outcome;
  }

  /** Writes of lock files follow each other: each adds to what the one before has written. */
  inTurn(write: () => Promise<void>): Promise<void> {
    const writing = this.#writing.then(write);
    this.#writing = writing.catch(() => {});
    return writing;
  }

  #report({ hostname }: URL): void {
    this.options.onProgress?.(this.#done, this.#files, hostname);
  }

  async #download(url: URL): Promise<Outcome> {
    const { download } = await import('../web/download.ts');
    const { allowsPrivate } = this.options;
    const result = await this.#turns.take(url.host, async () => {
      const reason = this.#reasonToEnd();
      if (reason !== undefined) return { kind: 'unknown', reason } as const;
      return download(url, { ...this.#limits, allowsPrivate });
    });
    return result instanceof Uint8Array ? this.#keep(result, url) : failure(result);
  }

  #keep(bytes: Uint8Array, url: URL): Outcome {
    this.#bytes += bytes.length;
    const found = typeOfRemote(bytes, url);
    if ('reason' in found) return { kind: 'failed', ...found };
    const sha256 = digestOf(bytes);
    this.#contents.set(sha256, bytes);
    cacheEntry('remote', [sha256]).write(bytes);
    return { bytes, sha256, type: found.type.mime };
  }

  /** Why no further request is sent in this run. */
  #reasonToEnd(): string | undefined {
    const { mostFiles, mostBytes, longestRun } = this.#limits;
    if (this.#files > mostFiles) return `a run fetches at most ${mostFiles} files`;
    if (this.#bytes > mostBytes) return `a run fetches at most ${mostBytes / megabyte} MB`;
    this.#start ??= performance.now();
    if (performance.now() - this.#start <= longestRun) return undefined;
    return `a run fetches files for at most ${Math.round(longestRun / 60_000)} minutes`;
  }
}

function failure({ kind, reason }: DownloadFailure): RemoteProblem {
  return { kind: 'failed', reason: `cannot be fetched: ${reason}`, hint: hints[kind] };
}

const hints: Readonly<Record<DownloadFailure['kind'], string>> = {
  dead: 'check the address in a browser, or download the file and name it',
  unknown: 'build again later, or download the file and name it',
  private: 'to fetch from it, add --fetch-private',
  large: 'download the file, make it smaller and name it',
};

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
