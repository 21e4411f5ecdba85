import { recall, remember } from './drawing-storage.ts';
import { drawStroke, type Stroke } from './stroke.ts';

/** What was drawn on the slides of a deck, and the way back from each change. */
export class Drawings {
  readonly #strokes = new Map<Element, readonly Stroke[]>();
  readonly #before = new Map<Element, (readonly Stroke[])[]>();
  readonly #names = new Map<string, HTMLElement>();
  readonly #box: string;

  /** Brings back what the browser has kept. */
  constructor(slides: readonly HTMLElement[], width: number, height: number) {
    this.#box = `0 0 ${width} ${height}`;
    const counts = new Map<string, number>();
    for (const slide of slides) {
      const name = nameOf(slide);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      this.#names.set(count > 1 ? `${name} (${count})` : name, slide);
    }
    for (const [name, strokes] of Object.entries(recall())) {
      const slide = this.#names.get(name);
      if (slide) this.#put(slide, strokes);
    }
  }

  on(slide: Element): readonly Stroke[] {
    return this.#strokes.get(slide) ?? [];
  }

  change(slide: HTMLElement, strokes: readonly Stroke[]): void {
    this.#before.set(slide, [...(this.#before.get(slide) ?? []), this.on(slide)]);
    this.#put(slide, strokes);
    this.#keep();
  }

  /** @returns whether there was something to undo */
  undo(slide: HTMLElement): boolean {
    const last = this.#before.get(slide)?.pop();
    if (!last) return false;
    this.#put(slide, last);
    this.#keep();
    return true;
  }

  /** The slide's sheet, which copies of the slide bring along. */
  sheetOf(slide: HTMLElement): SVGElement {
    const found = slide.querySelector<SVGElement>(':scope > .drawings');
    if (found) return found;
    const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    sheet.setAttribute('class', 'drawings');
    sheet.setAttribute('viewBox', this.#box);
    sheet.ariaHidden = 'true';
    slide.append(sheet);
    return sheet;
  }

  #put(slide: HTMLElement, strokes: readonly Stroke[]): void {
    this.#strokes.set(slide, strokes);
    const sheet = this.sheetOf(slide);
    if (strokes.length === 0) sheet.remove();
    else sheet.replaceChildren(...strokes.map(drawStroke));
  }

  #keep(): void {
    const drawn = [...this.#names].map(([name, slide]) => [name, this.on(slide)] as const);
    remember(Object.fromEntries(drawn.filter(([, strokes]) => strokes.length > 0)));
  }
}

/** By its id or its title, so that it is found again in a deck that was built anew. */
function nameOf(slide: HTMLElement): string {
  return slide.id ? `#${slide.id}` : (slide.dataset.title ?? slide.ariaLabel ?? '');
}
