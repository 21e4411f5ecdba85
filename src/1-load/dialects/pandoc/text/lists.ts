import type { TextEdits } from '../../text-edits.ts';
import type { Line } from '../lines.ts';

/** The numbers of examples, `(@)` and `(@name)`, which count through the whole text. */
export class Examples {
  readonly #byOffset = new Map<number, number>();
  readonly #byName = new Map<string, number>();

  constructor(text: string) {
    for (const { index, 1: indent = '', 2: name = '' } of text.matchAll(
      /^([ \t]*)\(@([\w-]*)\)(?=[ \t]+\S)/gm,
    )) {
      const known = this.#byName.get(name);
      const number = known ?? this.#byOffset.size + 1;
      this.#byOffset.set(index + indent.length, number);
      if (name !== '') this.#byName.set(name, number);
    }
  }

  numberAt(offset: number): number | undefined {
    return this.#byOffset.get(offset);
  }

  /** Writes `(@name)` in a sentence as its number. @returns where it ends */
  refer(text: string, at: number, edits: TextEdits): number | undefined {
    if (text[at] !== '@') return undefined;
    const name = /^@([\w-]+)/.exec(text.slice(at, at + 100))?.[1] ?? '';
    if (this.#byOffset.has(at - 1)) return at + 1 + name.length;
    const number = this.#byName.get(name);
    if (number === undefined || /\w/.test(text[at - 1] ?? '')) return undefined;
    edits.replace(at, at + 1 + name.length, String(number));
    return at + 1 + name.length;
  }
}

const marker =
  /^([ \t]*)(\(?(?:[a-zA-Z]|[ivxIVX]{1,5}|\d+)\)|(?:[a-zA-Z]|[ivxIVX]{1,5}|\d+)\.|#\.|\(@[\w-]*\))(?=[ \t]+\S)/;
const ordinary = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;

interface Level {
  readonly indent: number;
  /** Of the last item of a list that is numbered in another way. */
  number?: number;
}

/** Numbers lists that are numbered in another way: `a.`, `(2)`, `iv)`, `#.`, `(@)`. */
export function writeMarkers(lines: readonly Line[], edits: TextEdits, examples: Examples): void {
  if (!isList(lines[0]?.text ?? '')) return;
  const levels: Level[] = [];
  for (const { start, text } of lines) {
    const [, indent = '', written] = marker.exec(text) ?? [];
    const plain = ordinary.exec(text);
    if (plain) enter(levels, (plain[1] ?? '').length);
    else if (written !== undefined && isItem(written, indent.length, levels)) {
      const level = enter(levels, indent.length);
      const at = start + indent.length;
      level.number = examples.numberAt(at) ?? (level.number ?? 0) + 1;
      const sign = written.endsWith('.') ? '.' : ')';
      edits.replace(at, at + written.length, `${level.number}${sign}`);
    }
  }
}

function isList(first: string): boolean {
  if (/^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/.test(first)) return true;
  // Two spaces after a capital and a full stop: otherwise it is the initial of a name.
  return /^ {0,3}\S/.test(first) && marker.test(first) && !/^ {0,3}[A-Z]\.[ \t]\S/.test(first);
}

/** The level of an item with an indentation, which closes those that are deeper. */
function enter(levels: Level[], indent: number): Level {
  while ((levels.at(-1)?.indent ?? -1) > indent + 1) levels.pop();
  const last = levels.at(-1);
  if (last && Math.abs(last.indent - indent) <= 1) return last;
  const level: Level = { indent };
  levels.push(level);
  return level;
}

/** Whether a line goes on with a list, or begins one in an item. */
function isItem(written: string, indent: number, levels: readonly Level[]): boolean {
  if (levels.length === 0) return true;
  const same = levels.find((level) => Math.abs(level.indent - indent) <= 1);
  if (same) return same.number !== undefined;
  const isInner = levels.some((level) => indent >= level.indent + 2);
  return isInner && /^\(?(?:[aAiI1#]|@[\w-]*)[.)]/.test(written);
}

/**
 * Whether a list below another is one of its own: its items are numbered in another way, or only one of them is in a
 * quote, which makes its items steps.
 */
export function isOtherList(first: string, above: string): boolean {
  const [own, other] = [first, above].map((text) => text.replace(/^>[ \t]?/, ''));
  if (own === undefined || other === undefined || !isTopList(own) || !isTopList(other))
    return false;
  if (first.startsWith('>') !== above.startsWith('>')) return true;
  const kinds = kindsOf(other);
  return (
    kinds.length > 0 &&
    kindsOf(own).length > 0 &&
    !kindsOf(own).some((kind) => kinds.includes(kind))
  );
}

function isTopList(text: string): boolean {
  return /^\S/.test(text) && isList(text);
}

/** How the marker of an item counts; `i` may be a letter or a Roman number. */
function kindsOf(text: string): readonly string[] {
  const written = marker.exec(text)?.[2] ?? '';
  const [name = ''] = /[\w#@]+/.exec(written) ?? [];
  const letter = /^[a-z]$/i.test(name) ? [/[a-z]/.test(name) ? 'a' : 'A'] : [];
  const roman = /^[ivx]+$/i.test(name) ? [/[a-z]/.test(name) ? 'i' : 'I'] : [];
  return /^\d+$/.test(name) ? ['1'] : [...letter, ...roman];
}
