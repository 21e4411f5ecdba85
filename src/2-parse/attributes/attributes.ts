import type { AttributeList } from '../../1-load/lexing/attribute-list.ts';
import { findPropertyUses } from '../../base/css/custom-properties.ts';
import { suggest } from '../../base/diagnostics/suggest.ts';
import { ownValue } from '../../base/own-value.ts';
import { isPreview } from '../../base/safe-html/attributes.ts';
import { loadsFile } from '../../base/safe-html/css-loads.ts';
import { languageHint, languageTag } from '../../base/yaml/language.ts';
import type { Attributes, Block } from '../../model/blocks.ts';
import type { Span } from '../../model/source.ts';
import { reportPreview } from '../inline/html/unsafe-html.ts';
import type { Source } from '../source.ts';

export const noAttributes: Attributes = { classes: [], values: new Map() };

const item =
  /\s*(?:#(?<id>[\w-]+(?::[\w-]+)*)|\.(?<class>[\w-]+)|(?<key>[A-Za-z][\w-]*)(?:=(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"{}]+)))?)(?=\s|$)/y;

/** The pattern of a value, and its description in messages. */
interface Format {
  readonly pattern: RegExp;
  readonly expected: string;
  readonly hintFor?: (value: string) => string | undefined;
}
type Formats = Readonly<Record<string, Format>>;

/** Keys of all blocks. */
const commonKeys: Formats = {
  lang: {
    pattern: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/,
    expected: languageTag,
    hintFor: languageHint,
  },
  dir: { pattern: /^(?:ltr|rtl|auto)$/, expected: 'ltr, rtl or auto' },
  style: {
    pattern: /^[^<>]*$/,
    expected: 'declarations of CSS, such as "color: red; font-size: 2em"',
  },
};

/** The number of a step. */
const stepKeys: Formats = { index: { pattern: /^\d{1,3}$/, expected: 'a number' } };

const length: Format = {
  pattern: /^\d+(?:\.\d+)?(?:%|px|em|rem)?$/,
  expected: 'a length such as 50%, 320 or 12em',
};
const columnWidth: Format = {
  pattern: /^\d+(?:\.\d+)?(?:%|px|em|rem|fr)?$/,
  expected: 'a width such as 30%, 320 or 2fr',
};
const fit: Format = { pattern: /^(?:contain|cover)$/, expected: 'contain or cover' };
const position: Format = {
  pattern: /^(?:(?:left|right|top|bottom|center|\d+(?:\.\d+)?(?:%|px|em|rem))(?: (?!$)|$)){1,2}$/,
  expected: 'a place such as top or "50% 20%"',
};
const flag: Format = { pattern: /^$/, expected: 'no value: it stands alone' };
const firstNumber: Format = {
  pattern: /^\d{0,5}$/,
  expected: 'no value, or the number of the first line',
};
const anything: Format = { pattern: /^/, expected: '' };

const target: Format = { pattern: /^_(?:blank|self)$/, expected: '_blank or _self' };

const tracks = { pattern: /\S/, expected: 'the paths of WebVTT files' };

/** The attributes that an element may have. */
export interface AttributeUse {
  /** Keys besides those of all blocks. */
  readonly keys: Formats;
  /** Whether `.incremental` is allowed. */
  readonly hasItems?: true;
  /** Whether it is a step even without the class `fragment`. */
  readonly isStep?: boolean;
}

/** By the kind of element. */
export const attributeUses = {
  block: { keys: {} },
  list: { keys: {}, hasItems: true },
  fragment: { keys: {}, isStep: true },
  column: { keys: { width: columnWidth } },
  diagram: { keys: { width: length } },
  image: { keys: { width: length, height: length, fit, position } },
  qr: {
    keys: { width: length, level: { pattern: /^[LMQH]$/i, expected: 'L, M, Q or H' } },
  },
  icon: { keys: { size: length } },
  formula: { keys: { alt: { pattern: /\S/, expected: 'the formula in words' } } },
  link: { keys: { target, rel: anything, download: anything } },
  code: { keys: { numbers: firstNumber, wrap: flag } },
  media: {
    keys: {
      width: length,
      height: length,
      autoplay: flag,
      loop: flag,
      muted: flag,
      captions: tracks,
      descriptions: tracks,
    },
  },
} as const satisfies Readonly<Record<string, AttributeUse>>;

/**
 * Parses an attribute list: `#id .class key=value key="long value" flag`.
 *
 * @param text without the braces
 * @param source begins with `text`
 */
export function readAttributes(text: string, source: Source, use: AttributeUse): Attributes {
  const reader = new AttributeReader(use, source);
  item.lastIndex = 0;
  while (text.slice(item.lastIndex).trim() !== '') {
    const start = item.lastIndex;
    const match = item.exec(text);
    const rest = match?.[0] ?? text.slice(start);
    const span = source.span(start + rest.length - rest.trimStart().length, rest.trim().length);
    if (!match?.groups) {
      const hint = 'write #id, .class or key=value';
      source.report.add('attribute-invalid', span, 'invalid attributes', hint);
      break;
    }
    reader.read(match.groups, span);
  }
  return reader.finish();
}

type Groups = Readonly<Record<string, string | undefined>>;

class AttributeReader {
  readonly #use: AttributeUse;
  readonly #source: Source;
  readonly #classes: string[] = [];
  readonly #values = new Map<string, string>();
  #id: string | undefined;
  /** The span of the step number. */
  #index: Span | undefined;

  constructor(use: AttributeUse, source: Source) {
    this.#use = use;
    this.#source = source;
  }

  read(groups: Groups, span: Span): void {
    if (groups.class !== undefined) this.#readClass(groups.class, span);
    else if (groups.id !== undefined) this.#readId(groups.id, span);
    else if (groups.key !== undefined) {
      this.#readValue(groups.key, groups.quoted ?? groups.bare ?? '', span);
    }
  }

  finish(): Attributes {
    const isStep = this.#use.isStep || this.#classes.includes('fragment');
    if (this.#index && !isStep) {
      const hint = 'add .fragment';
      this.#report(this.#index, '"index" is for steps, and this is none', hint);
    }
    const [id, classes, values] = [this.#id, this.#classes, this.#values];
    return { classes, values, ...(id !== undefined && { id }) };
  }

  #readClass(name: string, span: Span): void {
    if (name === 'incremental' && !this.#use.hasItems) {
      const hint = 'put it on a line of its own under the list, with the indent of its marks';
      this.#report(span, 'only a list is incremental', hint);
    } else this.#classes.push(name);
  }

  #readId(id: string, span: Span): void {
    if (this.#id !== undefined)
      this.#report(span, `an element can have only one id; "${this.#id}" is set already`);
    else {
      this.#id = id;
      this.#source.findings.ids.push({ value: id, span });
    }
  }

  #readValue(key: string, value: string, span: Span): void {
    if (isPreview(key)) {
      reportPreview(key, span, this.#source.report);
      return;
    }
    const keys = { ...commonKeys, ...stepKeys, ...this.#use.keys };
    const known = ownValue(keys, key);
    const format = key.startsWith('data-') ? anything : known;
    if (!format) this.#reportUnknown(key, Object.keys(keys), span);
    else if (key === 'style' && loadsFile(value)) {
      const hint = 'put the rule into "css:" in the front matter';
      this.#source.report.add('html-unsafe', span, 'this style would load a file', hint);
    } else if (this.#values.has(key)) this.#report(span, `"${key}" is set twice`);
    else if (format.pattern.test(value)) this.#setValue(key, value, span);
    else {
      const hint = format.hintFor?.(value) ?? `it needs ${format.expected}`;
      this.#report(span, `invalid value "${value}" for "${key}"`, hint);
    }
    if (key === 'index') this.#index = span;
  }

  #setValue(key: string, value: string, span: Span): void {
    this.#values.set(key, value);
    if (key !== 'style') return;
    this.#source.findings.properties.push(...findPropertyUses(value, () => span));
  }

  #reportUnknown(key: string, keys: readonly string[], span: Span): void {
    const hint = `${suggest(key, keys)}\na brace that is text is written \\{`;
    this.#report(span, `unknown attribute "${key}"`, hint);
  }

  #report(span: Span, message: string, hint?: string): void {
    this.#source.report.add('attribute-invalid', span, message, hint);
  }
}

/** Blocks that have no element of their own to carry attributes. */
const bare: ReadonlySet<Block['kind']> = new Set(['html', 'rule', 'pause']);

/**
 * Adds the attributes on the line below a block to its own.
 *
 * @param list its start is an offset in the text at which `source` begins
 */
export function addAttributes<T extends Block>(
  block: T,
  own: Attributes,
  list: AttributeList,
  source: Source,
): T {
  const span = source.span(list.start - 1, list.text.length + 2);
  const { id } = block.attributes;
  if (bare.has(block.kind)) {
    source.report.add('attribute-invalid', span, 'the block above takes no attributes');
  } else if (id !== undefined && own.id !== undefined) {
    source.report.add(
      'attribute-invalid',
      span,
      `an element can have only one id; "${id}" is set already`,
    );
  }
  return { ...block, attributes: mergeAttributes(block.attributes, own) };
}

export function mergeAttributes(first: Attributes, second: Attributes): Attributes {
  const id = second.id ?? first.id;
  return {
    classes: [...first.classes, ...second.classes],
    values: new Map([...first.values, ...second.values]),
    ...(id !== undefined && { id }),
  };
}
