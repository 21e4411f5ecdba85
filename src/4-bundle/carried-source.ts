import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { statsOf } from '../1-load/file-stats.ts';
import { isInside } from '../1-load/locate.ts';
import { builtInThemes } from '../1-load/theme.ts';
import { type CarriedFile, type CarriedSource, carriedSourceType } from '../deck.ts';
import { html, rawHtml } from '../html.ts';
import { packageRoot } from '../package-root.ts';

/** What a build looked at, and where. Paths are absolute. */
export interface SourceFiles {
  /** The deck's own file: its real path. */
  readonly entry: string;
  /** All that were noted, be they there or not. */
  readonly noted: Iterable<string>;
  readonly root: string;
}

/**
 * The element by which a page carries the author's files: those below the root, but none of an
 * installed package or a built-in theme.
 *
 * @param urls the `data:` URLs that are in the page anyway
 */
export function writeCarriedSource(
  { entry, noted, root }: SourceFiles,
  urls: readonly string[],
): string {
  const shown = contentsOf(urls);
  const files = [...new Set([entry, ...[...noted].flatMap((file) => waysTo(file, root))])];
  const folder = commonFolder(files);
  const name = (file: string) => path.relative(folder, file).split(path.sep).join('/');
  const carried = files.map((file) => carry(name(file), readFileSync(file), shown));
  carried.sort((a, b) => (a.path < b.path ? -1 : 1));
  const source: CarriedSource = { entry: name(entry), files: carried };
  // Nothing in it ends the element or begins a comment.
  const json = JSON.stringify(source).replaceAll('<', '\\u003c');
  return html`<script type="${carriedSourceType}">${rawHtml(json)}</script>\n`.toString();
}

/** The paths below the root by which a file is reached: as named and, where a link leads elsewhere, itself. */
function waysTo(file: string, root: string): readonly string[] {
  if (!statsOf(file)?.isFile()) return [];
  return [file, realpathSync(file)].filter((way) => isInside(way, root) && !isOfPackage(way));
}

/** Parts of Lectern itself, where the decks lie beside them. */
const ownParts = ['lib', 'src/runtime', 'themes/base', 'themes/base.css'];

function isOfPackage(file: string): boolean {
  if (file.split(path.sep).includes('node_modules')) return true;
  const parts = [...ownParts, ...builtInThemes.map((name) => `themes/${name}`)];
  return parts.some((part) => isInside(file, path.join(packageRoot, part)));
}

function commonFolder(files: readonly string[]): string {
  let folder = path.dirname(files[0] ?? '');
  while (!files.every((file) => isInside(file, folder))) folder = path.dirname(folder);
  return folder;
}

/** What `data:` URLs hold, in Base64, by its length there. */
type Contents = ReadonlyMap<number, ReadonlySet<string>>;

function contentsOf(urls: readonly string[]): Contents {
  const contents = new Map<number, Set<string>>();
  for (const url of urls) {
    const content = url.slice(url.indexOf(',') + 1);
    contents.set(content.length, (contents.get(content.length) ?? new Set()).add(content));
  }
  return contents;
}

function carry(name: string, bytes: Buffer, shown: Contents): CarriedFile {
  if (isShown(bytes, shown))
    return { path: name, sha256: createHash('sha256').update(bytes).digest('hex') };
  return isUtf8(bytes)
    ? { path: name, text: bytes.toString('utf8') }
    : { path: name, base64: bytes.toString('base64') };
}

function isShown(bytes: Buffer, shown: Contents): boolean {
  const sameLength = shown.get(Math.ceil(bytes.length / 3) * 4);
  return sameLength?.has(bytes.toString('base64')) ?? false;
}
