import type { Located } from '../../model/source.ts';
import type { Report } from '../diagnostics/report.ts';
import { correct, didYouMean, suggest } from '../diagnostics/suggest.ts';
import { anyScalar, oneOrMore, type ValueSchema } from './value-schema.ts';
import type { YamlEntry } from './yaml.ts';

/** Converts a YAML entry into a value, or returns `undefined` if it is invalid. */
export interface Reader<T> {
  /** The expected value, for messages: `true or false`. */
  readonly expected: string;
  readonly read: (entry: YamlEntry) => T | undefined;
  /** The valid values, for editors. */
  readonly schema: ValueSchema;
  /** The valid names, if the value is a name. */
  readonly names?: readonly string[];
  /** What a name is, and of what, if the key alone does not say it: a `level` of a `check`. */
  readonly nameOf?: { readonly name: string; readonly key: string };
  /** Whether an invalid item of a list is reported instead of the list. */
  readonly hasTexts?: true;
  /** A hint for an invalid value that has a meaning elsewhere. */
  readonly hintFor?: (source: string) => string | undefined;
  /** Checks an item of a list. */
  readonly isItem?: (source: string) => boolean;
}

type Values<R> = { -readonly [K in keyof R]?: R[K] extends Reader<infer T> ? T : never };

/**
 * Reads a mapping by a closed schema. Unknown and duplicate keys and invalid values are reported; the rest
 * is still read.
 *
 * @param hintOf returns a hint for an unknown key that is valid elsewhere
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
      const { key, keySpan } = entry;
      const own = hintOf(key);
      const hint = own ?? suggest(key, Object.keys(readers));
      const unset = Object.keys(readers).filter((name) => !entries.some((e) => e.key === name));
      const fix = own === undefined ? correct(key, unset, keySpan) : undefined;
      report.add('key-unknown', keySpan, `unknown key "${key}"`, hint, fix);
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
  const ownHint = source === undefined ? hintForVariable(entry) : reader.hintFor?.(source);
  if (reader.names && source !== undefined) {
    const hint = ownHint ?? suggestFew(source, reader) ?? `it needs ${reader.expected}`;
    const fix = ownHint === undefined ? correct(source, reader.names, span) : undefined;
    report.add('value-invalid', span, unknownName(key, source, reader), hint, fix);
    return;
  }
  const isItem = ({ source }: YamlEntry): boolean =>
    source !== undefined && (reader.isItem?.(source) ?? true);
  const invalid = reader.hasTexts && entry.items.find((item) => !isItem(item));
  report.add('value-invalid', invalid?.span ?? span, `"${key}" needs ${reader.expected}`, ownHint);
}

/** In YAML, `{{name}}` without quotes is a mapping in a mapping. */
function hintForVariable({ key, value }: YamlEntry): string | undefined {
  if (!(value instanceof Map) || value.size !== 1) return undefined;
  const [name] = value.keys();
  if (!(name instanceof Map) || name.size !== 1) return undefined;
  return `put the value in quotes: ${key}: "{{${[...name.keys()].join('')}}}"`;
}

function unknownName(key: string, source: string, { nameOf }: Reader<unknown>): string {
  return nameOf
    ? `unknown ${nameOf.name} "${source}" of the ${nameOf.key} "${key}"`
    : `unknown ${key} "${source}"`;
}

/** As {@link suggest}, but with a limited list. */
function suggestFew(word: string, { names = [], nameOf }: Reader<unknown>): string | undefined {
  const near = didYouMean(word, names);
  if (near === undefined) return names.length <= 20 ? suggest(word, names) : undefined;
  const all = nameOf ? ` The ${nameOf.name}s are ${names.join(', ')}` : '';
  return `did you mean "${near}"?${all}`;
}

/** Any scalar as it was written: a title may be a number, and dates are not converted. */
export const text: Reader<string> = {
  expected: 'a text',
  read: (entry) => entry.source,
  schema: anyScalar,
};

/** A value with its span. */
export function located<T>(reader: Reader<T>): Reader<Located<T>> {
  return {
    ...reader,
    read: (entry) => {
      const value = reader.read(entry);
      return value === undefined ? undefined : { value, span: entry.span };
    },
  };
}

/** A text with its span. */
export const locatedText: Reader<Located<string>> = {
  expected: 'a text',
  read: (entry) =>
    entry.source === undefined ? undefined : { value: entry.source, span: entry.span },
  schema: anyScalar,
};

/** Rules of CSS with their span. */
export const styleRules: Reader<Located<string>> = {
  expected: 'rules of CSS, such as "h2 { color: teal }"',
  hintFor: (source) => (/\.css\b/.test(source) ? `for a file, write styles: ${source}` : undefined),
  read: (entry) => {
    const { source, span } = entry;
    const isRules = source !== undefined && (/[{@]/.test(source) || source.trim() === '');
    return isRules ? { value: source, span } : undefined;
  },
  schema: { type: ['string', 'null'], pattern: '[{@]|^\\s*$' },
};

export const flag: Reader<boolean> = {
  expected: 'true or false',
  read: ({ value }) => (typeof value === 'boolean' ? value : undefined),
  schema: { type: 'boolean' },
};

/** @param others names of other tools, with the one to suggest for each */
export function oneOf<T extends string>(
  names: readonly T[],
  others: ReadonlyMap<string, string> = new Map(),
): Reader<T> {
  return {
    expected: `one of ${names.join(', ')}`,
    names,
    hintFor: (source) => suggestFrom(others, source),
    read: ({ source }) => names.find((name) => name === source),
    schema: { enum: names },
  };
}

/** Suggests the name that has the meaning of another tool's. */
export function suggestFrom(
  others: ReadonlyMap<string, string>,
  source: string,
): string | undefined {
  const name = others.get(source.toLowerCase());
  return name === undefined ? undefined : `did you mean "${name}"?`;
}

export function numberBetween(min: number, max: number): Reader<number> {
  return {
    expected: `a number from ${min} to ${max}`,
    read: ({ value }) =>
      typeof value === 'number' && value >= min && value <= max ? value : undefined,
    schema: { type: 'number', minimum: min, maximum: max },
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
  schema: oneOrMore(anyScalar),
};

/** A value that is parsed by a function. */
export function parsed<T>(
  expected: string,
  read: (source: string, entry: YamlEntry) => T | undefined,
  schema: ValueSchema = anyScalar,
): Reader<T> {
  return {
    expected,
    schema,
    read: (entry) => (entry.source === undefined ? undefined : read(entry.source, entry)),
  };
}
