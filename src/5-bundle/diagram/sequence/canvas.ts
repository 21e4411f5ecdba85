import type { SequenceMessage, SequenceSpec } from '../../../model/diagram.ts';
import type { Lines, Typesetter } from '../typesetter.ts';
import { Bars } from './activation-bars.ts';
import { type Column, maxTextWidth, placeColumns } from './columns.ts';
import type { Extent } from './extent.ts';

/** How all texts look that are not a participant's name. */
export const small = { isSmall: true } as const;

/** What the events of a sequence are drawn on, from top to bottom. */
export class SequenceSheet {
  readonly typesetter: Typesetter;
  readonly columns: ReadonlyMap<string, Column>;
  /** The usual distance, in slide pixels. */
  readonly step: number;
  readonly bars: Bars;
  /** They lie below everything else. */
  readonly grounds: string[] = [];
  readonly marks: string[] = [];
  /** Where the next event is drawn. */
  y = 0;
  /** How many grounds lie under what is drawn. */
  grounded = 0;
  readonly #isNumbered: boolean;
  #number = 0;

  constructor(spec: SequenceSpec, typesetter: Typesetter, roomy: number) {
    this.typesetter = typesetter;
    this.columns = placeColumns(spec, typesetter);
    this.step = 20 * roomy;
    this.bars = new Bars((id) => this.column(id).x, this.step);
    this.#isNumbered = spec.isNumbered;
  }

  column(id: string): Column {
    const column = this.columns.get(id);
    if (!column) throw new Error(`no participant ${id}`);
    return column;
  }

  /** Of texts that lines may cross: they get an edge in the slide's colour, which on a ground would show. */
  get labelClass(): string {
    return this.grounded > 0 ? '' : 'label';
  }

  /** Sets the text of the next message, with its number where messages have one. */
  label({ text }: SequenceMessage): Lines {
    this.#number++;
    const numbered = this.#isNumbered ? `${this.#number}. ${text}` : text;
    return this.typesetter.set(numbered, maxTextWidth + 2, small);
  }

  /** From the first line of life to the last. */
  get wholeWidth(): Extent {
    const xs = [...this.columns.values()].map(({ x }) => x);
    return { left: Math.min(...xs), right: Math.max(...xs) };
  }
}
