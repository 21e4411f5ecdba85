import {
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parseFragment,
  html as parser,
} from 'parse5';
import { escapeHtml } from '../html.ts';
import { checkSafety } from './attributes.ts';
import {
  htmlElements,
  isCustomElement,
  isForbidden,
  mathElements,
  svgElements,
  voidElements,
} from './elements.ts';
import { withoutLandmark } from './landmarks.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Attribute = Element['attrs'][number];
type Parent = DefaultTreeAdapterTypes.ParentNode;

export interface SafeHtml {
  readonly html: string;
  /** What was removed, each once: elements as `<meta>`, attributes by their names. */
  readonly removed: readonly string[];
}

/** Replaces the character in the marks of a slide, which parsers drop. No text contains it. */
const markCharacter = '\uFDD0';
/** A slide is parsed where it stands in the page. */
const context = defaultTreeAdapter.createElement('div', parser.NS.HTML, []);
/** Browsers read each result as the same tree again, or else it is not used. */
const maxRounds = 4;

/**
 * Reads HTML as browsers do, and writes it anew with only the elements, attributes and addresses that a slide
 * may contain. The result has the same tree wherever it is read.
 *
 * @param html with marks, as in slides
 */
export function makeSafe(html: string): SafeHtml {
  const removed = new Set<string>();
  let text = html.replaceAll(markCharacter, '\uFFFD').replaceAll('\0', markCharacter);
  for (let round = 0; round < maxRounds; round++) {
    const before = text;
    text = new Writer(removed).write(parseFragment(context, text, {}));
    if (text === before) break;
    // Elements that browsers move when they read the result are removed with all that is in them.
    if (round === maxRounds - 1) {
      text = escapeHtml(html.replaceAll('\0', markCharacter));
      removed.add('HTML');
    }
  }
  return { html: text.replaceAll(markCharacter, '\0'), removed: [...removed] };
}

/** Elements whose text is content of its own, not words on the slide. */
const withoutContent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'title',
  'iframe',
  'noembed',
  'noframes',
  'xmp',
  'plaintext',
]);
/** Browsers ignore a line feed at the start of these. */
const dropsLineFeed = new Set(['pre', 'textarea', 'listing']);

/** Browsers, too, have a limit, above which they move elements out of others. */
const maxDepth = 200;

class Writer {
  readonly #removed: Set<string>;
  #depth = 0;

  constructor(removed: Set<string>) {
    this.#removed = removed;
  }

  write(parent: Parent): string {
    let text = '';
    for (const child of parent.childNodes) text += this.#writeNode(child);
    return text;
  }

  #writeNode(node: Node): string {
    if (isElement(node)) return this.#writeElement(node);
    return 'value' in node ? escapeHtml(node.value) : '';
  }

  #writeElement(element: Element): string {
    const isHtml = element.namespaceURI === parser.NS.HTML;
    if (!isAllowed(element)) {
      const name = element.tagName;
      if (isForbidden(name.toLowerCase())) this.#removed.add(`<${name}>`);
      return withoutContent.has(name.toLowerCase()) ? '' : this.#writeContent(element);
    }
    const tag = { name: element.tagName, attrs: element.attrs };
    const { name, attrs } = isHtml ? withoutLandmark(tag) : tag;
    const start = `<${name}${this.#writeAttributes(name, attrs)}>`;
    if (isHtml && voidElements.has(name)) return start;
    const content = this.#writeContent(element);
    if (!isHtml && content === '') return `${start.slice(0, -1)}/>`;
    const lineFeed = isHtml && dropsLineFeed.has(name) && content.startsWith('\n') ? '\n' : '';
    return `${start}${lineFeed}${content}</${name}>`;
  }

  #writeContent(element: Element): string {
    if (this.#depth === maxDepth) {
      this.#removed.add(`elements more than ${maxDepth} deep`);
      return '';
    }
    this.#depth++;
    const content = this.write(element);
    this.#depth--;
    return content;
  }

  #writeAttributes(tagName: string, attrs: readonly Attribute[]): string {
    let text = '';
    for (const { prefix, name: local, value } of attrs) {
      const name = prefix ? `${prefix}:${local}` : local;
      const safety = checkSafety({ element: tagName, name: name.toLowerCase(), value });
      if (safety === 'unsafe') this.#removed.add(name);
      if (safety === 'safe' && !(name === 'rel' && isLink(tagName))) {
        text += value === '' && name !== 'alt' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`;
      }
    }
    return isLink(tagName) ? `${text}${relOf(attrs)}` : text;
  }
}

function isLink(element: string): boolean {
  return element === 'a' || element === 'area';
}

/** A page that a link opens must not reach the deck, nor learn where it is. */
function relOf(attrs: readonly Attribute[]): string {
  const values = new Map(attrs.map(({ name, value }) => [name, value]));
  const own = (values.get('rel') ?? '').split(/\s+/).filter(Boolean);
  const leadsOut = /^\s*(?:https?:)?\/\//i.test(values.get('href') ?? '');
  const all = leadsOut ? [...new Set([...own, 'noopener', 'noreferrer'])] : own;
  return all.length > 0 ? ` rel="${escapeHtml(all.join(' '))}"` : '';
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function isAllowed({ tagName, namespaceURI }: Element): boolean {
  if (namespaceURI === parser.NS.SVG) return svgElements.has(tagName);
  if (namespaceURI === parser.NS.MATHML) return mathElements.has(tagName);
  return htmlElements.has(tagName) || isCustomElement(tagName);
}
