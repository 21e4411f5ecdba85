import { parseColor } from '../base/color/color.ts';
import type { Report } from '../base/diagnostics/report.ts';
import { suggest } from '../base/diagnostics/suggest.ts';
import { directionOf } from '../base/language-tag.ts';
import { duration } from '../base/time/duration.ts';
import { checkLevels } from '../base/yaml/check-levels.ts';
import { type DeckKey, deckKeys, isDeckKey, isSlideKey } from '../base/yaml/keys.ts';
import { language } from '../base/yaml/language.ts';
import {
  deckAdviceFor,
  deckKeyFor,
  slideKeyFor,
  transitionsElsewhere,
} from '../base/yaml/other-tools.ts';
import {
  flag,
  locatedText,
  oneOf,
  parsed,
  type Reader,
  readKeys,
  styleRules,
  text,
  texts,
} from '../base/yaml/schema.ts';
import { anyScalar, oneOrMore } from '../base/yaml/value-schema.ts';
import type { YamlEntry } from '../base/yaml/yaml.ts';
import type { FrontMatter, Theme } from '../model/front-matter.ts';
import { backgroundRules, fits, headingLevelRules, transitions } from '../model/front-matter.ts';
import { dialects, type TextFile } from '../model/source.ts';
import { assetRef, assetRefs, fonts, images, pptx } from './file-keys.ts';
import { ratio, size } from './slide-size.ts';
import type { NamedTheme } from './theme.ts';

/** Validates the front matter and fills in defaults. The caller's function resolves `theme`. */
export function readFrontMatter(
  file: TextFile,
  entries: readonly YamlEntry[],
  resolveTheme: (named: NamedTheme) => Theme,
  report: Report,
): FrontMatter {
  const {
    ratio,
    size,
    theme,
    lang = 'en',
    dialect,
    ...rest
  } = readKeys(entries, deckReaders(file, report), report, slideHint);
  const twice = size && ratio && entries.find(({ key }) => key === 'ratio');
  if (twice) report.add('value-invalid', twice.keySpan, '"size" says the ratio already');
  const resolved = resolveTheme({
    name: theme?.value ?? 'ink',
    span: theme?.span,
    layouts: rest.pptx?.layouts,
    hasFonts: rest.fonts !== undefined,
  });
  const logo = rest.logo ?? resolved.logo;
  return {
    ...rest,
    lang,
    dir: rest.dir ?? directionOf(lang),
    fonts: rest.fonts ?? {},
    theme: resolved,
    ...(logo && { logo }),
    size: size ?? ratio ?? { width: 1280, height: 720 },
    colors: rest.colors ?? [],
    numbers: rest.numbers ?? false,
    transition: rest.transition ?? 'fade',
    incremental: rest.incremental ?? false,
    smart: rest.smart ?? false,
    shortcuts: rest.shortcuts ?? true,
    autoLayout: rest.autoLayout ?? true,
    headingLevels: rest.headingLevels ?? 'outline',
    backgrounds: rest.backgrounds ?? 'readable',
    fit: rest.fit ?? 'shrink',
    check: rest.check ?? new Map(),
    words: rest.words ?? [],
    vars: rest.vars ?? new Map(),
    macros: rest.macros ?? new Map(),
    styles: rest.styles ?? [],
    scripts: rest.scripts ?? [],
  };
}

/** Several authors are one text. */
const authors: Reader<string> = {
  ...texts,
  read: (entry) => texts.read(entry)?.join(', '),
};

function slideHint(key: string): string | undefined {
  const advice = deckAdviceFor(key);
  if (advice !== undefined) return advice;
  const other = deckKeyFor(key);
  if (other !== undefined) return `did you mean "${other}"?`;
  const setting = isSlideKey(key) ? key : slideKeyFor(key);
  if (setting === undefined) return undefined;
  return `this belongs to a slide; for the first one, write <!-- ${setting}: … --> above its text`;
}

/** The keys of front matter, each with its reader. */
export function deckReaders(file: TextFile, report: Report) {
  return {
    title: text,
    subtitle: text,
    author: authors,
    date: text,
    lang: language,
    dir: oneOf(['ltr', 'rtl'] as const),
    description: text,
    keywords,
    image: parsed(
      'the address of an image on the web, such as https://example.org/talk.png',
      readAddress,
      { type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' },
    ),
    theme: { ...locatedText, schema: { ...anyScalar, suggests: 'theme' } },
    fonts: fonts(file, report),
    ratio,
    size,
    header: locatedText,
    footer: locatedText,
    logo: assetRef(file),
    images: images(report),
    colors,
    numbers,
    transition: oneOf(transitions, transitionsElsewhere),
    incremental: flag,
    smart: flag,
    shortcuts: flag,
    autoLayout: flag,
    headingLevels: oneOf(headingLevelRules),
    backgrounds: oneOf(backgroundRules),
    fit: oneOf(fits),
    time: duration,
    split: parsed('a heading level from 1 to 6', readLevel, levels),
    vars,
    macros,
    styles: assetRefs(file),
    css: styleRules,
    scripts: assetRefs(file),
    check: checkLevels(report),
    words: texts,
    pptx: pptx(file, report),
    // Already read: it decides how all of this is read.
    dialect: oneOf(dialects),
  } as const satisfies Readonly<Record<DeckKey, Reader<unknown>>>;
}

const levels = { enum: [1, 2, 3, 4, 5, 6] } as const;

/** Other sites load the preview image, so a local path would not work. */
function readAddress(source: string): string | undefined {
  return /^https?:\/\//i.test(source) && URL.canParse(source) ? new URL(source).href : undefined;
}

/** A comma in a keyword would split it, as all keywords are one text in the page. */
const keywords: Reader<string> = {
  expected: 'words separated by commas, or a list of them',
  hasTexts: true,
  isItem: isKeyword,
  read: ({ source, value, items }) => {
    if (source === undefined && !Array.isArray(value)) return undefined;
    const words = source?.split(',') ?? items.map((item) => item.source ?? '');
    const unique = new Set(words.map((word) => word.trim().replace(/\s+/g, ' ')));
    return [...unique].every(isKeyword) && unique.size > 0 ? [...unique].join(', ') : undefined;
  },
  schema: oneOrMore(anyScalar),
};

function isKeyword(word: string): boolean {
  return /^[^,]*[^,\s][^,]*$/.test(word);
}

/** The part of an included file's own front matter that has an effect. Other keys are ignored. */
export function readIncludedFrontMatter(
  entries: readonly YamlEntry[],
  report: Report,
): Partial<Pick<FrontMatter, 'split' | 'vars' | 'macros'>> {
  const split = readLevel(entries.find(({ key }) => key === 'split')?.source ?? '');
  const own = entries.filter(({ key }) => key === 'vars' || key === 'macros');
  reportSlideSettings(entries, report);
  return { ...readKeys(own, { vars, macros }, report), ...(split !== undefined && { split }) };
}

/**
 * Reports settings of a slide at the top of an included file, where they have no effect. A file may be a deck of
 * its own: then its keys are those of a deck.
 */
function reportSlideSettings(entries: readonly YamlEntry[], report: Report): void {
  const used = ['split', 'vars', 'macros'];
  const isDeck = entries.some(
    ({ key }) => isDeckKey(key) && !isOwnSetting(key) && !used.includes(key),
  );
  for (const { key, keySpan } of entries) {
    if (!isDeckKey(key)) {
      const hint = slideHint(key) ?? suggest(key, deckKeys);
      report.add('key-unknown', keySpan, `unknown key "${key}"`, hint);
    } else if (isOwnSetting(key) && !isDeck) {
      const message = `"${key}" has no effect: of the front matter of an included file, only ${used.join(', ')} are used`;
      const hint = `for its first slide, write <!-- ${key}: … --> above its text`;
      report.add('include-settings', keySpan, message, hint);
    }
  }
}

/** Whether a key is that of a slide, and seldom that of a deck. */
function isOwnSetting(key: string): boolean {
  return isSlideKey(key) && key !== 'title' && key !== 'css';
}

function readLevel(source: string): number | undefined {
  return /^[1-6]$/.test(source) ? Number(source) : undefined;
}

/** The contrast of brand colors must be computable, so each must be an opaque color. */
const colors: Reader<readonly string[]> = {
  expected: 'one or two colors such as "#0b5cad", in quotes',
  hasTexts: true,
  isItem: (source) => parseColor(source) !== undefined,
  read: (entry) => {
    const items = entry.source === undefined ? entry.items : [entry];
    const found = items.flatMap(({ source = '' }) => (parseColor(source) ? [source] : []));
    const isFew = found.length === 1 || found.length === 2;
    return isFew && found.length === items.length && !(entry.value instanceof Map)
      ? found
      : undefined;
  },
  schema: oneOrMore({ type: 'string', suggests: 'color' }, { maxItems: 2 }),
};

const numbers: Reader<FrontMatter['numbers']> = {
  expected: 'true, false, n or n/total',
  read: ({ source = '' }) => {
    if (source === 'false') return false;
    if (source === 'true' || source === 'n') return 'n';
    return /^n *\/ *total$/.test(source) ? 'n/total' : undefined;
  },
  schema: { anyOf: [{ enum: [true, false, 'n', 'n/total'] }, { pattern: '^n *\\/ *total$' }] },
};

const vars: Reader<ReadonlyMap<string, string>> = {
  expected: 'names with their values, each on an indented line of its own',
  hasTexts: true,
  read: ({ value, items }) => {
    if (!(value instanceof Map)) return undefined;
    const pairs = items.flatMap(({ key, source }) => (source === undefined ? [] : [[key, source]]));
    return pairs.length === items.length ? new Map(pairs as [string, string][]) : undefined;
  },
  schema: { type: 'object', additionalProperties: anyScalar },
};

const macros: Reader<FrontMatter['macros']> = {
  expected: "commands of letters with their TeX in quotes: '\\R': '\\mathbb{R}'",
  hasTexts: true,
  read: ({ value, items }) => {
    if (!(value instanceof Map)) return undefined;
    const pairs = items.flatMap(({ key, source, span }) => {
      const name = /^\\?([A-Za-z]+)$/.exec(key)?.[1];
      return source === undefined || !name ? [] : [[name, { value: source, span }] as const];
    });
    return pairs.length === items.length ? new Map(pairs) : undefined;
  },
  schema: { type: 'object', additionalProperties: anyScalar },
};
