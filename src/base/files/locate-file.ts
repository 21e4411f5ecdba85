import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { Span } from '../../model/source.ts';
import type { Report } from '../diagnostics/report.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Inputs } from '../inputs.ts';
import { isDeckName } from './deck-files.ts';
import { hasPrivateKey, hasSecretName } from './secret-file.ts';

/** A file that a deck names. */
interface FileRef {
  /** As written. */
  readonly path: string;
  /** The real path of the file that names it. */
  readonly from: string;
  /** Absent if no text names it. */
  readonly span: Span | undefined;
  /** How to write a path with spaces that HTML ends at the first one. */
  readonly spaced?: string;
}

/** Whether a reference is a URL and not a file path. One letter and a colon is a Windows drive. */
export function isUrl(reference: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(reference);
}

/**
 * The real path of a file that a deck names; `undefined` if it does not exist, is no ordinary file or is outside
 * the root (also through a link), which is reported.
 */
export function locateFile(
  ref: FileRef,
  root: string,
  inputs: Inputs,
  report: Report,
): string | undefined {
  if (isUrl(ref.path)) {
    report.add('file-kind', ref.span, `"${ref.path}" is an address; a file's path is needed here`);
    return undefined;
  }
  const paths = candidates(ref);
  // Before looking for them: a message must not tell either whether there is such a file.
  const meant = paths.at(-1) ?? '';
  if (isInside(meant, root) && isRefused(meant, ref, root, report)) return undefined;
  for (const file of paths) inputs.add(file);
  const found = paths.find((file) => stat(file) !== undefined);
  if (found === undefined) {
    report.add('file-missing', ref.span, `there is no file "${ref.path}"`, missingHint(ref));
    return undefined;
  }
  const file = realpathSync(found);
  if (isOutside(file, ref, root, report) || isRefused(file, ref, root, report)) return undefined;
  if (!stat(file)?.isFile()) {
    report.add('file-kind', ref.span, `"${ref.path}" is not an ordinary file`);
    return undefined;
  }
  return file;
}

/**
 * The real path of a deck that the command line names, or that was found in `slides/`; `undefined` if it does not
 * exist, or is a link to a file that decks cannot use, which is reported. A deck may itself be hidden.
 *
 * @param deck absolute path
 * @param name the path for messages
 */
export function locateDeck(
  deck: string,
  name: string,
  root: string,
  report: Report,
): string | undefined {
  const stats = stat(deck);
  if (stats === undefined) {
    report.add('file-missing', undefined, `there is no file ${name}`, missingDeckHint(deck, name));
    return undefined;
  }
  if (stats.isDirectory()) {
    const [first] = namesIn(deck).filter(isDeckName);
    const hint = first && `name the decks in it: ${path.join(name, first)}`;
    report.add('file-kind', undefined, `${name} is a folder`, hint);
    return undefined;
  }
  const file = realpathSync(deck);
  const ref = { path: name, span: undefined };
  if (isOutside(file, ref, root, report)) return undefined;
  const isLink = file !== deck && !deck.endsWith(path.sep + path.relative(root, file));
  return isLink && isRefused(file, ref, root, report) ? undefined : file;
}

/** The deck next to the place, or in its folder `slides/`, that a wrong name may mean. */
function missingDeckHint(deck: string, name: string): string | undefined {
  // What Node.js reads in place of bytes that are not UTF-8.
  if (name.includes('\uFFFD')) return 'rename the file: its name is not UTF-8';
  if (isBrokenLink(deck)) return 'it is a symbolic link to a file that does not exist';
  const { dir, base } = path.parse(deck);
  const found = [dir, path.join(dir, 'slides')].flatMap((folder) => {
    const near = didYouMean(base, namesIn(folder).filter(isDeckName));
    return near === undefined ? [] : path.join(folder, near);
  });
  const [first] = found;
  if (first === undefined) return undefined;
  const written = path.join(path.dirname(name), path.relative(dir, first));
  return `did you mean "${written}"?`;
}

type NamedFile = Pick<FileRef, 'path' | 'span'>;

/** Whether a real path is outside of the root, which is reported. */
function isOutside(file: string, ref: NamedFile, root: string, report: Report): boolean {
  if (isInside(file, root)) return false;
  const message = `"${ref.path}" lies outside of the project's folder`;
  const hint = `move it under ${root}, or name a wider folder with --root`;
  report.add('file-outside', ref.span, message, hint);
  return true;
}

/** Whether a file is one that decks cannot use, which is reported. */
export function isRefused(file: string, ref: NamedFile, root: string, report: Report): boolean {
  if (isHidden(file, root)) reportHidden(ref, report);
  else if (hasSecretName(path.relative(root, file))) reportSecretName(ref, report);
  else return false;
  return true;
}

/** Whether a part of the path below the root begins with a dot: `.env`, `.git/config`, `.ssh/id_rsa`. */
function isHidden(file: string, root: string): boolean {
  const parts = path.relative(root, file).split(path.sep);
  return parts.some((part) => part.startsWith('.') && part !== '..');
}

const copyHint = 'copy what the deck shows to a file with another name';

/** Such files contain the settings and secrets of programs. */
function reportHidden(ref: NamedFile, report: Report): void {
  const message = `"${ref.path}" is hidden: a deck cannot use files and folders whose name begins with a dot`;
  report.add('file-kind', ref.span, message, copyHint);
}

/** Keys and passwords of programs, in the names that these give them. */
function reportSecretName(ref: NamedFile, report: Report): void {
  const message = `"${ref.path}" is refused: files of this kind and name usually contain keys or passwords`;
  report.add('file-secret', ref.span, message, copyHint);
}

/**
 * Reports a text that a deck must not show, whatever its name.
 *
 * @returns whether it contains a private key
 */
export function reportPrivateKey(
  text: string,
  { path: name, span }: NamedFile,
  report: Report,
): boolean {
  if (!hasPrivateKey(text)) return false;
  const message = `"${name}" is refused: it contains a private key`;
  report.add('file-secret', span, message, 'shorten the key to "..." in what the deck shows');
  return true;
}

export function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** The path as written, and decoded, because Markdown tools write spaces as `%20`. */
function candidates(ref: FileRef): readonly string[] {
  const folder = path.dirname(ref.from);
  const plain = path.resolve(folder, ref.path);
  if (!ref.path.includes('%')) return [plain];
  try {
    return [plain, path.resolve(folder, decodeURIComponent(ref.path))];
  } catch {
    return [plain];
  }
}

function missingHint(ref: FileRef): string {
  if (ref.spaced !== undefined) return `put a value with spaces between quotes: ${ref.spaced}`;
  const [, bare, width, height] = /^(.+\.\w{2,5})\s+=(\d*%?)x(\d*%?)$/.exec(ref.path) ?? [];
  if (bare !== undefined) {
    const size = [width && `width=${width}`, height && `height=${height}`].filter(Boolean);
    return `write the size between braces: ![](${bare}){${size.join(' ') || 'width=300'}}`;
  }
  if (ref.path.includes('\\')) {
    return `write "/" between folders: "${ref.path.replaceAll('\\', '/')}"`;
  }
  const file = path.resolve(path.dirname(ref.from), ref.path);
  const near = didYouMean(path.basename(file), namesIn(path.dirname(file)));
  if (near !== undefined) return `did you mean "${path.posix.join(path.dirname(ref.path), near)}"?`;
  return 'paths start at the folder of the file that names them';
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}

function isBrokenLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Resolves the path; `undefined` if there is no such file, also if the path contains a NUL or is too long. */
function stat(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}
