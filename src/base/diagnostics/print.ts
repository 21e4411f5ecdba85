import path from 'node:path';
import { styleText } from 'node:util';
import { readLines } from '../files/plain-text.ts';
import { count } from '../units.ts';
import type { Diagnostic } from './diagnostic.ts';
import { formatDiagnostic } from './format.ts';

/** `2 errors, 1 warning` */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return (['error', 'warning'] as const)
    .map((severity) => {
      const found = diagnostics.filter((d) => d.severity === severity);
      return [found.reduce((sum, { omitted = 1 }) => sum + omitted, 0), severity] as const;
    })
    .filter(([number]) => number > 0)
    .map(([number, severity]) => count(number, severity))
    .join(', ');
}

/**
 * Formats diagnostics, each with its source line.
 *
 * @param drafts as in the options of the build
 */
export function diagnosticPrinter(
  cwd: string,
  colors: boolean,
  drafts: ReadonlyMap<string, string> = new Map(),
): (diagnostic: Diagnostic) => string {
  const known = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const fullPath = path.resolve(cwd, file);
    const lines = known.get(file) ?? drafts.get(fullPath)?.split('\n') ?? readLines(fullPath);
    known.set(file, lines);
    return lines;
  };
  return (diagnostic) => {
    const { span } = diagnostic;
    const text = formatDiagnostic(
      diagnostic,
      span && !span.cell ? linesOf(span.file)[span.line - 1] : undefined,
    );
    return colors ? paint(text, diagnostic) : text;
  };
}

const severityColors = { error: 'red', warning: 'yellow', note: 'blue' } as const;

function paint(text: string, { severity, code }: Diagnostic): string {
  const color = severityColors[severity];
  return text
    .replace(`${severity}: `, (word) => style(['bold', color], word))
    .replace(`[${code}]`, (tag) => style('dim', tag))
    .replace(/\^+$/m, (carets) => style(color, carets));
}

type Format = Parameters<typeof styleText>[0];

/** Unlike the default of `styleText`, ignores the standard output, which may be a pipe. */
function style(format: Format, text: string): string {
  return styleText(format, text, { validateStream: false });
}
