import { statSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { isUrl, locateFile, reportPrivateKey } from '../../base/files/locate-file.ts';
import { type MediaType, mediaType, webVtt } from '../../base/files/media-types.ts';
import { pointerIn, reportPointer } from '../../base/files/pointer.ts';
import type { Inputs } from '../../base/inputs.ts';
import type { Feature } from '../../model/rendered.ts';
import type { ImageSettings } from '../../model/front-matter.ts';
import type { AssetRef, BuildOptions } from '../../model/source.ts';
import type { ImageFacts } from '../fill-slides.ts';
import { stripMetadata } from '../metadata/strip.ts';
import { isReducible } from '../reduce/plan-job.ts';
import { type Reduced, reduceImage } from '../reduce/reduce-image.ts';
import { FileContent, FileContents } from './file-contents.ts';
import { checkType } from './file-type.ts';
import { isDataUrl, readDataUrl } from './data-url.ts';
import { remoteAsset, remoteUrl } from './remote.ts';
import { isShowable } from './showable.ts';
import { isEndingGif } from './gif.ts';
import type { ImageSize } from './image-size.ts';
import { TotalSize } from './total-size.ts';
import { reportLargeImage, reportUnreduced, smallerImage } from './large-image.ts';

/**
 * The megabytes of the largest file that goes in. No picture needs as many, at the size of a slide; and
 * pages beyond that of a video are opened by no browser in the time that an audience waits.
 */
const limits = { image: 25, media: 100 } as const;
/** The megabytes of all files of a page. Programs have texts of at most 512 MB, and files grow by a third in it. */
const pageLimit = 300;
/** The megabytes of the largest image that is reduced before it goes in. */
const reducibleLimit = 100;

interface Assets {
  /** The URL of each asset, escaped for an attribute; empty if the file could not be read. */
  readonly urls: readonly string[];
  /** The facts of those that are images of a known size. */
  readonly sizes: readonly (ImageFacts | undefined)[];
  readonly imageSizes: readonly (ImageSize | undefined)[];
  /** The files that the page shows. */
  readonly contents: readonly FileContent[];
  /** The origins of remote images, video and audio that the page may load. */
  readonly origins: readonly string[];
  /** The features that they need. */
  readonly features: readonly Feature[];
}

/** Reads the files that a deck refers to, each once. Nothing is read from the network. */
export async function readAssets(
  refs: readonly AssetRef[],
  options: AssetOptions,
  files: FileContents,
  inputs: Inputs,
  report: Report,
): Promise<Assets> {
  const origins = new Set<string>();
  const known: OpenedFiles = new Map();
  const opened = refs.map((ref) => {
    const remote = remoteUrl(ref.path);
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
    contents: [...shown.values()].flatMap((asset) => asset?.content ?? []),
    origins: [...origins].sort(),
    features: [...shown.values()].some(endsByItself) ? ['gif'] : [],
  };
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
  extends Pick<BuildOptions, 'root'>,
    Partial<Pick<BuildOptions, 'allowRemote' | 'share' | 'stripMetadata'>> {
  readonly images?: ImageSettings | undefined;
}

/** A file as it was read. */
interface Opened {
  readonly content: FileContent;
  readonly type: MediaType;
  /** The first reference to it. */
  readonly ref: AssetRef;
}

/** Files that were opened before, by path; `undefined` if a file could not be read. */
type OpenedFiles = Map<string, Opened | undefined>;

/** A file as the page shows it. */
interface Asset {
  readonly content: FileContent;
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

function factsOf(asset: Asset): ImageFacts | undefined {
  const size = sizeOf(asset);
  return (
    size && {
      ...size,
      isPhoto: photoTypes.has(asset.type),
      isVector: asset.type === 'image/svg+xml',
    }
  );
}

const photoTypes: ReadonlySet<string> = new Set(['image/jpeg', 'image/avif']);

/**
 * A file as a `data:` URL.
 *
 * @param total the files that are read with it
 * @returns `undefined` if something is wrong with it, which is reported
 */
export async function readAsset(
  ref: AssetRef,
  options: Pick<AssetOptions, 'root' | 'images'>,
  total: TotalSize,
  inputs: Inputs,
  report: Report,
): Promise<string | undefined> {
  const opened = openFile(ref, options, new FileContents(), inputs, report, new Map());
  if (!opened) return undefined;
  if (!total.addPixels(opened.content, opened.type.mime, ref, report)) return undefined;
  const asset = await toAsset(opened, options, report);
  return asset?.url;
}

function openFile(
  ref: AssetRef,
  { root, images }: Pick<AssetOptions, 'root' | 'images'>,
  files: FileContents,
  inputs: Inputs,
  report: Report,
  known: OpenedFiles,
): Opened | undefined {
  if (isDataUrl(ref.path)) {
    if (!known.has(ref.path)) known.set(ref.path, openDataUrl(ref, report));
    return known.get(ref.path);
  }
  if (isUrl(ref.path)) {
    const hint = 'a page holds files; nothing is loaded by address';
    report.add('file-kind', ref.span, `"${ref.path}" is not a file`, hint);
    return undefined;
  }
  const file = locateFile(ref, root, inputs, report);
  if (file === undefined) return undefined;
  if (!known.has(file)) known.set(file, openAsset(file, ref, images !== undefined, files, report));
  return known.get(file);
}

function openAsset(
  file: string,
  ref: AssetRef,
  isReducing: boolean,
  files: FileContents,
  report: Report,
): Opened | undefined {
  const declared = ref.isCaptions ? webVtt : mediaType(path.extname(ref.path).slice(1));
  const content = readContent(file, declared, isReducing, ref, files, report);
  const pointer = content && pointerIn(file, content.bytes);
  if (pointer) reportPointer(pointer, ref.path, ref.span, report);
  if (!content || pointer) return undefined;
  const type = checkType(content.bytes, declared, ref, report);
  if (!type || !isShowable(content, type, ref, report)) return undefined;
  const isText = type.mime === 'image/svg+xml' || type === webVtt;
  if (isText && reportPrivateKey(content.bytes.toString('utf8'), ref, report)) return undefined;
  return { content, type, ref };
}

function openDataUrl(ref: AssetRef, report: Report): Opened | undefined {
  const image = readDataUrl(ref, report);
  if (!image || !isShowable(image.content, image.type, ref, report)) return undefined;
  return { ...image, ref };
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
  return { content, url: shown.dataUrl(mime), type: mime };
}

function cleaned(content: FileContent, mime: string, ref: AssetRef, report: Report): FileContent {
  const bytes = stripMetadata(content.bytes, mime);
  if (bytes) return new FileContent(bytes);
  const message = `the metadata of "${ref.path}" could not be removed: the file is damaged`;
  report.add('share-metadata', ref.span, message, 'save it again with another program');
  return content;
}

function reportTooLarge(
  megabytes: number,
  kind: keyof typeof limits,
  ref: AssetRef,
  report: Report,
  canReduce = false,
): undefined {
  const message = `"${ref.path}" has ${Math.ceil(megabytes)} MB; a page holds ${kind} files of up to ${limits[kind]} MB`;
  const hint = kind === 'image' ? smallerImage(canReduce) : 'make it smaller, or link to it';
  report.add('file-large', ref.span, message, hint);
}

function readContent(
  file: string,
  type: MediaType | undefined,
  isReducing: boolean,
  ref: AssetRef,
  files: FileContents,
  report: Report,
): FileContent | undefined {
  const kind = (type?.kind ?? 'image') === 'image' ? 'image' : 'media';
  const canReduce = type !== undefined && isReducible(type.mime);
  try {
    const megabytes = statSync(file).size / 1024 / 1024;
    if (megabytes <= (isReducing && canReduce ? reducibleLimit : limits[kind])) {
      return files.read(file);
    }
    return reportTooLarge(megabytes, kind, ref, report, canReduce && !isReducing);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report.add('file-unreadable', ref.span, `"${ref.path}" cannot be read: ${reason}`);
  }
  return undefined;
}
