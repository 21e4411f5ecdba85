import { emptyElements } from '../../../2-parse/inline/html/tag-balance.ts';
import type { ReadDiagrams } from '../../../3-resolve/resources.ts';
import { ownValue } from '../../../base/own-value.ts';
import type { Span } from '../../../model/source.ts';
import type { SourceElement, SourceNode } from './element.ts';

interface OpenElement extends SourceElement {
  readonly children: SourceNode[];
}

/** Elements that end where one of these begins. */
const siblings: Readonly<Record<string, readonly string[]>> = {
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  option: ['option'],
};

/** Builds refuse decks long before; trees that are deeper would exhaust the stack of those who walk them. */
const maxDepth = 500;

const noAttributes: ReadonlyMap<string, string> = new Map();

/** Builds the elements of a text from the tags of HTML and the blocks of Markdown, in their order. */
export class TreeBuilder {
  /** What the texts of diagrams say. */
  readonly diagrams: ReadDiagrams;
  /** The keys of the footnotes that the text refers to. */
  readonly footnotes = new Set<string>();
  readonly #root: OpenElement;
  readonly #open: OpenElement[];

  /** @param attributes of the element around all */
  constructor(span: Span, diagrams: ReadDiagrams, attributes = noAttributes) {
    this.diagrams = diagrams;
    this.#root = { name: 'section', attributes, span, isHtml: false, children: [] };
    this.#open = [this.#root];
  }

  get root(): SourceElement {
    return this.#root;
  }

  /** Adds an element of Markdown. @param fill adds its content */
  add(
    name: string,
    span: Span,
    attributes: ReadonlyMap<string, string> = noAttributes,
    fill?: () => void,
  ): void {
    const element = this.#append(name, span, attributes, false);
    if (!fill) return;
    const depth = this.#open.push(element);
    fill();
    // Elements of HTML end with the one of Markdown that contains them.
    this.#open.length = Math.min(this.#open.length, depth - 1);
  }

  text(text: string, span: Span): void {
    if (text !== '') this.#current.children.push({ text, span });
  }

  /** @param isEmpty whether the tag ends with `/>` */
  openTag(
    name: string,
    span: Span,
    attributes: ReadonlyMap<string, string>,
    isEmpty: boolean,
  ): void {
    const ends = ownValue(siblings, name);
    if (ends?.includes(this.#current.name) && this.#current.isHtml) this.#open.pop();
    const isForeign = this.isForeign || name === 'svg' || name === 'math';
    const element = this.#append(name, span, attributes, true);
    if ((isEmpty && isForeign) || emptyElements.has(name)) return;
    if (this.#open.length < maxDepth) this.#open.push(element);
  }

  /** An end tag closes the nearest element of its name that is open; elements of Markdown stay open. */
  closeTag(name: string): void {
    const from = this.#open.findLastIndex(({ isHtml }) => !isHtml) + 1;
    const index = this.#open.findLastIndex((element, i) => i >= from && element.name === name);
    if (index > 0) this.#open.length = index;
  }

  /** Ends speaker notes, whose other content is elsewhere. */
  endNotes(): void {
    const index = this.#open.findIndex(
      ({ isHtml, attributes }) =>
        isHtml && (attributes.get('class') ?? '').split(/\s+/).includes('notes'),
    );
    if (index > 0) this.#open.length = index;
  }

  /** Whether elements are those of SVG or MathML. */
  get isForeign(): boolean {
    return this.#open.some(({ name, isHtml }) => isHtml && (name === 'svg' || name === 'math'));
  }

  get #current(): OpenElement {
    return this.#open.at(-1) ?? this.#root;
  }

  #append(
    name: string,
    span: Span,
    attributes: ReadonlyMap<string, string>,
    isHtml: boolean,
  ): OpenElement {
    const element: OpenElement = { name, span, attributes, isHtml, children: [] };
    this.#current.children.push(element);
    return element;
  }
}
