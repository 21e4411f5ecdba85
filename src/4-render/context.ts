import type { Resources } from '../3-resolve/resources.ts';
import type { Heading } from '../model/blocks.ts';
import type { Deck } from '../model/deck.ts';
import type { ChartImage, DiagramImage, Feature } from '../model/rendered.ts';
import { assetMark } from '../model/rendered.ts';
import type { AssetRef } from '../model/source.ts';
import type { CodeRoom } from './code-size.ts';
import type { Room } from './room.ts';

/** What the slides of a deck have in common. */
export interface DeckContext {
  readonly deck: Deck;
  readonly resources: Resources;
}

/** What holds for the blocks of one slide. */
export interface SlideContext extends DeckContext {
  readonly assets: AssetList;
  readonly features: Set<Feature>;
  readonly charts: ChartImage[];
  readonly diagrams: DiagramImage[];
  /** Makes the ids in icons unlike those in any other. */
  readonly icons: Counter;
  readonly footnoteNumbers: FootnoteNumbers;
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

/** Files, each once. */
export class AssetList {
  readonly refs: AssetRef[] = [];
  readonly #indexes = new Map<string, number>();

  /** @returns its index in the list */
  add(ref: AssetRef): number {
    const key = `${ref.from}\0${ref.path}`;
    const index = this.#indexes.get(key) ?? this.refs.push(ref) - 1;
    this.#indexes.set(key, index);
    return index;
  }

  /** What is in the HTML in place of the file. */
  mark(ref: AssetRef): string {
    return assetMark(this.add(ref));
  }
}

/** Counts from 0. */
export class Counter {
  count = 0;

  next(): number {
    return this.count++;
  }
}

/** Numbers footnotes in the order in which they are first referred to. */
export class FootnoteNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #labels = new Set<string>();

  /** @param known the labels that have the first numbers */
  constructor(known: readonly string[]) {
    for (const [i, label] of known.entries()) this.#numbers.set(label, i + 1);
  }

  /** Those that were asked for, in this order. */
  get labels(): readonly string[] {
    return [...this.#labels];
  }

  of(label: string): number {
    const number = this.#numbers.get(label) ?? this.#numbers.size + 1;
    this.#numbers.set(label, number);
    this.#labels.add(label);
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
