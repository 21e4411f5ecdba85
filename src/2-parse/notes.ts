import type { Attributes, Block, Columns, List } from '../model/blocks.ts';
import { noAttributes } from './attributes/attributes.ts';
import { noteOf } from './note-text.ts';
import { RangeCutter } from './ranges.ts';

/**
 * Separates the speaker notes from blocks that follow each other: elements of the author's HTML and blocks with
 * the class `notes`, and the attribute `data-notes`, as in reveal.js.
 */
export class NotesSeparator {
  readonly #cutter = new RangeCutter('notes');
  readonly #notes: Block[];

  /** @param notes to which the notes are added */
  constructor(notes: Block[]) {
    this.#notes = notes;
  }

  /** @returns what the slide shows of the next block */
  separate(block: Block): readonly Block[] {
    const { kept, cut } = this.#cutter.divide(block);
    this.#notes.push(...cut);
    return kept.flatMap((each) => this.#byAttributes(each));
  }

  #byAttributes(block: Block): readonly Block[] {
    const { attributes } = block;
    if (attributes === noAttributes && block.kind !== 'list' && block.kind !== 'columns') {
      return [block];
    }
    if (hasNotesClass(attributes)) {
      this.#notes.push({ ...block, attributes: withoutNotesClass(attributes) });
      return [];
    }
    const own = { ...block, attributes: this.#takeNotes(attributes, block) };
    if (own.kind === 'list') return this.#items(own);
    return own.kind === 'columns' ? [this.#columns(own)] : [own];
  }

  #items(list: List): readonly Block[] {
    const shown = list.items.filter(({ attributes }) => !hasNotesClass(attributes));
    const items = shown.map((item) => ({
      ...item,
      attributes: this.#takeNotes(item.attributes, item),
    }));
    const noted = list.items.filter(({ attributes }) => hasNotesClass(attributes));
    this.#notes.push(...noted.flatMap(({ blocks }) => blocks));
    return items.length > 0 ? [{ ...list, items }] : [];
  }

  #columns(block: Columns): Block {
    const columns = block.columns.map(({ attributes, blocks }) => {
      const taken = this.#takeNotes(attributes, block);
      if (!hasNotesClass(taken)) return { attributes: taken, blocks };
      this.#notes.push(...blocks);
      return { attributes: withoutNotesClass(taken), blocks: [] };
    });
    return { ...block, columns };
  }

  #takeNotes(attributes: Attributes, { span }: Pick<Block, 'span'>): Attributes {
    const text = attributes.values.get('data-notes');
    if (text === undefined) return attributes;
    this.#notes.push(noteOf(text, span));
    const values = [...attributes.values].filter(([key]) => key !== 'data-notes');
    return { ...attributes, values: new Map(values) };
  }
}

function hasNotesClass({ classes }: Attributes): boolean {
  return classes.includes('notes');
}

function withoutNotesClass(attributes: Attributes): Attributes {
  return { ...attributes, classes: attributes.classes.filter((name) => name !== 'notes') };
}
