import type { RevealApi } from 'reveal.js';
import { type BrowserFeature, drawingChangedEvent } from '../feature.ts';
import { say } from '../navigation/announce.ts';
import type { Shortcut } from '../navigation/keyboard.ts';
import { parsed } from '../parsed.ts';
import { activateTool, activeTool, deactivateTool } from '../tools/tool.ts';
import { words } from '../words.ts';
import { canStoreDrawings } from './drawing-storage.ts';
import { Drawings } from './drawings.ts';
import { Palette, type PenMode } from './palette.ts';
import { drawStroke, inks, isNearStroke, type Point, type Stroke } from './stroke.ts';
import { createSurface } from './surface.ts';

/** The radius of the eraser in slide pixels. */
const eraserReach = 14;

let pen: Pen | undefined;

/** `P` starts drawing on the slides. Drawings are stored in the browser. */
export const penTool: BrowserFeature = {
  present(deck) {
    deck.on('ready', async () => {
      await parsed;
      pen = new Pen(deck);
    });
    deck.on('slidechanged', () => pen?.slideChanged(deck.getCurrentSlide()));
  },
  shortcuts: () => [
    shortcut(['p'], 'pen', () => (activeTool() === 'pen' ? deactivateTool() : pen?.start())),
    whileDrawing(['1', '2', '3', '4'], 'penColor', ({ key }) => {
      pen?.choose(inks[Number(key) - 1] ?? 'accent');
    }),
    whileDrawing(['e'], 'eraserKey', () => pen?.toggleEraser()),
    whileDrawing(['Control+z'], 'undoStroke', () => pen?.undo()),
    whileDrawing(['Delete'], 'clearDrawing', () => pen?.clear()),
    { ...whileDrawing(['Escape'], 'penOff', deactivateTool), isHidden: true },
  ],
  limitation: () => (canStoreDrawings() ? undefined : words().noStorage),
};

function shortcut(
  keys: readonly string[],
  name: Shortcut['name'] & string,
  press: Shortcut['press'],
): Shortcut {
  return { keys, name, group: 'pointerAndPen', press };
}

function whileDrawing(
  keys: readonly string[],
  name: Shortcut['name'] & string,
  press: Shortcut['press'],
): Shortcut {
  return shortcut(keys, name, (event) => (activeTool() === 'pen' ? press(event) : false));
}

class Pen {
  readonly #deck: RevealApi;
  readonly #drawings: Drawings;
  readonly #surface: HTMLElement;
  readonly #palette = new Palette({
    choose: (mode) => this.choose(mode),
    undo: () => this.undo(),
    clear: () => this.clear(),
    close: deactivateTool,
  });
  #mode: PenMode = 'accent';
  #ink: PenMode = 'accent';
  #points: Point[] = [];
  #isErasing = false;
  #unfinished: SVGElement | undefined;

  constructor(deck: RevealApi) {
    const { width, height } = deck.getConfig();
    const size = [Number(width), Number(height)] as const;
    this.#deck = deck;
    this.#drawings = new Drawings(deck.getSlides(), ...size);
    const handler = {
      begin: (isEraser: boolean) => this.#begin(isEraser),
      go: (points: readonly Point[]) => this.#go(points),
      end: () => this.#end(),
    };
    this.#surface = createSurface(size, handler, () => this.#slide);
  }

  start(): void {
    activateTool('pen', () => {
      this.#surface.remove();
      this.#palette.hide();
      say('penOff');
    });
    document.body.append(this.#surface);
    this.#palette.show(this.#mode, this.#slide);
    say('pen');
  }

  slideChanged(slide: Element | undefined): void {
    this.#end();
    this.#palette.adoptColors(slide);
  }

  choose(mode: PenMode): void {
    this.#mode = mode;
    if (mode !== 'eraser') this.#ink = mode;
    this.#surface.classList.toggle('erasing', mode === 'eraser');
    this.#palette.choose(mode);
  }

  toggleEraser(): void {
    this.choose(this.#mode === 'eraser' ? this.#ink : 'eraser');
  }

  undo(): void {
    if (this.#drawings.undo(this.#slide)) this.#notify();
  }

  clear(): void {
    if (this.#drawings.on(this.#slide).length > 0) this.#change([]);
  }

  get #slide(): HTMLElement {
    return this.#deck.getCurrentSlide() as HTMLElement;
  }

  get #stroke(): Stroke {
    return { ink: this.#ink as Stroke['ink'], points: this.#points };
  }

  #begin(isEraser: boolean): void {
    this.#points = [];
    this.#isErasing = isEraser || this.#mode === 'eraser';
  }

  #go(points: readonly Point[]): void {
    if (this.#isErasing) this.#erase(points);
    else this.#draw(points);
  }

  #draw(points: readonly Point[]): void {
    this.#points.push(...points);
    const trace = drawStroke(this.#stroke);
    if (this.#unfinished) this.#unfinished.replaceWith(trace);
    else this.#drawings.layerOf(this.#slide).append(trace);
    this.#unfinished = trace;
  }

  #erase(points: readonly Point[]): void {
    const strokes = this.#drawings.on(this.#slide);
    const left = strokes.filter(
      (stroke) => !points.some((at) => isNearStroke(stroke, at, eraserReach)),
    );
    if (left.length < strokes.length) this.#change(left);
  }

  #end(): void {
    const slide = this.#unfinished?.closest<HTMLElement>('section');
    this.#unfinished = undefined;
    if (slide) this.#change([...this.#drawings.on(slide), this.#stroke], slide);
    this.#points = [];
  }

  #change(strokes: readonly Stroke[], slide = this.#slide): void {
    this.#drawings.change(slide, strokes);
    this.#notify();
  }

  #notify(): void {
    this.#deck.dispatchEvent({ type: drawingChangedEvent });
  }
}
