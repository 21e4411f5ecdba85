import type { Code } from '../../base/diagnostics/diagnostic.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import type { Span } from '../../model/source.ts';

/** Further diagnostics with the same code are not listed. */
const maxPerCode = 20;

/** Reports the problems of one chart, but not every cell of a column that is wrong from top to bottom. */
export class ChartReport {
  readonly #report: Report;
  readonly #counts = new Map<Code, number>();

  constructor(report: Report) {
    this.#report = report;
  }

  /** Whether a problem of one of these kinds was reported. */
  hasAny(...codes: readonly Code[]): boolean {
    return codes.some((code) => this.#counts.has(code));
  }

  add(code: Code, span: Span | undefined, message: string, hint?: string): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= maxPerCode) this.#report.add(code, span, message, hint);
    if (count === maxPerCode + 1) {
      this.#report.add(code, span, 'further problems of this kind are not listed');
    }
  }
}
