import type { RevealApi } from 'reveal.js';
import { drawnEvent, type Part } from '../feature.ts';
import { announce } from '../navigation/announce.ts';
import type { Shortcut } from '../navigation/keyboard.ts';
import { layDownTool, pickUp, toolInUse } from '../tools/tool.ts';
import { canRemember } from './drawing-storage.ts';
import { Drawings } from './drawings.ts';
import { Palette, type PenMode } from './palette.ts';
import { drawStroke, inks, type Point, passesBy, type Stroke } from './stroke.ts';
import { makeSurface } from './surface.ts';

/** How near the eraser must come to a line, in a slide's pixels. */
const eraserReach = 14;

let pen: Pen | undefined;

/** `P` takes a pen to draw on the slides; what was drawn stays on them, and in the browser. */
export const penTool: Part = {
  present(deck) {
    deck.on('ready', () => {
      pen = new Pen(deck);
    });
    deck.on('slidechanged', () => pen?.turnTo(deck.getCurrentSlide()));
  },
  shortcuts: () => [
    shortcut(['p'], 'Pen', () => (toolInUse() === 'pen' ? layDownTool() : pen?.take())),
    whileDrawing(['1', '2', '3', '4'], 'Colour of the pen', ({ key }) => {
      pen?.choose(inks[Number(key) - 1] ?? 'accent');
    }),
    whileDrawing(['e'], 'Eraser, while the pen is on', () => pen?.toggleEraser()),
    whileDrawing(['Control+z'], 'Undo a line', () => pen?.undo()),
    whileDrawing(['Delete'], 'Clear the drawing', () => pen?.clear()),
    { ...whileDrawing(['Escape'], 'Pen down', layDownTool), isUntold: true },
  ],
  lacks: () =>
    canRemember()
      ? undefined
      : 'Drawings last until the page is closed: this browser keeps nothing for it.',
};

function shortcut(keys: readonly string[], name: string, press: Shortcut['press']): Shortcut {
  return { keys, name, group: 'Point and draw', press };
}

function whileDrawing(keys: readonly string[], name: string, press: Shortcut['press']): Shortcut {
  return shortcut(keys, name, (event) => (toolInUse() === 'pen' ? press(event) : false));
}

class Pen {
  readonly #deck: RevealApi;
  readonly #drawings: Drawings;
  readonly #surface: HTMLElement;
  readonly #palette = new Palette({
    choose: (mode) => this.choose(mode),
    undo: () => this.undo(),
    clear: () => this.clear(),
    close: layDownTool,
  });
  #mode: PenMode = 'accent';
  #ink: PenMode = 'accent';
  #points: Point[] = [];
  #isErasing = false;
  #trace: SVGElement | undefined;

  constructor(deck: RevealApi) {
    const { width, height } = deck.getConfig();
    const size = [Number(width), Number(height)] as const;
    this.#deck = deck;
    this.#drawings = new Drawings(deck.getSlides(), ...size);
    const hand = {
      begin: (isEraser: boolean) => this.#begin(isEraser),
      go: (points: readonly Point[]) => this.#go(points),
      end: () => this.#end(),
    };
    this.#surface = makeSurface(size, hand, () => this.#slide);
  }

  take(): void {
    pickUp('pen', () => {
      this.#surface.remove();
      this.#palette.hide();
      announce('Pen down');
    });
    document.body.append(this.#surface);
    this.#palette.show(this.#mode, this.#slide);
    announce('Pen');
  }

  turnTo(slide: Element | undefined): void {
    this.#end();
    this.#palette.suit(slide);
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
    if (this.#drawings.undo(this.#slide)) this.#tell();
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
    if (this.#trace) this.#trace.replaceWith(trace);
    else this.#drawings.sheetOf(this.#slide).append(trace);
    this.#trace = trace;
  }

  #erase(points: readonly Point[]): void {
    const strokes = this.#drawings.on(this.#slide);
    const left = strokes.filter(
      (stroke) => !points.some((at) => passesBy(stroke, at, eraserReach)),
    );
    if (left.length < strokes.length) this.#change(left);
  }

  #end(): void {
    const slide = this.#trace?.closest<HTMLElement>('section');
    this.#trace = undefined;
    if (slide) this.#change([...this.#drawings.on(slide), this.#stroke], slide);
    this.#points = [];
  }

  #change(strokes: readonly Stroke[], slide = this.#slide): void {
    this.#drawings.change(slide, strokes);
    this.#tell();
  }

  #tell(): void {
    this.#deck.dispatchEvent({ type: drawnEvent });
  }
}
