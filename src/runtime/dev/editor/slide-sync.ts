import type { Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { RevealApi } from 'reveal.js';
import type { Built, PageDiagnostic } from '../../../dev/protocol/messages.ts';
import { DeckView } from './deck-view.ts';
import { isFirst, rangeOf, setShown, slideAt } from './slides.ts';
import type { Buffer } from './text/file-buffer.ts';
import type { Desk } from './workspace.ts';

/** Keeps the slide that is shown and the text that is written together, whichever of them moves. */
export class Follower {
  readonly #desk: Desk;
  readonly #deck: DeckView;
  readonly #ask: (file: string) => void;
  #places: NonNullable<Built['slideLines']> = [];
  /** Whether the page shows slides of which the places are not known yet. */
  #isTurning = false;
  /** Whether the text goes first, as where it was open before the page was loaded anew. */
  #leads: boolean;

  /** @param ask called for the text of a file that is not open yet */
  constructor(
    desk: Desk,
    deck: RevealApi | undefined,
    leads: boolean,
    ask: (file: string) => void,
  ) {
    this.#desk = desk;
    this.#leads = leads;
    this.#ask = ask;
    this.#deck = new DeckView(deck, () => this.followDeck());
    this.#deck.showSteps();
  }

  /** The place of the slide that is shown, from 0. */
  get slide(): number {
    return this.#deck.slide;
  }

  /** The slides of the page become others; where they stand is told next. */
  turn(): void {
    this.#isTurning = true;
  }

  /** Takes up what the server tells of a build. */
  take({ texts, slideLines }: Built, faults: readonly PageDiagnostic[]): void {
    this.#isTurning = false;
    if (slideLines) this.#places = slideLines;
    const known = new Map(texts);
    for (const buffer of this.#desk.buffers) {
      buffer.mark(known.get(buffer.file) ?? '', slideLines, faults);
    }
    if (this.#leads) this.followCursor();
    else this.followDeck();
    this.#leads ||= this.#desk.shown !== undefined;
    this.#desk.shown?.dispatch({ effects: setShown.of(this.#deck.slide) });
    if (this.#desk.shown) this.#desk.isReady();
  }

  /** The slide that is written on comes up. */
  followCursor(): void {
    const buffer = this.#desk.shown;
    if (!buffer || this.#isTurning) return;
    const slide = slideOf(buffer);
    if (slide === undefined || slide === this.#deck.slide) return;
    this.#deck.turnTo(slide);
    buffer.dispatch({ effects: setShown.of(this.#deck.slide) });
  }

  /** All of the slide that is typed on is seen, whichever steps were shown before. */
  followTyping(): void {
    this.followCursor();
    this.#deck.showSteps();
  }

  /** The text of the slide that somebody went to comes up. */
  followDeck(): void {
    const slide = this.#deck.slide;
    const file = this.#places[slide]?.file;
    if (this.#isTurning || file === undefined) return;
    const buffer = this.#desk.find(file);
    if (!buffer) {
      // With its text comes where its slides stand; then the deck goes first again.
      this.#leads = false;
      this.#ask(file);
      return;
    }
    this.#desk.show(buffer);
    buffer.dispatch({ effects: setShown.of(slide) });
    const isAtTop = buffer.state.selection.main.head === 0;
    if (isAtTop || slideOf(buffer) !== slide) goTo(buffer, slide);
  }

  close(): void {
    this.#deck.close();
  }
}

function slideOf({ state }: Buffer): number | undefined {
  return slideAt(state, state.selection.main.head);
}

/** The cursor goes below the slide's break; on the first slide, below the deck's head, which stays in sight. */
function goTo(buffer: Buffer, slide: number): void {
  const { doc } = buffer.state;
  const range = rangeOf(buffer.state, slide);
  if (!range) return;
  if (isFirst(buffer.state, slide)) {
    const anchor = textFrom(doc, range);
    const effects = EditorView.scrollIntoView(anchor, { y: 'nearest', yMargin: 48 });
    buffer.dispatch({ selection: { anchor }, effects });
    return;
  }
  const line = doc.lineAt(range.from);
  const isBreak = /^--+\s*$/.test(line.text);
  const anchor = isBreak ? Math.min(line.to + 1, doc.length) : line.from;
  const effects = EditorView.scrollIntoView(range.from, { y: 'start', yMargin: 6 });
  buffer.dispatch({ selection: { anchor }, effects });
}

/** Where the first line begins, from a place on, that says something; the place itself where none does. */
function textFrom(doc: Text, { from, to }: { readonly from: number; readonly to: number }): number {
  const space = /^\s*\n(?=\s*\S)/.exec(doc.sliceString(from, to))?.[0] ?? '';
  return from + space.length;
}
