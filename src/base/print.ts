import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { styleText } from 'node:util';
import { type Diagnostic, formatDiagnostic } from './diagnostics.ts';

/** `1 slide`, `14 slides`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Bytes as people say them: `312 kB`, `1.2 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** `84 ms`, `1.3 s`. */
export function formatTime(milliseconds: number): string {
  const whole = Math.round(milliseconds);
  return whole < 1000 ? `${whole} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A path as people read it: from the working folder on, with forward slashes. */
export function formatPath(file: string, cwd: string): string {
  return path.relative(cwd, file).split(path.sep).join('/') || '.';
}

/** `2 errors, 1 warning` */
export function countFaults(diagnostics: readonly Diagnostic[]): string {
  return (['error', 'warning'] as const)
    .map(
      (severity) => [diagnostics.filter((d) => d.severity === severity).length, severity] as const,
    )
    .filter(([number]) => number > 0)
    .map(([number, severity]) => count(number, severity))
    .join(', ');
}

/**
 * Makes diagnostics text, each with the line of the file that it is about.
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
    const text = formatDiagnostic(diagnostic, span && linesOf(span.file)[span.line - 1]);
    return colors ? paint(text, diagnostic) : text;
  };
}

/** Reading ends where no one would look for a line; a pipe or a device is not read at all. */
const maxBytes = 32 * 1024 * 1024;

function readLines(file: string): readonly string[] {
  try {
    const stats = statSync(file);
    if (!stats.isFile() || stats.size > maxBytes) return [];
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    return text.split(/\r\n?|\n/);
  } catch {
    return [];
  }
}

const severityColors = { error: 'red', warning: 'yellow' } as const;

function paint(text: string, { severity, code }: Diagnostic): string {
  const color = severityColors[severity];
  return text
    .replace(`${severity}: `, (word) => style(['bold', color], word))
    .replace(`[${code}]`, (tag) => style('dim', tag))
    .replace(/\^+$/m, (carets) => style(color, carets));
}

type Format = Parameters<typeof styleText>[0];

/** Unlike `styleText` by itself, does not look at the standard output: that may be a pipe. */
function style(format: Format, text: string): string {
  return styleText(format, text, { validateStream: false });
}
