import type { Located } from '../../model/source.ts';
import type { Report } from '../diagnostics/report.ts';
import { didYouMean, suggest } from '../diagnostics/suggest.ts';
import type { YamlEntry } from './yaml.ts';

/** Turns what was written into a value, or gives `undefined` for what is not one of its kind. */
export interface Reader<T> {
  /** What is wanted, for the message: `true or false`. */
  readonly expected: string;
  readonly read: (entry: YamlEntry) => T | undefined;
  /** For a reader of names: all that there are. */
  readonly names?: readonly string[];
  /** For a reader of texts: the first item that is none is to blame. */
  readonly hasTexts?: true;
  /** For a reader of texts: which of them will do. */
  readonly isItem?: (source: string) => boolean;
}

type Values<R> = { -readonly [K in keyof R]?: R[K] extends Reader<infer T> ? T : never };

/**
 * Reads a mapping by a closed schema. An unknown key, a key twice or a value of the wrong kind is an
 * error at its place; the rest is read all the same.
 *
 * @param hintOf what to do about an unknown key, where it is known elsewhere
 */
export function readKeys<R extends Readonly<Record<string, Reader<unknown>>>>(
  entries: readonly YamlEntry[],
  readers: R,
  report: Report,
  hintOf: (key: string) => string | undefined = () => undefined,
): Values<R> {
  const values: Record<string, unknown> = {};
  for (const entry of entries) {
    if (!Object.hasOwn(readers, entry.key)) {
      const hint = hintOf(entry.key) ?? suggest(entry.key, Object.keys(readers));
      report.add('key-unknown', entry.keySpan, `unknown key "${entry.key}"`, hint);
      continue;
    }
    const reader = readers[entry.key] as Reader<unknown>;
    const value = reader.read(entry);
    if (value === undefined) reportInvalid(entry, reader, report);
    else values[entry.key] = value;
  }
  return values as Values<R>;
}

function reportInvalid(entry: YamlEntry, reader: Reader<unknown>, report: Report): void {
  const { key, source, span } = entry;
  if (reader.names && source !== undefined) {
    const hint = suggestFew(source, reader.names) ?? `it needs ${reader.expected}`;
    report.add('value-invalid', span, `unknown ${key} "${source}"`, hint);
    return;
  }
  const isItem = ({ source }: YamlEntry): boolean =>
    source !== undefined && (reader.isItem?.(source) ?? true);
  const fault = reader.hasTexts && entry.items.find((item) => !isItem(item));
  report.add('value-invalid', fault?.span ?? span, `"${key}" needs ${reader.expected}`);
}

/** As {@link suggest}, but lists no more than one can read. */
function suggestFew(word: string, names: readonly string[]): string | undefined {
  if (names.length <= 20) return suggest(word, names);
  const near = didYouMean(word, names);
  return near && `did you mean "${near}"?`;
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

export function oneOf<T extends string>(names: readonly T[]): Reader<T> {
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
  hasTexts: true,
  read: ({ value, source, items }) => {
    if (source !== undefined) return [source];
    if (!Array.isArray(value)) return undefined;
    const found = items.flatMap((item) => item.source ?? []);
    return found.length === items.length ? found : undefined;
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
