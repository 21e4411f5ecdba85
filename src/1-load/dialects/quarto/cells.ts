import { spanAt } from '../../../base/span.ts';
import { codeHead, type Fence, type FenceInfo } from '../pandoc/code.ts';
import type { PandocDeck } from '../pandoc/deck.ts';
import { colonsAt } from '../pandoc/divs.ts';
import { standIn } from '../shared/stand-in.ts';
import { type CellOptions, readCell } from './cell-options.ts';
import { type Labels, letterAt } from './labels.ts';
import { type CellResults, inlineCode } from './results.ts';

/** The languages of cells that need no run: their code is a drawing. */
const drawn: ReadonlyMap<string, string> = new Map([
  ['mermaid', 'mermaid'],
  ['dot', 'dot'],
]);

/** Names of languages as highlighting has them. */
const languages: ReadonlyMap<string, string> = new Map([
  ['ojs', 'js'],
  ['node', 'js'],
  ['Rcpp', 'cpp'],
  ['julia', 'julia'],
]);

/** Translates the code cells of a deck, one after the other. */
export class CellWriter {
  readonly #results: CellResults;
  readonly #styles: string[] = [];

  constructor(results: CellResults) {
    this.#results = results;
  }

  /** The rules of CSS in cells. */
  get styles(): string {
    return this.#styles.join('\n');
  }

  /** @returns whether it is a cell */
  write(fence: Fence, { engine, options }: FenceInfo, labels: Labels, deck: PandocDeck): boolean {
    if (engine === undefined) return false;
    const { edits, author } = deck;
    const code = author.text.slice(fence.codeStart, Math.max(fence.codeStart, fence.codeEnd));
    const cell = readCell(code.replace(/\n$/, ''), options, deck.settings);
    const drawing = drawn.get(engine);
    if (drawing !== undefined) {
      edits.replace(fence.start, fence.end - 1, fenced(fence.mark, drawing, cell.code));
      return true;
    }
    if (engine === 'verbatim' || engine === 'embed') {
      edits.replace(fence.start, fence.end - 1, fenced(fence.mark, 'text', cell.code));
      return true;
    }
    if (engine === 'css') {
      this.#styles.push(cell.code);
      edits.remove(fence.start, fence.end - 1);
      return true;
    }
    const frozen = this.#results.take(cell.code, cell.isIncluded && !cell.echo);
    const text =
      frozen === undefined
        ? this.#written(cell, engine, fence, labels, deck)
        : this.#frozen(frozen, fence, deck);
    edits.replace(fence.start, fence.end - 1, text);
    return true;
  }

  /** Writes what code in the text gave. @returns where it ends; `undefined` if there is none */
  writeInline(text: string, at: number, deck: PandocDeck): number | undefined {
    if (text[at] !== '`' || text[at - 1] === '`') return undefined;
    const start = text.lastIndexOf('\n', at) + 1;
    const [line = ''] = /^[^\n]*/.exec(text.slice(start)) ?? [];
    const [code] = inlineCode.exec(text.slice(at, start + line.length)) ?? [];
    if (code === undefined || !text.startsWith(code, at)) return undefined;
    const before = text.slice(start, at).split(inlineCode).length - 1;
    const result = this.#results.inline(line, before);
    if (result === undefined) return undefined;
    deck.edits.replace(
      at,
      at + code.length,
      deck.translatePart(result, spanAt(deck.author, at, code.length)),
    );
    return at + code.length;
  }

  /** What Quarto kept of the cell, translated as a text of its own. */
  #frozen(markdown: string, fence: Fence, deck: PandocDeck): string {
    const text = markdown.replace(
      /(!\[[^\]\n]*\]\()([^)\s]+)/g,
      (whole, lead: string, reference: string) => {
        const found = this.#results.image(reference);
        return found === undefined ? whole : lead + found;
      },
    );
    return deck.translatePart(text, spanAt(deck.author, fence.start, 3), fence.depth);
  }

  #written(
    cell: CellOptions,
    engine: string,
    fence: Fence,
    labels: Labels,
    deck: PandocDeck,
  ): string {
    const parts: string[] = [];
    const values = new Map<string, string>();
    if (cell.lineNumbers !== undefined) values.set('code-line-numbers', cell.lineNumbers);
    if (cell.filename !== undefined) values.set('filename', cell.filename);
    const language = languages.get(engine) ?? engine;
    const { listingLabel: id, listingCaption } = cell;
    if (listingCaption !== undefined) values.set('lst-cap', listingCaption);
    const lead = id === undefined ? undefined : labels.leadOf(id);
    const head = codeHead({ id, classes: [language], values }, lead);
    if (cell.echo) parts.push(fenced(fence.mark, head, cell.code));
    if (cell.output) parts.push(...this.#output(cell, engine, fence, labels, deck));
    return parts.join('\n\n');
  }

  /** The figures of a cell, or a box in place of its result. */
  #output(
    cell: CellOptions,
    engine: string,
    fence: Fence,
    labels: Labels,
    deck: PandocDeck,
  ): readonly string[] {
    const figures = cell.label === undefined ? [] : this.#results.figures(cell.label);
    const { label = '', caption } = cell;
    const lead = labels.leadOf(label) ?? '';
    const shown = caption === undefined ? lead.replace(/\W+$/, '') : lead + caption;
    if (figures.length > 0) {
      const texts = figures.map((file, index) => {
        const own = cell.subCaptions[index];
        const text = own === undefined ? shown : `(${letterAt(index)}) ${own}`;
        const id = index === 0 && lead !== '' ? `{#${label}}` : '';
        const alt = (cell.alt ?? own ?? caption ?? '').replace(/[[\]]/g, '');
        const title = text === '' ? '' : ` "${text.replaceAll('"', '”')}"`;
        return `![${alt}](<${file}>${title})${id}`;
      });
      return cell.subCaptions.length > 0 && shown !== ''
        ? [...texts, `${shown} {.caption}`]
        : texts;
    }
    if (!showsSomething(cell.code)) return [];
    const name = names.get(engine) ?? engine;
    const hint =
      'render the deck with Quarto and "execute: freeze: true": Lectern shows the results that it keeps';
    deck.reportUnmapped(
      fence.start,
      3,
      `code in ${name} is not run: a box stands in for its result`,
      hint,
    );
    if (lead === '') return [standIn({ title: caption ?? `Result of ${name} code` })];
    const box = standIn({ title: `Result of ${name} code` });
    const colons = colonsAt(fence.depth);
    return [`${colons} {#${label}}\n\n${box}\n\n${shown} {.caption}\n\n${colons}`];
  }
}

const names: ReadonlyMap<string, string> = new Map([
  ['r', 'R'],
  ['python', 'Python'],
  ['julia', 'Julia'],
  ['ojs', 'Observable'],
  ['bash', 'Bash'],
  ['sql', 'SQL'],
]);

/** Whether code gives a result: not if it only loads libraries and sets values. */
function showsSomething(code: string): boolean {
  const lines = code.split('\n').map((line) => line.replace(/#.*/, '').trim());
  const silent =
    /^(?:|library\(.*\)|require\(.*\)|suppress\w+\(.*\)|options\(.*\)|set\.seed\(.*\)|knitr::opts_chunk.*|import .*|from \S+ import .*|[\w.$[\]"']+ *(?:<-|=(?!=)) *[^{(]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?[^{(]*)$/;
  return lines.some((line) => !silent.test(line));
}

function fenced(mark: string, head: string, code: string): string {
  return `${mark}${head}\n${code}\n${mark}`;
}
