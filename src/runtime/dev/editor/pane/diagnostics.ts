import type { Diagnostic } from '@codemirror/lint';
import type { PageDiagnostic } from '../../../../dev/protocol/messages.ts';
import { lineStart, type Origin } from '../text/origin.ts';

/** Converts the diagnostics of a file to CodeMirror's, at their positions in the edited text. */
export function editorDiagnostics(
  diagnostics: readonly PageDiagnostic[],
  file: string,
  origin: Origin,
  length: number,
): readonly Diagnostic[] {
  return diagnostics.flatMap(({ span, severity, message, hint }) => {
    if (span?.file !== file || span.line > origin.doc.lines) return [];
    const line = origin.doc.line(span.line);
    const start = Math.min(line.from + span.column - 1, line.to);
    const end = Math.min(start + span.length, line.to);
    const from = Math.min(origin.since.mapPos(start), length);
    const to = Math.max(from, Math.min(origin.since.mapPos(end, -1), length));
    return [{ from, to, severity, message: hint ? `${message}\n${hint}` : message }];
  });
}

/** The positions in the text at which the file's slides start. */
export function slideStarts(
  slideLines: readonly { readonly file: string; readonly line: number }[],
  file: string,
  origin: Origin,
) {
  return slideLines.flatMap(({ file: slideFile, line }, slide) =>
    slideFile === file ? [{ slide, from: lineStart(origin, line) }] : [],
  );
}
