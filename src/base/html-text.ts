import { decodeHTML } from 'entities';
import type { DrawnPlace, ElementNames, TextRun } from '../model/rendered.ts';
import { mathGlyphs } from './math/math-glyphs.ts';
import { voidElements } from './safe-html/elements.ts';
import { charactersIn } from './text/characters-in.ts';

/** The visible text of HTML, and its fragments. */
export interface HtmlText {
  /** One run for all text in elements with the same names. */
  readonly runs: readonly TextRun[];
  /** The places of the marks of charts and diagrams. */
  readonly drawn: readonly DrawnPlace[];
  /** The classes of elements with the class `fragment`. */
  readonly fragmentClasses: readonly string[];
}

/** The name of a start tag. */
const startName = /^[a-z][^\s/>]*/i;
const endName = /\/[a-z]/iy;

/**
 * Reads the HTML of slides and images, which Lectern has written: every element is closed, every value is between
 * double quotes, and `<` is a tag. Marks are not text.
 *
 * @param elements shared by texts that are read one after the other, so that equal paths are created once
 */
export function readHtmlText(html: string, elements = new ElementPaths()): HtmlText {
  const reader = new TextReader(elements);
  // Not `matchAll`: this reads all HTML of a deck.
  for (let at = 0; at < html.length; ) {
    const start = html.indexOf('<', at);
    const textEnd = start < 0 ? html.length : start;
    if (textEnd > at) {
      const text = html.slice(at, textEnd);
      reader.text(text.includes('&') ? decodeHTML(text) : text);
    }
    at = start < 0 ? html.length : readTag(html, start + 1, reader);
  }
  return reader.finish();
}

/** @param at after the `<`. @returns where the tag ends, or `at` if it is none */
function readTag(html: string, at: number, reader: TextReader): number {
  if (html[at] === '/') {
    endName.lastIndex = at;
    const end = endName.test(html) ? html.indexOf('>', at) : -1;
    if (end < 0) return at;
    reader.close();
    return end + 1;
  }
  const end = endOfTag(html, at);
  return end >= 0 && reader.open(html.slice(at, end)) ? end + 1 : at;
}

/** The place of the `>` outside of quotes, or -1. Searches are many times faster than a look at each character. */
function endOfTag(html: string, from: number): number {
  for (let at = from; ; ) {
    const end = html.indexOf('>', at);
    if (end < 0) return -1;
    const quote = html.slice(at, end).indexOf('"');
    if (quote < 0) return end;
    const close = html.indexOf('"', at + quote + 1);
    if (close < 0) return -1;
    at = close + 1;
  }
}

/** The value of an attribute. */
function attributeOf(name: 'class' | 'mathvariant', attributes: string): string | undefined {
  const start = attributes.indexOf(` ${name}="`);
  if (start < 0) return undefined;
  const from = start + name.length + 3;
  return attributes.slice(from, attributes.indexOf('"', from));
}

interface OpenElement {
  readonly name: string;
  readonly hasVariant: boolean;
  /** Whether it is in a formula, whose text has its own font. */
  readonly isMath: boolean;
  /** Whether it has no content, and no end tag. */
  readonly isEmpty: boolean;
  readonly fragmentClasses: readonly string[];
  readonly path: readonly ElementNames[];
  /** Identifies the path. */
  readonly key: string;
  /** Those in it, by what matters in their tags. */
  readonly children: Map<string, OpenElement>;
  /** Those in it, by their tags. */
  readonly byTag: Map<string, OpenElement>;
}

/** The elements of texts by their paths: the slides of a deck have few different ones. */
export class ElementPaths {
  readonly outermost: OpenElement = {
    ...{ name: '', hasVariant: false, isMath: false, isEmpty: false, fragmentClasses: [] },
    ...{ path: [], key: '', children: new Map(), byTag: new Map() },
  };

  /** @param tag its name and attributes. @returns `undefined` if it is no tag */
  find(tag: string, around: OpenElement): OpenElement | undefined {
    const known = around.byTag.get(tag);
    if (known) return known;
    const [name] = startName.exec(tag) ?? [];
    if (name === undefined) return undefined;
    const classes = attributeOf('class', tag) ?? '';
    const hasVariant = attributeOf('mathvariant', tag) !== undefined;
    const isEmpty = tag.endsWith('/') || voidElements.has(name);
    const essence = `${name} ${hasVariant} ${isEmpty} ${classes}`;
    let element = around.children.get(essence);
    if (!element) {
      const names = classes.split(/\s+/).filter(Boolean);
      element = elementIn(around, { name, hasVariant, isEmpty, classes: names });
      around.children.set(essence, element);
    }
    // Others have an id or an address, and will hardly occur again.
    if (tag.length <= `${name} class=""`.length + classes.length) around.byTag.set(tag, element);
    return element;
  }
}

function elementIn(
  around: OpenElement,
  tag: Pick<OpenElement, 'name' | 'hasVariant' | 'isEmpty'> & {
    readonly classes: readonly string[];
  },
): OpenElement {
  const { name, hasVariant, isEmpty, classes } = tag;
  const isMath = name === 'math' || (around.isMath && name !== 'mtext');
  const fragmentClasses = classes.includes('fragment') ? classes : [];
  const maps = { children: new Map(), byTag: new Map() };
  const common = { name, isEmpty, isMath, fragmentClasses, ...maps };
  const { path, key } = around;
  // Words in a formula have the font of the surrounding text.
  if (isMath) return { ...common, hasVariant, path, key };
  const names = [name, ...classes.map((each) => `.${each}`)];
  return {
    ...{ ...common, hasVariant: false },
    path: [...path, names],
    key: `${key}>${names.join(' ')}`,
  };
}

interface CollectedRun {
  readonly path: readonly ElementNames[];
  readonly key: string;
  readonly isMath: boolean;
  /** With characters that occur several times. */
  text: string;
}

class TextReader {
  readonly #elements: ElementPaths;
  readonly #open: OpenElement[] = [];
  #current: OpenElement;
  readonly #runs = new Map<string, CollectedRun>();
  readonly #drawn: DrawnPlace[] = [];
  readonly #fragmentClasses = new Set<string>();

  constructor(elements: ElementPaths) {
    this.#elements = elements;
    this.#current = elements.outermost;
  }

  /** @param tag its name and attributes. @returns whether it is a tag */
  open(tag: string): boolean {
    const element = this.#elements.find(tag, this.#current);
    if (!element) return false;
    const { isMath, name } = element;
    for (const each of element.fragmentClasses) this.#fragmentClasses.add(each);
    const around = this.#current;
    this.#current = element;
    if (isMath && (name === 'msqrt' || name === 'mroot')) this.#add('√');
    if (element.isEmpty) this.#current = around;
    else this.#open.push(around);
    return true;
  }

  close(): void {
    this.#current = this.#open.pop() ?? this.#elements.outermost;
  }

  finish(): HtmlText {
    const runs = [...this.#runs.values()].map(({ path, key, isMath, text }) => {
      return { path, key, isMath, characters: charactersIn([text]) };
    });
    return { runs, drawn: this.#drawn, fragmentClasses: [...this.#fragmentClasses] };
  }

  text(text: string): void {
    const { name, hasVariant, isMath } = this.#current;
    if (isMath) {
      if (name.startsWith('m')) this.#add([...mathGlyphs(text, name, hasVariant)].join(''));
      return;
    }
    if (!text.includes('\0')) {
      this.#add(text);
      return;
    }
    // Every other part is a mark.
    for (const [i, part] of text.split('\0').entries()) {
      if (i % 2 === 0) this.#add(part);
      else this.#addMark(part);
    }
  }

  #addMark(mark: string): void {
    const [, kind, index] = /^(chart|diagram) (\d+)$/.exec(mark) ?? [];
    if (kind === 'chart' || kind === 'diagram') {
      this.#drawn.push({ kind, index: Number(index), path: this.#current.path });
    } else this.#add('0123456789');
  }

  #add(text: string): void {
    const { isMath, path, key } = this.#current;
    const name = isMath ? 'math' : key;
    const run = this.#runs.get(name);
    if (run) run.text += text;
    else this.#runs.set(name, { path: isMath ? [] : path, key: name, isMath, text });
  }
}
