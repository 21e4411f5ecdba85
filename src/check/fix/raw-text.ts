import type { Edit } from '../../base/diagnostics/diagnostic.ts';
import { findEdit } from './located-fix.ts';

/** What an edit replaces, as offsets in a text. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies edits to a text as it is in its file, with its byte-order mark and line ends; all else stays. An edit
 * is left out if it overlaps an earlier one or if the text at its place is not what it expects.
 *
 * @param fixes edits that belong together: all of them are applied, or none
 */
export function applyFixes(text: string, fixes: readonly (readonly Edit[])[]): string {
  const lines = findLines(text);
  const taken: Change[] = [];
  for (const edits of fixes) {
    const changes = edits.map((edit) => changeOf(lines, edit));
    const areFree = changes.every((change) => change && !taken.some((t) => overlap(t, change)));
    if (areFree) taken.push(...changes.filter((change) => change !== undefined));
  }
  let result = text;
  for (const { start, end, text: added } of taken.toSorted((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + added + result.slice(end);
  }
  return result;
}

function overlap(a: Change, b: Change): boolean {
  return a.start <= b.end && b.start <= a.end;
}

interface Line {
  readonly start: number;
  readonly text: string;
  /** Its line end; empty for the last one. */
  readonly end: string;
}

function findLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; ; ) {
    const rest = /\r\n|\r|\n/g;
    rest.lastIndex = at;
    const found = rest.exec(text);
    if (!found) return [...lines, { start: at, text: text.slice(at), end: '' }];
    lines.push({ start: at, text: text.slice(at, found.index), end: found[0] });
    at = found.index + found[0].length;
  }
}

function changeOf(lines: readonly Line[], edit: Edit): Change | undefined {
  const line = lines[edit.span.line - 1];
  const offset = findEdit(line?.text, edit);
  if (!line || offset === undefined) return undefined;
  const start = line.start + offset;
  const end = line.end || lines.find((each) => each.end !== '')?.end || '\n';
  return { start, end: start + edit.was.length, text: edit.text.replaceAll('\n', end) };
}
