import type { FigureSource } from '../../../model/diagram/figures.ts';
import { colonMark, entityEnd, entityStart, semicolonMark } from './entity-marks.ts';
import { readSettings, type Settings } from './settings.ts';
import { encodeFigures } from './text-figures.ts';

/** A text as Mermaid's parsers expect it. */
export interface MermaidText {
  /** Without front matter, settings and comments; it ends with a line feed. */
  readonly text: string;
  readonly settings: Settings;
  /** The colors of styles that Mermaid's grammars cannot read, by the words that replace them. */
  readonly colors: ReadonlyMap<string, string>;
  /** The formulas and icons in texts, which marks replace. */
  readonly figures: readonly FigureSource[];
  /** The place in the author's text of a line, from 1, and a column, from 0. */
  offsetAt(line: number, column: number): number;
}

/** https://mermaid.js.org/config/configuration.html: front matter, directives and comments. */
const frontMatter = /^(?:\s*\n)?([ \t]*)---[ \t]*\n([\s\S]*?)\n[ \t]*---[ \t]*(?:\n|$)/;
const directive = /%%\{([\s\S]*?)\}%%/g;
const comment = /^[ \t]*%%(?!\{).+$/gm;

/** Prepares a text as Mermaid does. Whatever stays keeps its length, so that places in it can be found again. */
export function prepareText(source: string): MermaidText {
  const [head = '', indent = '', yaml = ''] = frontMatter.exec(source) ?? [];
  const body = source.slice(head.length);
  const directives = [...body.matchAll(directive)].map(({ 0: whole, 1: text = '', index }) => ({
    text,
    start: head.length + index,
    length: whole.length,
  }));
  const marked = blank(head) + body.replace(directive, blank);
  const colors = new Map<string, string>();
  const { text: withMarks, figures } = encodeFigures(marked.replace(comment, remove));
  const encoded = encodeStateNotes(encodeEntities(withMarks));
  const lines = encodeColors(encoded, colors).split('\n');
  let start = 0;
  const all = lines.flatMap((line) => {
    const at = start;
    start += line.length + 1;
    return line.startsWith(removed) ? [] : [{ line, at }];
  });
  // Blank lines before the type of the diagram are not counted.
  const first = all.findIndex(({ line }) => line.trim() !== '');
  const kept = all.slice(first < 0 ? -1 : first);
  const lead = kept[0] ? kept[0].line.length - kept[0].line.trimStart().length : 0;
  const text = `${kept
    .map(({ line }) => line)
    .join('\n')
    .slice(lead)}\n`;
  return {
    text,
    settings: readSettings({ text: yaml, indent }, directives),
    colors,
    figures,
    offsetAt: (line, column) => {
      const place = kept[line - 1];
      if (!place) return source.trimEnd().length;
      return place.at + Math.min(column + (line === 1 ? lead : 0), place.line.length);
    },
  };
}

/** Begins a line that Mermaid does not get to see. */
const removed = '\uE0F2';

function remove(line: string): string {
  return removed + blank(line.slice(1));
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** Does what Mermaid does before it parses, with the same length. */
function encodeEntities(text: string): string {
  return text
    .replace(/<\w+[^>]*>/g, (tag) => tag.replace(/="([^"]*)"/g, "='$1'"))
    .replace(/.+/g, removeSemicolon)
    .replace(/#(\w+);/g, `${entityStart}$1${entityEnd}`);
}

/** Removes the last semicolon of a line after a style with a color such as `#f00`. */
function removeSemicolon(line: string): string {
  const [start, end] = [line.search(/style|classDef/), line.lastIndexOf(';')];
  const hasColor = start >= 0 && end > start && /:[^\s#:]*#/.test(line.slice(start, end));
  return hasColor ? `${line.slice(0, end)} ${line.slice(end + 1)}` : line;
}

/** Mermaid ends the text of a note that is written on one line at a colon or a semicolon. */
function encodeStateNotes(text: string): string {
  if (!/^[ \t]*stateDiagram/m.test(text)) return text;
  return text.replace(
    /^([ \t]*note[ \t]+(?:left|right)[ \t]+of[ \t]+[^:\n]+:)(.*)$/gim,
    (_, start: string, words: string) =>
      start + words.replaceAll(':', colonMark).replaceAll(';', semicolonMark),
  );
}

/** Puts colors such as `var(--chart-1)` and `rgb(1, 2, 3)` into a form that all grammars read. */
function encodeColors(text: string, colors: Map<string, string>): string {
  return text.replace(/^.*(?:style|classDef|linkStyle)\s.*$/gim, (line) =>
    // The lookahead saves the lookbehind in long spaces.
    line.replace(/(?=[\w-])(?<=[:,]\s*)[\w-]+\([^()\n]*\)/g, (color) => {
      const name = `#${String(colors.size).padStart(color.length - 1, '9')}`;
      colors.set(name, color);
      return name;
    }),
  );
}
