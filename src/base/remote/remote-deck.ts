import path from 'node:path';
import type { RemoteDeck, RemoteFile, RemoteProblem } from '../../model/remote.ts';
import { explainWriteError } from '../files/atomic-write.ts';
import { formatPath } from '../units.ts';
import type { Fetched, Fetcher, Outcome } from './fetcher.ts';
import {
  addToLock,
  isLock,
  type LockEntry,
  lockName,
  readLock,
  writeLockText,
} from './lock-file.ts';

/** The remote files of one build. */
export class DeckFiles implements RemoteDeck {
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
