import type { Report } from '../../../base/diagnostics/report.ts';
import { escapeHtml } from '../../../base/html.ts';
import type { HtmlPart } from '../../../model/inline.ts';
import type { Span } from '../../../model/source.ts';
import type { Source } from '../../source.ts';
import { frameCode } from './frame-code.ts';
import { iconElement, parseIconElement } from './icon-element.ts';
import { checkLink } from './unsafe-html.ts';

/** Elements in whose place something else is shown, and the attribute that says what. */
const addressAttributes: ReadonlyMap<string, string> = new Map([
  [iconElement, 'icon'],
  ['iframe', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
]);

/** The pages of videos, by the addresses at which sites embed them. */
const videoSites: readonly {
  readonly name: string;
  readonly embed: RegExp;
  readonly page: string;
}[] = [
  {
    name: 'YouTube',
    embed:
      /^https?:\/\/(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com\/(?:embed\/|shorts\/|watch\?v=)|youtu\.be\/)([\w-]{6,})/i,
    page: 'https://www.youtube.com/watch?v=$1',
  },
  {
    name: 'Vimeo',
    embed: /^https?:\/\/(?:player\.)?vimeo\.com\/(?:video\/)?(\d+)/i,
    page: 'https://vimeo.com/$1',
  },
  {
    name: 'Dailymotion',
    embed: /^https?:\/\/(?:www\.)?(?:dailymotion\.com\/(?:embed\/)?video|dai\.ly)\/(\w+)/i,
    page: 'https://www.dailymotion.com/video/$1',
  },
];

export function isFrame(element: string): boolean {
  return addressAttributes.has(element);
}

/** Whether the path of an image is a page: an HTML file, or the page of a video. */
export function isPage(path: string): boolean {
  return /\.x?html?(?:[?#].*)?$/i.test(path) || siteOf(path) !== undefined;
}

/**
 * The frames and icons in a piece of HTML. A box with its title and address is shown in place of each frame.
 */
export class Frames {
  #tag:
    | { readonly element: string; span: Span; readonly attributes: Map<string, string> }
    | undefined;
  /** The number of parts up to the end of the last frame. */
  #end = Number.POSITIVE_INFINITY;

  /** A start tag begins. */
  open(element: string, span: Span): void {
    this.#tag = isFrame(element) ? { element, span, attributes: new Map() } : undefined;
  }

  /** @param span of the value. @returns whether the attribute is that of a frame */
  set(name: string, value: string, span: Span): boolean {
    if (!this.#tag) return false;
    this.#tag.attributes.set(name, value);
    if (name === addressAttributes.get(this.#tag.element)) this.#tag.span = span;
    return true;
  }

  /**
   * Ends a start tag: puts the box or the icon in place of the parts of the tag, and warns of a box.
   *
   * @param index of the first part of the tag
   * @returns whether the element is a frame
   */
  render(parts: HtmlPart[], index: number, source: Source): boolean {
    if (!this.#tag) return false;
    parts.length = index;
    const { element, attributes, span } = this.#tag;
    this.#tag = undefined;
    const isIcon = element === iconElement;
    if (isIcon) parts.push(...parseIconElement(attributes, span, source));
    else parts.push(...renderFrame(element, attributes, span, source.report));
    this.#end = parts.length;
    return true;
  }

  /** Reports a start tag without an end, of which browsers would make a frame. */
  finish(report: Report): void {
    if (!this.#tag) return;
    const { element, span } = this.#tag;
    report.add('html-unsafe', span, `the tag <${element} has no end`, 'close it with ">"');
  }

  /** Browsers do not show the content of an `iframe`, but that of an `object` which they cannot load. */
  close(element: string, parts: HtmlPart[]): void {
    if (element === 'iframe' || element === iconElement)
      parts.length = Math.min(parts.length, this.#end);
  }
}

/**
 * Renders the box for a page.
 *
 * @param attributes by name
 * @param span of the address, or of the element
 */
export function renderFrame(
  element: string,
  attributes: ReadonlyMap<string, string>,
  span: Span,
  report: Report,
): readonly HtmlPart[] {
  const written = attributes.get(addressAttributes.get(element) ?? 'src')?.trim() ?? '';
  const address = written.startsWith('//') ? `https:${written}` : written;
  checkLink(address, span, report);
  const site = siteOf(address);
  warn(element, address, site, span, report);
  const href = site ? site.page : address;
  const isLink = /^(?:https?|mailto):/i.test(href);
  const title = attributes.get('title') || attributes.get('aria-label') || site?.name;
  const shown = href.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
  const classes = (attributes.get('class') ?? '').split(/\s+/).filter(Boolean);
  const isStep = classes.includes('fragment');
  const others = classes.filter((name) => name !== 'fragment');
  const tag = isLink ? 'a' : 'span';
  return [
    `<${tag} class="${escapeHtml(['frame', ...others].join(' '))}`,
    ...(isStep ? [' ', { kind: 'fragment' } as const] : []),
    `"${write('id', attributes)}${write('style', attributes)}${write('data-fragment-index', attributes)}`,
    ...(isStep && !attributes.has('data-fragment-index') ? [{ kind: 'step' } as const] : []),
    isLink ? ` href="${escapeHtml(href)}">` : '>',
    isLink ? frameCode(href) : '',
    title ? `<span class="frame-title">${escapeHtml(title)}</span>` : '',
    shown || !title ? `<span class="frame-address">${escapeHtml(shown || element)}</span>` : '',
    `</${tag}>`,
  ];
}

interface VideoPage {
  readonly name: string;
  /** Its address. */
  readonly page: string;
}

function siteOf(address: string): VideoPage | undefined {
  for (const { name, embed, page } of videoSites) {
    const id = embed.exec(address)?.[1];
    if (id !== undefined) return { name, page: page.replace('$1', id) };
  }
  return undefined;
}

function write(name: string, attributes: ReadonlyMap<string, string>): string {
  const value = attributes.get(name);
  return value ? ` ${name}="${escapeHtml(value)}"` : '';
}

function warn(
  element: string,
  address: string,
  site: VideoPage | undefined,
  span: Span,
  report: Report,
): void {
  const image = site ? `a video of ${site.name} is not loaded` : 'an image cannot be a page';
  const what = site || element === 'img' ? image : 'this page is not loaded';
  const shown = address === '' ? 'a box is shown' : 'a box with its address is shown';
  const hint = site
    ? 'for a video that plays in the deck, use its file: ![…](talk.mp4)'
    : 'use an image of it; a deck loads nothing from other files or the network';
  report.add('html-frame', span, `${what}: ${shown}`, hint);
}
