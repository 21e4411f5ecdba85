import type { SequenceMessage, SequenceSpec } from '../../../model/sequence.ts';
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
  /** The y coordinates at which lifelines start and end. */
  readonly starts = new Map<string, number>();
  readonly ends = new Map<string, number>();
  /** The y coordinate of the next event. */
  y = 0;
  /** How many backgrounds the current position is in. */
  backgroundDepth = 0;
  readonly #halo: string;

  constructor(spec: SequenceSpec, typesetter: Typesetter, spacing: number) {
    this.typesetter = typesetter;
    this.columns = placeColumns(spec, typesetter);
    this.step = 20 * spacing;
    const isTinted = spec.boxes.some(({ fill }) => fill !== undefined);
    this.#halo = isTinted ? '' : spec.boxes.length > 0 ? 'label inside' : 'label';
    this.bars = new ActivationBars((id) => this.column(id).x, this.step);
  }

  column(id: string): Column {
    const column = this.columns.get(id);
    if (!column) throw new Error(`no participant ${id}`);
    return column;
  }

  /** The class of texts that lines may cross: it adds a halo in the slide's color, unless on a background. */
  get labelClass(): string {
    return this.backgroundDepth > 0 ? '' : this.#halo;
  }

  /** Sets the text of a message, with its number if messages are numbered. */
  label({ text, number }: SequenceMessage): Lines {
    const numbered = number === undefined ? text : `${number}. ${text}`.trim();
    return this.typesetter.set(numbered, maxTextWidth + 2, small);
  }

  /** From the first lifeline to the last. */
  get wholeWidth(): Extent {
    const xs = [...this.columns.values()].map(({ x }) => x);
    return { left: Math.min(...xs), right: Math.max(...xs) };
  }
}
