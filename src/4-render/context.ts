import type { Resources } from '../3-resolve/resources.ts';
import type { Heading } from '../model/blocks.ts';
import type { Deck } from '../model/deck.ts';
import type { ChartPicture, DiagramPicture, Feature } from '../model/rendered.ts';
import { assetMark } from '../model/rendered.ts';
import type { AssetRef } from '../model/source.ts';
import type { CodeRoom } from './code-size.ts';
import type { Room } from './room.ts';

/** What rendering a deck gathers. */
export interface DeckContext {
  readonly deck: Deck;
  readonly resources: Resources;
  readonly assets: AssetList;
  readonly features: Set<Feature>;
  readonly charts: ChartPicture[];
  /** Makes the ids in drawings unlike those in any other. */
  readonly drawings: Counter;
  readonly diagrams: DiagramPicture[];
  readonly footnoteNumbers: FootnoteNumbers;
}

/** What holds for the blocks of one slide. */
export interface SlideContext extends DeckContext {
  readonly steps: StepCounter;
  /** What a chart or a diagram may take. */
  readonly room: Room;
  /** What code may take. */
  readonly code: CodeRoom;
  /** Whether what it has in common with a slide beside it moves from the one to the other. */
  readonly autoAnimates: boolean;
  readonly headings: HeadingLevels;
  /** The labels of the footnotes that this slide refers to. */
  readonly footnotes: Set<string>;
}

/** The levels of a slide's headings: its title has the one that its place asks for, the others keep their distance. */
export interface HeadingLevels {
  readonly title?: Heading;
  /** Added to the level as written. */
  readonly shift: number;
  /** The highest that a heading other than the title may have. */
  readonly min: number;
}

/** The files that the deck's HTML names, each once. */
export class AssetList {
  readonly refs: AssetRef[] = [];
  readonly #marks = new Map<string, string>();

  /** What stands in the HTML in place of the file. */
  mark(ref: AssetRef): string {
    const key = `${ref.from}\0${ref.path}`;
    const known = this.#marks.get(key);
    if (known !== undefined) return known;
    const mark = assetMark(this.refs.length);
    this.refs.push(ref);
    this.#marks.set(key, mark);
    return mark;
  }
}

/** Numbers from 1. */
export class Counter {
  #last = 0;

  get last(): number {
    return this.#last;
  }

  next(): number {
    return ++this.#last;
  }
}

/** Numbers footnotes in the order in which they are first referred to. */
export class FootnoteNumbers {
  readonly #numbers = new Map<string, number>();
  #mentions = 0;

  /** How often footnotes were referred to. */
  get mentions(): number {
    return this.#mentions;
  }

  of(label: string): number {
    this.#mentions++;
    const number = this.#numbers.get(label) ?? this.#numbers.size + 1;
    this.#numbers.set(label, number);
    return number;
  }
}

/** Numbers the steps of a slide in the order of its text. */
export class StepCounter {
  /** Nothing here is a step: in the notes all stands at once. */
  readonly isStill: boolean;
  #next = 0;
  /** The step that the last pause waits for; what follows it appears with this step. */
  pause: number | undefined;

  constructor(options: { readonly isStill?: boolean } = {}) {
    this.isStill = options.isStill ?? false;
  }

  next(): number {
    return this.#next++;
  }
}
