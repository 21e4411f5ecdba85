import type { Dialect, TextFile } from '../../model/source.ts';
import { originalSpan } from '../span.ts';
import type { Code, Diagnostic } from './diagnostic.ts';
import type { Report } from './report.ts';

/** What stops the build of a deck of another tool, too: nothing can stand in, or it must not be in the page. */
const fatal: ReadonlySet<Code> = new Set<Code>([
  ...(['file-secret', 'file-encoding', 'file-unreadable'] as const),
  ...(['deck-empty', 'deck-large', 'slide-limit', 'nesting-limit', 'time-limit'] as const),
  ...(['remote-changed', 'remote-lock'] as const),
  ...(['output-unwritable', 'share-metadata', 'internal'] as const),
]);

/**
 * The report for the stages after the dialect of a deck is known. Authors of decks of other tools never saw an
 * error of ours, and something stands in for what is wrong: so it is a warning.
 */
export function reportFor(dialect: Dialect, report: Report): Report {
  return dialect === 'lectern' ? report : report.changing(forForeign);
}

function forForeign(diagnostic: Diagnostic): Diagnostic | undefined {
  const { severity, code } = diagnostic;
  // Its custom properties are those of the other tool.
  if (code === 'token-unknown') return undefined;
  return severity === 'error' && !fatal.has(code)
    ? { ...diagnostic, severity: 'warning' }
    : diagnostic;
}

/** A report for spans of a text that may have been translated: they become spans of the author's text. */
export function reportOnText(file: TextFile, report: Report): Report {
  if (!file.origins) return report;
  return report.changing((diagnostic) => {
    const { span, fix, ...rest } = diagnostic;
    if (span?.file !== file.path) return diagnostic;
    return { ...rest, span: originalSpan(file, span) };
  });
}
