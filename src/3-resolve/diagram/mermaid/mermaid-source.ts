import { escapePattern } from '../../../base/text/escape-pattern.ts';
import { type FigureSource, figureMark } from '../../../model/diagram/figures.ts';
import type { DiagramSource } from '../source.ts';
import type { Config } from './settings.ts';
import type { MermaidText } from './text.ts';

/** A place in the author's text. */
export interface Place {
  readonly start: number;
  readonly length: number;
}

/** The text of a Mermaid diagram: reports problems at the places of words, as Mermaid keeps none. */
export class MermaidSource {
  readonly problems: DiagramSource;
  readonly text: MermaidText;
  readonly #reported = new Set<string>();
  readonly #figures: FigureSource[];

  constructor(problems: DiagramSource, text: MermaidText) {
    this.problems = problems;
    this.text = text;
    this.#figures = [...text.figures];
  }

  /** What marks in texts stand for. */
  get figures(): readonly FigureSource[] {
    return this.#figures;
  }

  /** @returns the index of an icon, the same one for the same name */
  addIcon(name: string, words: string | RegExp = name): number {
    const known = this.#figures.findIndex((each) => each.kind === 'icon' && each.name === name);
    if (known >= 0) return known;
    return this.#figures.push({ kind: 'icon', name, ...this.place(words) }) - 1;
  }

  /** @returns the index of an image, the same one for the same file */
  addImage(path: string): number {
    const known = this.#figures.findIndex((each) => each.kind === 'image' && each.path === path);
    if (known >= 0) return known;
    return this.#figures.push({ kind: 'image', path, ...this.place(path) }) - 1;
  }

  /** A text with an icon before it. */
  withIcon(name: string | undefined, text: string, words?: string | RegExp): string {
    return name === undefined ? text : `${figureMark(this.addIcon(name, words))} ${text}`.trim();
  }

  get config(): Config {
    return this.text.settings.config;
  }

  /** The place of the first match, outside of comments and settings; by default, the first line. */
  place(words: string | RegExp): Place {
    const { text } = this.text;
    const found = typeof words === 'string' ? findWord(text, words) : words.exec(text);
    const [index, length] = found ? [found.index, found[0].trimEnd().length] : [0, firstLine(text)];
    const lead = found ? found[0].length - found[0].trimStart().length : 0;
    const start = this.offsetOf(index + lead);
    return { start, length: Math.max(1, length - lead) };
  }

  /** Warns that something is not drawn, once for each place and message. */
  ignore(words: string | RegExp, message: string, hint?: string): void {
    const { start, length } = this.place(words);
    const key = `${start} ${message}`;
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    this.problems.ignore(start, length, message, hint);
  }

  fail(words: string | RegExp, message: string, hint?: string): void {
    const { start, length } = this.place(words);
    this.problems.fail('diagram-syntax', start, length, message, hint);
  }

  refuse(words: string | RegExp, message: string, hint?: string): void {
    const { start, length } = this.place(words);
    this.problems.fail('diagram-limit', start, length, message, hint);
  }

  /** The offset in the author's text of an offset in what Mermaid reads. */
  offsetOf(index: number): number {
    const before = this.text.text.slice(0, index).split('\n');
    return this.text.offsetAt(before.length, before.at(-1)?.length ?? 0);
  }
}

/** Finds a text that is no part of a longer word. */
function findWord(text: string, word: string): RegExpExecArray | null {
  if (word === '') return null;
  const escaped = escapePattern(word).replace(/\s+/g, '\\s+');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'u').exec(text);
  return whole ?? new RegExp(escaped, 'u').exec(text);
}

function firstLine(text: string): number {
  return text.indexOf('\n');
}
