import { maxScale } from '../diagram/frame.ts';
import { captionHeight } from '../shapes/caption.ts';
import type { CodeItem, Item, Picture, TableItem, TextItem } from '../slide/items.ts';
import { heightOfText, indentOf, widthOfText, wordsOf } from '../text/measure.ts';
import { type Paragraph, textOf } from '../text/paragraph.ts';
import type { SlideStyle } from '../theme/style.ts';

/** The height that an item needs, in slide pixels. */
export interface ItemHeight {
  readonly min: number;
  /** What it takes if there is room; infinite for charts. */
  readonly ideal: number;
}

/** The type sizes of a theme, at a scale. */
export class TypeSizes {
  readonly style: SlideStyle;
  readonly scale: number;

  constructor(style: SlideStyle, scale: number) {
    this.style = style;
    this.scale = scale;
  }

  /** The size of a token, in slide pixels. */
  of(token: string): number {
    return this.style.length(token) * this.scale;
  }

  sizeOf({ size, level, style }: Paragraph, base = '--size-text'): number {
    const own = this.of(size ?? base) * (style?.scale ?? 1);
    return Math.max(
      this.style.pixels(18) * Math.min(1, this.scale),
      own * 0.875 ** Math.min(level, 4),
    );
  }

  get leading(): number {
    return Number.parseFloat(this.style.text('--leading-text') ?? '1.38');
  }

  get gap(): number {
    return this.style.length('--gap') * Math.min(1, this.scale);
  }
}

/** The insets of texts with a border: left, top, right, bottom. */
export function insetsOf(
  { look }: TextItem,
  scale: number,
): readonly [number, number, number, number] {
  if (look === 'plain') return [0, 0, 0, 0];
  if (look === 'callout') return [24, 16 * scale, 24, 18 * scale];
  return [22, 2, 0, 2];
}

export function heightOfItem(item: Item, width: number, sizes: TypeSizes): ItemHeight {
  switch (item.kind) {
    case 'text':
      return fixed(textHeight(item, width, sizes));
    case 'table':
      return fixed(rowHeights(item, width, sizes).reduce((sum, height) => sum + height, 0));
    case 'code':
      return fixed(codeHeight(item, width, sizes));
    case 'picture':
      return pictureHeight(item.picture, width);
    case 'row': {
      const heights = item.pictures.map((each) =>
        pictureHeight(each, width / item.pictures.length - 16),
      );
      return { min: 80, ideal: Math.max(...heights.map(({ ideal }) => ideal)) };
    }
    case 'media':
      return item.type === 'audio' ? fixed(64) : { min: 120, ideal: (width * 9) / 16 };
    case 'chart':
      return { min: 144, ideal: Number.POSITIVE_INFINITY };
    case 'diagram': {
      const { width: own, height } = item.shapes;
      const ideal = Math.min(width / own, maxScale) * height;
      return { min: Math.min(ideal, 100), ideal };
    }
    case 'qr':
      return { min: 160, ideal: 420 };
    case 'rule':
      return fixed(2);
    case 'columns': {
      const columns = item.columns.map(({ items }, index) =>
        heightOfItems(items, columnWidths(item, width, sizes)[index] ?? width, sizes),
      );
      return {
        min: Math.max(0, ...columns.map(({ min }) => min)),
        ideal: Math.max(0, ...columns.map(({ ideal }) => ideal)),
      };
    }
    default:
      return item satisfies never;
  }
}

function fixed(height: number): ItemHeight {
  return { min: height, ideal: height };
}

/** The height of items below each other, with the gaps between them. */
export function heightOfItems(items: readonly Item[], width: number, sizes: TypeSizes): ItemHeight {
  const heights = items.map((item) => heightOfItem(item, width, sizes));
  const gaps = Math.max(0, items.length - 1) * sizes.gap + (startsColumn(items) ? columnLine : 0);
  const sum = (of: (height: ItemHeight) => number): number =>
    heights.reduce((total, height) => total + of(height), gaps);
  return { min: sum(({ min }) => min), ideal: sum(({ ideal }) => ideal) };
}

/** The distance of a heading from the line above it, at the start of a column. */
export const columnLine = 20;

/** Whether items begin with a heading, which has a line above it in a column. */
export function startsColumn([first]: readonly Item[]): boolean {
  return (
    first?.kind === 'text' &&
    first.look === 'plain' &&
    first.paragraphs[0]?.size === '--size-subtitle'
  );
}

function textHeight(item: TextItem, width: number, sizes: TypeSizes): number {
  const [left, top, right, bottom] = insetsOf(item, sizes.scale);
  const metrics = {
    sizeOf: (paragraph: Paragraph) => sizes.sizeOf(paragraph),
    leading: sizes.leading,
  };
  return heightOfText(item.paragraphs, width - left - right, metrics) + top + bottom;
}

/** Whether no word of a text is longer than a line. */
export function fitsWords(item: Item, width: number, sizes: TypeSizes): boolean {
  if (item.kind === 'columns') {
    const widths = columnWidths(item, width, sizes);
    return item.columns.every(({ items }, index) =>
      items.every((each) => fitsWords(each, widths[index] ?? width, sizes)),
    );
  }
  if (item.kind !== 'text') return true;
  const [left, , right] = insetsOf(item, sizes.scale);
  return item.paragraphs.every((paragraph) => {
    const size = sizes.sizeOf(paragraph);
    const room = (width - left - right - indentOf(paragraph, size)) / size;
    return wordsOf(textOf(paragraph.runs)).every((word) => widthOnSlide(word.trimEnd()) <= room);
  });
}

/** The widths of columns that a `columns` block has, in slide pixels. */
export function columnWidths(
  { columns }: Extract<Item, { kind: 'columns' }>,
  width: number,
  { style }: TypeSizes,
): readonly number[] {
  const room = width - (columns.length - 1) * style.length('--gap-columns');
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (room * share) / total);
}

/** The widths of a table's columns: by their texts, but so that words and numbers are not broken, if there is room. */
export function tableColumns({ rows }: TableItem, width: number, size: number): readonly number[] {
  const count = Math.max(1, ...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, column) =>
    rows.map((row) => textOf(row[column] ?? [])),
  );
  const padding = 2 * cellPadding(size);
  const wanted = columns.map((texts) => {
    const widest = Math.max(...texts.map(widthOnSlide));
    return Math.max(2.5, Math.min(28, widest)) * size + padding;
  });
  const total = sum(wanted);
  if (total <= width) return wanted.map((each) => (each / total) * width);
  const words = columns.map((texts) => {
    const widest = Math.max(...texts.flatMap((text) => text.split(/\s/)).map(widthOnSlide));
    return (widest * size) / fillOfLine + padding;
  });
  const floor = (width / count) * 0.45;
  const least = words.map((each) => Math.max(each, floor));
  return sum(least) > width
    ? scaleTo(
        width,
        wanted.map((each) => Math.max(floor, (each / total) * width)),
      )
    : shareRoom(wanted, least, width);
}

/** How much of a line the words of a cell fill: a font that is not there may be wider. */
const fillOfLine = 0.92;

/** The width of words in em that must not be broken. Bold text is wider, and a font that is not there may be. */
function widthOnSlide(text: string): number {
  return 1.1 * widthOfText(text);
}

/** Each column has the least that it needs, and a share of the rest by what it wants beyond that. */
function shareRoom(
  wanted: readonly number[],
  least: readonly number[],
  width: number,
): readonly number[] {
  const beyond = wanted.map((each, index) => Math.max(0, each - (least[index] ?? 0)));
  const share = (width - sum(least)) / Math.max(1, sum(beyond));
  return scaleTo(
    width,
    least.map((each, index) => each + (beyond[index] ?? 0) * share),
  );
}

function scaleTo(width: number, parts: readonly number[]): readonly number[] {
  const total = sum(parts);
  return parts.map((each) => (each / total) * width);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

export function cellPadding(size: number): number {
  return size * 0.5;
}

/** The margin above and below the text of a cell. */
export function cellMargin(size: number): number {
  return size * 0.36;
}

/** The type size of a row's cells: headers are smaller. @param row from 0 */
export function cellSize({ hasHeader }: TableItem, row: number, sizes: TypeSizes): number {
  const size = sizes.of('--size-table');
  return hasHeader && row === 0
    ? Math.max(sizes.style.pixels(18) * sizes.scale, size * 0.8125)
    : size;
}

/** The heights of a table's rows, in slide pixels. */
export function rowHeights(table: TableItem, width: number, sizes: TypeSizes): readonly number[] {
  const size = sizes.of('--size-table');
  const columns = tableColumns(table, width, size);
  return table.rows.map((row, index) => {
    const own = cellSize(table, index, sizes);
    // Lines with two fonts are higher.
    const hasCode = row.some((runs) => runs.some((run) => run.kind === 'text' && run.style.font));
    const leading = hasCode ? 1.42 : 1.3;
    const metrics = { sizeOf: () => own, leading };
    const heights = row.map((runs, column) => {
      const room = ((columns[column] ?? width) - 2 * cellPadding(size)) * fillOfLine;
      return heightOfText([{ runs, level: 0 }], room, metrics);
    });
    return Math.max(own * leading, ...heights) + 2 * cellMargin(size);
  });
}

/** The width of a character in em: 0.6 in most fonts for code, and a little more, as programs round it. */
const advance = 0.62;

/** The type size of code at which its longest line fits, if that is readable. */
export function codeSize({ columns }: CodeItem, width: number, sizes: TypeSizes): number {
  const smallest = sizes.style.length('--size-code-min');
  return Math.max(smallest, Math.min(sizes.of('--size-code'), width / (columns * advance + 2.5)));
}

function codeHeight(item: CodeItem, width: number, sizes: TypeSizes): number {
  const size = codeSize(item, width, sizes);
  const room = Math.max(10, Math.floor((width / size - 2.5) / advance));
  const lines = item.lines.reduce(
    (sum, { runs }) => sum + Math.max(1, Math.ceil(textOf(runs).length / room)),
    0,
  );
  return lines * size * 1.375 + 1.8 * size + (item.title === undefined ? 0 : captionHeight);
}

function pictureHeight({ size, asked, caption, fills }: Picture, width: number): ItemHeight {
  const ratio = size.width / size.height;
  const below = caption ? captionHeight : 0;
  if (fills) return { min: 120, ideal: width / ratio + below };
  const wanted =
    asked?.share !== undefined
      ? asked.share * width
      : (asked?.width ??
        (asked?.height !== undefined ? asked.height * ratio : Math.min(width, size.width * 1.5)));
  const ideal = Math.min(width, wanted) / ratio + below;
  return { min: Math.min(ideal, 100), ideal };
}
