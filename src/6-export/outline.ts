import { type ChildNode, type Document, type Element, isTag } from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';
import type { Page } from '../model/page.ts';

/** What a page says of its talk, besides what its slides show. */
export interface Outline {
  readonly title: string;
  readonly author?: string;
  readonly date?: string;
  /** Of a slide, in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly slides: readonly OutlinedSlide[];
}

export interface OutlinedSlide {
  /** From 1, as on the slide itself. */
  readonly number: number;
  /** Empty where the slide has none. */
  readonly title: string;
  /** How long it is planned to take. */
  readonly seconds?: number;
  /** What is in its notes; nothing where it has none. */
  readonly notes: readonly ChildNode[];
}

/** Reads from a finished page what a speaker wants of it: titles, times and notes, in order. */
export function readOutline({ html, title }: Page): Outline {
  const document = parseDocument(html);
  const author = readMeta(document, 'author');
  const date = readMeta(document, 'dcterms.date');
  const deck = DomUtils.findOne((element) => hasClass(element, 'deck'), document.children);
  const { 'data-width': width, 'data-height': height } = deck?.attribs ?? {};
  const size = { width: Number(width), height: Number(height) };
  const slides = DomUtils.findAll(isSlide, document.children).map(readSlide);
  return { title, ...(author && { author }), ...(date && { date }), size, slides };
}

function readMeta(document: Document, name: string): string | undefined {
  const isWanted = (element: Element) =>
    element.name === 'meta' && element.attribs.name === name && element.attribs.content !== '';
  return DomUtils.findOne(isWanted, document.children)?.attribs.content;
}

export function hasClass({ attribs }: Element, name: string): boolean {
  return (attribs.class ?? '').split(' ').includes(name);
}

function isSlide(element: Element): boolean {
  return element.name === 'section' && hasClass(element, 'slide');
}

function readSlide(section: Element, index: number): OutlinedSlide {
  const { 'aria-label': label = '', 'data-seconds': seconds } = section.attribs;
  const isNotes = (node: ChildNode): node is Element =>
    isTag(node) && node.name === 'aside' && hasClass(node, 'notes');
  return {
    number: index + 1,
    title: /^\d+ of \d+: (.*)$/s.exec(label)?.[1] ?? '',
    ...(seconds !== undefined && { seconds: Number(seconds) }),
    notes: section.children.find(isNotes)?.children ?? [],
  };
}
