import { createHash } from 'node:crypto';
import path from 'node:path';
import type { RemoteDeck, RemoteFile, RemoteFiles, RemoteProblem } from '../../model/remote.ts';
import { cacheEntry } from '../cache/cache.ts';
import { explainWriteError } from '../files/atomic-write.ts';
import { formatPath } from '../units.ts';
import type { DownloadFailure, DownloadOptions } from '../web/download.ts';
import { Turns } from '../web/turns.ts';
import {
  addToLock,
  isLock,
  type LockEntry,
  lockName,
  readLock,
  writeLockText,
} from './lock-file.ts';
import { typeOfRemote } from './remote-type.ts';

export interface FetchOptions {
  /** Whether files that have changed are accepted. */
  readonly updates: boolean;
  /** Whether servers in private networks may be asked. */
  readonly allowsPrivate: boolean;
  /** The folder that paths in messages are relative to. */
  readonly cwd: string;
  /** @param host of the file that was fetched last */
  readonly onProgress?: (done: number, total: number, host: string) => void;
  readonly limits?: Partial<FetchLimits>;
}

interface FetchLimits extends Omit<DownloadOptions, 'allowsPrivate'> {
  /** The count of files that are fetched in a run. */
  readonly mostFiles: number;
  /** The bytes of all of them. */
  readonly mostBytes: number;
  /** Milliseconds after which no further request is sent. */
  readonly longestRun: number;
  /** Milliseconds after which a file that could not be fetched may be asked for again. */
  readonly retryAfter: number;
}

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

interface Fetched extends RemoteFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

type Outcome = Fetched | RemoteProblem;

/** Fetches files on the web: each once in a run, into the cache, and the same ones on every machine. */
export function remoteFiles(options: FetchOptions): RemoteFiles {
  const fetcher = new Fetcher(options);
  return { updates: options.updates, open: (root, asks) => new DeckFiles(fetcher, root, asks) };
}

class Fetcher {
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

class DeckFiles implements RemoteDeck {
  readonly lockFile: string;
  unrecorded: string | undefined;
  readonly #fetcher: Fetcher;
  readonly #root: string;
  readonly #asks: boolean;
  readonly #used = new Map<string, LockEntry>();

  constructor(fetcher: Fetcher, root: string, asks: boolean) {
    this.#fetcher = fetcher;
    this.#root = root;
    this.#asks = asks;
    this.lockFile = path.join(root, lockName);
  }

  get lock(): string | undefined {
    return this.#used.size === 0 ? undefined : writeLockText(this.#used);
  }

  async fetch(
    addresses: readonly string[],
  ): Promise<ReadonlyMap<string, RemoteFile | RemoteProblem>> {
    const unique = [...new Set(addresses)];
    if (unique.length === 0) return new Map();
    const lock = readLock(this.lockFile, this.#lockName);
    if (!isLock(lock)) return new Map(unique.map((address) => [address, lock]));
    const found = unique.map(
      async (address) => [address, await this.#find(address, lock.get(address))] as const,
    );
    const outcomes = await Promise.all(found);
    await this.#record(outcomes, lock);
    return new Map(outcomes);
  }

  async #find(address: string, locked: LockEntry | undefined): Promise<Outcome> {
    const { updates } = this.#fetcher.options;
    const bytes = locked && !updates ? this.#fetcher.known(locked.sha256) : undefined;
    if (locked && bytes) return { bytes, sha256: locked.sha256, type: locked.type };
    if (!this.#asks) return unsaved;
    const outcome = await this.#fetcher.ask(new URL(address));
    const isSame = !('sha256' in outcome) || outcome.sha256 === locked?.sha256;
    return isSame || updates || !locked ? outcome : changed(outcome, locked);
  }

  async #record(
    outcomes: readonly (readonly [address: string, outcome: Outcome])[],
    lock: ReadonlyMap<string, LockEntry>,
  ): Promise<void> {
    const added = new Map<string, LockEntry>();
    for (const [address, outcome] of outcomes) {
      if (!('sha256' in outcome)) continue;
      const { sha256, bytes, type } = outcome;
      this.#used.set(address, { sha256, bytes: bytes.length, type });
      if (lock.get(address)?.sha256 !== sha256)
        added.set(address, { sha256, bytes: bytes.length, type });
    }
    if (added.size === 0) return;
    try {
      await this.#fetcher.inTurn(() => addToLock(this.#root, this.#lockName, added));
    } catch (error) {
      this.unrecorded = explainWriteError(error, this.lockFile, this.#fetcher.options.cwd).message;
    }
  }

  get #lockName(): string {
    return formatPath(this.lockFile, this.#fetcher.options.cwd);
  }
}

const unsaved: RemoteProblem = {
  kind: 'failed',
  reason: 'is not fetched while you write',
  hint: 'save the file',
};

function changed({ bytes, sha256 }: Fetched, locked: LockEntry): RemoteProblem {
  const before = `${locked.sha256.slice(0, 8)}…, ${locked.bytes} bytes`;
  const reason = `has changed since ${lockName} recorded it: ${before} became ${sha256.slice(0, 8)}…, ${bytes.length} bytes`;
  const hint =
    'look at it in a browser; to accept it, add --fetch-remote=update or delete its entry';
  return { kind: 'changed', reason, hint };
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
