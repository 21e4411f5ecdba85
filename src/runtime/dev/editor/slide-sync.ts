import type { Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { RevealApi } from 'reveal.js';
import type { Built, PageDiagnostic } from '../../../dev/protocol/messages.ts';
import { DeckView } from './deck-view.ts';
import { isFirst, rangeOf, setShown, slideAt } from './slides.ts';
import type { FileBuffer } from './text/file-buffer.ts';
import type { Workspace } from './workspace.ts';

/** Keeps the current slide and the cursor in the text in sync, in both directions. */
export class SlideSync {
  readonly #workspace: Workspace;
  readonly #deck: DeckView;
  readonly #requestFile: (file: string) => void;
  #slideLines: NonNullable<Built['slideLines']> = [];
  /** Whether the lines of the shown slides are not known yet. */
  #isPatching = false;
  /** Whether the slide follows the cursor, and not the other way round. */
  #cursorLeads: boolean;

  /** @param requestFile requests the text of a file that is not open yet */
  constructor(
    workspace: Workspace,
    deck: RevealApi | undefined,
    cursorLeads: boolean,
    requestFile: (file: string) => void,
  ) {
    this.#workspace = workspace;
    this.#cursorLeads = cursorLeads;
    this.#requestFile = requestFile;
    this.#deck = new DeckView(deck, () => this.followDeck());
    this.#deck.showAllSteps();
  }

  /** The index of the current slide. */
  get slide(): number {
    return this.#deck.slide;
  }

  /** The page shows new slides; their lines follow in the next message. */
  patchStarted(): void {
    this.#isPatching = true;
  }

  /** Applies the server's message about a finished build. */
  buildFinished({ texts, slideLines }: Built, diagnostics: readonly PageDiagnostic[]): void {
    this.#isPatching = false;
    if (slideLines) this.#slideLines = slideLines;
    const textIds = new Map(texts);
    for (const buffer of this.#workspace.buffers) {
      buffer.showBuild(textIds.get(buffer.file) ?? '', slideLines, diagnostics);
    }
    if (this.#cursorLeads) this.followCursor();
    else this.followDeck();
    this.#cursorLeads ||= this.#workspace.shown !== undefined;
    this.#workspace.shown?.dispatch({ effects: setShown.of(this.#deck.slide) });
    if (this.#workspace.shown) this.#workspace.markReady();
  }

  /** Shows the slide at the cursor. */
  followCursor(): void {
    const buffer = this.#workspace.shown;
    if (!buffer || this.#isPatching) return;
    const slide = slideOf(buffer);
    if (slide === undefined || slide === this.#deck.slide) return;
    this.#deck.showSlide(slide);
    buffer.dispatch({ effects: setShown.of(this.#deck.slide) });
  }

  /** Shows the edited slide with all its steps. */
  followTyping(): void {
    this.followCursor();
    this.#deck.showAllSteps();
  }

  /** Shows the text of the current slide. */
  followDeck(): void {
    const slide = this.#deck.slide;
    const file = this.#slideLines[slide]?.file;
    if (this.#isPatching || file === undefined) return;
    const buffer = this.#workspace.find(file);
    if (!buffer) {
      // The lines of its slides arrive with its text; until then, the cursor follows the deck.
      this.#cursorLeads = false;
      this.#requestFile(file);
      return;
    }
    this.#workspace.show(buffer);
    buffer.dispatch({ effects: setShown.of(slide) });
    const isAtTop = buffer.state.selection.main.head === 0;
    if (isAtTop || slideOf(buffer) !== slide) goTo(buffer, slide);
  }

  close(): void {
    this.#deck.close();
  }
}

function slideOf({ state }: FileBuffer): number | undefined {
  return slideAt(state, state.selection.main.head);
}

/**
 * Moves the cursor below the slide's separator; on the first slide, below the front matter, which
 * stays visible.
 */
function goTo(buffer: FileBuffer, slide: number): void {
  const { doc } = buffer.state;
  const range = rangeOf(buffer.state, slide);
  if (!range) return;
  if (isFirst(buffer.state, slide)) {
    const anchor = firstTextIn(doc, range);
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

/** The start of the first line with text in a range; the start of the range if there is none. */
function firstTextIn(
  doc: Text,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const space = /^\s*\n(?=\s*\S)/.exec(doc.sliceString(from, to))?.[0] ?? '';
  return from + space.length;
}
