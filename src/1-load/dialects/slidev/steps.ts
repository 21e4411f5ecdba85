/** A place among the clicks of a slide: a number, or one that counts from the click before. */
export interface At {
  readonly value: number;
  readonly isRelative: boolean;
}

export const nextClick: At = { value: 1, isRelative: true };
export const sameClick: At = { value: 0, isRelative: true };

/**
 * Reads the value of `v-click`, `:at` and the like, which is an expression: texts that begin with a sign count from
 * the click before, as in `'+1'`; numbers count from the start of the slide.
 *
 * @returns `undefined` if it is computed when the deck is shown
 */
export function readAt(expression: string | undefined, fallback: At): At | undefined {
  const source = expression?.trim() ?? '';
  if (source === '' || source === 'true') return fallback;
  const quoted = /^(['"`])(.*)\1$/.exec(source)?.[2];
  if (quoted !== undefined) return readPlainAt(quoted, fallback);
  const value = Number(source);
  return Number.isFinite(value) ? { value, isRelative: false } : undefined;
}

/** Reads the value of `at` as an attribute, which is a text. */
export function readPlainAt(text: string | undefined, fallback: At): At | undefined {
  if (text === undefined || text.trim() === '') return fallback;
  const value = Number(text);
  return Number.isFinite(value) ? { value, isRelative: /^[+-]/.test(text.trim()) } : undefined;
}

/** A click with which something appears, and one with which it goes again. */
export type ClickRange = readonly [from: At, to: At];

/** Reads `[2, 4]` and `['+1', '+1']`. */
export function readRange(expression: string | undefined): ClickRange | undefined {
  const [, from, to] = /^\s*\[([^,\]]+),([^,\]]+)\]\s*$/.exec(expression ?? '') ?? [];
  const [first, last] = [readAt(from, nextClick), readAt(to, nextClick)];
  return from !== undefined && first && last ? [first, last] : undefined;
}

/** More clicks at which nothing changes are a typing error, as in `clicks: 1e9`. */
const maxEmptyClicks = 100;

/** Writes the number of a step; without one, it is one after the steps before it. */
type WriteStep = (index: number | undefined) => void;

interface Placed {
  readonly index: number;
  /** Of the steps that follow each other there. */
  readonly count: number;
  readonly write: WriteStep;
}

/**
 * Counts the clicks of a slide as Slidev does. Lectern numbers steps in the order of the slide; only where that
 * differs are their numbers written.
 */
export class Steps {
  #offset = 0;
  #last = 0;
  #needsNumbers = false;
  readonly #placed: Placed[] = [];
  readonly #used = new Set<number>();

  /**
   * Takes clicks.
   *
   * @param size how many of them
   * @returns the number of the first one
   */
  take(at: At, size = 1): number {
    if (!at.isRelative) return at.value;
    const start = this.#offset + at.value;
    this.#offset = start + size - 1;
    return start;
  }

  /** @returns the first click with it, and the first one without it */
  takeRange([from, to]: ClickRange): readonly [number, number] {
    const start = from.isRelative ? this.#offset + from.value : from.value;
    const end = to.isRelative ? start + to.value : to.value;
    if (from.isRelative) this.#offset = to.isRelative ? end : start;
    return [start, end];
  }

  /** Leaves clicks free, as `<v-click-gap>` does. */
  skip(size: number): void {
    this.#offset += size;
    this.#last = Math.max(this.#last, this.#offset);
  }

  /**
   * Adds a step; to be called in the order of the slide. What appears at click 0 is on the slide from the start: it
   * is no step, and not written.
   */
  place(index: number, write: WriteStep, count = 1): void {
    if (index < 1) return;
    this.#placed.push({ index, count, write });
    this.#use(index, count);
  }

  /** Takes clicks whose numbers are written elsewhere, so that all steps need theirs. */
  occupy(index: number, count: number): void {
    this.#needsNumbers = true;
    this.#use(index, count);
  }

  #use(index: number, count: number): void {
    for (let i = index; i < index + count; i++) this.#used.add(i);
    this.#last = Math.max(this.#last, index + count - 1);
  }

  /** The number of the last click. */
  get last(): number {
    return this.#last;
  }

  /**
   * Writes the steps of the slide, with numbers only if it needs them.
   *
   * @param total the count of clicks that the slide asks for
   * @returns the numbers of the clicks at which nothing changes, if they need them
   */
  finish(total: number): readonly (number | undefined)[] {
    let next = 1;
    const isPlain = this.#placed.every(({ index, count }) => {
      const follows = index === next;
      next += count;
      return follows;
    });
    const number = (index: number): number | undefined =>
      isPlain && !this.#needsNumbers ? undefined : index;
    for (const { index, write } of this.#placed) write(number(index));
    const length = Math.min(Math.max(this.#last, total), this.#used.size + maxEmptyClicks);
    const clicks = Array.from({ length }, (_, i) => i + 1);
    const empty = clicks.filter((index) => !this.#used.has(index));
    return empty.map(number);
  }
}
