import type { Code } from '../../base/diagnostics/diagnostic.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { type MediaType, mediaKind } from '../../base/files/media-types.ts';
import { typeOfRemote } from '../../base/remote/remote-type.ts';
import type { RemoteDeck, RemoteFile, RemoteProblem } from '../../model/remote.ts';
import type { AssetRef } from '../../model/source.ts';
import type { FileContents } from './file-contents.ts';
import { type Opened, type OpenedFiles, openContent } from './open-file.ts';
import { remoteUrl, reportCredentials } from './remote.ts';

/** The files on the web that a deck names, by address. */
type FetchedFiles = ReadonlyMap<string, RemoteFile | RemoteProblem>;

/** Opens a file that was fetched; what is wrong is reported at each of its places. */
export type OpenFetched = (
  ref: AssetRef,
  url: URL,
  files: FileContents,
  report: Report,
  known: OpenedFiles,
) => Opened | undefined;

/** Fetches the files on the web that references name, several at a time. */
export async function fetchFiles(
  refs: readonly Pick<AssetRef, 'path'>[],
  remote: RemoteDeck,
): Promise<OpenFetched> {
  const urls = refs.flatMap(({ path }) => remoteUrl(path) ?? []);
  const addresses = urls.filter((url) => !hasCredentials(url)).map(addressOf);
  const fetched = await remote.fetch(addresses);
  return (...file) => openFetched(fetched, ...file);
}

function openFetched(
  fetched: FetchedFiles,
  ...[ref, url, files, report, known]: Parameters<OpenFetched>
): Opened | undefined {
  if (hasCredentials(url)) return reportCredentials(ref, report);
  const address = addressOf(url);
  const outcome = fetched.get(address);
  if (!outcome) return undefined;
  if ('kind' in outcome) return reportProblem(outcome, ref, report);
  const bytes = Buffer.from(outcome.bytes.buffer, outcome.bytes.byteOffset, outcome.bytes.length);
  const found = typeOfRemote(bytes, url);
  if ('reason' in found) return reportProblem({ kind: 'failed', ...found }, ref, report);
  const { type } = found;
  if (!isMeant(type, ref, url, report)) return undefined;
  if (!known.has(address)) {
    const content = files.fetched(outcome.sha256, bytes);
    known.set(address, openContent(content, type, ref, report));
  }
  return known.get(address);
}

const codes = {
  failed: 'remote-failed',
  changed: 'remote-changed',
  lock: 'remote-lock',
} as const satisfies Record<RemoteProblem['kind'], Code>;

function reportProblem(
  { kind, reason, hint, span }: RemoteProblem,
  ref: AssetRef,
  report: Report,
): undefined {
  if (kind === 'lock') report.add(codes.lock, span, reason, hint);
  else report.add(codes[kind], ref.span, `"${ref.path}" ${reason}`, hint);
}

/** Without its fragment, which no server is sent. */
function addressOf({ href }: URL): string {
  return href.replace(/#.*/s, '');
}

function hasCredentials({ username, password }: URL): boolean {
  return username !== '' || password !== '';
}

/** Whether the element that shows the file can do so. */
function isMeant({ kind, mime }: MediaType, ref: AssetRef, url: URL, report: Report): boolean {
  const plays = ref.holdsMedia ?? mediaKind(url.pathname) !== undefined;
  const meant = ref.isCaptions ? 'captions' : plays ? 'a video or audio' : 'an image';
  const is = kind === 'text' ? 'captions' : kind === 'image' ? 'an image' : 'a video or audio';
  if (is === meant) return true;
  const isPlayable = kind === 'video' || kind === 'audio';
  const hint = isPlayable ? `write <${kind} controls src="…"></${kind}>` : 'name another file';
  report.add('image-type', ref.span, `"${ref.path}" is ${mime}, and ${meant} is needed here`, hint);
  return false;
}
