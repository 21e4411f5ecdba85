import path from 'node:path';
import { findLine } from '../../base/files/find-line.ts';
import { readLines } from '../../base/files/plain-text.ts';
import type { LiveDeck } from '../deck/live-deck.ts';
import type { OpenEditor } from '../protocol/messages.ts';

/** Opens the author's editor at the source line of a clicked element. */
export async function openEditor(
  { shown, job }: LiveDeck,
  { slide, text }: Pick<OpenEditor, 'slide' | 'text'>,
  notify: (message: string) => void,
): Promise<void> {
  const place = shown?.page.slides[slide]?.span;
  if (!shown || !place) return;
  const file = path.resolve(job.options.cwd, place.file);
  // None if the file was deleted after the build.
  const lines = readLines(file);
  const following = shown.page.slides
    .map(({ span }) => span)
    .filter((other) => other.file === place.file && other.line > place.line)
    .map(({ line }) => line - 1);
  const end = Math.min(lines.length, ...following);
  const line = findLine(lines, [place.line - 1, end], text) + 1;
  const { default: launch } = await import('launch-editor');
  launch(`${file}:${line}:1`, undefined, (_, reason) => {
    const why = reason ? `: ${reason.trim()}` : '';
    notify(`cannot open an editor${why}; set one, as in LAUNCH_EDITOR=code lectern dev`);
  });
}
