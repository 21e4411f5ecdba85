import type { Located } from '../deck.ts';
import { type Report, suggest } from '../diagnostics.ts';
import type { YamlEntry } from './yaml.ts';

/** Turns what was written into a value, or gives `undefined` for what is not one of its kind. */
export interface Reader<T> {
  /** What is wanted, for the message: `true or false`. */
  readonly expected: string;
  readonly read: (entry: YamlEntry) => T | undefined;
}

type Values<R> = { -readonly [K in keyof R]?: R[K] extends Reader<infer T> ? T : never };

/**
 * Reads a mapping by a closed schema. An unknown key, a key twice or a value of the wrong kind is an
 * error at its place; the rest is read all the same.
 */
export function readKeys<R extends Readonly<Record<string, Reader<unknown>>>>(
  entries: readonly YamlEntry[],
  readers: R,
  report: Report,
): Values<R> {
  const values: Record<string, unknown> = {};
  for (const entry of entries) {
    if (!Object.hasOwn(readers, entry.key)) {
      const hint = suggest(entry.key, Object.keys(readers));
      report.add('key-unknown', entry.keySpan, `unknown key "${entry.key}"`, hint);
      continue;
    }
    const reader = readers[entry.key] as Reader<unknown>;
    const value = reader.read(entry);
    if (value === undefined) {
      const message = `"${entry.key}" needs ${reader.expected}`;
      report.add('value-invalid', entry.span, message, nearName(entry, reader));
    } else {
      values[entry.key] = value;
    }
  }
  return values as Values<R>;
}

/** For a reader of names: the one that was meant. */
function nearName(entry: YamlEntry, reader: Reader<unknown>): string | undefined {
  if (!('names' in reader) || !Array.isArray(reader.names)) return undefined;
  return suggest(entry.source ?? '', reader.names.map(String));
}

/** Any single value, as it was written: a title may be a number, a date stays as it is. */
export const text: Reader<string> = {
  expected: 'a text',
  read: (entry) => entry.source,
};

/** A text together with its place. */
export const locatedText: Reader<Located<string>> = {
  expected: 'a text',
  read: (entry) =>
    entry.source === undefined ? undefined : { value: entry.source, span: entry.span },
};

export const flag: Reader<boolean> = {
  expected: 'true or false',
  read: ({ value }) => (typeof value === 'boolean' ? value : undefined),
};

export function oneOf<T extends string>(names: readonly T[]): Reader<T> & { names: readonly T[] } {
  return {
    expected: `one of ${names.join(', ')}`,
    names,
    read: ({ source }) => names.find((name) => name === source),
  };
}

export function numberBetween(min: number, max: number): Reader<number> {
  return {
    expected: `a number from ${min} to ${max}`,
    read: ({ value }) =>
      typeof value === 'number' && value >= min && value <= max ? value : undefined,
  };
}

/** One text, or a list of them. */
export const texts: Reader<readonly string[]> = {
  expected: 'a text or a list of texts',
  read: ({ value, source }) => {
    if (source !== undefined) return [source];
    if (!Array.isArray(value)) return undefined;
    return value.every((item) => ['string', 'number'].includes(typeof item))
      ? value.map(String)
      : undefined;
  },
};

/** A value that another function reads. */
export function parsed<T>(
  expected: string,
  read: (source: string, entry: YamlEntry) => T | undefined,
): Reader<T> {
  return {
    expected,
    read: (entry) => (entry.source === undefined ? undefined : read(entry.source, entry)),
  };
}
