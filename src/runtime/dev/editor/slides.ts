import {
  type EditorState,
  type Extension,
  type Range,
  StateEffect,
  StateField,
} from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

/** The start of a slide in the text. */
interface SlideStart {
  /** The index of the slide in the deck. */
  readonly slide: number;
  readonly from: number;
}

interface Slides {
  /** In the order of the text. */
  readonly starts: readonly SlideStart[];
  /** The index of the current slide. */
  readonly shown: number;
}

export const setStarts = StateEffect.define<readonly SlideStart[]>();
export const setShown = StateEffect.define<number>();

const slidesField = StateField.define<Slides>({
  create: () => ({ starts: [], shown: -1 }),
  update: (slides, { effects, changes, docChanged }) => {
    let { starts, shown } = slides;
    if (docChanged) {
      const move = (from: number): number => changes.mapPos(from, from === 0 ? -1 : 1);
      starts = starts.map(({ slide, from }) => ({ slide, from: move(from) }));
    }
    for (const effect of effects) {
      if (effect.is(setStarts)) starts = effect.value.toSorted((a, b) => a.from - b.from);
      if (effect.is(setShown)) shown = effect.value;
    }
    return { starts, shown };
  },
});

/** The slide at a position; if several start there, preferably the current one. */
export function slideAt(state: EditorState, position: number): number | undefined {
  const { starts, shown } = state.field(slidesField);
  const from = starts.findLast((start) => start.from <= position)?.from ?? starts[0]?.from;
  const here = starts.filter((start) => start.from === from);
  return (here.find(({ slide }) => slide === shown) ?? here[0])?.slide;
}

/** The range of a slide in the text, from its separator to the next one. */
export function rangeOf(
  state: EditorState,
  slide: number,
): { readonly from: number; readonly to: number } | undefined {
  const { starts } = state.field(slidesField);
  const from = starts.find((start) => start.slide === slide)?.from;
  if (from === undefined) return undefined;
  const to = starts.find((start) => start.from > from)?.from ?? state.doc.length;
  return { from, to };
}

/** Whether a slide is the first one in the text, to which the front matter above it belongs. */
export function isFirst(state: EditorState, slide: number): boolean {
  const { starts } = state.field(slidesField);
  return rangeOf(state, slide)?.from === starts[0]?.from;
}

const dim = Decoration.line({ class: 'cm-otherSlide' });

function dimOthers({ state, visibleRanges }: EditorView): DecorationSet {
  const { shown } = state.field(slidesField);
  const range = rangeOf(state, shown);
  if (!range) return Decoration.none;
  const first = isFirst(state, shown) ? 0 : range.from;
  // The end is exclusive, except at the end of the file.
  const last = range.to === state.doc.length ? range.to + 1 : range.to;
  const lines: Range<Decoration>[] = [];
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at);
      if (line.from < first || line.from >= last) lines.push(dim.range(line.from));
      at = line.to + 1;
    }
  }
  return Decoration.set(lines, true);
}

/** Tracks where slides start, and dims the lines of all slides but the current one. */
export const slides: Extension = [
  slidesField,
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = dimOthers(view);
      }

      update({ view, docChanged, viewportChanged, state, startState }: ViewUpdate): void {
        const isOther = state.field(slidesField) !== startState.field(slidesField);
        if (docChanged || viewportChanged || isOther) this.decorations = dimOthers(view);
      }
    },
    { decorations: ({ decorations }) => decorations },
  ),
];
