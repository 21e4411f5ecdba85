import { decodeHTML } from 'entities';
import type { DrawnPlace, ElementNames, TextRun } from '../model/rendered.ts';
import { mathGlyphs } from './math/math-glyphs.ts';
import { voidElements } from './safe-html/elements.ts';

/** The visible text of HTML, and its fragments. */
export interface HtmlText {
  /** One run for all text in elements with the same names. */
  readonly runs: readonly TextRun[];
  /** The places of the marks of charts and diagrams. */
  readonly drawn: readonly DrawnPlace[];
  /** The classes of elements with the class `fragment`. */
  readonly fragmentClasses: readonly string[];
}

/**
 * A tag or the text up to the next one. All HTML of a page is written by Lectern: every element is closed, every
 * value is between double quotes, and `<` is a tag.
 */
const pieces = /<(\/?)([a-z][^\s/>]*)([^">]*(?:"[^"]*"[^">]*)*)>|[^<]+/gi;

/** Reads the HTML of slides and images, which Lectern has written. Marks are not text. */
export function readHtmlText(html: string): HtmlText {
  const reader = new TextReader();
  for (const [piece, slash, name, attributes = ''] of html.matchAll(pieces)) {
    if (name === undefined) reader.text(piece.includes('&') ? decodeHTML(piece) : piece);
    else if (slash) reader.close();
    else {
      reader.open(name, attributes);
      if (attributes.endsWith('/') || voidElements.has(name)) reader.close();
    }
  }
  return reader.finish();
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
}

interface CollectedRun {
  readonly path: readonly ElementNames[];
  readonly isMath: boolean;
  readonly characters: Set<string>;
}

const outermost: OpenElement = { name: '', hasVariant: false, isMath: false, path: [], key: '' };

class TextReader {
  readonly #open: OpenElement[] = [];
  readonly #runs = new Map<string, CollectedRun>();
  readonly #drawn: DrawnPlace[] = [];
  readonly #fragmentClasses = new Set<string>();

  get #current(): OpenElement {
    return this.#open.at(-1) ?? outermost;
  }

  /** @param attributes as written */
  open(name: string, attributes: string): void {
    const classes = attributeOf('class', attributes)?.split(/\s+/).filter(Boolean) ?? [];
    if (classes.includes('fragment')) for (const each of classes) this.#fragmentClasses.add(each);
    const around = this.#current;
    const names = [name, ...classes.map((each) => `.${each}`)];
    const isMath = name === 'math' || (around.isMath && name !== 'mtext');
    this.#open.push({
      name,
      hasVariant: isMath && attributeOf('mathvariant', attributes) !== undefined,
      isMath,
      // Words in a formula have the font of the surrounding text.
      path: isMath ? around.path : [...around.path, names],
      key: isMath ? around.key : `${around.key}>${names.join(' ')}`,
    });
    if (isMath && (name === 'msqrt' || name === 'mroot')) this.#add(['√']);
  }

  close(): void {
    this.#open.pop();
  }

  finish(): HtmlText {
    const runs = [...this.#runs.values()].map(({ characters, ...run }) => ({
      ...run,
      characters: [...characters].sort().join(''),
    }));
    return { runs, drawn: this.#drawn, fragmentClasses: [...this.#fragmentClasses] };
  }

  text(text: string): void {
    const { name, hasVariant, isMath } = this.#current;
    if (isMath) {
      if (name.startsWith('m')) this.#add(mathGlyphs(text, name, hasVariant));
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

  #add(characters: Iterable<string>): void {
    const { isMath, path, key } = this.#current;
    const name = isMath ? 'math' : key;
    let run = this.#runs.get(name);
    if (!run) {
      run = { path: isMath ? [] : path, isMath, characters: new Set() };
      this.#runs.set(name, run);
    }
    for (const character of characters) run.characters.add(character);
  }
}
