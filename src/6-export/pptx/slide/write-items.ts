import { addChart } from '../chart/add-chart.ts';
import { addDiagram } from '../diagram/add-diagram.ts';
import { codeSize, insetsOf, type TypeSizes } from '../place/item-size.ts';
import type { PlacedItem } from '../place/place.ts';
import { captionHeight } from '../shapes/caption.ts';
import { addMedia } from '../shapes/media.ts';
import { addPicture } from '../shapes/picture.ts';
import { addQr } from '../shapes/qr.ts';
import { addArea, addText, type PlaceholderRef } from '../shapes/shape.ts';
import { addTable } from '../shapes/table.ts';
import type { Paragraph, Run } from '../text/paragraph.ts';
import type { TextBodySettings } from '../text/write-text.ts';
import type { TextLook } from '../theme/looks.ts';
import { atStart, type Box } from '../units.ts';
import type { CodeItem, PictureRow, TextItem } from './items.ts';
import type { SlideWriter } from './slide-writer.ts';

/** The placeholder that an item fills, and how text looks in it. */
export interface Filled {
  readonly ref: PlaceholderRef;
  readonly look: TextLook;
  /** Whether the item is where the layout has the placeholder. */
  readonly isInPlace: boolean;
}

export interface ItemOptions {
  readonly filled?: Filled;
  /** Whether it is the only item of its slot. */
  readonly isAlone: boolean;
  readonly align?: 'left' | 'center';
}

/** Writes an item at its place. */
export function writeItem(writer: SlideWriter, placed: PlacedItem, options: ItemOptions): void {
  const { item } = placed;
  const first = writer.appearances.length;
  const ids = writeShapes(writer, placed, options);
  if (item.step === undefined || (writer.appearances.length > first && item.kind !== 'diagram')) {
    return;
  }
  for (const shape of ids) writer.appearances.push({ step: item.step, shape });
}

function writeShapes(
  writer: SlideWriter,
  placed: PlacedItem,
  options: ItemOptions,
): readonly number[] {
  const { item, box, sizes } = placed;
  const ref = options.filled?.ref;
  const align = options.isAlone ? 'center' : (options.align ?? 'left');
  switch (item.kind) {
    case 'text':
      return item.look === 'plain'
        ? [writeText(writer, item, placed, options)]
        : writeBox(writer, item, box, sizes);
    case 'table':
      return [addTable(writer, item, box, sizes, ref)];
    case 'code':
      return writeCode(writer, item, box, sizes);
    case 'picture':
      return addPicture(writer, item.picture, box, { align, ...(ref && { placeholder: ref }) });
    case 'row':
      return writeRow(writer, item, box, align);
    case 'media':
      return addMedia(writer, item, box);
    case 'chart':
      return addChart(writer, item, box, sizes, ref);
    case 'diagram':
      return addDiagram(writer, item, box, align);
    case 'qr':
      return addQr(writer, item, box);
    case 'rule':
      return [
        addArea(writer, writer.nameOf('Rule'), { ...box, height: 1 }, writer.fill('--color-line')),
      ];
    case 'column-line':
      return [addArea(writer, writer.nameOf('Rule'), box, writer.fill('--color-text'))];
    default:
      return item satisfies never;
  }
}

function writeText(
  writer: SlideWriter,
  { paragraphs, alt }: TextItem,
  { box, sizes }: PlacedItem,
  { filled, align }: ItemOptions,
): number {
  const readable = filled?.look.isMarked ? paragraphs.map(recolorMarks) : paragraphs;
  const shown = align === 'center' ? readable.map((each) => centered(each)) : readable;
  const id = addText(writer, {
    name: writer.nameOf(filled ? 'Content' : 'Text'),
    ...(filled && { placeholder: filled.ref }),
    ...(!filled?.isInPlace && { box }),
    paragraphs: shown,
    ...(alt !== undefined && { alt }),
    settings: filled ? placeholderSettings(sizes, filled.look, writer) : freeSettings(sizes, {}),
  });
  addSteps(writer, id, paragraphs);
  return id;
}

function centered(paragraph: Paragraph): Paragraph {
  return paragraph.bullet || paragraph.isContinued ? paragraph : { ...paragraph, align: 'center' };
}

/** The settings of text in a placeholder, which writes only what it does not inherit. */
export function placeholderSettings(
  sizes: TypeSizes,
  look: TextLook,
  writer: SlideWriter,
): TextBodySettings {
  const base = look.size;
  const usual = sizes.style.length('--size-text');
  const shrink = Math.min(1, sizes.scale);
  const grown = Math.max(1, sizes.scale);
  const sizeOf = (paragraph: Paragraph): number | undefined => {
    const isOwn = paragraph.size !== undefined || paragraph.style?.scale !== undefined || grown > 1;
    const tokenSize = paragraph.size === undefined ? base : sizes.style.length(paragraph.size);
    if (!isOwn) return undefined;
    const own = tokenSize * (paragraph.style?.scale ?? 1) * grown;
    return Math.max(sizes.style.pixels(18), own * 0.875 ** Math.min(paragraph.level, 4));
  };
  const color = look.isRecolored || writer.isOwnColor(look.color) ? look.color : undefined;
  return { sizeOf, base: base || usual, shrink, ...(color !== undefined && { color }) };
}

/** The settings of text in a box of its own. */
function freeSettings(
  sizes: TypeSizes,
  more: Partial<TextBodySettings>,
  base = '--size-text',
): TextBodySettings {
  const usual = sizes.of(base);
  return {
    sizeOf: (paragraph) => sizes.sizeOf(paragraph, base),
    base: usual,
    isFree: true,
    color: '--color-text',
    insets: [0, 0, 0, 0],
    leading: sizes.leading,
    ...more,
  };
}

/** Text with a border: a quote, an aside or a callout. */
function writeBox(
  writer: SlideWriter,
  item: TextItem,
  box: Box,
  sizes: TypeSizes,
): readonly number[] {
  const isCallout = item.look === 'callout';
  const color = item.look === 'aside' ? '--color-muted' : (item.color ?? '--color-accent');
  const background = `color-mix(in oklab, var(${color}) 8%, var(--color-background))`;
  const width = item.look === 'aside' ? 1.5 : isCallout ? 5 : 4;
  const { isRightToLeft } = writer;
  const bar = atStart({ ...box, width }, box, writer);
  const [start, top, end, bottom] = insetsOf(item, sizes.scale);
  const text = addText(writer, {
    name: writer.nameOf(nameOfBox(item)),
    box,
    paragraphs: item.paragraphs,
    settings: freeSettings(sizes, {
      insets: isRightToLeft ? [end, top, start, bottom] : [start, top, end, bottom],
      anchor: 'ctr',
      color: item.look === 'aside' ? '--color-muted' : '--color-text',
    }),
    fill: isCallout ? background : undefined,
  });
  const line = addArea(writer, writer.nameOf('Rule'), bar, writer.fill(color));
  addSteps(writer, text, item.paragraphs);
  return [text, line];
}

/** Says what a box is, also to "lectern import". */
function nameOfBox({ look, color = '' }: TextItem): string {
  if (look === 'callout') return `Callout (${color.replace('--color-', '')})`;
  return look === 'quote' ? 'Quote' : 'Aside';
}

/** Gives marks and code in highlighted text, which have their own backgrounds, the color for these. */
function recolorMarks(paragraph: Paragraph): Paragraph {
  const runs = paragraph.runs.map((run): Run => {
    const isMark = run.kind === 'text' && run.style.highlight !== undefined;
    return isMark ? { ...run, style: { color: '--color-text', ...run.style } } : run;
  });
  return { ...paragraph, runs };
}

function addSteps(writer: SlideWriter, shape: number, paragraphs: readonly Paragraph[]): void {
  let from = 0;
  for (let index = 0; index < paragraphs.length; index++) {
    const step = paragraphs[index]?.step;
    if (paragraphs[index + 1]?.step === step && index < paragraphs.length - 1) continue;
    if (step !== undefined) writer.appearances.push({ step, shape, paragraphs: [from, index] });
    from = index + 1;
  }
}

function writeCode(
  writer: SlideWriter,
  item: CodeItem,
  box: Box,
  sizes: TypeSizes,
): readonly number[] {
  const size = codeSize(item, box.width, sizes);
  const title: readonly Paragraph[] =
    item.title === undefined
      ? []
      : [
          {
            runs: [{ kind: 'text', text: item.title, style: {} }],
            level: 0,
            style: { color: '--code-comment', scale: 0.8 },
          },
        ];
  const lines = item.lines.map(
    ({ runs, background }): Paragraph => ({
      runs:
        background === undefined
          ? runs
          : runs.map((run) =>
              run.kind === 'break'
                ? run
                : { ...run, style: { ...run.style, highlight: background } },
            ),
      level: 0,
      before: 0,
    }),
  );
  const id = addText(writer, {
    name: writer.nameOf(item.language === '' ? 'Code' : `Code (${item.language})`),
    box,
    paragraphs: [...title, ...lines].map((each) => ({
      ...each,
      align: 'left',
      style: { font: 'mono', ...each.style },
    })),
    settings: {
      sizeOf: ({ style }) => size * (style?.scale ?? 1),
      base: size,
      isFree: true,
      color: '--code-text',
      insets: [size * 1.25, size * 0.9, size * 1.25, size * 0.9],
      leading: 1.375,
    },
    fill: '--code-background',
    isRounded: true,
  });
  return [id];
}

function writeRow(
  writer: SlideWriter,
  { pictures }: PictureRow,
  box: Box,
  align: 'left' | 'center',
): readonly number[] {
  const gap = 16;
  const ratios = pictures.map(({ size }) => size.width / size.height);
  const total = ratios.reduce((sum, ratio) => sum + ratio, 0);
  const room = box.width - gap * (pictures.length - 1);
  const captions = pictures.some(({ caption }) => caption) ? captionHeight : 0;
  const height = Math.min(box.height - captions, room / total);
  const used = height * total + gap * (pictures.length - 1);
  let x = box.x + (align === 'center' ? (box.width - used) / 2 : 0);
  return pictures.flatMap((picture, index) => {
    const width = height * (ratios[index] ?? 1);
    const own = { ...box, x, width, height: height + (picture.caption ? captionHeight : 0) };
    x += width + gap;
    return addPicture(writer, picture, atStart(own, box, writer));
  });
}
