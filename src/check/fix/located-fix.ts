import type { Edit } from '../../base/diagnostics/diagnostic.ts';
import type { Span } from '../../model/source.ts';

/** A part of a fix, for other programs: `text` replaces exactly what is at `span`. */
export interface LocatedEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * The exact places of a fix.
 *
 * @param linesOf the lines of a file, as named in spans
 * @returns `undefined` if the text at one of the places is not what the fix expects
 */
export function locateFix(
  fix: readonly Edit[],
  linesOf: (file: string) => readonly string[],
): readonly LocatedEdit[] | undefined {
  const edits = fix.flatMap((edit) => {
    const offset = findEdit(linesOf(edit.span.file)[edit.span.line - 1], edit);
    if (offset === undefined) return [];
    return [
      { span: { ...edit.span, column: offset + 1, length: edit.was.length }, text: edit.text },
    ];
  });
  return edits.length === fix.length ? edits : undefined;
}

/** The offset in a line at which the text is that an edit replaces; `undefined` if it is not there, or twice. */
export function findEdit(line: string | undefined, { span, was }: Edit): number | undefined {
  if (line === undefined || span.cell !== undefined) return undefined;
  const from = span.column - 1;
  const place = line.slice(from, from + Math.max(span.length, was.length));
  // A value may be in quotes, a target in the brackets of its link.
  const at = place.indexOf(was);
  const isUnique = was === '' || !place.includes(was, at + was.length);
  return at < 0 || !isUnique ? undefined : from + at;
}
