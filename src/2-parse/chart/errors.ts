import type { Code } from '../../base/diagnostics/diagnostic.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import type { Span } from '../../model/source.ts';

/** More faults of one kind than this tell nothing new. */
const maxAlike = 20;

/** What is wrong with one chart: a column that is wrong from top to bottom is told by its first cells. */
export class Faults {
  readonly #report: Report;
  readonly #counts = new Map<Code, number>();

  constructor(report: Report) {
    this.#report = report;
  }

  add(code: Code, span: Span | undefined, message: string, hint?: string): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= maxAlike) this.#report.add(code, span, message, hint);
    if (count === maxAlike + 1) {
      this.#report.add(code, span, 'from here on there is more that is wrong in the same way');
    }
  }
}
