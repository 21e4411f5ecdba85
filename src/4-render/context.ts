import type { Room } from '../2-parse/room/room.ts';
import type { Resources } from '../3-resolve/resources.ts';
import type { ElementPaths } from '../base/html-text.ts';
import type { Heading } from '../model/blocks.ts';
import type { Deck } from '../model/deck.ts';
import type { FrontMatter } from '../model/front-matter.ts';
import type { ChartImage, DiagramImage, Feature } from '../model/rendered.ts';
import { assetMark } from '../model/rendered.ts';
import type { AssetRef, Span } from '../model/source.ts';
import type { CodeRoom } from './room/code-size.ts';

/** The context of all slides of a deck. */
export interface DeckContext {
  readonly deck: Deck;
  readonly resources: Resources;
  /** Whether elements say where they are in the source. */
  readonly marksSource: boolean;
  /** The elements of its slides, whose text is read. */
  readonly elements: ElementPaths;
}

/** The context of a slide from the slides before it. */
export interface SlidePosition {
  /** The deck's first slide has the only `h1`. */
  readonly isFirst: boolean;
  /** The title of the last slide with the layout `section`, which may be the slide itself; empty if there is none. */
  readonly section: string;
  /** What an earlier slide says as well, and is heard only there. */
  readonly repeated: RepeatedEdges;
}

/** Of the texts at the edges of a slide. */
export interface RepeatedEdges {
  readonly header: boolean;
  readonly footer: boolean;
}

/** The context of the blocks of a slide. */
export interface SlideContext extends DeckContext {
  /** The path of its file, as in spans. */
  readonly file: string;
  /** The language of the slide, which is that of its words, numbers and dates. */
  readonly lang: string;
  readonly dir: FrontMatter['dir'];
  readonly section: string;
  readonly repeated: RepeatedEdges;
  readonly assets: AssetList;
  readonly features: Set<Feature>;
  readonly charts: ChartImage[];
  readonly diagrams: DiagramImage[];
  /** Counts icons with ids, to make the ids unique. */
  readonly icons: Counter;
  /** Counts the parts of the author's own HTML. */
  readonly ownHtml: Counter;
  readonly footnoteNumbers: FootnoteNumbers;
  readonly steps: StepCounter;
  /** The space for a chart or a diagram. */
  readonly room: Room;
  /** The part of the slide that an image has to itself, in the slot `image`. */
  readonly imageBox?: Room;
  /** Whether a drawing is the only content below the title. */
  readonly isAlone?: boolean;
  /** Whether the text is that of a link. */
  readonly isInLink?: boolean;
  /** The space for code. */
  readonly code: CodeRoom;
  /** Whether reveal.js animates elements that it shares with an adjacent slide. */
  readonly autoAnimates: boolean;
  readonly headings: HeadingLevels;
  /** The ids of the slide's headings by their spans, except in notes and footnotes. */
  readonly headingIds: ReadonlyMap<Span, string>;
  /** The keys of the footnotes that this slide refers to, as in {@link Deck.footnotes}. */
  readonly footnotes: Set<string>;
}

/** The levels of a slide's headings: the title has a level for the slide's position, the others keep their distance. */
export interface HeadingLevels {
  readonly title?: Heading;
  /** The offset from the level in the source. */
  readonly shift: number;
  /** The highest level of headings other than the title. */
  readonly min: number;
}

/** A list of files without duplicates. */
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

  /** The mark in the HTML in place of the file. */
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

/** Numbers footnotes in the order of their first references. */
export class FootnoteNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #labels = new Set<string>();

  /** @param known the labels that have the first numbers */
  constructor(known: readonly string[]) {
    for (const [i, label] of known.entries()) this.#numbers.set(label, i + 1);
  }

  /** The labels of the numbered footnotes, in order. */
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

/** Numbers the steps of a slide in source order. */
export class StepCounter {
  /** Whether there are no steps, as in speaker notes. */
  readonly isStill: boolean;
  #next = 0;
  /** The step of the last pause, with which the following blocks appear. */
  pause: number | undefined;

  constructor(options: { readonly isStill?: boolean } = {}) {
    this.isStill = options.isStill ?? false;
  }

  next(): number {
    return this.#next++;
  }
}
