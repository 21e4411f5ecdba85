import { Parser } from 'htmlparser2';
import type { DrawnPlace, ElementNames, TextRun } from '../model/rendered.ts';
import { mathGlyphs } from './math/math-glyphs.ts';

/** The visible text of HTML, and its fragments. */
export interface HtmlText {
  /** One run for all text in elements with the same names. */
  readonly runs: readonly TextRun[];
  /** The places of the marks of charts and diagrams. */
  readonly drawn: readonly DrawnPlace[];
  /** The classes of elements with the class `fragment`. */
  readonly fragmentClasses: readonly string[];
}

/** Reads HTML, including the author's own, as browsers do. Marks are not text. */
export function readHtmlText(html: string): HtmlText {
  const reader = new TextReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: () => reader.close(),
      ontext: (text) => reader.text(text),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return reader.finish();
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
  #text = '';

  get #current(): OpenElement {
    return this.#open.at(-1) ?? outermost;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#endText();
    const classes = attributes.class?.split(/\s+/).filter(Boolean) ?? [];
    if (classes.includes('fragment')) for (const each of classes) this.#fragmentClasses.add(each);
    const around = this.#current;
    const names = [name, ...classes.map((each) => `.${each}`)];
    const isMath = name === 'math' || (around.isMath && name !== 'mtext');
    this.#open.push({
      name,
      hasVariant: attributes.mathvariant !== undefined,
      isMath,
      // Words in a formula have the font of the surrounding text.
      path: isMath ? around.path : [...around.path, names],
      key: isMath ? around.key : `${around.key}>${names.join(' ')}`,
    });
    if (isMath && (name === 'msqrt' || name === 'mroot')) this.#add(['√']);
  }

  close(): void {
    this.#endText();
    this.#open.pop();
  }

  text(text: string): void {
    this.#text += text;
  }

  finish(): HtmlText {
    this.#endText();
    const runs = [...this.#runs.values()].map(({ characters, ...run }) => ({
      ...run,
      characters: [...characters].sort().join(''),
    }));
    return { runs, drawn: this.#drawn, fragmentClasses: [...this.#fragmentClasses] };
  }

  /** The text up to the next tag, which the parser may return in parts. */
  #endText(): void {
    const text = this.#text;
    this.#text = '';
    if (text === '') return;
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
