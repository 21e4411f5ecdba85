import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Position, Range } from 'vscode-languageserver-protocol';
import { realPathOf } from '../../base/files/file-stats.ts';
import type { Span } from '../../model/source.ts';

/** Lines and columns of spans count from 1, those of the protocol from 0; both are in UTF-16 units. */
export function rangeOf({ line, column, length, cell }: Span): Range {
  // A cell has no place in a text.
  if (cell !== undefined) return lineRange(0, 0, 0);
  return lineRange(line - 1, column - 1, column - 1 + length);
}

export function lineRange(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

export function rangeOfLines(first: number, last: number, lastLine: string): Range {
  return {
    start: { line: first, character: 0 },
    end: { line: last, character: lastLine.length },
  };
}

export function contains({ start, end }: Range, position: Position): boolean {
  return !isBefore(position, start) && !isBefore(end, position);
}

export function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** The real path of a file of an editor; of one that is not saved, a path in `folder`. */
export function pathOfUri(uri: string, folder: string): string {
  if (!uri.startsWith('file:')) {
    const name = decodeURIComponent(uri.replace(/^[^:]*:/, '')).replace(/[^\w.-]+/g, '-');
    return path.join(folder, /\.(?:md|markdown|qmd|rmd)$/i.test(name) ? name : `${name}.md`);
  }
  return realPathOf(fileURLToPath(uri));
}

/** The real paths of folders of an editor; those on other machines are left out. */
export function foldersOfUris(uris: readonly string[]): readonly string[] {
  return uris.filter((uri) => uri.startsWith('file:')).map((uri) => realPathOf(fileURLToPath(uri)));
}

export function uriOfPath(file: string): string {
  return pathToFileURL(file).href;
}
