import type { Span } from '../../model/source.ts';
import { type Code, codes, type Diagnostic, type Edit } from './diagnostic.ts';
import { maskSecrets } from './mask-secrets.ts';
import { shortenValues } from './shorten.ts';

/** Further diagnostics with the same code are counted only. */
const maxPerCode = 100;

/** Collects the diagnostics of all stages; each continues after an error, so that a run reports all. */
export class Report {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #known = new Set<string>();
  readonly #counts = new Map<Code, number>();
  /** The place of the first omitted diagnostic of each code. */
  readonly #omitted = new Map<Code, Span | undefined>();

  /** Adds a diagnostic, unless the same one was added for the same span. Long values are shortened. */
  add(
    code: Code,
    span: Span | undefined,
    text: string,
    hint?: string,
    fix?: readonly Edit[],
  ): void {
    this.addDiagnostic({
      code,
      severity: codes[code],
      message: shortenValues(maskSecrets(text)),
      ...(span && { span }),
      ...(hint && { hint: shortenValues(maskSecrets(hint)) }),
      ...(fix && { fix }),
    });
  }

  /** Adds the diagnostics of another report. */
  addAll(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.addDiagnostic(diagnostic);
  }

  /** A report that adds to this one what `change` makes of each diagnostic, if it makes one. */
  changing(change: (diagnostic: Diagnostic) => Diagnostic | undefined): Report {
    return new ChangingReport(this, change);
  }

  protected addDiagnostic(diagnostic: Diagnostic): void {
    const { code, span, message, omitted } = diagnostic;
    if (omitted) {
      this.#count(code, span, omitted);
      return;
    }
    const key = JSON.stringify([code, span?.file, span?.line, span?.column, span?.cell, message]);
    if (this.#known.has(key)) return;
    this.#known.add(key);
    if (this.#count(code, span, 1) <= maxPerCode) this.#diagnostics.push(diagnostic);
  }

  /** @returns how many there are now */
  #count(code: Code, span: Span | undefined, more: number): number {
    const count = (this.#counts.get(code) ?? 0) + more;
    this.#counts.set(code, count);
    if (count > maxPerCode && !this.#omitted.has(code)) this.#omitted.set(code, span);
    return count;
  }

  /** In source order: by file in order of first appearance, then line and column. */
  get diagnostics(): readonly Diagnostic[] {
    const files = [...new Set(this.#diagnostics.map((d) => d.span?.file))];
    const place = ({ span }: Diagnostic): readonly number[] => [
      files.indexOf(span?.file),
      span?.line ?? 0,
      span?.column ?? 0,
    ];
    return [...this.#diagnostics, ...this.#summaries()].toSorted((a, b) => {
      const [x, y] = [place(a), place(b)];
      const i = x.findIndex((value, index) => value !== y[index]);
      return i < 0 ? 0 : (x[i] ?? 0) - (y[i] ?? 0);
    });
  }

  /** One for each code of which not all are listed. */
  #summaries(): readonly Diagnostic[] {
    return [...this.#omitted].map(([code, span]) => {
      const omitted = (this.#counts.get(code) ?? 0) - maxPerCode;
      const message = `and ${omitted} more of this kind, which are not listed`;
      return { code, severity: codes[code], message, omitted, ...(span && { span }) };
    });
  }

  /** Whether there are errors or warnings. */
  get hasProblems(): boolean {
    return this.#diagnostics.some((d) => d.severity !== 'note');
  }

  get hasErrors(): boolean {
    return this.#diagnostics.some((d) => d.severity === 'error');
  }
}

class ChangingReport extends Report {
  readonly #target: Report;
  readonly #change: (diagnostic: Diagnostic) => Diagnostic | undefined;

  constructor(target: Report, change: (diagnostic: Diagnostic) => Diagnostic | undefined) {
    super();
    this.#target = target;
    this.#change = change;
  }

  override get diagnostics(): readonly Diagnostic[] {
    return this.#target.diagnostics;
  }

  override get hasProblems(): boolean {
    return this.#target.hasProblems;
  }

  override get hasErrors(): boolean {
    return this.#target.hasErrors;
  }

  protected override addDiagnostic(diagnostic: Diagnostic): void {
    const changed = this.#change(diagnostic);
    if (changed) this.#target.addAll([changed]);
  }
}
