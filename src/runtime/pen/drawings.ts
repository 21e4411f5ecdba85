import { readDrawings, writeDrawings } from './drawing-storage.ts';
import { drawStroke, type Stroke } from './stroke.ts';

/** The drawings on the slides of a deck, with undo. */
export class Drawings {
  readonly #strokes = new Map<Element, readonly Stroke[]>();
  readonly #before = new Map<Element, (readonly Stroke[])[]>();
  readonly #names = new Map<string, HTMLElement>();
  readonly #viewBox: string;

  /** Restores the stored drawings. */
  constructor(slides: readonly HTMLElement[], width: number, height: number) {
    this.#viewBox = `0 0 ${width} ${height}`;
    const counts = new Map<string, number>();
    for (const slide of slides) {
      const name = nameOf(slide);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      this.#names.set(count > 1 ? `${name} (${count})` : name, slide);
    }
    for (const [name, strokes] of Object.entries(readDrawings())) {
      const slide = this.#names.get(name);
      if (slide) this.#set(slide, strokes);
    }
  }

  on(slide: Element): readonly Stroke[] {
    return this.#strokes.get(slide) ?? [];
  }

  change(slide: HTMLElement, strokes: readonly Stroke[]): void {
    this.#before.set(slide, [...(this.#before.get(slide) ?? []), this.on(slide)]);
    this.#set(slide, strokes);
    this.#store();
  }

  /** @returns whether there was something to undo */
  undo(slide: HTMLElement): boolean {
    const last = this.#before.get(slide)?.pop();
    if (!last) return false;
    this.#set(slide, last);
    this.#store();
    return true;
  }

  /** The SVG element with the slide's drawing, which is part of its copies. */
  layerOf(slide: HTMLElement): SVGElement {
    const found = slide.querySelector<SVGElement>(':scope > .drawings');
    if (found) return found;
    const layer = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    layer.setAttribute('class', 'drawings');
    layer.setAttribute('viewBox', this.#viewBox);
    layer.ariaHidden = 'true';
    slide.append(layer);
    return layer;
  }

  #set(slide: HTMLElement, strokes: readonly Stroke[]): void {
    this.#strokes.set(slide, strokes);
    const layer = this.layerOf(slide);
    if (strokes.length === 0) layer.remove();
    else layer.replaceChildren(...strokes.map(drawStroke));
  }

  #store(): void {
    const drawn = [...this.#names].map(([name, slide]) => [name, this.on(slide)] as const);
    writeDrawings(Object.fromEntries(drawn.filter(([, strokes]) => strokes.length > 0)));
  }
}

/** Identifies a slide by its id or title, so that it is found after the deck was rebuilt. */
function nameOf(slide: HTMLElement): string {
  return slide.id ? `#${slide.id}` : (slide.dataset.title ?? slide.ariaLabel ?? '');
}
