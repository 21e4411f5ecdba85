import { plainText } from '../2-parse/inline/plain-text.ts';
import { bareNumber } from '../3-resolve/math/macros.ts';
import { attributes, type Html, html, rawHtml } from '../base/html.ts';
import { unsafeScheme } from '../base/safe-html/attributes.ts';
import { targetKey } from '../model/deck.ts';
import type { HtmlPart, Image, Inline, PlaceInText, SlideField } from '../model/inline.ts';
import { iconSizeMark, numberMarks } from '../model/rendered.ts';
import type { AssetRef } from '../model/source.ts';
import { blockAttributes, cssLength, withoutStyle } from './attributes.ts';
import type { SlideContext } from './context.ts';
import { renderIcon } from './icon.ts';
import { renderInlineMath, renderTex } from './math.ts';
import { withSource } from './source-marks.ts';

/** @param around the text around the inlines: an icon without any needs a name */
export function renderInlines(
  inlines: readonly Inline[],
  context: SlideContext,
  around = inlines,
): Html {
  return html`${inlines.map((inline) => renderInline(inline, context, around))}`;
}

function renderInline(inline: Inline, context: SlideContext, around: readonly Inline[]): Html {
  switch (inline.kind) {
    case 'text':
      return html`${inline.text}`;
    case 'emphasis':
      return html`<em>${renderInlines(inline.content, context, around)}</em>`;
    case 'strong':
      return html`<strong>${renderInlines(inline.content, context, around)}</strong>`;
    case 'strike':
      return html`<del>${renderInlines(inline.content, context, around)}</del>`;
    case 'subscript':
      return html`<sub>${renderInlines(inline.content, context, around)}</sub>`;
    case 'superscript':
      return html`<sup>${renderInlines(inline.content, context, around)}</sup>`;
    case 'highlight':
      return html`<mark>${renderInlines(inline.content, context, around)}</mark>`;
    case 'span': {
      const own = blockAttributes(inline.attributes, context);
      return html`<span${own}>${renderInlines(inline.content, context, around)}</span>`;
    }
    case 'code':
      return html`<code>${inline.text}</code>`;
    case 'break':
      return html`<br>\n`;
    case 'slide-field':
      return renderSlideField(inline.field, context);
    case 'link':
      return renderLink(inline, context);
    case 'image':
      return renderImage(
        inline,
        context,
        blockAttributes(withoutStyle(inline.attributes), context),
      );
    case 'emoji':
      return html`${context.resources.emoji.get(inline.name) ?? `:${inline.name}:`}`;
    case 'icon':
      return renderIcon(inline, isWordless(around), context);
    case 'math':
      return renderInlineMath(inline.math, context) ?? renderTex(inline.math) ?? html``;
    case 'reference':
      return renderReference(inline, context);
    case 'footnote':
      return renderFootnoteReference(inline, context);
    case 'html':
      return renderHtmlParts(inline.content, context);
    default:
      return inline satisfies never;
  }
}

/** Computed once for all icons of a text. */
const wordless = new WeakMap<readonly Inline[], boolean>();

function isWordless(inlines: readonly Inline[]): boolean {
  const known = wordless.get(inlines);
  if (known !== undefined) return known;
  const isEmpty = plainText(inlines) === '';
  wordless.set(inlines, isEmpty);
  return isEmpty;
}

function renderSlideField(field: SlideField | 'empty', context: SlideContext): Html {
  return html`${slideFieldText(field, context)}`;
}

function slideFieldText(field: SlideField | 'empty', { section }: SlideContext): string {
  const { number, total } = numberMarks;
  return { n: number, total, section, empty: '' }[field];
}

function renderLink(link: Extract<Inline, { kind: 'link' }>, context: SlideContext): Html {
  const content = renderInlines(link.content, { ...context, isInLink: true });
  // External links open in a new tab, so that a click does not close the deck.
  const leadsOut = /^https?:/i.test(link.href);
  const { values } = link.attributes;
  const target = values.get('target') ?? (leadsOut ? '_blank' : undefined);
  const own = blockAttributes(link.attributes, context);
  const rest = attributes({
    title: link.title,
    download: values.get('download'),
    target,
    rel: values.get('rel') ?? (target === '_blank' ? 'noopener noreferrer' : undefined),
  });
  const href = link.hrefParts?.map((part) => {
    if (typeof part === 'string') return encodeHref(part);
    const text = slideFieldText(part.field, context);
    return part.field === 'section' ? encodeURIComponent(text) : text;
  });
  const address = href?.join('') ?? hrefOf(link.href, context);
  // It is an error, but the page may be previewed.
  if (unsafeScheme(address) !== undefined) return html`<a${own}${rest}>${content}</a>`;
  return html`<a href="${address}"${own}${rest}>${content}</a>`;
}

function renderReference(
  { label, bare }: Extract<Inline, { kind: 'reference' }>,
  { deck }: SlideContext,
): Html {
  const number = deck.equations.get(label) ?? label;
  return html`<a class="equation-ref" href="#${label}">${bare ? bareNumber(number) : number}</a>`;
}

function hrefOf(href: string, { deck, file }: SlideContext): string {
  if (!href.startsWith('#')) return encodeHref(href);
  // Header and footer are in the deck's own file.
  const files = [file, deck.texts[0]?.path ?? ''];
  const targets = files.map((each) => deck.targets.get(targetKey(each, href)));
  return encodeHref(targets.find((target) => target !== undefined) ?? href);
}

/** Percent-encodes characters that are not allowed in a URL, except in what is encoded already. */
function encodeHref(href: string): string {
  try {
    return encodeURI(href).replace(/%25(?=[0-9a-f]{2})/gi, '%');
  } catch {
    // A lone surrogate cannot be encoded.
    return href;
  }
}

/**
 * @param own the author's attributes
 * @param declarations further styles
 */
export function renderImage(
  image: Image,
  context: SlideContext,
  own: Html = html``,
  declarations: readonly string[] = [],
): Html {
  const { source, alt, title, inText } = image;
  const size = attributes({
    title,
    'data-in-text': inTextAttribute(inText, source, context),
    style: imageStyle(image, declarations, context),
  });
  const named = fillInEmoji(alt, context);
  const element = html`<img src="${context.assets.mark(source)}" alt="${named}"${own}${size}>`;
  return withSource(element, source.span, context);
}

/** The value of the attribute of an image that is as high as the text, or may be. */
function inTextAttribute(
  place: PlaceInText | undefined,
  source: AssetRef | undefined,
  { assets }: SlideContext,
): string | true | undefined {
  if (place === 'between-words') return true;
  return place && source && iconSizeMark(assets.add(source));
}

/** Plain text with emoji short codes such as `:tada:`. */
export function fillInEmoji(text: string, { resources }: SlideContext): string {
  return text.replace(/:([\w+-]+):/g, (whole, name: string) => resources.emoji.get(name) ?? whole);
}

function imageStyle(
  { attributes: { values } }: Image,
  more: readonly string[],
  context: SlideContext,
): string | undefined {
  const declarations = [...more];
  const [width, height] = [values.get('width'), values.get('height')];
  if (width !== undefined) declarations.push(`width:${cssLength(width, context)}`);
  if (height !== undefined) declarations.push(`height:${cssLength(height, context)}`);
  if (values.has('fit')) declarations.push(`object-fit:${values.get('fit')}`);
  if (values.has('position')) declarations.push(`object-position:${values.get('position')}`);
  const style = values.get('style');
  if (style) declarations.push(style);
  return declarations.length > 0 ? declarations.join(';') : undefined;
}

function renderFootnoteReference(
  { label, span }: Extract<Inline, { kind: 'footnote' }>,
  context: SlideContext,
): Html {
  const footnote = context.deck.footnotes.get(targetKey(span.file, label)) ?? { label, span };
  const key = targetKey(footnote.span.file, footnote.label);
  const number = context.footnoteNumbers.of(key);
  const isFirst = !context.footnotes.has(key);
  context.footnotes.add(key);
  // Notes are shown several times in a page, and a link must not be in another one.
  const isPlain = context.steps.isStill || context.isInLink;
  if (isPlain) return html`<sup class="footnote-ref">${number}</sup>`;
  const { note, reference } = footnoteIds(number);
  const own = attributes({ id: isFirst && reference, href: `#${note}`, role: 'doc-noteref' });
  return html`<sup class="footnote-ref"><a${own}>${number}</a></sup>`;
}

/** The ids of a footnote on a slide and of the first reference to it. */
export function footnoteIds(number: number): { readonly note: string; readonly reference: string } {
  const place = `${numberMarks.number}-${number}`;
  return { note: `lectern-note-${place}`, reference: `lectern-ref-${place}` };
}

/** Writes the author's own HTML, which was checked when it was parsed. */
export function renderHtmlParts(parts: readonly HtmlPart[], context: SlideContext): Html {
  return html`${parts.map((part) => renderHtmlPart(part, context))}`;
}

function renderHtmlPart(part: HtmlPart, context: SlideContext): Html {
  if (typeof part === 'string') {
    context.ownHtml.next();
    if (/<(?:video|audio)[\s>]/i.test(part)) context.features.add('video');
    return rawHtml(part);
  }
  if ('path' in part) return html`${context.assets.mark(part)}`;
  switch (part.kind) {
    case 'step':
      return context.steps.isStill
        ? html``
        : attributes({ 'data-fragment-index': context.steps.next() });
    case 'fragment':
      return context.steps.isStill ? html`` : html`fragment`;
    case 'image':
      return attributes({ 'data-in-text': inTextAttribute(part.inText, part.source, context) });
    case 'icon':
      return renderIcon(part, false, context);
    case 'target':
      return html`${hrefOf(part.href, context)}`;
    case 'field': {
      const text = slideFieldText(part.field, context);
      return html`${part.isInUrl && part.field === 'section' ? encodeURIComponent(text) : text}`;
    }
    case 'start':
    case 'end':
      return html``;
    default:
      return part satisfies never;
  }
}
