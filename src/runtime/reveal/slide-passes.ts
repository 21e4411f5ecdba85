/**
 * The lists of slides that reveal.js needs on each step, and which slides the step changes. reveal.js
 * itself searches the page and updates all slides every time, so that a step takes longer the more
 * slides a deck has.
 */
export class SlidePasses {
  readonly #slides: Element;
  readonly #changes = new MutationObserver(() => this.#forget());
  #lists: Lists | undefined;
  /** The index that was current at the last update of a list. */
  #lastIndices = new WeakMap<readonly HTMLElement[], number>();
  #near: ReadonlySet<HTMLElement> = new Set();
  #reachable: readonly HTMLElement[] | undefined;

  constructor(slides: Element) {
    this.#slides = slides;
  }

  /** The columns: slides and stacks. */
  get columns(): readonly HTMLElement[] {
    return this.#current.columns;
  }

  /** The slides of a stack, from top to bottom; empty if the column is a single slide. */
  rows(column = 0): readonly HTMLElement[] {
    return this.#current.rows[column] ?? [];
  }

  get allRows(): readonly HTMLElement[] {
    return this.#current.allRows;
  }

  /** The slides that have a number: without stacks and uncounted slides. */
  get counted(): readonly HTMLElement[] {
    return this.#current.counted;
  }

  countBefore(slide: Element | undefined): number {
    const { before, counted } = this.#current;
    return (slide && before.get(slide)) ?? counted.length;
  }

  /** The indices in one of these lists that change when `index` becomes current. */
  between(list: readonly HTMLElement[], index: number): readonly number[] {
    const from = this.#lastIndices.get(list);
    this.#lastIndices.set(list, index);
    return from === undefined
      ? [...list.keys()]
      : range(Math.min(from, index), Math.max(from, index));
  }

  /** The columns near `index`, and those near the previous one. */
  around(index: number, distance: number): readonly number[] {
    const { columns } = this;
    const last = columns.length - 1;
    const near = range(Math.max(index - distance + 1, 0), Math.min(index + distance - 1, last));
    const before = columns.flatMap((column, i) => (this.#near.has(column) ? i : []));
    this.#near = new Set(near.flatMap((i) => columns[i] ?? []));
    return [...new Set([...before, ...near])];
  }

  /** The sections that become focusable, and those that were before. */
  reachable(slide: HTMLElement | undefined): readonly HTMLElement[] {
    const { columns, allRows } = this.#current;
    const now = [slide, slide?.parentElement].filter((element) => element?.matches('section'));
    const before = this.#reachable ?? [...columns, ...allRows];
    this.#reachable = now as HTMLElement[];
    return [...before, ...this.#reachable];
  }

  get #current(): Lists {
    // Recent changes may not have been reported yet.
    if (this.#changes.takeRecords().length > 0) this.#forget();
    this.#lists ??= this.#read();
    return this.#lists;
  }

  #read(): Lists {
    const lists = listSlides(this.#slides);
    this.#changes.disconnect();
    // Changes inside a slide do not affect the lists.
    const stacks = lists.columns.filter((_, i) => lists.rows[i]?.length);
    for (const parent of [this.#slides, ...stacks]) {
      this.#changes.observe(parent, { childList: true });
    }
    return lists;
  }

  /** Called when slides were added or removed. */
  #forget(): void {
    this.#lists = undefined;
    this.#reachable = undefined;
  }
}

interface Lists {
  readonly columns: readonly HTMLElement[];
  readonly rows: readonly (readonly HTMLElement[])[];
  readonly allRows: readonly HTMLElement[];
  readonly counted: readonly HTMLElement[];
  /** The number of counted slides before each slide. */
  readonly before: ReadonlyMap<Element, number>;
}

function listSlides(slides: Element): Lists {
  const columns = sectionsIn(slides);
  const rows = columns.map(sectionsIn);
  const counted: HTMLElement[] = [];
  const before = new Map<Element, number>();
  for (const slide of columns.flatMap((column, i) => (rows[i]?.length ? rows[i] : column))) {
    before.set(slide, counted.length);
    if (slide.dataset.visibility !== 'uncounted') counted.push(slide);
  }
  return { columns, rows, allRows: rows.flat(), counted, before };
}

function sectionsIn(parent: Element): readonly HTMLElement[] {
  return Array.from(parent.children as HTMLCollectionOf<HTMLElement>).filter(
    ({ localName }) => localName === 'section',
  );
}

/** @param to inclusive */
function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
