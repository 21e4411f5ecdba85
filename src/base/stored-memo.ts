import type { Memo } from '../model/source.ts';
import type { CacheEntry } from './cache/cache.ts';
import { hash } from './hash.ts';

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

/** A value as bytes of UTF-8: its texts, one after the other. */
interface Stored {
  readonly lengths: readonly number[];
  readonly bytes: Uint8Array;
}

/** Up to so many new values, and this share of all, computing them again takes less time than storing all. */
const [fewValues, smallShare] = [4, 0.02];

/** Longer inputs are in keys as digests. */
const longInput = 64;

/**
 * Keeps the values of pure functions from one process to the next, in one entry of the cache, for single builds of a
 * deck. A key has all inputs: texts, numbers, and objects that are values of other functions here. A function with
 * other objects or symbols among its inputs is called.
 */
export class StoredMemo implements Memo {
  readonly #entry: CacheEntry;
  readonly #codecs: Codecs;
  readonly #stored: ReadonlyMap<string, Stored>;
  readonly #used = new Map<string, Stored>();
  readonly #keys = new WeakMap<object, string>();
  readonly #digests = new Map<string, string>();
  #added = 0;
  #reused = 0;

  constructor(entry: CacheEntry, codecs: Codecs) {
    this.#entry = entry;
    this.#codecs = codecs;
    this.#stored = readAll(entry.readBytes());
  }

  get<T>(
    of: (...args: never[]) => T,
    inputs: readonly [unknown, ...unknown[]],
    compute: () => T,
  ): T {
    // Codecs are listed by function, which determines the type of its values.
    const codec = this.#codecs.get(of) as Codec<T> | undefined;
    const key = codec && this.#keyOf(codec.name, inputs);
    if (!codec || key === undefined) return compute();
    const known = this.#stored.get(key);
    const value = known ? codec.read(textsOf(known), compute) : compute();
    if (known) this.#reuse(key, known);
    else if (!this.#add(key, codec.write(value))) return value;
    const identity = codec.identityOf?.(value);
    if (identity) this.#keys.set(identity, key);
    return value;
  }

  update<T>(
    _of: (...args: never[]) => T,
    _key: readonly [unknown, ...unknown[]],
    compute: (previous: T | undefined) => T,
  ): T {
    return compute(undefined);
  }

  /** How many values were computed that can be stored, and how many were not. */
  get counts(): { readonly computed: number; readonly reused: number } {
    return { computed: this.#added, reused: this.#reused };
  }

  /** Writes the values that the build has used. */
  save(): void {
    if (this.#added > fewValues + smallShare * this.#used.size) {
      this.#entry.write(writeAll(this.#used));
    }
  }

  #reuse(key: string, known: Stored): void {
    this.#used.set(key, known);
    this.#reused++;
  }

  #add(key: string, texts: readonly string[] | undefined): boolean {
    if (!texts) return false;
    const parts = texts.map((text) => Buffer.from(text));
    const lengths = parts.map(({ length }) => length);
    this.#used.set(key, { lengths, bytes: Buffer.concat(parts) });
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

/** The entry: a line per value with its key and the lengths of its texts, an empty line, and all bytes. */
function writeAll(values: ReadonlyMap<string, Stored>): Buffer {
  const lines = [...values].map(([key, { lengths }]) => `${key} ${lengths.join(' ')}\n`);
  const bytes = [...values.values()].map((stored) => stored.bytes);
  return Buffer.concat([Buffer.from(`${lines.join('')}\n`), ...bytes]);
}

function readAll(bytes: Buffer | undefined): ReadonlyMap<string, Stored> {
  const values = new Map<string, Stored>();
  const end = bytes?.indexOf('\n\n') ?? -1;
  if (!bytes || end < 0) return values;
  let at = end + 2;
  for (const line of bytes.toString('latin1', 0, end).split('\n')) {
    const [key = '', ...numbers] = line.split(' ');
    const lengths = numbers.map(Number);
    const length = lengths.reduce((sum, each) => sum + each, 0);
    values.set(key, { lengths, bytes: bytes.subarray(at, at + length) });
    at += length;
  }
  return values;
}

function textsOf({ lengths, bytes }: Stored): readonly string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  return lengths.map((length) => {
    const text = buffer.toString('utf8', at, at + length);
    at += length;
    return text;
  });
}
