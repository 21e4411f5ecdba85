import { createButton, createElement, createIconButton } from '../element.ts';
import { fill, inWords, words } from '../words.ts';
import { type Ink, inks } from './stroke.ts';

/** What the pen draws with, or erases. */
export type PenMode = Ink | 'eraser';

interface PaletteActions {
  readonly choose: (mode: PenMode) => void;
  readonly undo: () => void;
  readonly clear: () => void;
  readonly close: () => void;
}

/** The custom properties of a slide that define the inks. */
const tokens = ['--color-accent', '--color-text', '--color-background', '--chart-2', '--chart-3'];

/** The toolbar of the pen: colors, eraser, undo, clear, close. */
export class Palette {
  readonly #bar = inWords(createElement('section', 'palette'));
  readonly #modes: ReadonlyMap<PenMode, HTMLButtonElement>;

  constructor(actions: PaletteActions) {
    const { choose, undo, clear, close } = actions;
    const colors = inks.map((ink, i) => {
      const button = createButton(`ink ink-${ink}`, () => choose(ink));
      button.ariaLabel = fill(words().color, i + 1);
      button.title = fill(words().color, i + 1);
      return [ink, button] as const;
    });
    const eraser = createIconButton(
      words().eraser,
      'm7 20-4-4 11-11 6 6-9 9H7Zm2-9 6 6m-4 3h10',
      () => choose('eraser'),
    );
    this.#modes = new Map<PenMode, HTMLButtonElement>([...colors, ['eraser', eraser]]);
    this.#bar.ariaLabel = words().pen;
    this.#bar.append(
      ...this.#modes.values(),
      createIconButton(words().undo, 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3', undo),
      createIconButton(words().clear, 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13', clear),
      createIconButton(words().closePen, 'M6 6l12 12M18 6 6 18', close),
    );
  }

  show(mode: PenMode, slide: Element | undefined): void {
    document.body.append(this.#bar);
    this.choose(mode);
    this.adoptColors(slide);
  }

  hide(): void {
    this.#bar.remove();
  }

  choose(mode: PenMode): void {
    for (const [name, button] of this.#modes) button.ariaPressed = String(name === mode);
  }

  /** Uses the colors of a slide, as its inks are visible on its background. */
  adoptColors(slide: Element | undefined): void {
    if (!slide) return;
    const style = getComputedStyle(slide);
    for (const token of tokens) this.#bar.style.setProperty(token, style.getPropertyValue(token));
  }
}
