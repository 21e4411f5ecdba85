import type { SequenceMessage, SequenceSpec } from '../../../model/diagram.ts';
import type { Lines, Typesetter } from '../typesetter.ts';
import { ActivationBars } from './activation-bars.ts';
import { type Column, maxTextWidth, placeColumns } from './columns.ts';
import type { Extent } from './extent.ts';

/** The style of all texts except the names of participants. */
export const small = { isSmall: true } as const;

/** Collects the drawing of a sequence diagram, from top to bottom. */
export class SequenceCanvas {
  readonly typesetter: Typesetter;
  readonly columns: ReadonlyMap<string, Column>;
  /** The base distance, in slide pixels. */
  readonly step: number;
  readonly bars: ActivationBars;
  /** Backgrounds, which are drawn below everything else. */
  readonly backgrounds: string[] = [];
  readonly foreground: string[] = [];
  /** The y coordinate of the next event. */
  y = 0;
  /** How many backgrounds the current position is in. */
  backgroundDepth = 0;
  readonly #isNumbered: boolean;
  #number = 0;

  constructor(spec: SequenceSpec, typesetter: Typesetter, spacing: number) {
    this.typesetter = typesetter;
    this.columns = placeColumns(spec, typesetter);
    this.step = 20 * spacing;
    this.bars = new ActivationBars((id) => this.column(id).x, this.step);
    this.#isNumbered = spec.isNumbered;
  }

  column(id: string): Column {
    const column = this.columns.get(id);
    if (!column) throw new Error(`no participant ${id}`);
    return column;
  }

  /** The class of texts that lines may cross: it adds a halo in the slide's color, unless on a background. */
  get labelClass(): string {
    return this.backgroundDepth > 0 ? '' : 'label';
  }

  /** Sets the text of the next message, with its number if messages are numbered. */
  label({ text }: SequenceMessage): Lines {
    this.#number++;
    const numbered = this.#isNumbered ? `${this.#number}. ${text}` : text;
    return this.typesetter.set(numbered, maxTextWidth + 2, small);
  }

  /** From the first lifeline to the last. */
  get wholeWidth(): Extent {
    const xs = [...this.columns.values()].map(({ x }) => x);
    return { left: Math.min(...xs), right: Math.max(...xs) };
  }
}
