import type { Token, TokenizerExtension } from 'marked';
import { isAttributeList } from './attribute-list.ts';

/** Terms, each on a line of its own, and their definitions. */
export interface DefinitionListToken {
  readonly type: 'definitionList';
  readonly raw: string;
  /** Whether there are blank lines above definitions. */
  readonly loose: boolean;
  readonly items: readonly DefinitionItem[];
}

export interface DefinitionItem {
  readonly terms: readonly { readonly raw: string; readonly tokens: Token[] }[];
  readonly definitions: readonly Definition[];
}

export interface Definition {
  readonly raw: string;
  tokens: Token[];
}

/** The colon of a definition and the spaces after it. */
const colon = /^ {0,3}:[ \t]+(?=\S)/;
/** What starts another block, and is no term. */
const otherBlock =
  /^(?: {4}|\t| {0,3}(?:#{1,6}(?:\s|$)|[-*+](?:\s|$)|\d{1,9}[.)]\s|>|`{3}|~{3}|<[/!?a-z]|\||:|\$\$|\\\[|(?:-[ \t]*){2,}$|={2,}\s*$|\. \. \.\s*$|Notes?:(?:\s|$)|\[\^?[^\]\s]+\]:|\{[^{}]*\}\s*$))/i;
/** A line that ends the text of a definition without a blank line above it. */
const end = /^(?::{3,}|::[A-Za-z]|\. \. \.[ \t]*$|Notes?:(?:\s|$)|\[\^[^\]\s]+\]:|---?[ \t]*$)/;

/** Definition lists as in PHP Markdown Extra and Pandoc: a term, and below it `: its definition`. */
export const definitionList: TokenizerExtension = {
  name: 'definitionList',
  level: 'block',
  tokenizer(src): DefinitionListToken | undefined {
    if (otherBlock.test(firstLine(src)) || !hasDefinition(src)) return undefined;
    const lines = new Lines(src);
    const items: DefinitionItem[] = [];
    let loose = false;
    for (;;) {
      const start = lines.index;
      const terms = readTerms(lines);
      if (!terms) {
        lines.index = start;
        break;
      }
      loose ||= terms.isLoose;
      const definitions: Definition[] = [];
      while (colon.test(lines.current)) definitions.push(readDefinition(lines));
      items.push({
        terms: terms.lines.map((raw) => ({ raw, tokens: this.lexer.inline(raw.trim()) })),
        definitions: definitions.map(({ raw }) => ({
          raw,
          tokens: this.lexer.blockTokens(textOf(raw), []),
        })),
      });
    }
    if (items.length === 0) return undefined;
    loose ||= items.some(({ definitions }) =>
      definitions.some(({ tokens }) => hasParagraphs(tokens)),
    );
    return { type: 'definitionList', raw: lines.before, loose, items };
  },
};

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}

/** Whether the first paragraph of a text, or the line below it, is a definition. */
function hasDefinition(src: string): boolean {
  const blank = src.search(/\n[ \t]*\n/);
  if (blank < 0) return /\n {0,3}:[ \t]+\S/.test(src);
  const next = src.slice(blank, blank + 200);
  return /\n {0,3}:[ \t]+\S/.test(src.slice(0, blank)) || /^\n[ \t]*\n {0,3}:[ \t]+\S/.test(next);
}

/** The lines of a text, with their line breaks, read as far as they are needed. */
class Lines {
  index = 0;
  readonly #text: string;
  readonly #lines: string[] = [];
  #end = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get current(): string {
    return this.at(0);
  }

  get before(): string {
    return this.since(0);
  }

  at(offset: number): string {
    while (this.#lines.length <= this.index + offset && this.#end < this.#text.length) {
      const found = this.#text.indexOf('\n', this.#end);
      const next = found < 0 ? this.#text.length : found + 1;
      this.#lines.push(this.#text.slice(this.#end, next));
      this.#end = next;
    }
    return this.#lines[this.index + offset] ?? '';
  }

  /** The lines from an index up to the current one. */
  since(index: number): string {
    return this.#lines.slice(index, this.index).join('');
  }
}

/** Reads terms up to their first definition; `undefined` if there is none. */
function readTerms(lines: Lines): { lines: readonly string[]; isLoose: boolean } | undefined {
  const terms: string[] = [];
  while (lines.current.trim() !== '' && !colon.test(lines.current)) {
    if (otherBlock.test(lines.current)) return undefined;
    terms.push(lines.current);
    lines.index++;
  }
  if (terms.length === 0) return undefined;
  // A blank line is between one term and its definition, not between a paragraph and one.
  const isLoose = lines.current.trim() === '' && terms.length === 1 && colon.test(lines.at(1));
  if (isLoose) lines.index++;
  return colon.test(lines.current) ? { lines: terms, isLoose } : undefined;
}

/** Reads a definition, the lines that go on with it and, after blank lines, those with an indent. */
function readDefinition(lines: Lines): Definition {
  const start = lines.index;
  lines.index++;
  for (;;) {
    if (isContinuation(lines)) lines.index++;
    else if (!skipBlanks(lines)) break;
  }
  return { raw: lines.since(start), tokens: [] };
}

function isContinuation(lines: Lines): boolean {
  const line = lines.current;
  if (line.trim() === '' || colon.test(line)) return false;
  if (/^(?: {2}|\t)/.test(line)) return true;
  const list = /^ {0,3}\{([^{}\n]*)\}\s*$/.exec(line)?.[1];
  const isNextTerm = colon.test(lines.at(1));
  return !isNextTerm && !end.test(line) && !(list !== undefined && isAttributeList(list));
}

/** Skips blank lines if the definition, or the next one of its term, goes on below them. */
function skipBlanks(lines: Lines): boolean {
  let count = 0;
  while (lines.at(count) !== '' && lines.at(count).trim() === '') count++;
  const next = lines.at(count);
  if (count === 0 || next === '') return false;
  const goesOn = /^(?: {2}|\t)/.test(next) || colon.test(next) || isTermAhead(lines, count);
  if (goesOn) lines.index += count;
  return goesOn && /^(?: {2}|\t)/.test(next) && !colon.test(next);
}

/** Whether there are terms with a definition directly below them, or one with a definition below a blank line. */
function isTermAhead(lines: Lines, offset: number): boolean {
  let count = 0;
  while (lines.at(offset + count).trim() !== '' && !colon.test(lines.at(offset + count))) {
    if (otherBlock.test(lines.at(offset + count))) return false;
    count++;
  }
  const isBlank = lines.at(offset + count).trim() === '';
  return count > 0 && colon.test(lines.at(offset + count + (isBlank && count === 1 ? 1 : 0)));
}

/** The text of a definition, without its colon and the indent of further lines. */
function textOf(raw: string): string {
  return raw.replace(colon, '').replace(/\n(?: {1,4}|\t)/g, '\n');
}

function hasParagraphs(tokens: readonly Token[]): boolean {
  return tokens.filter(({ type }) => type === 'paragraph').length > 1;
}
