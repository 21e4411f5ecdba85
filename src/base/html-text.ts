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

/** The name and the attributes of a tag. */
const tagName = /\/?[a-z][^\s/>]*/iy;

/**
 * Reads the HTML of slides and images, which Lectern has written: every element is closed, every value is between
 * double quotes, and `<` is a tag. Marks are not text.
 */
export function readHtmlText(html: string): HtmlText {
  const reader = new TextReader();
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
  tagName.lastIndex = at;
  const end = tagName.test(html) ? endOfTag(html, tagName.lastIndex) : -1;
  if (end < 0) return at;
  if (html[at] === '/') reader.close();
  else {
    const name = html.slice(at, tagName.lastIndex);
    reader.open(name, html.slice(tagName.lastIndex, end));
    if (html[end - 1] === '/' || voidElements.has(name)) reader.close();
  }
  return end + 1;
}

/** The place of the `>` outside of quotes, or -1. */
function endOfTag(html: string, from: number): number {
  let isQuoted = false;
  for (let i = from; i < html.length; i++) {
    const unit = html.charCodeAt(i);
    if (unit === 0x22) isQuoted = !isQuoted;
    else if (unit === 0x3e && !isQuoted) return i;
  }
  return -1;
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
  readonly path: readonly ElementNames[];
  /** Identifies the path. */
  readonly key: string;
  /** Those in it, by what is written in their tags. */
  readonly children: Map<string, OpenElement>;
}

interface CollectedRun {
  readonly path: readonly ElementNames[];
  readonly key: string;
  readonly isMath: boolean;
  /** With characters that occur several times. */
  text: string;
}

class TextReader {
  readonly #outermost: OpenElement = {
    ...{ name: '', hasVariant: false, isMath: false, path: [], key: '' },
    children: new Map(),
  };
  readonly #open: OpenElement[] = [];
  readonly #runs = new Map<string, CollectedRun>();
  readonly #drawn: DrawnPlace[] = [];
  readonly #fragmentClasses = new Set<string>();

  get #current(): OpenElement {
    return this.#open.at(-1) ?? this.#outermost;
  }

  /** @param attributes as written */
  open(name: string, attributes: string): void {
    const around = this.#current;
    const classes = attributeOf('class', attributes) ?? '';
    const hasVariant = attributeOf('mathvariant', attributes) !== undefined;
    const written = `${name} ${hasVariant} ${classes}`;
    let element = around.children.get(written);
    if (!element) {
      element = this.#elementIn(around, name, classes.split(/\s+/).filter(Boolean), hasVariant);
      around.children.set(written, element);
    }
    this.#open.push(element);
    if (element.isMath && (name === 'msqrt' || name === 'mroot')) this.#add('√');
  }

  #elementIn(
    around: OpenElement,
    name: string,
    classes: readonly string[],
    hasVariant: boolean,
  ): OpenElement {
    if (classes.includes('fragment')) for (const each of classes) this.#fragmentClasses.add(each);
    const isMath = name === 'math' || (around.isMath && name !== 'mtext');
    const children = new Map<string, OpenElement>();
    const { path, key } = around;
    // Words in a formula have the font of the surrounding text.
    if (isMath) return { name, hasVariant, isMath, path, key, children };
    const names = [name, ...classes.map((each) => `.${each}`)];
    return {
      ...{ name, hasVariant: false, isMath, children },
      path: [...path, names],
      key: `${key}>${names.join(' ')}`,
    };
  }

  close(): void {
    this.#open.pop();
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
