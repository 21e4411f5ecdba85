import type { Regions, Tag } from '../../shared/regions.ts';
import type { TextEdits } from '../../text-edits.ts';
import type { DeckSlide, SlidevDeck } from '../deck.ts';
import { Steps } from '../steps.ts';
import type { Click } from './click.ts';

/** An element that is open. */
export interface OpenElement {
  /** In the one form that component names have. */
  readonly name: string;
  /** Writes what is in place of its end tag. */
  readonly close: (tag: Tag) => void;
}

/** Text of Markdown that appears by a click. */
export interface ClickPoint {
  /** Where it begins. */
  readonly at: number;
  readonly click: Click;
  /** Writes its attributes, once its number is known. */
  readonly write: (classes: readonly string[], index: number | undefined) => void;
}

/** In the order of the slide, though added in the order of the elements around them. */
export class ClickPoints {
  readonly #points: ClickPoint[] = [];
  #taken = 0;

  add(point: ClickPoint): void {
    let index = this.#points.length;
    while (index > this.#taken && (this.#points[index - 1]?.at ?? 0) > point.at) index--;
    this.#points.splice(index, 0, point);
  }

  /** Takes the next one that begins up to an offset. */
  take(end: number): ClickPoint | undefined {
    const point = this.#points[this.#taken];
    if (!point || point.at > end) return undefined;
    this.#taken++;
    return point;
  }
}

/** A click at which nothing changes. */
function emptyStep(index: number | undefined): string {
  const number = index === undefined ? '' : ` data-fragment-index="${index}"`;
  return `<div class="fragment"${number} hidden></div>`;
}

/** A slide while it is translated. */
export class SlideText {
  readonly deck: SlidevDeck;
  readonly slide: DeckSlide;
  readonly regions: Regions;
  readonly steps = new Steps();
  readonly open: OpenElement[] = [];
  /** Clicks of tags by where they begin, and of Markdown in the order of the slide. */
  readonly tagClicks = new Map<number, Click>();
  readonly points = new ClickPoints();
  /** The rules of its `<style>` elements. */
  readonly styles: string[] = [];
  /** The text of its heading, where a component stands in it. */
  headingText: string | undefined;
  /** What is written above its text. */
  intro = '';
  /** Up to here, text was replaced as a whole. */
  done = 0;
  #outro = '';
  readonly #later: (() => void)[] = [];
  readonly #skipped: (readonly [start: number, end: number])[] = [];

  constructor(deck: SlidevDeck, slide: DeckSlide, regions: Regions) {
    this.deck = deck;
    this.slide = slide;
    this.regions = regions;
  }

  get edits(): TextEdits {
    return this.deck.edits;
  }

  get end(): number {
    return this.slide.at.note?.start ?? this.slide.at.end;
  }

  get hasHeading(): boolean {
    return /^#{1,6} /m.test(this.text(this.slide.at.contentStart, this.end));
  }

  /** Whether it has no text, so that only its settings show that there is a slide. */
  get isEmpty(): boolean {
    return this.text(this.slide.at.contentStart, this.end).trim() === '';
  }

  text(start: number, end: number): string {
    return this.deck.author.text.slice(start, end);
  }

  /** Adds a text below the slide's own, above its notes. */
  append(text: string): void {
    this.#outro += `\n\n${text}\n\n`;
  }

  /** Leaves a stretch alone that was replaced already. */
  skip(start: number, end: number): void {
    this.#skipped.push([start, end]);
  }

  isSkipped(at: number): boolean {
    return at < this.done || this.#skipped.some(([start, end]) => at >= start && at < end);
  }

  /** Does something when the numbers of the steps are known. */
  later(write: () => void): void {
    this.#later.push(write);
  }

  finish(): void {
    const empty = this.steps.finish(this.#clicks());
    for (const write of this.#later) write();
    const steps = empty.map(emptyStep).join('\n');
    const outro = steps === '' ? this.#outro : `\n\n${steps}\n\n${this.#outro}`;
    if (outro !== '') this.edits.insert(this.end, outro);
  }

  /** How many clicks the slide asks for. */
  #clicks(): number {
    const entry = this.slide.settings.get('clicks');
    const clicks = this.slide.settings.number('clicks') ?? 0;
    if (entry && clicks < this.steps.last) {
      const message = `"clicks" does not end the slide early: all of its ${this.steps.last} steps are shown`;
      this.deck.report.add('dialect-settings', entry.span, message);
    }
    return clicks;
  }

  /** The end tag of an element. */
  endTagOf(tag: Tag): Tag | undefined {
    return this.regions.endTagOf(tag);
  }

  /** Removes an element, with its line if it is alone there: a blank line would end the HTML around it. */
  remove(start: number, end: number): void {
    const { text } = this.deck.author;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const after = /[ \t]*\n/y;
    after.lastIndex = end;
    const isAlone = text.slice(lineStart, start).trim() === '' && after.test(text);
    if (isAlone) this.edits.remove(lineStart, after.lastIndex);
    else this.edits.remove(start, end);
  }

  /** Replaces an element with its content; what is in it is read no more. */
  replaceElement(tag: Tag, text: string): void {
    const end = tag.isSelfClosing ? tag.end : (this.endTagOf(tag)?.end ?? tag.end);
    if (text === '') this.remove(tag.start, end);
    else this.edits.replace(tag.start, end, text);
    this.done = Math.max(this.done, end);
  }
}
