import type { Span } from '../../../model/source.ts';

/** An element of a deck, written in Markdown or HTML. */
export interface SourceElement {
  /** As in HTML: `h2`, `img`, `a`; besides, `chart`, `diagram` and `icon`. */
  readonly name: string;
  /** By name. Those of Markdown have the names that HTML gives them, such as `alt` and `href`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly span: Span;
  readonly isHtml: boolean;
  readonly children: readonly SourceNode[];
}

/** A stretch of text. */
interface SourceText {
  readonly text: string;
  /** Of the text if it is HTML, or else of the element of Markdown that contains it. */
  readonly span: Span;
}

export type SourceNode = SourceElement | SourceText;

export function isText(node: SourceNode): node is SourceText {
  return 'text' in node;
}

/** An element, with those around it, the innermost first. */
export interface Placed {
  readonly element: SourceElement;
  readonly around: readonly SourceElement[];
}

/** All elements in an element that are shown, in order, and that itself. */
export function elementsIn(
  element: SourceElement,
  around: readonly SourceElement[] = [],
): readonly Placed[] {
  const found: Placed[] = [];
  collect(element, around, found);
  return found;
}

function collect(element: SourceElement, around: readonly SourceElement[], found: Placed[]): void {
  if (isHidden(element)) return;
  found.push({ element, around });
  let inner: readonly SourceElement[] | undefined;
  for (const child of element.children) {
    if (isText(child)) continue;
    inner ??= [element, ...around];
    collect(child, inner, found);
  }
}

/** Whether neither the audience nor a screen reader sees an element. */
export function isHidden({ attributes }: SourceElement): boolean {
  if (attributes.size === 0) return false;
  const style = attributes.get('style') ?? '';
  const classes = (attributes.get('class') ?? '').split(/\s+/);
  return (
    attributes.has('hidden') ||
    classes.includes('notes') ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(style)
  );
}

/** Whether its author has said that an element is only decoration. */
export function isDecorative({ attributes }: SourceElement): boolean {
  const role = attributes.get('role')?.trim().toLowerCase();
  return (
    attributes.get('aria-hidden')?.trim().toLowerCase() === 'true' ||
    role === 'presentation' ||
    role === 'none'
  );
}

/** Elements whose text is not that of the slide. */
const withoutText = new Set(['script', 'style', 'template', 'svg', 'track', 'chart', 'diagram']);

/** The text that an element shows. */
export function textOf(element: SourceElement): string {
  if (isHidden(element) || withoutText.has(element.name)) return '';
  return element.children
    .map((child) => (isText(child) ? child.text : textOf(child)))
    .join(element.name === 'tr' ? ' ' : '')
    .concat(isInline(element) ? '' : '\n');
}

/** Whether an element is a part of a text, and not a block of its own. */
export function isInline({ name }: SourceElement): boolean {
  return inlineElements.has(name);
}

const inlineElements = new Set(
  `a abbr b bdi bdo big cite code data del dfn em i icon img ins kbd mark math q rp rt ruby s samp small
  span strong sub sup time tt u var wbr`.split(/\s+/),
);

/** The language of an element: the nearest one that is named. */
export function languageOf({ element, around }: Placed, deck: string): string {
  const named = [element, ...around].find(({ attributes }) => attributes.get('lang'));
  return named?.attributes.get('lang') ?? deck;
}

/** The text in which white space does not count. */
export function normalize(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
