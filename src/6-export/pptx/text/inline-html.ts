import { ownValue } from '../../../base/own-value.ts';
import type { HtmlPart, Image, SlideField } from '../../../model/inline.ts';
import type { AssetRef } from '../../../model/source.ts';
import type { LinkTarget, RunStyle } from './paragraph.ts';

/** A tag, a text with character references, or a field of the author's HTML. */
interface MarkupPiece {
  readonly tag?: string;
  readonly text?: string;
  readonly field?: SlideField;
}

const fields: Readonly<Record<string, SlideField>> = {
  '\u0000n': 'n',
  '\u0000total': 'total',
  '\u0000section': 'section',
};

/** Splits HTML into tags and texts. A tag may be in several parts. @param assets receives the files that it names */
export function readMarkup(parts: readonly HtmlPart[], assets: AssetRef[]): readonly MarkupPiece[] {
  const markup = parts.map((part) => writePart(part, assets)).join('');
  const pieces = markup.matchAll(/<!--[\s\S]*?-->|<[^>]*>?|\0(?:n|total|section)|[^<\0]+/g);
  return [...pieces].map(([piece]) => {
    if (piece.startsWith('<')) return { tag: piece };
    const field = ownValue(fields, piece);
    return field ? { field } : { text: piece };
  });
}

function writePart(part: HtmlPart, assets: AssetRef[]): string {
  if (typeof part === 'string') return part;
  if ('path' in part) return `asset:${assets.push(part) - 1}`;
  if (part.kind === 'field') return `\u0000${part.field}`;
  return part.kind === 'target' ? part.href : '';
}

/** The image of an `img` tag; its text alternative may contain character references. */
export function imageIn(tag: string, assets: readonly AssetRef[]): Image | undefined {
  const [, index] = /\bsrc="asset:(\d+)"/.exec(tag) ?? [];
  const source = index === undefined ? undefined : assets[Number(index)];
  if (!source) return undefined;
  const [, alt = ''] = /\balt="([^"]*)"/.exec(tag) ?? [];
  const sizes = [...tag.matchAll(/\b(width|height)="([^"]*)"/g)];
  const values = new Map(sizes.map(([, key = '', value = '']) => [key, value]));
  return { kind: 'image', source, alt, attributes: { classes: [], values } };
}

/** An element of the author's HTML that is open. */
interface OpenElement {
  readonly tag: string;
  readonly style: RunStyle;
}

/** As `<mark>` in `themes/base/text.css`. */
export const mark = 'color-mix(in oklab, var(--color-accent) 18%, var(--color-background))';

const styles: Readonly<Record<string, RunStyle>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  u: { underline: true },
  ins: { underline: true },
  s: { strike: true },
  del: { strike: true },
  sub: { place: 'sub' },
  sup: { place: 'super' },
  mark: { highlight: mark },
  code: { font: 'mono', scale: 0.9 },
  kbd: { font: 'mono', scale: 0.9 },
  samp: { font: 'mono', scale: 0.9 },
  small: { scale: 0.75, color: '--color-muted' },
};

/** The elements that are open after a tag. */
export function applyTag(
  tag: string,
  open: readonly OpenElement[],
  linkOf: (href: string) => LinkTarget | undefined,
): readonly OpenElement[] {
  const [, slash = '', written = ''] = /^<(\/?)([a-z][\w-]*)/i.exec(tag) ?? [];
  const name = written.toLowerCase();
  if (slash !== '') {
    const index = open.findLastIndex((each) => each.tag === name);
    return index < 0 ? open : open.toSpliced(index, 1);
  }
  const style = { ...styles[name], ...colorIn(tag), ...linkIn(name, tag, linkOf) };
  const isVoid = /^(?:img|br|hr|input|wbr|source|$)/.test(name) || tag.endsWith('/>');
  return isVoid ? open : [...open, { tag: name, style }];
}

function colorIn(tag: string): RunStyle {
  return colorOf(/\bstyle\s*=\s*"([^"]*)"/i.exec(tag)?.[1]);
}

/** The color that declarations set. */
export function colorOf(style = ''): RunStyle {
  const color = /(?:^|;)\s*color\s*:\s*([^;]+)/.exec(style)?.[1];
  return color === undefined ? {} : { color: color.trim() };
}

function linkIn(
  name: string,
  tag: string,
  linkOf: (href: string) => LinkTarget | undefined,
): RunStyle {
  const [, href] = /\bhref\s*=\s*"([^"]*)"/i.exec(tag) ?? [];
  if (name !== 'a' || href === undefined) return {};
  const link = linkOf(href.replaceAll('&amp;', '&'));
  return link ? { link } : {};
}
