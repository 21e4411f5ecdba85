import { StepLimit } from '../../base/time/step-limit.ts';
import { FlagReader, type Flags, noFlags } from './flags.ts';

/** A prefix or suffix that words with its flag may have. */
export interface Affix {
  readonly flag: string;
  /** Whether a word may have it together with one on its other side. */
  readonly isCombinable: boolean;
  /** What it replaces. */
  readonly strip: string;
  readonly add: string;
  /** The flags of the words that it forms. */
  readonly flags: Flags;
  /** What the characters must be that it is added to: those next to it, in the order of the text. */
  readonly condition: readonly CharacterTest[];
}

type CharacterTest = (character: string) => boolean;

/** The rules of a dictionary: the content of its `.aff` file. */
export interface AffixFile {
  readonly flags: FlagReader;
  /** By what they add. */
  readonly prefixes: ReadonlyMap<string, readonly Affix[]>;
  readonly suffixes: ReadonlyMap<string, readonly Affix[]>;
  /** The values of settings of one line, such as `COMPOUNDBEGIN`. */
  readonly settings: ReadonlyMap<string, string>;
  /** Replacements of characters before a word is looked up. */
  readonly conversions: readonly (readonly [from: string, to: string])[];
  /** Common misspellings, and what is right; `^` and `$` for the start and end of a word. */
  readonly replacements: readonly (readonly [from: string, to: string])[];
  /** What must not meet in a compound: the end of a part and the start of the next. */
  readonly forbiddenSeams: readonly (readonly [end: string, start: string])[];
}

/** The tables that are read, of several lines each. */
const tables = new Set(['AF', 'PFX', 'SFX', 'ICONV', 'REP', 'CHECKCOMPOUNDPATTERN']);

/** The largest dictionaries have some hundred thousand lines in their tables. */
const maxRows = 300_000;

type Rows = readonly (readonly string[])[];

/**
 * Reads an `.aff` file: https://manpages.debian.org/hunspell.5. Only what decides whether a word is right is
 * read, and what suggestions need.
 *
 * @throws {StepLimitError} if its tables are too long
 */
export function readAffixes(text: string): AffixFile {
  const { settings, rowsOf } = readLines(text);
  const aliases = rowsOf('AF').slice(1);
  const flags = new FlagReader(
    settings.get('FLAG') ?? '',
    aliases.map(([flag = '']) => flag),
  );
  const pairs = (key: string) =>
    rowsOf(key)
      .slice(1)
      .map(([from = '', to = '']) => [from.replaceAll('_', ' '), to.replaceAll('_', ' ')] as const);
  return {
    flags,
    prefixes: readTable(rowsOf('PFX'), flags),
    suffixes: readTable(rowsOf('SFX'), flags),
    settings,
    conversions: pairs('ICONV')
      .filter(([from]) => from !== '')
      .toSorted(([a], [b]) => b.length - a.length),
    replacements: pairs('REP'),
    forbiddenSeams: pairs('CHECKCOMPOUNDPATTERN').map(
      ([end, start]) => [end.replace(/\/.*/, ''), start.replace(/\/.*/, '')] as const,
    ),
  };
}

function readLines(text: string) {
  const settings = new Map<string, string>();
  const rows = new Map<string, (readonly string[])[]>();
  const steps = new StepLimit(maxRows);
  for (const [line] of text.matchAll(/[^\n]+/g)) {
    const [name = '', ...values] = line.trim().split(/\s+/);
    if (!/^[A-Z]{2,}$/.test(name)) continue;
    steps.take();
    if (!tables.has(name)) settings.set(name, values[0] ?? '');
    else if (rows.has(name)) rows.get(name)?.push(values);
    else rows.set(name, [values]);
  }
  return { settings, rowsOf: (name: string): Rows => rows.get(name) ?? [] };
}

/** @param rows of each table a header, `flag Y count`, and its affixes, `flag strip add condition` */
function readTable(rows: Rows, flags: FlagReader): ReadonlyMap<string, readonly Affix[]> {
  const table = new Map<string, Affix[]>();
  const conditions = new Map<string, readonly CharacterTest[]>();
  let left = 0;
  let isCombinable = false;
  for (const [flag = '', second = '', third = '', condition = '.'] of rows) {
    if (left === 0) {
      isCombinable = second === 'Y';
      left = Number(third) || 0;
      continue;
    }
    left--;
    const [written = '', own] = third.split('/');
    const add = written === '0' ? '' : written;
    const tests = conditions.get(condition) ?? readCondition(condition);
    conditions.set(condition, tests);
    const affix: Affix = {
      flag,
      isCombinable,
      strip: second === '0' ? '' : second,
      add,
      flags: own === undefined ? noFlags : flags.read(own),
      condition: tests,
    };
    const same = table.get(add);
    if (same) same.push(affix);
    else table.set(add, [affix]);
  }
  return table;
}

/** Reads a condition such as `[^aeiou]y`; `.` matches any character. */
function readCondition(text: string): readonly CharacterTest[] {
  if (text === '.') return [];
  return (text.match(/\[[^\]]*\]|[\s\S]/g) ?? []).map((part): CharacterTest => {
    if (part === '.') return () => true;
    if (!part.startsWith('[')) return (character) => character === part;
    const isNegated = part[1] === '^';
    const set = part.slice(isNegated ? 2 : 1, -1);
    return (character) => set.includes(character) !== isNegated;
  });
}

/** The word that a suffix was added to; `undefined` if it cannot be added to it. */
export function withoutSuffix(word: string, { strip, add, condition }: Affix): string | undefined {
  const stem = word.slice(0, word.length - add.length) + strip;
  const start = stem.length - condition.length;
  if (stem === '' || start < 0) return undefined;
  return condition.every((test, i) => test(stem[start + i] ?? '')) ? stem : undefined;
}

/** The word that a prefix was added to; `undefined` if it cannot be added to it. */
export function withoutPrefix(word: string, { strip, add, condition }: Affix): string | undefined {
  const stem = strip + word.slice(add.length);
  if (stem === '' || stem.length < condition.length) return undefined;
  return condition.every((test, i) => test(stem[i] ?? '')) ? stem : undefined;
}
