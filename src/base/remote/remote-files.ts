import type { RemoteFiles } from '../../model/remote.ts';
import type { DownloadOptions } from '../web/download.ts';
import type { Fetcher } from './fetcher.ts';

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

export interface FetchLimits extends Omit<DownloadOptions, 'allowsPrivate'> {
  /** The count of files that are fetched in a run. */
  readonly mostFiles: number;
  /** The bytes of all of them. */
  readonly mostBytes: number;
  /** Milliseconds after which no further request is sent. */
  readonly longestRun: number;
  /** Milliseconds after which a file that could not be fetched may be asked for again. */
  readonly retryAfter: number;
}

/** Fetches files on the web: each once in a run, into the cache, and the same ones on every machine. */
export function remoteFiles(options: FetchOptions): RemoteFiles {
  let fetcher: Fetcher | undefined;
  return {
    updates: options.updates,
    open: async (root, asks) => {
      const { Fetcher } = await import('./fetcher.ts');
      const { DeckFiles } = await import('./remote-deck.ts');
      fetcher ??= new Fetcher(options);
      return new DeckFiles(fetcher, root, asks);
    },
  };
}
