import type { Report } from '../../base/diagnostics/report.ts';
import { suggest } from '../../base/diagnostics/suggest.ts';
import type { Span } from '../../model/source.ts';

/** A formula's number as it is referred to: `(1)`. */
export type EquationNumber = string;

/** The numbered formulas of a deck, in the order of its text, and what refers to them. */
export class Equations {
  readonly names = new Map<string, EquationNumber>();
  readonly #references: { readonly label: string; readonly span: Span }[] = [];
  #count = 0;
  #mentions = 0;

  /** How often formulas were numbered or referred to. */
  get mentions(): number {
    return this.#mentions;
  }

  /**
   * @param label absent where nothing can refer to the formula
   * @param tag what stands in place of a number
   */
  add(label: string | undefined, tag: string | undefined): EquationNumber {
    this.#mentions++;
    const number = tag ?? `(${++this.#count})`;
    if (label !== undefined) this.names.set(label, number);
    return number;
  }

  refer(label: string, span: Span): void {
    this.#mentions++;
    this.#references.push({ label, span });
  }

  /** Says which references lead nowhere, once all formulas are known. */
  reportMissing(report: Report): void {
    for (const { label, span } of this.#references) {
      if (!this.names.has(label)) reportMissingEquation(label, span, this.names.keys(), report);
    }
  }
}

export function reportMissingEquation(
  label: string,
  span: Span,
  labels: Iterable<string>,
  report: Report,
): void {
  const known = [...labels];
  const hint =
    known.length > 0 ? suggest(label, known) : `number it behind its end: $$ … $$ {#${label}}`;
  report.add('equation-missing', span, `there is no formula with the id "${label}"`, hint);
}
