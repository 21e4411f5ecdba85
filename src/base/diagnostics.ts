import type { Span } from '../model/deck.ts';

/**
 * Every message that a user can get, by code. A warning never stops a build (`--strict` makes it).
 * Each has an example that fails with its exact text under `test/diagnostics/`.
 */
export const codes = {
  // Files
  'file-missing': 'error',
  'file-unreadable': 'error',
  'file-encoding': 'error',
  'file-outside': 'error',
  'file-kind': 'error',
  'file-large': 'error',
  'output-unwritable': 'error',
  // Front matter and slide heads
  'yaml-syntax': 'error',
  'yaml-limit': 'error',
  'yaml-comment': 'warning',
  'front-matter-language': 'warning',
  'front-matter-unclosed': 'error',
  'key-unknown': 'error',
  'key-unsupported': 'warning',
  'value-invalid': 'error',
  'theme-unknown': 'error',
  'theme-css': 'error',
  'font-missing': 'error',
  'font-unusable': 'error',
  'font-variable': 'warning',
  'font-glyph': 'warning',
  'script-syntax': 'error',
  // Slides
  'deck-empty': 'error',
  'break-heading': 'warning',
  'slot-unknown': 'error',
  'slot-unfit': 'error',
  'slot-missing': 'error',
  'comment-head': 'warning',
  'time-plan': 'warning',
  'include-content': 'error',
  'include-cycle': 'error',
  'include-range': 'error',
  // Blocks
  'block-unknown': 'error',
  'block-unclosed': 'error',
  'block-stray': 'error',
  'fence-unclosed': 'error',
  'table-ragged': 'error',
  'comment-unclosed': 'error',
  'attribute-invalid': 'error',
  'nesting-limit': 'error',
  'time-limit': 'error',
  'var-unknown': 'error',
  'footnote-missing': 'error',
  'footnote-unused': 'warning',
  'link-unsafe': 'error',
  'html-unsafe': 'error',
  'html-unbalanced': 'error',
  'id-duplicate': 'error',
  // Code
  'code-language': 'warning',
  'code-lines': 'error',
  'code-mark': 'error',
  'code-region': 'error',
  'code-slow': 'warning',
  // Icons
  'icon-unknown': 'error',
  'icon-set': 'error',
  // Maths
  'maths-syntax': 'error',
  'maths-unclosed': 'error',
  'maths-macro': 'error',
  'maths-number': 'error',
  'equation-missing': 'error',
  // QR codes
  'qr-content': 'error',
  'qr-dense': 'warning',
  // Images and media
  'image-remote': 'error',
  'image-type': 'error',
  // Charts
  'chart-type': 'error',
  'chart-data': 'error',
  'chart-column': 'error',
  'chart-number': 'error',
  'chart-negative': 'error',
  'chart-date': 'error',
  'chart-ragged': 'error',
  'chart-duplicate': 'error',
  'chart-highlight': 'error',
  'chart-key': 'error',
  'chart-mark': 'error',
  'chart-steps': 'error',
  'chart-thinned': 'warning',
  'chart-crowded': 'warning',
  'chart-uneven': 'warning',
  'chart-options': 'error',
  // Diagrams
  'diagram-type': 'error',
  'diagram-syntax': 'error',
  'diagram-limit': 'error',
  'diagram-unsafe': 'error',
  'diagram-ignored': 'warning',
  'diagram-crowded': 'warning',
  // Export
  'browser-missing': 'error',
  'browser-ended': 'error',
  'page-unready': 'error',
  'slides-range': 'error',
  // Lectern itself
  internal: 'error',
} as const satisfies Record<string, Severity>;

export type Severity = 'error' | 'warning';
export type Code = keyof typeof codes;

/** One thing that is wrong, as data; {@link formatDiagnostic} makes it text. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong: a sentence in lower case without a full stop. */
  readonly message: string;
  /** Absent only where no file is to blame. */
  readonly span?: Span;
  /** What to do about it. */
  readonly hint?: string;
}

/**
 * Collects what the stages find wrong; each goes on, so that a run names all faults at once. Notes,
 * too, which files they looked at.
 */
export class Report {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #known = new Set<string>();
  readonly #files = new Set<string>();

  /** What was said already, in the same words of the same place, is not said again. */
  add(code: Code, span: Span | undefined, message: string, hint?: string): void {
    const key = JSON.stringify([code, span?.file, span?.line, span?.column, message]);
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#diagnostics.push({
      code,
      severity: codes[code],
      message,
      ...(span && { span }),
      ...(hint && { hint }),
    });
  }

  /** In the order of their places: by file as first met, then line and column. */
  get diagnostics(): readonly Diagnostic[] {
    const files = [...new Set(this.#diagnostics.map((d) => d.span?.file))];
    const place = ({ span }: Diagnostic): readonly number[] => [
      files.indexOf(span?.file),
      span?.line ?? 0,
      span?.column ?? 0,
    ];
    return this.#diagnostics.toSorted((a, b) => {
      const [x, y] = [place(a), place(b)];
      const i = x.findIndex((value, index) => value !== y[index]);
      return i < 0 ? 0 : (x[i] ?? 0) - (y[i] ?? 0);
    });
  }

  /** How many there are. */
  get count(): number {
    return this.#diagnostics.length;
  }

  get hasErrors(): boolean {
    return this.#diagnostics.some((d) => d.severity === 'error');
  }

  /** @param file absolute path of a file on which the result depends, be it there or not */
  noteFile(file: string): void {
    this.#files.add(file);
  }

  /** What was noted: as long as these files stay as they are, so does the result. */
  get files(): ReadonlySet<string> {
    return this.#files;
  }
}

/**
 * A diagnostic as a person reads it:
 *
 *     slides/talk.md:41:9: error: unknown layout "quot" [value-invalid]
 *       41 │ layout: quot
 *          │         ^^^^
 *       did you mean "quote"?
 *
 * @param sourceLine the text of the line that the span names, where it can be had
 */
export function formatDiagnostic(diagnostic: Diagnostic, sourceLine?: string): string {
  const { span, severity, message, code, hint } = diagnostic;
  const where = span ? `${span.file}:${span.line}:${span.column}: ` : '';
  const lines = [`${where}${severity}: ${message} [${code}]`];
  if (span && sourceLine !== undefined) lines.push(...excerpt(span, sourceLine));
  if (hint) lines.push(...hint.split('\n').map((line) => `  ${line}`));
  return lines.map(showControls).join('\n');
}

/** A deck's text must not steer the terminal that shows it. */
function showControls(line: string): string {
  return line.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, '\uFFFD');
}

/** As much of a line as a terminal shows. */
const excerptWidth = 100;

function excerpt(span: Span, sourceLine: string): readonly string[] {
  // A long line is cut so that the fault stays in view.
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

/**
 * The candidate that a typing slip most likely meant, or `undefined` where none is near.
 * Near is a Damerau–Levenshtein distance of at most a third of the word's length.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 0.5;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** A hint that offers the nearest candidate, or else lists them all. */
export function suggest(word: string, candidates: Iterable<string>): string {
  const all = [...candidates];
  const near = didYouMean(word, all);
  return near === undefined ? `one of: ${all.join(', ')}` : `did you mean "${near}"?`;
}

function editDistance(a: string, b: string): number {
  let [beforeLast, last]: [number[], number[]] = [
    [],
    Array.from({ length: b.length + 1 }, (_, j) => j),
  ];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      }
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
