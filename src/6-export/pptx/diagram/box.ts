import { divideByStyle } from '../../../5-bundle/diagram/styled-text.ts';
import type { Paint } from '../../../model/diagram/diagram.ts';
import type { DrawnBox, DrawnPolygon, DrawnText, SetText } from '../../../model/diagram/shapes.ts';
import { writeTransform } from '../shapes/shape.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import type { Run, RunStyle } from '../text/paragraph.ts';
import { textOfSize, writeTextBody } from '../text/write-text.ts';
import { element, type Xml } from '../xml.ts';
import { labelFill, textColor, writeArea, writeInk } from './colors.ts';
import type { Frame } from './frame.ts';
import { writeFreeform } from './freeform.ts';
import { isFlipped, writePreset } from './presets.ts';

/** A box of a diagram with its text. */
export function writeDrawnBox(writer: SlideWriter, drawn: DrawnBox, id: number, frame: Frame): Xml {
  const box = frame.box(drawn.box);
  const { text, paint, link } = drawn;
  const own = link === undefined ? undefined : writer.link({ kind: 'web', address: link });
  const hasNoArea = drawn.outline === 'plain' && paint?.fill === undefined;
  const area = hasNoArea
    ? [element('a:noFill'), element('a:ln', {}, element('a:noFill'))]
    : writeArea(writer, drawn.look, paint, frame.scale);
  const transform = writeTransform(box, 'a:xfrm', isFlipped(drawn) ? { flipH: true } : {});
  return writeShape(
    element('p:cNvPr', { id, name: writer.nameOf('Shape') }, own),
    [transform, writePreset(drawn, drawn.box), ...area],
    writeText(writer, text, paint, frame, link !== undefined),
  );
}

/** A text next to shapes; a label on a line interrupts it. */
export function writeDrawnText(
  writer: SlideWriter,
  { text, box, isLabel, paint }: DrawnText,
  id: number,
  frame: Frame,
): Xml {
  const place = frame.box(box);
  const room = text.align === 'middle' ? 4 * frame.scale : 0;
  const wide = { ...place, x: place.x - room, width: place.width + 2 * room };
  const fill = isLabel ? writeInk(writer, labelFill) : element('a:noFill');
  const geometry = element('a:prstGeom', { prst: 'rect' }, element('a:avLst'));
  const isOnFill = paint?.fill !== undefined;
  return writeShape(
    element('p:cNvPr', { id, name: writer.nameOf('Text') }),
    [writeTransform(wide), geometry, isOnFill ? element('a:noFill') : fill],
    writeText(writer, text, paint, frame, false),
    true,
  );
}

/** A closed shape, such as the head of an arrow. */
export function writeDrawnPolygon(
  writer: SlideWriter,
  { points, look, paint }: DrawnPolygon,
  id: number,
  frame: Frame,
): Xml {
  const [start = { x: 0, y: 0 }, ...rest] = points.map((point) => frame.point(point));
  const steps = rest.map((to) => ({ to }));
  const { transform, geometry } = writeFreeform(start, steps, true);
  return writeShape(
    element('p:cNvPr', { id, name: writer.nameOf('Shape') }),
    [transform, geometry, ...writeArea(writer, look, paint, frame.scale)],
    undefined,
  );
}

function writeShape(
  name: Xml,
  properties: readonly Xml[],
  text: Xml | undefined,
  isTextBox = false,
): Xml {
  const own = element('p:cNvSpPr', { txBox: isTextBox || undefined });
  return element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, name, own, element('p:nvPr')),
    element('p:spPr', {}, properties),
    text,
  );
}

function writeText(
  writer: SlideWriter,
  text: SetText | undefined,
  paint: Paint | undefined,
  { textSize }: Frame,
  isLink: boolean,
): Xml | undefined {
  if (!text) return undefined;
  const { lines, align, tone, isSmall } = text;
  const size = textSize * (isSmall ? 0.86 : 1);
  const bold: RunStyle = tone === 'strong' ? { bold: true } : {};
  const runs = lines.flatMap((line, index): readonly Run[] => [
    ...(index > 0 ? [{ kind: 'break' } as const] : []),
    ...divideByStyle(line.text, line.spans ?? []).map(
      ({ text: part, styles }): Run => ({
        kind: 'text',
        text: part,
        style: {
          ...bold,
          ...(styles.includes('strong') && { bold: true }),
          ...(styles.includes('emphasis') && { italic: true }),
          ...(styles.includes('struck') && { strike: true }),
          ...((isLink || styles.includes('underlined')) && { underline: true }),
        },
      }),
    ),
  ]);
  const side = ({ start: 'left', middle: 'center', end: 'right' } as const)[align];
  const settings = {
    ...textOfSize(size, textColor(writer, tone, paint)),
    isWrapped: false,
    anchor: 'ctr',
    leading: 1.28,
  } as const;
  return writeTextBody([{ runs, level: 0, before: 0, align: side }], settings, writer);
}
