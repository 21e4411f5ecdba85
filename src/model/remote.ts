import type { Span } from './source.ts';

/** Fetches files on the web, for all builds of a run. What was fetched once stays the same: a lock file says so. */
export interface RemoteFiles {
  /** Whether files that have changed are accepted. */
  readonly updates: boolean;
  /**
   * The remote files of one build.
   *
   * @param root the project folder, which contains the lock file
   * @param asks whether servers may be asked; if not, only what is in the cache is there
   */
  open(root: string, asks: boolean): Promise<RemoteDeck>;
}

export interface RemoteDeck {
  /** Fetches files, several at a time. @param addresses http or https */
  fetch(addresses: readonly string[]): Promise<ReadonlyMap<string, RemoteFile | RemoteProblem>>;
  /** The absolute path of the lock file. */
  readonly lockFile: string;
  /** The text of the lock file for the files that this build has used; `undefined` if there are none. */
  readonly lock: string | undefined;
  /** Why what was fetched could not be recorded. */
  readonly unrecorded: string | undefined;
}

export interface RemoteFile {
  readonly bytes: Uint8Array;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Why a file is not there. */
export interface RemoteProblem {
  readonly kind: 'failed' | 'changed' | 'lock';
  /** What is wrong with the file: a sentence without its name. Of the lock file, a whole sentence. */
  readonly reason: string;
  readonly hint: string;
  /** The place in the lock file, if that is what is wrong, and it was read. */
  readonly span?: Span;
}
