import { dropEmptyFields } from '../../../2-parse/inline/empty-fields.ts';
import { layoutsWithoutFooter } from '../../../4-render/slide-edges.ts';
import type { Slide } from '../../../model/deck.ts';
import type { Inline } from '../../../model/inline.ts';
import { readAsText } from '../read/read-as-text.ts';
import { readLine } from '../read/read-items.ts';
import { addPicture } from '../shapes/picture.ts';
import { addText } from '../shapes/shape.ts';
import { heightOfText } from '../text/measure.ts';
import type { Paragraph, Run } from '../text/paragraph.ts';
import { textOfSize } from '../text/write-text.ts';
import { footerBoxes, footerIndexes } from '../theme/footers.ts';
import type { SlideRoom } from '../theme/looks.ts';
import { atStart, type Box } from '../units.ts';
import type { SlideScene } from './scene.ts';
import type { SlideWriter } from './slide-writer.ts';

/** The texts of the header and the footer of a slide; empty where it has none. */
export interface EdgeTexts {
  readonly header: readonly Run[];
  readonly footer: readonly Run[];
}

/** Reads the header and the footer, after the content: their footnotes follow those of the content. */
export function readEdges(slide: Slide, scene: SlideScene): EdgeTexts {
  const usual = !layoutsWithoutFooter.has(slide.layout);
  const { deck } = scene;
  const { header = usual, footer = usual } = slide.settings;
  return {
    header: header ? readEdge(slide.header ?? deck.header, scene) : [],
    footer: footer ? readEdge(slide.footer ?? deck.footer, scene) : [],
  };
}

/** Writes the header, the footer, the logo and the number of a slide. */
export function writeEdges(
  writer: SlideWriter,
  slide: Slide,
  scene: SlideScene,
  { header, footer }: EdgeTexts,
  room: SlideRoom,
): void {
  const usual = !layoutsWithoutFooter.has(slide.layout);
  const { settings } = slide;
  const { deck } = scene;
  const boxes = footerBoxes(writer, room, slide.layout);
  const headerBox = usual ? undefined : boxes.header;
  addLine(writer, 'body', footerIndexes.header, 'Header', header, headerBox);
  const showsFooter = settings.footer ?? usual;
  const logo = showsFooter && deck.frontMatter.logo ? addLogo(writer, scene, boxes.ftr) : 0;
  if (footer.length > 0 && showsFooter) {
    const start = writer.isRightToLeft ? 0 : logo;
    const moved = { ...boxes.ftr, x: boxes.ftr.x + start, width: boxes.ftr.width - logo };
    addLine(
      writer,
      'ftr',
      footerIndexes.ftr,
      'Footer',
      footer,
      usual && logo === 0 ? undefined : moved,
    );
  }
  if ((settings.numbers ?? usual) !== false && deck.frontMatter.numbers) {
    const box = usual ? undefined : boxes.sldNum;
    addLine(writer, 'sldNum', footerIndexes.sldNum, 'Slide number', numberRuns(slide, scene), box);
  }
}

/** The text of a header or a footer, without fields that are empty. */
function readEdge(inlines: readonly Inline[], scene: SlideScene): readonly Run[] {
  const isEmpty = (field: string): boolean =>
    field === 'empty' || (field === 'section' && scene.section === '');
  return readLine(dropEmptyFields(inlines, isEmpty), scene);
}

/** The number of a slide as it is shown. */
export function numberRuns({ settings, hiddenAfter }: Slide, scene: SlideScene): readonly Run[] {
  const own = typeof settings.numbers === 'number' ? settings.numbers : undefined;
  const number: Run =
    own === undefined ? scene.numberRun({}) : { kind: 'text', text: String(own), style: {} };
  const total: readonly Run[] =
    scene.deck.frontMatter.numbers === 'n' || hiddenAfter !== undefined
      ? []
      : [{ kind: 'text', text: ` / ${scene.total}`, style: {} }];
  return [number, ...total];
}

/** Writes a line into the placeholder that a template has for it. */
export function addEdge(
  writer: SlideWriter,
  place: {
    readonly type: string;
    readonly index: number;
    readonly name: string;
    readonly size: number;
    readonly color?: string;
  },
  runs: readonly Run[],
): void {
  if (runs.length === 0) return;
  const { type, index, name, size, color } = place;
  const own = writer.isOwnColor('--color-muted') ? '--color-muted' : color;
  addText(writer, {
    name,
    placeholder: { type, index },
    paragraphs: [{ runs, level: 0 }],
    settings: {
      sizeOf: () => undefined,
      base: size,
      isLine: true,
      ...(own !== undefined && { color: own }),
    },
  });
}

function addLine(
  writer: SlideWriter,
  type: string,
  index: number,
  name: string,
  runs: readonly Run[],
  box: Box | undefined,
): void {
  if (runs.length === 0) return;
  const size = writer.style.length('--size-caption');
  addText(writer, {
    name,
    placeholder: { type, index },
    ...(box && { box }),
    paragraphs: [{ runs, level: 0 }],
    settings: {
      sizeOf: () => (box ? size : undefined),
      base: size,
      isLine: true,
      ...((box || writer.isOwnColor('--color-muted')) && { color: '--color-muted' }),
    },
  });
}

/** @returns the width that it takes, with its distance from the text */
function addLogo(writer: SlideWriter, scene: SlideScene, line: Box): number {
  const { logo } = scene.deck.frontMatter;
  const file = logo && scene.fileOf(logo);
  if (!file) return 0;
  const size = file.size ?? { width: 128, height: 28 };
  const width = Math.min(128, (size.width / size.height) * 28);
  const box = { x: line.x, y: line.y + (line.height - 28) / 2, width, height: 28 };
  const place = atStart(box, line, writer);
  addPicture(writer, { file, alt: '', size, fills: false }, place);
  return width + 24;
}

/** Writes the footnotes of a slide above its footer. @returns their height */
export function measureFootnotes(
  writer: SlideWriter,
  scene: SlideScene,
  room: SlideRoom,
): Footnotes | undefined {
  const paragraphs = readFootnotes(scene);
  if (paragraphs.length === 0) return undefined;
  const size = writer.style.length('--size-caption');
  const x = writer.style.length('--margin-inline');
  const width = room.width - 2 * x;
  const height = heightOfText(paragraphs, width, { sizeOf: () => size, leading: 1.35 });
  const bottom = room.height - writer.style.length('--margin-bottom');
  return { paragraphs, box: { x, y: bottom - height, width, height }, size };
}

export interface Footnotes {
  readonly paragraphs: readonly Paragraph[];
  readonly box: Box;
  readonly size: number;
}

export function writeFootnotes(writer: SlideWriter, { paragraphs, box, size }: Footnotes): void {
  addText(writer, {
    name: writer.nameOf('Footnotes'),
    box,
    paragraphs,
    settings: { ...textOfSize(size, '--color-muted'), leading: 1.35 },
  });
}

function readFootnotes(scene: SlideScene): readonly Paragraph[] {
  const notes: { readonly number: number; readonly paragraphs: readonly Paragraph[] }[] = [];
  // A footnote may refer to another, which is added to the set during the iteration.
  for (const key of scene.footnotes) {
    const footnote = scene.footnote(key);
    if (!footnote) continue;
    const number = scene.numberOfKey(key);
    const texts = readAsText(footnote.blocks, scene, footnote.span);
    const paragraphs = texts.map(({ step: _, ...paragraph }, index): Paragraph => {
      const mark: readonly Run[] =
        index === 0 ? [{ kind: 'text', text: `${number} `, style: {} }] : [];
      return { ...paragraph, runs: [...mark, ...paragraph.runs], before: 0.2 };
    });
    notes.push({ number, paragraphs });
  }
  return notes.toSorted((a, b) => a.number - b.number).flatMap(({ paragraphs }) => paragraphs);
}
