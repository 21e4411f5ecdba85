import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { waysTo } from '../../1-load/own-files.ts';
import { isInside } from '../../base/files/locate-file.ts';
import { detectFormat } from '../../base/files/media-types.ts';
import { relativePath } from '../../base/files/relative-path.ts';
import { html, rawHtml } from '../../base/html.ts';
import type { ImageSettings } from '../../model/front-matter.ts';
import { type CarriedFile, type CarriedSource, carriedSourceType } from '../../model/page.ts';
import { reduceImage } from '../reduce/reduce-image.ts';
import type { CarriedLock } from '../remote-deck.ts';
import { replaceImageUrls } from '../styles/image-urls.ts';
import { FileContent, type FileContents } from './file-contents.ts';

/** The files that a build read. Paths are absolute. */
interface SourceFiles {
  /** The deck's own file: its real path. */
  readonly entry: string;
  /** All parts of the deck, whether they exist or not. */
  readonly noted: Iterable<string>;
  readonly root: string;
  readonly lock: CarriedLock | undefined;
}

/** The author's files, with paths as in {@link CarriedSource}. */
interface ReadSource {
  readonly entry: string;
  readonly files: ReadonlyMap<string, FileContent>;
}

/**
 * Reads the author's files: those below the root, except installed packages and built-in themes. One that cannot be
 * read is missing; who uses it reports it.
 *
 * @param images the settings that images are reduced by, also here unless they ask for the original
 */
export async function readSource(
  { entry, noted, root, lock }: SourceFiles,
  contents: FileContents,
  images: ImageSettings | undefined,
): Promise<ReadSource> {
  const files = [...new Set([entry, ...[...noted].flatMap((file) => waysTo(file, root))])];
  if (lock?.text !== undefined) files.push(lock.file);
  const folder = commonFolder(files);
  const name = (file: string) => relativePath(folder, file);
  const settings = images?.original ? undefined : images;
  const read = files.map(async (file) => {
    if (file === lock?.file) return [[name(file), textContent(lock.text ?? '')]] as const;
    const content = readIfPossible(file, contents);
    return content ? [[name(file), await asCarried(content, settings)] as const] : [];
  });
  const named = await Promise.all(read);
  return { entry: name(entry), files: new Map(named.flat()) };
}

function readIfPossible(file: string, contents: FileContents): FileContent | undefined {
  try {
    return contents.read(file);
  } catch {
    return undefined;
  }
}

function textContent(text: string): FileContent {
  return new FileContent(Buffer.from(text));
}

async function asCarried(
  content: FileContent,
  settings: ImageSettings | undefined,
): Promise<FileContent> {
  const format = settings && detectFormat(content.bytes.subarray(0, 512));
  if (!format || !('type' in format)) return content;
  return (await reduceImage(content, format.type.mime, settings)).content;
}

/**
 * The element that contains the author's files in a page.
 *
 * @param shown the files that the page embeds anyway, as `data:` URLs
 * @param css the page's styles, which embed images, too
 */
export function writeCarriedSource(
  { entry, files }: ReadSource,
  shown: readonly FileContent[],
  css: string,
): string {
  const digests = new Set([...shown.map(({ sha256 }) => sha256), ...digestsIn(css)]);
  const carried = Array.from(files, ([name, content]) => carry(name, content, digests));
  carried.sort((a, b) => (a.path < b.path ? -1 : 1));
  const source: CarriedSource = { entry, files: carried };
  // So that nothing in it ends the element or begins a comment.
  const json = JSON.stringify(source).replaceAll('<', '\\u003c');
  return html`<script type="${carriedSourceType}">${rawHtml(json)}</script>\n`.toString();
}

/** The digests of the images in a style sheet. */
function digestsIn(css: string): readonly string[] {
  const urls: string[] = [];
  replaceImageUrls(css, (url) => {
    urls.push(url);
    return undefined;
  });
  return [...new Set(urls)].map((url) =>
    createHash('sha256')
      .update(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
      .digest('hex'),
  );
}

function commonFolder(files: readonly string[]): string {
  let folder = path.dirname(files[0] ?? '');
  while (!files.every((file) => isInside(file, folder))) folder = path.dirname(folder);
  return folder;
}

function carry(name: string, content: FileContent, shown: ReadonlySet<string>): CarriedFile {
  const { bytes } = content;
  if (shown.has(content.sha256)) return { path: name, sha256: content.sha256 };
  return isUtf8(bytes)
    ? { path: name, text: bytes.toString('utf8') }
    : { path: name, base64: bytes.toString('base64') };
}
