import { quietZone } from '../../../base/qr-path.ts';
import type { QrItem } from '../slide/items.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import type { Box } from '../units.ts';
import { element, type Xml } from '../xml.ts';
import { addCaption, captionGap, captionHeight } from './caption.ts';
import { addArea, writeName, writeTransform } from './shape.ts';

/** Adds a QR code as one shape, dark on white. @returns the ids of its shapes */
export function addQr(writer: SlideWriter, item: QrItem, box: Box): readonly number[] {
  const { modules, alt, caption } = item;
  const below = caption.length > 0 ? captionHeight : 0;
  const side = Math.max(1, Math.min(box.width, box.height - below));
  const place = { x: box.x + (box.width - side) / 2, y: box.y, width: side, height: side };
  const unit = side / (modules.length + 2 * quietZone);
  const inner = {
    x: place.x + quietZone * unit,
    y: place.y + quietZone * unit,
    width: modules.length * unit,
    height: modules.length * unit,
  };
  const paper = addArea(writer, writer.nameOf('Quiet zone'), place, solid('FFFFFF'));
  const id = writer.nextId();
  const geometry = element(
    'a:custGeom',
    {},
    ...['a:avLst', 'a:gdLst', 'a:ahLst', 'a:cxnLst'].map((name) => element(name)),
    element('a:rect', { l: '0', t: '0', r: 'r', b: 'b' }),
    element(
      'a:pathLst',
      {},
      element('a:path', { w: modules.length, h: modules.length }, modules.flatMap(writeRow)),
    ),
  );
  writer.add(
    element(
      'p:sp',
      {},
      element(
        'p:nvSpPr',
        {},
        writeName(id, writer.nameOf('QR code'), alt || 'QR code'),
        element('p:cNvSpPr'),
        element('p:nvPr'),
      ),
      element(
        'p:spPr',
        {},
        writeTransform(inner),
        geometry,
        solid('000000'),
        element('a:ln', {}, element('a:noFill')),
      ),
    ),
  );
  if (caption.length === 0) return [paper, id];
  const height = captionHeight - captionGap;
  const label = { ...box, y: place.y + side + captionGap, height };
  return [paper, id, addCaption(writer, label, { runs: caption, align: 'center' })];
}

function solid(val: string): Xml {
  return element('a:solidFill', {}, element('a:srgbClr', { val }));
}

/** The dark runs of a row as rectangles. */
function writeRow(row: readonly boolean[], y: number): readonly Xml[] {
  const shapes: Xml[] = [];
  for (let start = 0; start < row.length; start++) {
    if (!row[start]) continue;
    let end = start;
    while (row[end]) end++;
    const points = [
      [start, y],
      [end, y],
      [end, y + 1],
      [start, y + 1],
    ] as const;
    shapes.push(
      ...points.map(([x, at], i) =>
        element(i === 0 ? 'a:moveTo' : 'a:lnTo', {}, element('a:pt', { x, y: at })),
      ),
      element('a:close'),
    );
    start = end;
  }
  return shapes;
}
