import type { Span } from '../../model/source.ts';
import { withoutControls } from '../text/visible-text.ts';
import type { Diagnostic } from './diagnostic.ts';
import { maskSecrets } from './mask-secrets.ts';

/**
 * Formats a diagnostic as text:
 *
 *     slides/talk.md:41:9: error: unknown layout "quot" [value-invalid]
 *       41 │ layout: quot
 *          │         ^^^^
 *       did you mean "quote"?
 *
 * @param sourceLine the text of the span's line, if available
 */
export function formatDiagnostic(diagnostic: Diagnostic, sourceLine?: string): string {
  const { span, severity, message, code, hint } = diagnostic;
  const where = span ? `${placeOf(span)}: ` : '';
  const lines = [`${where}${severity}: ${message} [${code}]`];
  if (span && !span.cell && sourceLine !== undefined)
    lines.push(...excerpt(span, maskSecrets(sourceLine)));
  if (hint) lines.push(...hint.split('\n').map((line) => `  ${line}`));
  return lines.map(showControls).join('\n');
}

/** `talk.md:41:9`, or `q3.xlsx#Sheet1!B7` */
function placeOf({ file, line, column, cell }: Span): string {
  return cell === undefined ? `${file}:${line}:${column}` : `${file}#${cell}`;
}

/** Control characters in a deck must not reach the terminal. */
function showControls(line: string): string {
  return withoutControls(line).replaceAll('\n', '\uFFFD');
}

/** The part of a line that fits in a terminal. */
const excerptWidth = 100;

function excerpt(span: Span, sourceLine: string): readonly string[] {
  // A long line is cut so that the marked part stays visible.
  const from = span.column > excerptWidth - 20 ? span.column - 40 : 0;
  const text = sourceLine.slice(from, from + excerptWidth);
  const before = text.slice(0, span.column - 1 - from).replace(/[^\t]/g, ' ');
  const room = Math.max(1, text.length - before.length);
  const caret = '^'.repeat(Math.max(1, Math.min(span.length, room)));
  const number = String(span.line);
  return [
    `  ${number} │ ${from > 0 ? '…' : ''}${text}`,
    `  ${' '.repeat(number.length)} │ ${from > 0 ? ' ' : ''}${before}${caret}`,
  ];
}
