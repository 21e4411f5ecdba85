import type { Memo } from '../../model/source.ts';
import type { CacheEntry } from '../cache/cache.ts';
import { hash } from '../hash.ts';

/** How the values of a function are stored. */
export interface Codec<T> {
  readonly name: string;
  /** @returns the texts to store; `undefined` if the value depends on more than its inputs */
  write(value: T): readonly string[] | undefined;
  /** @param compute computes the value, for parts of it that are rarely asked for */
  read(texts: readonly string[], compute: () => T): T;
  /** The part of the value that is an input of other functions. */
  identityOf?(value: T): object | undefined;
}

/** The codecs of functions whose values are stored. */
export type Codecs = ReadonlyMap<object, Codec<unknown>>;

/** A value as texts. */
type Stored = readonly string[];

/** Up to so many new values, and this share of all, computing them again takes less time than storing all. */
const [fewValues, smallShare] = [4, 0.02];

/** Longer inputs are in keys as digests. */
const longInput = 64;

/**
 * Keeps the values of pure functions from one process to the next, in one entry of the cache, for single builds of a
 * deck. The first build stores none: many decks are built once, and it takes a tenth of the build. A key has all inputs: texts, numbers, and objects that are values of other functions here. A function with
 * other objects or symbols among its inputs is called.
 */
export class StoredMemo implements Memo {
  readonly #entry: CacheEntry;
  readonly #codecs: Codecs;
  /** `undefined` in the first build. */
  readonly #stored: ReadonlyMap<string, Stored> | undefined;
  readonly #used = new Map<string, Stored>();
  readonly #keys = new WeakMap<object, string>();
  readonly #digests = new Map<string, string>();
  /** Values that each build updates, which are written only if all are. */
  readonly #updates = new Map<string, () => Stored | undefined>();
  #added = 0;
  #reused = 0;

  constructor(entry: CacheEntry, codecs: Codecs) {
    this.#entry = entry;
    this.#codecs = codecs;
    const text = entry.read();
    this.#stored = text === undefined ? undefined : readAll(text);
  }

  get<T>(
    of: (...args: never[]) => T,
    inputs: readonly [unknown, ...unknown[]],
    compute: () => T,
  ): T {
    // Codecs are listed by function, which determines the type of its values.
    const codec = this.#stored && (this.#codecs.get(of) as Codec<T> | undefined);
    const key = codec && this.#keyOf(codec.name, inputs);
    if (!codec || key === undefined) return compute();
    const known = this.#stored?.get(key);
    const value = known ? codec.read(known, compute) : compute();
    if (known) this.#reuse(key, known);
    else if (!this.#add(key, codec.write(value))) return value;
    const identity = codec.identityOf?.(value);
    if (identity) this.#keys.set(identity, key);
    return value;
  }

  update<T>(
    of: (...args: never[]) => T,
    inputs: readonly [unknown, ...unknown[]],
    compute: (previous: T | undefined) => T,
  ): T {
    const codec = this.#stored && (this.#codecs.get(of) as Codec<T> | undefined);
    const key = codec && this.#keyOf(codec.name, inputs);
    if (!codec || key === undefined) return compute(undefined);
    const known = this.#stored?.get(key);
    const value = compute(known && codec.read(known, () => compute(undefined)));
    this.#updates.set(key, () => codec.write(value));
    return value;
  }

  /** How many values were computed that can be stored, and how many were not. */
  get counts(): { readonly computed: number; readonly reused: number } {
    return { computed: this.#added, reused: this.#reused };
  }

  /** Writes the values that the build has used; of the first one, only that there was one. */
  save(): void {
    if (!this.#stored) this.#entry.write(writeAll(new Map()));
    if (this.#added > fewValues + smallShare * this.#used.size) {
      for (const [key, write] of this.#updates) {
        const texts = write();
        if (texts) this.#used.set(key, texts);
      }
      this.#entry.write(writeAll(this.#used));
    }
  }

  #reuse(key: string, known: Stored): void {
    this.#used.set(key, known);
    this.#reused++;
  }

  #add(key: string, texts: Stored | undefined): boolean {
    if (!texts) return false;
    this.#used.set(key, texts);
    this.#added++;
    return true;
  }

  /** @returns `undefined` if an input cannot be part of a key */
  #keyOf(name: string, [first, ...others]: readonly unknown[]): string | undefined {
    const own = typeof first === 'string' ? this.#digest(first) : this.#keys.get(Object(first));
    if (own === undefined) return undefined;
    const parts: string[] = [];
    for (const other of others) {
      const part = this.#write(other);
      if (part === undefined) return undefined;
      parts.push(part);
    }
    return `${name}:${own}:${this.#digest(parts.join('\n'))}`;
  }

  #write(input: unknown): string | undefined {
    switch (typeof input) {
      case 'string':
        return `"${input.length > longInput ? this.#digest(input) : JSON.stringify(input)}`;
      case 'object':
        return input === null ? 'null' : this.#keys.get(input);
      case 'number':
      case 'boolean':
      case 'undefined':
        return String(input);
      default:
        return undefined;
    }
  }

  #digest(text: string): string {
    const known = this.#digests.get(text);
    if (known !== undefined) return known;
    const digest = hash(text).slice(0, 32);
    this.#digests.set(text, digest);
    return digest;
  }
}

/** The entry: a line per value with its key and the lengths of its texts, an empty line, and all texts. */
function writeAll(values: ReadonlyMap<string, Stored>): string {
  const lines = [...values].map(([key, texts]) =>
    [key, ...texts.map(({ length }) => length)].join(' '),
  );
  return `${lines.join('\n')}\n\n${[...values.values()].flat().join('')}`;
}

/** All texts are decoded at once; each is a part of that string, which takes no time. */
function readAll(entry: string): ReadonlyMap<string, Stored> {
  const values = new Map<string, Stored>();
  const end = entry.indexOf('\n\n');
  let at = end + 2;
  for (const line of entry.slice(0, end).split('\n')) {
    const [key = '', ...lengths] = line.split(' ');
    const texts = lengths.map((length) => {
      const start = at;
      at += Number(length);
      return entry.slice(start, at);
    });
    values.set(key, texts);
  }
  return values;
}
