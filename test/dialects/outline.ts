import { type DefaultTreeAdapterTypes, parseFragment, serializeOuter } from 'parse5';
import { renderFixture } from '../support/fixtures.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that are written on a line of their own. */
const blocks = new Set([
  ...[
    'section',
    'header',
    'footer',
    'div',
    'aside',
    'figure',
    'figcaption',
    'blockquote',
    'ul',
    'ol',
  ],
  ...['li', 'p', 'pre', 'table', 'thead', 'tbody', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dl'],
  ...['dt', 'dd', 'hr', 'video', 'audio', 'iframe'],
]);

/**
 * What a deck of another tool becomes, as text: the elements of its slides, one a line, with the attributes that
 * its author can have asked for; below it, what the command line says.
 *
 * @param folder with the deck as `deck.md`
 */
export async function outline(folder: string): Promise<string> {
  const { html, diagnostics } = await renderFixture(folder, 'found');
  return `${[...linesIn(html), '', ...diagnostics].join('\n').trim()}\n`;
}

/** The slides of a deck alone, as text. */
export async function slidesOf(folder: string, name: string): Promise<string> {
  return linesIn((await renderFixture(folder, 'found', name)).html).join('\n');
}

function linesIn(html: string): readonly string[] {
  return parseFragment(html).childNodes.flatMap((node) => linesOf(node, ''));
}

function linesOf(node: Node, indent: string): readonly string[] {
  if (!isElement(node)) {
    const text = 'value' in node ? oneLine(node.value) : '';
    return text === '' ? [] : [indent + text];
  }
  if (node.attrs.some(({ name, value }) => name === 'class' && value === 'slide-number')) return [];
  const hasBlocks = node.childNodes.some((child) => isElement(child) && blocks.has(child.tagName));
  const name = indent + tagOf(node);
  if (!hasBlocks) return [`${name} ${oneLine(node.childNodes.map(inline).join(''))}`.trimEnd()];
  return [name, ...node.childNodes.flatMap((child) => linesOf(child, `${indent}  `))];
}

function tagOf({ tagName, attrs }: Element): string {
  const shown = attrs.filter(({ name }) => !hidden.test(name));
  const list = shown.map(({ name, value }) => (value === '' ? name : `${name}="${value}"`));
  return [tagName, ...list].join(' ');
}

/** What each page has. */
const hidden = /^(?:role|tabindex|data-number|data-title|data-seconds|data-says|aria-.*|dir|lang)$/;

function inline(node: Node): string {
  if (!isElement(node)) return 'value' in node ? node.value : '';
  return serializeOuter(node).replace(codes, '');
}

/** The QR codes of addresses, which the boxes have as text, too. */
const codes = /<svg class="frame-code"[\s\S]*?<\/svg>/g;

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}
