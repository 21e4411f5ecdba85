import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Program } from './export.ts';

interface Place {
  /** With the decks. */
  readonly folder: string;
  readonly lecternProgram: string;
  /** Of the browser. */
  readonly browser: string;
}

/** How each program makes a PDF of the same slides, with the same browser; and how Lectern makes images of them. */
export function exportCommands(
  place: Place,
): Readonly<Record<Program | 'images', readonly string[]>> {
  const { folder, lecternProgram, browser } = place;
  const program = (name: string): string =>
    path.join(import.meta.dirname, '../node_modules/.bin', name);
  const node = process.execPath;
  const isRoot = process.getuid?.() === 0;
  const sandbox = isRoot ? ['--no-sandbox'] : [];
  const own = [lecternProgram, 'export', 'deck.md', '--out', 'lectern.pdf', '--browser', browser];
  const decktape = [program('decktape'), '--chrome-path', browser, '--size', '1280x720'];
  return {
    images: [
      ...[node, lecternProgram, 'export', 'deck.md', '--to', 'png', '--out', 'images'],
      ...['--browser', browser, ...sandbox],
    ],
    lectern: [node, ...own, ...sandbox],
    chromium: [
      ...[browser, '--headless', ...sandbox, `--user-data-dir=${path.join(folder, 'profile')}`],
      ...['--no-pdf-header-footer', `--print-to-pdf=${path.join(folder, 'chromium.pdf')}`],
      pathToFileURL(path.join(folder, 'deck.html')).href,
    ],
    // Marp CLI gives the sandbox up by itself where it cannot start.
    marp: [node, program('marp'), 'marp.md', '--pdf', '--allow-local-files', '-o', 'marp.pdf'],
    decktape: [
      ...[node, ...decktape, ...(isRoot ? ['--chrome-arg=--no-sandbox'] : [])],
      ...['reveal', 'plain.html', 'decktape.pdf'],
    ],
  };
}
