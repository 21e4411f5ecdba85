import { readFenceInfo } from '../pandoc/code.ts';
import type { PandocDeck } from '../pandoc/deck.ts';
import type { Part } from '../pandoc/scan.ts';
import type { Settings } from '../pandoc/settings/metadata.ts';
import { cellLabels } from './cell-options.ts';
import type { IncludedParts } from './included-files.ts';
import { isWordName, wordFor } from './words.ts';

/** The prefixes of ids that are counted, each for itself. */
export const labelKinds =
  'fig|tbl|lst|thm|lem|cor|prp|cnj|def|exm|exr|rem|sol|alg|eq|tip|nte|wrn|imp|cau';

const pattern = new RegExp(String.raw`\{[^{}\n]*#((?:${labelKinds})-[\w:.-]*\w)`, 'g');

interface Label {
  readonly kind: string;
  readonly number: number;
  /** `a` for the first figure in another one. */
  readonly letter?: string;
  /** The id to which references lead, if it is another one. */
  readonly target?: string;
}

/** A figure with others in it, or a table of tables. */
interface Frame {
  readonly label: Label;
  readonly depth: number;
  count: number;
}

/**
 * The numbers of figures, tables, listings, formulas and theorems, by their ids: each kind is counted for itself, in
 * the order of the text.
 */
export class Labels {
  readonly #labels = new Map<string, Label>();
  readonly #sections = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #settings: Settings;
  readonly #numberOf: (heading: Part) => string | undefined;
  readonly #included: (text: string) => readonly IncludedParts[];

  /** @param included the parts of the files that a text includes */
  constructor(
    { author, parts, settings, sections }: PandocDeck,
    included: (text: string) => readonly IncludedParts[],
  ) {
    this.#settings = settings;
    this.#numberOf = (heading) => sections.numberOf(heading);
    this.#included = included;
    this.#count(author.text, parts);
  }

  #count(whole: string, parts: readonly Part[]): void {
    const frames: Frame[] = [];
    for (const part of parts) {
      while ((frames.at(-1)?.depth ?? -1) >= part.depth) frames.pop();
      const ids = this.#idsIn(part, whole);
      for (const id of ids) this.#add(id, frames.at(-1));
      const [own = ''] = ids;
      const label = this.#labels.get(own);
      const isFrame = part.kind === 'open' && /^(?:fig|tbl)-/.test(own) && !frames.at(-1);
      if (label && isFrame) frames.push({ label, depth: part.depth, count: 0 });
    }
  }

  #idsIn(part: Part, whole: string): readonly string[] {
    if (part.kind === 'open') return idIn(part.attributes.id);
    if (part.kind === 'heading') {
      const { id } = part.attributes;
      const number = this.#numberOf(part);
      const text = number === undefined ? part.text : `${this.#word('sec', 'prefix')} ${number}`;
      if (id?.startsWith('sec-')) this.#sections.set(id, text);
      return [];
    }
    if (part.kind === 'fence') {
      const { attributes, engine, options } = readFenceInfo(part.info);
      const code = whole.slice(part.codeStart, part.codeEnd);
      if (engine === undefined) return idIn(attributes.id);
      const { ids, figures } = cellLabels(code, options);
      for (const id of ids.flatMap(idIn)) this.#addParts(id, figures);
      return [];
    }
    if (part.kind !== 'text') return [];
    const text = part.lines.map((line) => line.text).join('\n');
    for (const file of this.#included(text)) this.#count(file.text, file.parts);
    const plain = text.replace(/`+[^`]*`+/g, '');
    return [...plain.matchAll(pattern)].map(([, id = '']) => id);
  }

  /** @param count of figures in the result of a cell */
  #addParts(id: string, count: number): void {
    this.#add(id, undefined);
    const label = this.#labels.get(id);
    if (!label) return;
    for (let i = 0; i < count; i++) {
      this.#labels.set(`${id}-${i + 1}`, { ...label, letter: letterAt(i), target: id });
    }
  }

  #add(id: string, frame: Frame | undefined): void {
    if (this.#labels.has(id)) return;
    const [kind = ''] = id.split('-');
    if (frame?.label.kind === kind) {
      this.#labels.set(id, { kind, number: frame.label.number, letter: letterAt(frame.count++) });
      return;
    }
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    this.#labels.set(id, { kind, number });
  }

  /** `Figure 1`; `undefined` if the id has no number. */
  nameOf(id: string): string | undefined {
    const label = this.#labels.get(id);
    return label && `${this.#word(label.kind, 'title')} ${label.number}`;
  }

  /** What is before a caption: `Figure 1: `, or `(a) ` of a figure in another one. */
  leadOf(id: string): string | undefined {
    const label = this.#labels.get(id);
    if (label?.letter !== undefined) return `(${label.letter}) `;
    const delimiter = this.#option('title-delim') ?? ':';
    return label && `${this.nameOf(id)}${delimiter} `;
  }

  /**
   * A reference as Markdown; `undefined` if nothing has that id.
   *
   * @param prefix in place of the word; an empty one leaves it out
   */
  linkTo(id: string, prefix?: string): string | undefined {
    const own = id[0]?.toLowerCase() + id.slice(1);
    const section = this.#sections.get(own);
    if (section !== undefined) return `[${section}](#${own})`;
    const label = this.#labels.get(own);
    if (!label) return undefined;
    const word = prefix ?? this.#word(label.kind, 'prefix');
    const number = `${label.number}${label.letter === undefined ? '' : ` (${label.letter})`}`;
    return `[${word === '' ? number : `${word} ${number}`}](#${label.target ?? own})`;
  }

  #word(kind: string, use: 'title' | 'prefix'): string {
    const own = this.#option(`${kind}-${use}`);
    if (own !== undefined) return own;
    return isWordName(kind) ? wordFor(kind, this.#settings.text('lang')) : kind;
  }

  #option(key: string): string | undefined {
    return this.#settings.inGroup('crossref', key)?.source;
  }
}

/** `a` for the first of the figures in another one. */
export function letterAt(index: number): string {
  return String.fromCharCode(97 + (index % 26));
}

function idIn(id: string | undefined): readonly string[] {
  const isLabel = id !== undefined && new RegExp(`^(?:${labelKinds})-`).test(id);
  return isLabel ? [id] : [];
}
