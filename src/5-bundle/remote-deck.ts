import type { Report } from '../base/diagnostics/report.ts';
import type { Inputs } from '../base/inputs.ts';
import type { RemoteDeck } from '../model/remote.ts';
import type { BundleOptions, EmbedOptions } from './bundle-options.ts';

/** Opens the remote files of a build that fetches them. Texts that are being typed send no requests. */
export async function withRemote(
  options: BundleOptions,
  inputs: Inputs,
): Promise<BundleOptions & EmbedOptions> {
  const { remote, root, drafts } = options;
  const remoteDeck = await remote?.open(root, (drafts?.size ?? 0) === 0);
  if (!remoteDeck) return options;
  inputs.addSettings(remoteDeck.lockFile);
  return { ...options, remoteDeck };
}

/** The lock file as a page carries it: with the files of the page only, so that other decks do not change it. */
export interface CarriedLock {
  /** The absolute path. */
  readonly file: string;
  /** `undefined` if the deck uses no remote files. */
  readonly text: string | undefined;
}

/** What a build has fetched, for the source that its page carries. Reports what could not be recorded. */
export function recordOf(remote: RemoteDeck | undefined, report: Report): CarriedLock | undefined {
  if (!remote) return undefined;
  const { lockFile, lock, unrecorded } = remote;
  if (unrecorded !== undefined) {
    const hint = 'without it, another build may fetch other files';
    report.add('remote-unrecorded', undefined, unrecorded, hint);
  }
  return { file: lockFile, text: lock };
}
