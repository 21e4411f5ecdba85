import type { Report } from '../../base/diagnostics/report.ts';
import { isPhoto, type MediaType } from '../../base/files/media-types.ts';
import type { Inputs } from '../../base/inputs.ts';
import type { ShownFile } from '../../model/page.ts';
import type { RemoteDeck } from '../../model/remote.ts';
import type { Feature } from '../../model/rendered.ts';
import type { AssetRef, BuildOptions } from '../../model/source.ts';
import type { ImageFacts } from '../fill-slides.ts';
import { stripMetadata } from '../metadata/strip.ts';
import { type Reduced, reduceImage } from '../reduce/reduce-image.ts';
import { isDataUrl } from './data-url.ts';
import type { OpenFetched } from './fetched-files.ts';
import { FileContent, FileContents } from './file-contents.ts';
import { isEndingGif } from './gif.ts';
import type { ImageSize } from './image-size.ts';
import { reportLargeImage, reportUnreduced } from './large-image.ts';
import {
  limits,
  type Opened,
  type OpenedFiles,
  type OpenOptions,
  openFile,
  reportTooLarge,
} from './open-file.ts';
import { remoteAsset, remoteUrl } from './remote.ts';
import { TotalSize } from './total-size.ts';

/** The megabytes of all files of a page. Programs have texts of at most 512 MB, and files grow by a third in it. */
const pageLimit = 300;

interface Assets {
  /** The URL of each asset, escaped for an attribute; empty if the file could not be read. */
  readonly urls: readonly string[];
  /** The facts of those that are images of a known size. */
  readonly sizes: readonly (ImageFacts | undefined)[];
  readonly imageSizes: readonly (ImageSize | undefined)[];
  /** The files, as the page shows them. */
  readonly files: readonly (ShownFile | undefined)[];
  /** The files that the page shows. */
  readonly contents: readonly FileContent[];
  /** The origins of remote images, video and audio that the page may load. */
  readonly origins: readonly string[];
  /** The features that they need. */
  readonly features: readonly Feature[];
}

/** Reads the files that a deck refers to, each once. Those on the web are fetched only if the build does that. */
export async function readAssets(
  refs: readonly AssetRef[],
  options: AssetOptions,
  files: FileContents,
  inputs: Inputs,
  report: Report,
): Promise<Assets> {
  const origins = new Set<string>();
  const known: OpenedFiles = new Map();
  const openFetched = await fetchAll(refs, options);
  const opened = refs.map((ref) => {
    const remote = remoteUrl(ref.path);
    if (remote && openFetched) return openFetched(ref, remote, files, report, known);
    if (remote) return { url: remoteAsset(remote, ref, options.allowRemote, origins, report) };
    return openFile(ref, options, files, inputs, report, known);
  });
  const all = [...known.values()].flatMap((file) => file ?? []);
  const unique = withinLimit(all, report);
  // In parallel; what they report comes in the order of the deck.
  await Promise.all(unique.map(({ content, type }) => reduce(content, type, options)));
  const shown = new Map<Opened, Asset | undefined>();
  for (const file of unique) shown.set(file, await toAsset(file, options, report));
  const assets = opened.map((file) => (file && 'content' in file ? shown.get(file) : file));
  const urls = assets.map((asset) => asset?.url);
  return {
    urls: urls.map((url) => url ?? ''),
    imageSizes: assets.map((asset) => (asset && 'content' in asset ? sizeOf(asset) : undefined)),
    sizes: assets.map((asset) => (asset && 'content' in asset ? factsOf(asset) : undefined)),
    files: assets.map((asset) => (asset && 'content' in asset ? fileOf(asset) : undefined)),
    contents: [...shown.values()].flatMap((asset) => asset?.content ?? []),
    origins: [...origins].sort(),
    features: [...shown.values()].some(endsByItself) ? ['gif'] : [],
  };
}

/** Fetches the files on the web that references name, if the build does that. */
async function fetchAll(
  refs: readonly AssetRef[],
  { remoteDeck }: Pick<AssetOptions, 'remoteDeck'>,
): Promise<OpenFetched | undefined> {
  if (!remoteDeck) return undefined;
  const { fetchFiles } = await import('./fetched-files.ts');
  return fetchFiles(refs, remoteDeck);
}

/** All files; none if a page cannot hold them, which is reported at the first that has no place. */
function withinLimit(files: readonly Opened[], report: Report): readonly Opened[] {
  const total = new TotalSize(pageLimit, 'this deck');
  const fits = files.every(
    ({ content, type: { mime }, ref }) =>
      total.addBytes(content.bytes.length, ref, report) &&
      total.addPixels(content, mime, ref, report),
  );
  return fits ? files : [];
}

/** The options of a build and the deck's own that decide what becomes of its files. */
interface AssetOptions
  extends OpenOptions,
    Partial<Pick<BuildOptions, 'allowRemote' | 'share' | 'stripMetadata'>> {
  readonly remoteDeck?: RemoteDeck | undefined;
}

/** A file as the page shows it. */
interface Asset {
  readonly content: FileContent;
  /** The same without what is removed from it. */
  readonly shown: FileContent;
  readonly url: string;
  /** As in `image/png`. */
  readonly type: string;
}

function endsByItself(asset: Asset | undefined): boolean {
  return asset?.type === 'image/gif' && isEndingGif(asset.content.bytes);
}

function sizeOf({ content, type }: Asset): ImageSize | undefined {
  return content.imageSize(type);
}

function fileOf(asset: Asset): ShownFile {
  const size = sizeOf(asset);
  return { bytes: asset.shown.bytes, mime: asset.type, ...(size && { size }) };
}

function factsOf(asset: Asset): ImageFacts | undefined {
  const size = sizeOf(asset);
  return (
    size && {
      ...size,
      isPhoto: isPhoto(asset.type),
      isVector: asset.type === 'image/svg+xml',
    }
  );
}

/**
 * A file as a `data:` URL.
 *
 * @param total the files that are read with it
 * @returns `undefined` if something is wrong with it, which is reported
 */
export async function readAsset(
  ref: AssetRef,
  options: Pick<AssetOptions, 'root' | 'images' | 'remoteDeck'>,
  total: TotalSize,
  inputs: Inputs,
  report: Report,
): Promise<string | undefined> {
  const [files, known] = [new FileContents(), new Map()];
  const remote = remoteUrl(ref.path);
  const openFetched = remote && (await fetchAll([ref], options));
  const opened =
    remote && openFetched
      ? openFetched(ref, remote, files, report, known)
      : openFile(ref, options, files, inputs, report, known);
  if (!opened) return undefined;
  if (!total.addPixels(opened.content, opened.type.mime, ref, report)) return undefined;
  const asset = await toAsset(opened, options, report);
  return asset?.url;
}

function reduce(
  content: FileContent,
  { mime }: MediaType,
  { images }: AssetOptions,
): Promise<Reduced> {
  return reduceImage(content, mime, images);
}

/** Reduces an image if the deck wants that, and removes metadata if the build wants that. */
async function toAsset(
  { content: original, type, ref }: Opened,
  options: AssetOptions,
  report: Report,
): Promise<Asset | undefined> {
  const { content, mime, problem } = await reduce(original, type, options);
  if (problem !== undefined) reportUnreduced(problem, ref, report);
  if (type.kind === 'image' && !isDataUrl(ref.path)) {
    const megabytes = content.bytes.length / 1024 / 1024;
    if (megabytes > limits.image) return reportTooLarge(megabytes, 'image', ref, report);
    reportLargeImage(content, mime, ref, options.images, report);
  }
  const isClean = options.share || options.stripMetadata;
  const shown = isClean ? cleaned(content, mime, ref, report) : content;
  return { content, shown, url: shown.dataUrl(mime), type: mime };
}

function cleaned(content: FileContent, mime: string, ref: AssetRef, report: Report): FileContent {
  const bytes = stripMetadata(content.bytes, mime);
  if (bytes) return new FileContent(bytes);
  const message = `the metadata of "${ref.path}" could not be removed: the file is damaged`;
  report.add('share-metadata', ref.span, message, 'save it again with another program');
  return content;
}
