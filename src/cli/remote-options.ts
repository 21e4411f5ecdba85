import { remoteFiles } from '../base/remote/remote-files.ts';
import type { Terminal } from '../base/terminal.ts';
import type { RemoteFiles } from '../model/remote.ts';
import { progressOn } from './progress.ts';
import { UsageError } from './usage-error.ts';

/** Options of commands that fetch what decks name on the web. */
export const fetchOptions = {
  'fetch-remote': {
    type: 'boolean',
    values: ['update'],
    help: 'embed remote images, video and audio; =update accepts changes',
  },
  'fetch-private': {
    type: 'boolean',
    help: 'with --fetch-remote, also fetch from private networks',
  },
} as const;

/** Those, and the option of commands whose page may load what is on the web. */
export const remoteOptions = {
  'allow-remote': { type: 'boolean', help: 'keep links to remote images, video and audio' },
  ...fetchOptions,
} as const;

interface RemoteFlags {
  readonly 'allow-remote'?: boolean;
  readonly 'fetch-remote'?: boolean | 'update';
  readonly 'fetch-private'?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/**
 * Fetches remote files for all decks of a command; `undefined` if the user has not asked for it.
 *
 * @throws {UsageError} for options that exclude each other
 */
export function chooseRemote(flags: RemoteFlags, terminal: Terminal): RemoteFiles | undefined {
  const { 'fetch-remote': fetches, 'fetch-private': allowsPrivate = false } = flags;
  if (!fetches) {
    if (allowsPrivate) throw new UsageError('--fetch-private needs --fetch-remote');
    return undefined;
  }
  if (flags['allow-remote']) {
    throw new UsageError('--allow-remote and --fetch-remote exclude each other');
  }
  const isSilent = flags.json || flags.quiet;
  return remoteFiles({
    updates: fetches === 'update',
    allowsPrivate,
    cwd: terminal.cwd,
    ...(!isSilent && { onProgress: showProgress(terminal) }),
  });
}

function showProgress(terminal: Terminal) {
  const progress = progressOn(terminal, 'files');
  return (done: number, total: number, host: string): void => {
    progress.show(done, total, `from ${host}`);
    if (done === total) progress.clear();
  };
}
