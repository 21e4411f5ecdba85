/**
 * Answers what reveal.js asks at each step of all slides: which there are, and which of them the
 * step changes. reveal.js itself searches the page and writes each slide anew every time, so that
 * its steps take as long as the deck is.
 */
export class SlidePasses {
  readonly #slides: Element;
  readonly #changes = new MutationObserver(() => this.#forget());
  #lists: Lists | undefined;
  /** Where the last pass over a list led. */
  #places = new WeakMap<readonly HTMLElement[], number>();
  #near: ReadonlySet<HTMLElement> = new Set();
  #reachable: readonly HTMLElement[] | undefined;

  constructor(slides: Element) {
    this.#slides = slides;
  }

  /** Slides and stacks beside each other. */
  get columns(): readonly HTMLElement[] {
    return this.#current.columns;
  }

  /** The slides of a stack, from the top; none where there is no stack. */
  rows(column = 0): readonly HTMLElement[] {
    return this.#current.rows[column] ?? [];
  }

  get allRows(): readonly HTMLElement[] {
    return this.#current.allRows;
  }

  /** What people call slides: without stacks, and without those that do not count. */
  get counted(): readonly HTMLElement[] {
    return this.#current.counted;
  }

  countBefore(slide: Element | undefined): number {
    const { before, counted } = this.#current;
    return (slide && before.get(slide)) ?? counted.length;
  }

  /** The places in a list, as it was given here, where a step to `place` changes something. */
  between(list: readonly HTMLElement[], place: number): readonly number[] {
    const from = this.#places.get(list);
    this.#places.set(list, place);
    return from === undefined
      ? [...list.keys()]
      : range(Math.min(from, place), Math.max(from, place));
  }

  /** The columns that are near `place`, and those that were near before. */
  around(place: number, distance: number): readonly number[] {
    const { columns } = this;
    const last = columns.length - 1;
    const near = range(Math.max(place - distance + 1, 0), Math.min(place + distance - 1, last));
    const before = columns.flatMap((column, i) => (this.#near.has(column) ? i : []));
    this.#near = new Set(near.flatMap((i) => columns[i] ?? []));
    return [...new Set([...before, ...near])];
  }

  /** The slides that the keyboard may reach from now on, and those that it might before. */
  reachable(slide: HTMLElement | undefined): readonly HTMLElement[] {
    const { columns, allRows } = this.#current;
    const now = [slide, slide?.parentElement].filter((element) => element?.matches('section'));
    const before = this.#reachable ?? [...columns, ...allRows];
    this.#reachable = now as HTMLElement[];
    return [...before, ...this.#reachable];
  }

  get #current(): Lists {
    // What has changed since is not yet told.
    if (this.#changes.takeRecords().length > 0) this.#forget();
    this.#lists ??= this.#read();
    return this.#lists;
  }

  #read(): Lists {
    const lists = listSlides(this.#slides);
    this.#changes.disconnect();
    // What changes inside a slide changes no list.
    const stacks = lists.columns.filter((_, i) => lists.rows[i]?.length);
    for (const parent of [this.#slides, ...stacks]) {
      this.#changes.observe(parent, { childList: true });
    }
    return lists;
  }

  /** Slides came or went: each place may mean another one. */
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
  /** How many slides that count stand before each. */
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

/** @param to with it */
function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
