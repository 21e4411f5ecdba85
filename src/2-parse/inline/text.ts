import { decodeHTMLStrict } from 'entities';
import type { Tokens } from 'marked';
import { isAttributeList } from '../../1-load/lexing/attribute-list.ts';
import { looseDefinition } from '../../1-load/lexing/loose-link.ts';
import type { Inline } from '../../model/inline.ts';
import { attributeUses, noAttributes } from '../attributes/attributes.ts';
import { reportStrayLists } from '../attributes/inline-lists.ts';
import { reportForeignText } from '../foreign/text.ts';
import type { Source } from '../source.ts';
import { isIconName } from './icon-name.ts';
import { readInlineAttributes } from './inline-attributes.ts';
import { reportDoubtfulFormulas } from './math.ts';
import { findQuotes, smarten } from './smart.ts';
import { withoutLists } from './smart-tokens.ts';
import { fillIn, splitFields } from './variables.ts';

/** A link with a space in its target, which is text. */
const looseLink = /\[[^\][]+\]\(((?:[^()\n]|\([^()\n]*\))*)\)/g;

function reportLooseLinks(raw: string, source: Source): void {
  if (!raw.includes(']')) return;
  const report = (target: string, at: number, isDefinition: boolean): void => {
    const what = isDefinition ? 'a link definition' : 'a link';
    const message = `this is text, not ${what}: its target contains a space`;
    const hint = 'for a link, write the target between < and >; for text, write \\[';
    const span = source.span(at, target.length);
    const fix = isDefinition ? [{ span, was: target, text: `<${target}>` }] : undefined;
    source.report.add('link-space', span, message, hint, fix);
  };
  for (const { 0: whole, 1: target = '', index } of raw.matchAll(looseLink)) {
    if (/\S[ \t]+\S/.test(target)) report(target, index + whole.length - target.length - 1, false);
  }
  for (const { 0: whole, 2: target = '', index } of raw.matchAll(looseDefinition)) {
    report(target, index + whole.length - target.length, true);
  }
}

/** A tag that is text, as one of its attributes is not written as HTML needs it. */
const brokenTag =
  /(?<!\\)<(a|audio|center|div|font|iframe|img|p|span|table|td|video)\s+[a-z][\w-]*=[^<>\n]*>/gi;

function reportBrokenTags(raw: string, source: Source): void {
  if (!raw.includes('<')) return;
  for (const { 1: name = '', index } of raw.matchAll(brokenTag)) {
    const message = `this <${name}> is shown as text: one of its attributes is not valid`;
    const hint = 'put values between quotes: src="my photo (1).png"; for text, write &lt;';
    source.report.add('html-unbalanced', source.span(index, name.length + 1), message, hint);
  }
}

/**
 * Adds the text of a token, with what is read in it.
 *
 * @param start the offset in it
 * @param source begins with the token
 */
export function parsePlainText(
  token: Tokens.Text | Tokens.Tag,
  start: number,
  source: Source,
  out: Inline[],
): void {
  const at = source.from(start);
  const raw = token.raw.slice(start);
  reportDoubtfulFormulas(raw, at);
  reportBrokenTags(raw, at);
  reportStrayLists(raw, at);
  reportForeignText(raw, at);
  const { smart, quotes } = source.scope;
  const text = token.text.slice(start);
  pushText(
    out,
    decode(smart === undefined ? text : smarten(text, quotes?.get(token), start)),
    raw,
    at,
  );
}

/**
 * Adds text, in which names between colons are icons and emoji, and names in braces variables.
 *
 * @param raw the text as written, with which `source` begins
 */
function pushText(out: Inline[], text: string, raw: string, source: Source): void {
  reportLooseLinks(raw, source);
  const { vars, isOnEachSlide } = source.scope;
  let offset = 0;
  for (const part of isOnEachSlide ? splitFields(text, vars, true) : [text]) {
    if (typeof part === 'string') pushFilled(out, part, raw.slice(offset), source.from(offset));
    else out.push({ kind: 'slide-field', field: part.field });
    offset += part.length;
  }
}

function pushFilled(out: Inline[], text: string, raw: string, source: Source): void {
  const { smart } = source.scope;
  const filled = fillIn(text, source, raw, (value) =>
    smart === undefined ? value : smarten(value, findQuotes(withoutLists(value), smart)),
  );
  let [end, rawEnd] = [0, 0];
  for (const match of filled.matchAll(shortCode)) {
    const { 0: whole, 1: name = '', 2: list, index } = match;
    const isIcon = isIconName(name);
    const isOwned = list && (isIcon || isAttributeList(list.slice(1, -1)));
    const taken = isOwned || !list ? whole : whole.slice(0, -list.length);
    // The value of a variable is not in the file.
    const found = raw.indexOf(taken, rawEnd);
    const at = found < 0 ? rawEnd : found;
    pushPlain(out, filled.slice(end, index));
    if (isIcon) out.push(parseIcon(name, list, source.from(at)));
    else out.push(parseEmoji(name, isOwned ? list : undefined, source.from(at)));
    end = index + taken.length;
    if (found >= 0) rawEnd = found + taken.length;
  }
  pushPlain(out, filled.slice(end));
}

/** A name between colons, with an attribute list directly after it. */
const shortCode = /(?<![\w:]):([\w+-]+):(?![\w:])(\{[^{}\n]*\})?/g;

/** @param list its attribute list */
function parseIcon(name: string, list: string | undefined, source: Source): Inline {
  const code = `:${name}:`;
  source.findings.icons.push({
    name,
    from: source.file.realPath,
    span: source.span(0, code.length),
  });
  const attributes =
    list === undefined
      ? noAttributes
      : readInlineAttributes(list.slice(1, -1), source.from(code.length + 1), attributeUses.icon);
  return { kind: 'icon', name, attributes };
}

/** @param list its attribute list, which belongs to a span around the emoji */
function parseEmoji(name: string, list: string | undefined, source: Source): Inline {
  source.findings.emoji.push(name);
  const emoji = { kind: 'emoji', name } as const;
  if (list === undefined) return emoji;
  const at = source.from(name.length + 3);
  const attributes = readInlineAttributes(list.slice(1, -1), at, attributeUses.block);
  return { kind: 'span', attributes, content: [emoji] };
}

/** Adds text to the text before it. */
export function pushPlain(out: Inline[], text: string): void {
  if (text === '') return;
  const last = out.at(-1);
  if (last?.kind === 'text') out[out.length - 1] = { kind: 'text', text: last.text + text };
  else out.push({ kind: 'text', text });
}

/** Replaces character references such as `&amp;` and `&#9731;`. */
export function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]\w*);/gi, (reference) =>
    decodeHTMLStrict(reference),
  );
}
