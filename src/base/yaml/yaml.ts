import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import type { Span } from '../../model/source.ts';
import type { Report } from '../diagnostics/report.ts';
import { isStackOverflow } from '../stack-overflow.ts';
import { colonSlip, describeYamlError } from './yaml-error.ts';

/** One `key: value` of a YAML mapping, or an item of a list. */
export interface YamlEntry {
  /** Empty for an item of a list. */
  readonly key: string;
  readonly keySpan: Span;
  /** Strings, numbers, booleans, null, arrays, and Maps (never objects: a key may be `__proto__`). */
  readonly value: unknown;
  /** A single value as it was written: `2024-10-01`, `16:9`, `1.0`. */
  readonly source: string | undefined;
  readonly span: Span;
  /** The entries of a mapping or the items of a list that is the value. */
  readonly items: readonly YamlEntry[];
}

const maxLength = 64 * 1024;
const maxAliases = 20;
const maxDepth = 20;

/** Maps an offset and a length in a text to a span in its source file. */
export type Locate = (offset: number, length: number) => Span;

/**
 * Parses a YAML mapping of the core schema. Errors, excessive depth and alias bombs are
 * reported at their spans; the result is then `undefined`.
 */
export function parseYaml(
  text: string,
  locate: Locate,
  report: Report,
): readonly YamlEntry[] | undefined {
  if (text.length > maxLength && lengthWithoutTexts(text) > maxLength) {
    report.add('yaml-limit', locate(0, 1), 'more than 64 kB of YAML');
    return undefined;
  }
  const document = compose(text);
  const deepest = document ? findTooDeep(document) : 0;
  if (document === undefined || deepest !== undefined) {
    report.add('yaml-limit', locate(deepest ?? 0, 1), `YAML nested deeper than ${maxDepth} levels`);
    return undefined;
  }
  if (reportErrors(document, text, locate, report) || reportAliases(document, locate, report)) {
    return undefined;
  }
  return readEntries(document, text, locate, report);
}

/**
 * The length of a mapping without the long texts that are its values, such as style sheets: nothing in them has
 * to be parsed.
 */
function lengthWithoutTexts(text: string): number {
  let length = 0;
  let isText = false;
  for (const [line] of text.matchAll(/[^\n]*\n|[^\n]+/g)) {
    isText = isText ? /^[ \t\n]/.test(line) : false;
    if (isText) continue;
    isText = /^[\w-]+:[ \t]*\|[^\n]*\n$/.test(line);
    if (!/^[\w-]+:[ \t]*"/.test(line)) length += line.length;
  }
  return length;
}

/** Parses the text; `undefined` if it is nested too deeply for the stack. */
function compose(text: string): Document | undefined {
  try {
    return parseDocument(text, {
      schema: 'core',
      version: '1.2',
      prettyErrors: false,
      // With "silent", a second document would be ignored.
      logLevel: 'error',
    });
  } catch (error) {
    if (isStackOverflow(error)) return undefined;
    throw error;
  }
}

/** Reports the first error of each line: the others mostly follow from it. */
function reportErrors(document: Document, text: string, locate: Locate, report: Report): boolean {
  const lines = new Set<number>();
  // The library only warns of unknown tags.
  for (const error of [...document.errors, ...document.warnings]) {
    const { message, hint, start, end } = describeYamlError(error, document);
    const line = text.slice(start, Math.min(end, start + 80)).split('\n')[0] ?? '';
    const span = locate(start, Math.max(1, line.trimEnd().length));
    const slip = colonSlip(text, start, locate);
    if (!lines.has(span.line)) {
      report.add('yaml-syntax', span, `broken YAML: ${message}`, slip?.hint ?? hint, slip?.fix);
    }
    lines.add(span.line);
  }
  return document.errors.length + document.warnings.length > 0;
}

function reportAliases(document: Document, locate: Locate, report: Report): boolean {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  const surplus = aliases[maxAliases];
  if (surplus) {
    const span = locate(surplus.range?.[0] ?? 0, 1);
    report.add('yaml-limit', span, `more than ${maxAliases} YAML aliases`);
    return true;
  }
  const lost = aliases.filter((alias) => alias.resolve(document) === undefined);
  for (const { range, source } of lost) {
    const span = locate(range?.[0] ?? 0, source.length + 1);
    const hint = 'put a value that begins with "*" in quotes';
    report.add('yaml-syntax', span, `broken YAML: "*${source}" names no anchor`, hint);
  }
  return lost.length > 0;
}

/** The offset of the first node that is nested too deep. */
function findTooDeep(document: Document): number | undefined {
  let offset: number | undefined;
  visit(document, (_, node, path) => {
    if (!isCollection(node) || path.filter(isCollection).length < maxDepth) return undefined;
    offset = node.range?.[0] ?? 0;
    return visit.BREAK;
  });
  return offset;
}

function readEntries(
  document: Document,
  text: string,
  locate: Locate,
  report: Report,
): readonly YamlEntry[] | undefined {
  const { contents } = document;
  if (contents === null && text.trim() === '') return [];
  if (!isMap(contents)) {
    const line = /\S[^\n]*/.exec(text);
    const message = 'broken YAML: lines of the form "key: value" are needed';
    const usual = 'a file whose first line is "---" begins with front matter, not with a slide';
    const start = line?.index ?? 0;
    const { hint, fix } = colonSlip(text, start, locate) ?? { hint: usual };
    report.add('yaml-syntax', locate(start, line?.[0].length ?? 1), message, hint, fix);
    return undefined;
  }
  return new EntryReader(document, text, locate, report).readItems(contents);
}

class EntryReader {
  readonly #document: Document;
  readonly #text: string;
  readonly #locate: Locate;
  readonly #report: Report;

  constructor(document: Document, text: string, locate: Locate, report: Report) {
    this.#document = document;
    this.#text = text;
    this.#locate = locate;
    this.#report = report;
  }

  readItems(node: Node | null): readonly YamlEntry[] {
    if (isMap(node)) return node.items.map((pair) => this.#readPair(pair));
    if (isSeq(node)) return node.items.map((item) => this.#read('', item as Node, item as Node));
    return [];
  }

  #readPair(pair: Pair): YamlEntry {
    const [key, value] = [pair.key as Node, pair.value as Node | null];
    const name = isScalar(key) ? String(key.value) : this.#text.slice(...(key.range ?? [0, 0]));
    return this.#read(name, key, value);
  }

  #read(key: string, keyNode: Node, value: Node | null): YamlEntry {
    const keySpan = this.#span(keyNode);
    const written = value?.range && value.range[1] > value.range[0] ? value : undefined;
    this.#reportComment(written ?? keyNode, written !== undefined);
    return {
      key,
      keySpan,
      value: value?.toJS(this.#document, { mapAsMap: true, maxAliasCount: -1 }) ?? null,
      source: isScalar(value) ? scalarSource(value.source, value.value) : undefined,
      span: written ? this.#span(written) : keySpan,
      items: this.readItems(value),
    };
  }

  /** Warns of `title: We are #1`, which loses the number. An intended comment has a space after `#`. */
  #reportComment(before: Node, isValue: boolean): void {
    const end = before.range?.[1] ?? 0;
    const [rest = ''] = this.#text.slice(end).split('\n', 1);
    const [, lead = '', comment] = /^(:?[ \t]+)(#\S.*)$/.exec(rest.trimEnd()) ?? [];
    if (comment === undefined || (isValue && lead.startsWith(':'))) return;
    const message = `in YAML, "#" after a space begins a comment: this is not part of the value`;
    const span = this.#locate(end + lead.length, comment.length);
    this.#report.add('yaml-comment', span, message, 'put the whole value in quotes');
  }

  #span(node: Node): Span {
    return this.#locate(...extent(node, this.#text));
  }
}

function scalarSource(source: string | undefined, value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'string' ? value : (source ?? String(value));
}

/** The offset and length of a node, or of its first line. */
function extent(node: Node, text: string): [number, number] {
  if (isAlias(node) || !node.range) return [node.range?.[0] ?? 0, 1];
  const [start, end] = node.range;
  const line = text.slice(start, end).split('\n')[0] ?? '';
  return [start, Math.max(1, line.trimEnd().length)];
}
