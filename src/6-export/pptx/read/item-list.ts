import type { Item, Picture, TextItem } from '../slide/items.ts';
import type { Paragraph, Run } from '../text/paragraph.ts';
import { type Around, stepIn } from './around.ts';

/** The items of a slot while they are read. Paragraphs that belong together become one text. */
export class ItemList {
  readonly #items: Item[] = [];

  /** Without texts that have remained empty. */
  get items(): readonly Item[] {
    return this.#items.filter((item) => item.kind !== 'text' || item.paragraphs.length > 0);
  }

  add(item: Item): void {
    this.#items.push(item);
  }

  /** Begins a text of its own, for one that has a border. */
  startText(around: Around): void {
    this.#items.push(textItem(around, []));
  }

  addParagraph(runs: readonly Run[], around: Around): void {
    const paragraph = paragraphOf(runs, around);
    const last = this.#items.at(-1);
    const isSame =
      last?.kind === 'text' &&
      last.look === around.look &&
      last.color === around.color &&
      last.alt === undefined;
    if (!isSame) this.#items.push(textItem(around, [paragraph]));
    else {
      const { step: own, ...rest } = paragraph;
      // What appears with its box needs no step of its own.
      const added = own === last.step ? rest : paragraph;
      this.#items[this.#items.length - 1] = { ...last, paragraphs: [...last.paragraphs, added] };
    }
  }

  /** Adds a text with a text alternative, which only shapes have. */
  addNamed(runs: readonly Run[], alt: string, around: Around): void {
    this.#items.push({ ...textItem(around, [paragraphOf(runs, around)]), alt });
  }

  addPictures(pictures: readonly Picture[], around: Around): void {
    const [picture] = pictures;
    if (picture && pictures.length === 1) this.add({ kind: 'picture', picture, ...stepIn(around) });
    else if (picture) this.add({ kind: 'row', pictures, ...stepIn(around) });
  }
}

function paragraphOf(runs: readonly Run[], around: Around): Paragraph {
  const { level, bullet, size, style, align, step } = around;
  return {
    runs,
    level: level ?? 0,
    ...(bullet && { bullet }),
    ...(level !== undefined && !bullet && { isContinued: true }),
    ...(size !== undefined && { size }),
    ...(style && { style }),
    ...(align && { align }),
    ...(step !== undefined && { step }),
  };
}

function textItem({ look, color, step }: Around, paragraphs: readonly Paragraph[]): TextItem {
  const isBox = look !== 'plain';
  return {
    kind: 'text',
    look,
    ...(color !== undefined && { color }),
    // A box appears as a whole, with its border.
    ...(isBox && step !== undefined && { step }),
    paragraphs,
  };
}
