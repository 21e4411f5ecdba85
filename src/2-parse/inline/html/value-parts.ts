import { escapeHtml } from '../../../base/html.ts';
import type { HtmlPart, SlideField } from '../../../model/inline.ts';
import type { AssetRef } from '../../../model/source.ts';
import type { Source } from '../../source.ts';
import { fillIn, splitFields } from '../variables.ts';
import type { StartTag } from './tag-balance.ts';
import type { WrittenAttribute } from './written-attribute.ts';

const assetAttributes = new Set(['src', 'poster']);

export function isAssetAttribute(name: string): boolean {
  return assetAttributes.has(name);
}

const mediaData = /^\s*data:(?:image|video|audio)\//i;

/** Whether a value is a file that the page embeds, by its path or as a `data:` URL. */
export function isAsset(name: string, value: string): boolean {
  const isPath = value !== '' && !/^\s*data:/i.test(value);
  return isAssetAttribute(name) && (isPath || mediaData.test(value));
}

/** An image in a `picture` is named by the `srcset` of a `source`. */
const mediaElements: ReadonlySet<string> = new Set(['video', 'audio', 'source']);

/**
 * The file that an attribute names; that of a `src` is added to its tag.
 *
 * @param value with its variables replaced
 * @param text that contains the attribute
 */
export function assetOf(
  tag: StartTag,
  { name, valueStart, valueEnd }: WrittenAttribute,
  value: string,
  text: string,
  source: Source,
): AssetRef {
  const span = source.span(valueStart, valueEnd - valueStart);
  const isBare = !/["']/.test(text.charAt(valueStart - 1));
  const rest = isBare ? restOfPath(value, text.slice(valueEnd)) : '';
  tag.pathEnd = valueEnd + rest.length;
  const ref: AssetRef = {
    ...{ path: value.trim(), from: source.file.realPath, span },
    ...(tag.name === 'track' && { isCaptions: true }),
    ...(name === 'src' && mediaElements.has(tag.name) && { holdsMedia: true }),
    ...(rest !== '' && { spaced: `${name}="${value}${rest}"` }),
  };
  if (name === 'src') tag.source = ref;
  return ref;
}

/**
 * The rest of a path with spaces that is not between quotes, as in `src=my photo.png`; empty if there is none.
 *
 * @param value the path up to its first space
 * @param after the text after it
 */
function restOfPath(value: string, after: string): string {
  if (/\.\w{2,5}$/.test(value)) return '';
  return /^(?: +[^\s=<>"'`/]+)*? +[^\s=<>"'`/]+\.[a-z\d]{2,5}(?=[\s>])/i.exec(after)?.[0] ?? '';
}

/** A part of the value of an attribute: text, or what differs on each slide. */
type ValuePart = string | { readonly field: SlideField };

/** Replaces a brace that was written as `&#123;` and so does not begin a variable. No text contains it. */
export const braceMark = '\uFDD2';

/**
 * Replaces the variables in the value of an attribute.
 *
 * @param mayDiffer whether the value may differ on each slide
 * @param source begins with the value
 */
export function fillValue(
  written: string,
  mayDiffer: boolean,
  source: Source,
): readonly ValuePart[] {
  const { isOnEachSlide, vars } = source.scope;
  const parts = isOnEachSlide && mayDiffer ? splitFields(written, vars) : [written];
  return parts.map((part) =>
    typeof part === 'string'
      ? fillIn(part, source, written).replaceAll(braceMark, '{')
      : { field: part.field },
  );
}

/** The value as it may be on a slide, for its checks. */
export function sampleOf(parts: readonly ValuePart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : '1')).join('');
}

/** @param name of the attribute */
export function writeParts(parts: readonly ValuePart[], name: string): readonly HtmlPart[] {
  const isInUrl = name === 'href';
  return parts.map((part) =>
    typeof part === 'string'
      ? escapeHtml(part).replaceAll("'", '&#39;')
      : { kind: 'field', field: part.field, isInUrl },
  );
}

/** Whether the `href` of an element leads to a part of the deck, the same one on each slide. */
export function isOwnTarget(element: string, parts: readonly ValuePart[]): boolean {
  const [first = ''] = parts;
  const isLink = element === 'a' || element === 'area';
  return isLink && parts.length === 1 && typeof first === 'string' && first.startsWith('#');
}
