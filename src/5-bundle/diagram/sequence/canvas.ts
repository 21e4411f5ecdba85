import {
  eventsIn,
  type SequenceEvent,
  type SequenceMessage,
  type SequenceSpec,
} from '../../../model/diagram/sequence.ts';
import type { DrawnShape } from '../../../model/diagram/shapes.ts';
import type { ImageSteps } from '../../../model/rendered.ts';
import { shapesAt } from '../native/pieces.ts';
import { atStep } from '../svg.ts';
import type { Lines, Typesetter } from '../typesetter.ts';
import { ActivationBars } from './activation-bars.ts';
import { type Column, maxTextWidth, placeColumns } from './columns.ts';
import type { Extent } from './extent.ts';

/** The style of all texts except the names of participants. */
export const small = { isSmall: true } as const;

/** The index of a step; none for what is there from the start. */
export type Step = number | null | undefined;

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
  /** The same as shapes. */
  readonly shapes = { backgrounds: [] as DrawnShape[], foreground: [] as DrawnShape[] };
  /** The y coordinates at which lifelines start and end. */
  readonly starts = new Map<string, number>();
  readonly ends = new Map<string, number>();
  /** The y coordinate of the next event. */
  y = 0;
  /** How many backgrounds the current position is in. */
  backgroundDepth = 0;
  readonly #halo: string;

  /** When events and participants appear; nothing is in it if all is there from the start. */
  readonly #steps: ReadonlyMap<SequenceEvent | string, Step>;
  readonly #boxSteps: readonly Step[];

  constructor(
    spec: SequenceSpec,
    typesetter: Typesetter,
    spacing: number,
    steps: ImageSteps | undefined,
  ) {
    const { nodes = [], edges = [], groups = [] } = steps ?? {};
    this.#boxSteps = groups;
    this.#steps = new Map<SequenceEvent | string, Step>([
      ...(steps ? eventsIn(spec.events) : []).map((event, i) => [event, edges[i]] as const),
      ...spec.participants.map(({ id }, i) => [id, nodes[i]] as const),
    ]);
    this.typesetter = typesetter;
    this.columns = placeColumns(spec, typesetter);
    this.step = 20 * spacing;
    const isTinted = spec.boxes.some(({ fill }) => fill !== undefined);
    this.#halo = isTinted ? '' : spec.boxes.length > 0 ? 'label inside' : 'label';
    this.bars = new ActivationBars((id) => this.column(id).x, this.step);
  }

  stepOf(event: SequenceEvent): Step {
    return this.#steps.get(event);
  }

  stepOfParticipant(id: string): Step {
    return this.#steps.get(id);
  }

  stepOfBox(index: number): Step {
    return this.#boxSteps[index];
  }

  /** Draws an event, all of which appears at its step. */
  inStep<T>(event: SequenceEvent, draw: () => T): T {
    const step = this.stepOf(event);
    const start = this.foreground.length;
    const first = this.shapes.foreground.length;
    const drawn = draw();
    const shapes = this.shapes.foreground.splice(first);
    this.shapes.foreground.push(...shapesAt(shapes, step));
    if (typeof step === 'number') {
      this.foreground.push(atStep(this.foreground.splice(start).join(''), step));
    }
    return drawn;
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
