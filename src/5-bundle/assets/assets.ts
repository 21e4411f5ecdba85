import { statSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { isUrl, locateFile } from '../../base/files/locate-file.ts';
import { type MediaType, mediaType } from '../../base/files/media-types.ts';
import { pointerIn, reportPointer } from '../../base/files/pointer.ts';
import { escapeHtml } from '../../base/html.ts';
import type { Inputs } from '../../base/inputs.ts';
import type { Feature } from '../../model/rendered.ts';
import type { AssetRef, BuildOptions } from '../../model/source.ts';
import type { ImageFacts } from '../fill-slides.ts';
import { stripMetadata } from '../metadata/strip.ts';
import { FileContent, FileContents } from './file-contents.ts';
import { checkType } from './file-type.ts';
import { isDataUrl, readDataUrl } from './data-url.ts';
import { isEndingGif } from './gif.ts';
import type { ImageSize } from './image-size.ts';

/**
 * The megabytes of the largest file that goes in. No picture needs as many, at the size of a slide; and
 * pages beyond that of a video are opened by no browser in the time that an audience waits.
 */
const limits = { image: 25, media: 100 } as const;
/** Larger images are included with a warning; in megabytes. */
const largeImage = 3;

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
  /** Whether all could be read. */
  readonly ok: boolean;
}

/** Reads the files that a deck refers to, each once. Nothing is read from the network. */
export function readAssets(
  refs: readonly AssetRef[],
  options: BuildOptions,
  files: FileContents,
  inputs: Inputs,
  report: Report,
): Assets {
  const origins = new Set<string>();
  const known: KnownAssets = new Map();
  const clean = (options.share || options.stripMetadata) ?? false;
  const assets = refs.map((ref) => {
    const remote = remoteUrl(ref.path);
    if (remote) return { url: remoteAsset(remote, ref, options, origins, report) };
    return findAsset(ref, options.root, inputs, report, files, known, clean);
  });
  const urls = assets.map((asset) => asset?.url);
  const contents = [...known.values()].flatMap((asset) => asset?.content ?? []);
  return {
    urls: urls.map((url) => url ?? ''),
    imageSizes: assets.map((asset) => (asset && 'content' in asset ? sizeOf(asset) : undefined)),
    sizes: assets.map((asset) => (asset && 'content' in asset ? factsOf(asset) : undefined)),
    contents,
    origins: [...origins].sort(),
    features: [...known.values()].some(endsByItself) ? ['gif'] : [],
    ok: !urls.includes(undefined),
  };
}

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
  return size && { ratio: size.width / size.height, isPhoto: photoTypes.has(asset.type) };
}

const photoTypes: ReadonlySet<string> = new Set(['image/jpeg', 'image/avif']);

/** Files that were read before, by path; `undefined` if a file could not be read. */
type KnownAssets = Map<string, Asset | undefined>;

/**
 * A file as a `data:` URL.
 *
 * @param clean whether to remove its metadata
 * @returns `undefined` if something is wrong with it, which is reported
 */
export function readAsset(
  ref: AssetRef,
  root: string,
  inputs: Inputs,
  report: Report,
  files = new FileContents(),
  known: KnownAssets = new Map(),
  clean = false,
): string | undefined {
  return findAsset(ref, root, inputs, report, files, known, clean)?.url;
}

function findAsset(
  ref: AssetRef,
  root: string,
  inputs: Inputs,
  report: Report,
  files: FileContents,
  known: KnownAssets,
  clean: boolean,
): Asset | undefined {
  if (isDataUrl(ref.path)) {
    if (!known.has(ref.path)) known.set(ref.path, openDataUrl(ref, report, clean));
    return known.get(ref.path);
  }
  if (isUrl(ref.path)) {
    const hint = 'a page holds files; nothing is loaded by address';
    report.add('file-kind', ref.span, `"${ref.path}" is not a file`, hint);
    return undefined;
  }
  const file = locateFile(ref, root, inputs, report);
  if (file === undefined) return undefined;
  if (!known.has(file)) known.set(file, openAsset(file, ref, files, report, clean));
  return known.get(file);
}

function openAsset(
  file: string,
  ref: AssetRef,
  files: FileContents,
  report: Report,
  clean: boolean,
): Asset | undefined {
  const extension = path.extname(ref.path).slice(1);
  const declared = mediaType(extension);
  const content = readContent(file, declared, ref, files, report);
  const pointer = content && pointerIn(file, content.bytes);
  if (pointer) reportPointer(pointer, ref.path, ref.span, report);
  if (!content || pointer) return undefined;
  const type = checkType(content.bytes, declared, ref, report);
  if (!type) return undefined;
  if (type.kind === 'image') reportLargeImage(content, type, ref, report);
  return asset(content, type, ref, report, clean);
}

function openDataUrl(ref: AssetRef, report: Report, clean: boolean): Asset | undefined {
  const image = readDataUrl(ref, report);
  return image && asset(image.content, image.type, ref, report, clean);
}

function asset(
  content: FileContent,
  type: MediaType,
  ref: AssetRef,
  report: Report,
  clean: boolean,
): Asset {
  const shown = clean ? cleaned(content, type, ref, report) : content;
  return { content, url: shown.dataUrl(type.mime), type: type.mime };
}

function reportLargeImage(
  content: FileContent,
  { mime }: MediaType,
  ref: AssetRef,
  report: Report,
): void {
  const megabytes = content.bytes.length / 1024 / 1024;
  if (megabytes <= largeImage) return;
  const size = content.imageSize(mime);
  const pixels = size ? ` and ${size.width} × ${size.height} pixels` : '';
  const message = `"${ref.path}" has ${megabytes.toFixed(1)} MB${pixels}`;
  report.add('image-large', ref.span, message, smaller.image);
}

function cleaned(
  content: FileContent,
  { mime }: MediaType,
  ref: AssetRef,
  report: Report,
): FileContent {
  const bytes = stripMetadata(content.bytes, mime);
  if (bytes) return new FileContent(bytes);
  const message = `the metadata of "${ref.path}" could not be removed: the file is damaged`;
  report.add('share-metadata', ref.span, message, 'save it again with another program');
  return content;
}

function readContent(
  file: string,
  type: MediaType | undefined,
  ref: AssetRef,
  files: FileContents,
  report: Report,
): FileContent | undefined {
  const kind = (type?.kind ?? 'image') === 'image' ? 'image' : 'media';
  try {
    const megabytes = statSync(file).size / 1024 / 1024;
    if (megabytes <= limits[kind]) return files.read(file);
    const message = `"${ref.path}" has ${Math.ceil(megabytes)} MB; a page holds ${kind} files of up to ${limits[kind]} MB`;
    report.add('file-large', ref.span, message, smaller[kind]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report.add('file-unreadable', ref.span, `"${ref.path}" cannot be read: ${reason}`);
  }
  return undefined;
}

const smaller = {
  image:
    'make it smaller: the sharpest projector shows 3840 × 2160 pixels; or save it as WebP or JPEG',
  media: 'make it smaller, or link to it',
} as const;

/** The URL of a remote reference. */
function remoteUrl(reference: string): URL | undefined {
  if (!/^(?:https?:)?\/\//i.test(reference)) return undefined;
  const absolute = reference.startsWith('//') ? `https:${reference}` : reference;
  return URL.canParse(absolute) ? new URL(absolute) : undefined;
}

function remoteAsset(
  url: URL,
  ref: AssetRef,
  { allowRemote }: BuildOptions,
  origins: Set<string>,
  report: Report,
): string | undefined {
  if (!allowRemote) {
    const hint = `download it and name the file, or leave the link in with --allow-remote`;
    report.add(
      'image-remote',
      ref.span,
      `"${ref.path}" is on the web; a deck carries its files`,
      hint,
    );
    return undefined;
  }
  origins.add(url.origin);
  // Escaped for an attribute and for `url()` in styles.
  const href = url.href.replace(
    /['()\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return escapeHtml(href);
}
