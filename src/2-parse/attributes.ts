import type { Attributes, Inline } from '../deck.ts';
import { suggest } from '../diagnostics.ts';
import { claimId, type SlideContext } from './context.ts';
import type { SourceMap } from './source-map.ts';

export const noAttributes: Attributes = { classes: [], values: new Map() };

const item =
  /\s*(?:#(?<id>[\w-]+)|\.(?<class>[\w-]+)|(?<key>[A-Za-z][\w-]*)(?:=(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"{}]+)))?)(?=\s|$)/y;

/** Keys that any block takes, and what their values must look like. */
const commonKeys: Readonly<Record<string, RegExp>> = {
  index: /^\d{1,3}$/,
  lang: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/,
  dir: /^(?:ltr|rtl|auto)$/,
};

const length = /^\d+(?:\.\d+)?(?:%|px|em|rem|fr)?$/;

/** The keys of a kind of block, beside those that all have. */
export const attributeKeys = {
  none: {},
  column: { width: length },
  image: { width: length, height: length, fit: /^(?:contain|cover)$/, position: /^[a-z0-9% ]+$/ },
  media: { width: length, height: length, autoplay: /^$/, loop: /^$/, muted: /^$/ },
} as const satisfies Record<string, Readonly<Record<string, RegExp>>>;

/**
 * Reads what stands between braces: `#id .class key=value key="long value" flag`.
 *
 * @param text without the braces
 * @param map leads from `text` to the file
 */
export function readAttributes(
  text: string,
  map: SourceMap,
  keys: Readonly<Record<string, RegExp>>,
  context: SlideContext,
): Attributes {
  const classes: string[] = [];
  const values = new Map<string, string>();
  let id: string | undefined;
  item.lastIndex = 0;
  while (text.slice(item.lastIndex).trim() !== '') {
    const start = item.lastIndex;
    const match = item.exec(text);
    if (!match?.groups) {
      const hint = 'write #id, .class or key=value';
      const rest = text.slice(start);
      const at = start + rest.length - rest.trimStart().length;
      context.report.add(
        'attribute-invalid',
        map.span(at, rest.trim().length),
        'these are no attributes',
        hint,
      );
      break;
    }
    const { groups } = match;
    const at = start + match[0].length - match[0].trimStart().length;
    const span = map.span(at, match[0].trim().length);
    if (groups.class) classes.push(groups.class);
    else if (groups.id) {
      id = groups.id;
      claimId(id, span, context);
    } else if (groups.key) {
      const value = groups.quoted ?? groups.bare ?? '';
      const pattern = groups.key.startsWith('data-')
        ? /^/
        : lookUp({ ...commonKeys, ...keys }, groups.key);
      if (!pattern) {
        const hint = suggest(groups.key, Object.keys({ ...commonKeys, ...keys }));
        context.report.add('attribute-invalid', span, `unknown attribute "${groups.key}"`, hint);
      } else if (!pattern.test(value)) {
        context.report.add('attribute-invalid', span, `"${value}" is no value for ${groups.key}`);
      } else values.set(groups.key, value);
    }
  }
  return { classes, values, ...(id !== undefined && { id }) };
}

function lookUp(keys: Readonly<Record<string, RegExp>>, key: string): RegExp | undefined {
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}

/** Whether braces behind a text are meant as attributes: `{.class}` is, `{a, b}` is text. */
const looksLikeAttributes = /^\s*(?:(?:[#.][\w-]+|[\w-]+=(?:"[^"]*"|[^\s"{}]+))(?:\s+|$))+$/;

export interface Trailing {
  readonly content: readonly Inline[];
  readonly attributes: Attributes;
  /** The braces stood on a line of their own, under the text. */
  readonly ownLine: boolean;
}

/**
 * Takes the braces from the end of a block's text.
 *
 * @param source the block's text as the file has it, to find their place
 */
export function takeTrailingAttributes(
  content: readonly Inline[],
  source: string,
  map: SourceMap,
  context: SlideContext,
): Trailing {
  const last = content.at(-1);
  const match = last?.kind === 'text' ? /(^|\s*)\{([^{}\n]*)\}\s*$/.exec(last.text) : undefined;
  const inner = match?.[2] ?? '';
  if (last?.kind !== 'text' || !match || !looksLikeAttributes.test(inner)) {
    return { content, attributes: noAttributes, ownLine: false };
  }
  const at = source.lastIndexOf('{') + 1;
  const attributes = readAttributes(inner, map.from(at), attributeKeys.none, context);
  const text = last.text.slice(0, match.index);
  const rest = content.slice(0, -1);
  return {
    content: text === '' ? rest : [...rest, { kind: 'text', text }],
    attributes,
    ownLine: match[1]?.includes('\n') ?? false,
  };
}
