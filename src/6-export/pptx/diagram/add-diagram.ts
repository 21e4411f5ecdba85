import { countEach } from '../../../base/count-each.ts';
import type { DrawnBox, DrawnLine, DrawnShape, LineEnd } from '../../../model/diagram/shapes.ts';
import { writeName } from '../shapes/shape.ts';
import type { DiagramItem } from '../slide/items.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import { type Box, emu } from '../units.ts';
import { element, type Xml } from '../xml.ts';
import { writeDrawnBox, writeDrawnPolygon, writeDrawnText } from './box.ts';
import { Frame, maxScale } from './frame.ts';
import { boxAround } from './freeform.ts';
import { type FindSite, writeDrawnLine } from './line.ts';
import { siteOf } from './presets.ts';

/** Adds a diagram: a group of shapes, or one for each step. @returns the ids of groups that are there from the start */
export function addDiagram(
  writer: SlideWriter,
  { shapes: drawing, alt }: DiagramItem,
  box: Box,
  align: 'left' | 'center',
): readonly number[] {
  const { width, height, shapes } = drawing;
  const scale = Math.min(box.width / width, box.height / height, maxScale);
  const spare = { x: box.width - width * scale, y: box.height - height * scale };
  const isCentered = align === 'center';
  const place = {
    x: box.x + spare.x / 2,
    y: box.y + (isCentered ? spare.y / 2 : 0),
    width: width * scale,
    height: height * scale,
  };
  const frame = new Frame(drawing, place);
  const ids = new Map(shapes.map((shape) => [shape, writer.nextId()] as const));
  const find = siteFinder(shapes, ids);
  const later = new Set(shapes.flatMap(({ step }) => step ?? []));
  const steps = [undefined, ...[...later].sort((one, other) => one - other)];
  const groups = steps
    .map((step) => ({ step, own: shapes.filter((each) => each.step === step) }))
    .filter(({ own }) => own.length > 0);
  return groups.flatMap(({ step, own }, index) => {
    const written = own.map((shape) => write(writer, shape, ids.get(shape) ?? 0, frame, find));
    const id = writer.nextId();
    const name = writeName(id, writer.nameOf('Diagram'), index === 0 ? alt : '');
    writer.add(writeGroup(name, boundsOf(own, frame), written));
    if (step === undefined) return [id];
    writer.appearances.push({ step, shape: id });
    return [];
  });
}

function write(
  writer: SlideWriter,
  shape: DrawnShape,
  id: number,
  frame: Frame,
  find: FindSite,
): Xml {
  switch (shape.kind) {
    case 'box':
      return writeDrawnBox(writer, shape, id, frame);
    case 'text':
      return writeDrawnText(writer, shape, id, frame);
    case 'polygon':
      return writeDrawnPolygon(writer, shape, id, frame);
    case 'line':
      return writeDrawnLine(writer, shape, id, frame, find);
    default:
      return shape satisfies never;
  }
}

function siteFinder(shapes: readonly DrawnShape[], ids: ReadonlyMap<DrawnShape, number>): FindSite {
  const boxes = new Map<string, DrawnBox>();
  for (const shape of shapes) {
    if (shape.kind === 'box' && shape.key !== undefined) boxes.set(shape.key, shape);
  }
  const pairs = countEach(
    shapes.flatMap((shape) => (shape.kind === 'line' ? [pairOf(shape)] : [])),
  );
  return (line, end) => {
    const box = end && boxes.get(end.key);
    const id = box && ids.get(box);
    if (!box || id === undefined) return undefined;
    // Lines that hold on to the middle of a side would be drawn on each other.
    const isSingle = pairs.get(pairOf(line)) === 1;
    if (!(isSingle && box.look !== 'group') && !isNearMiddle(end, box)) return undefined;
    const idx = siteOf(box, end.side);
    return idx === undefined ? undefined : { id, idx };
  };
}

/** The boxes of a line, in any order. */
function pairOf({ from, to }: DrawnLine): string {
  return JSON.stringify([from?.key, to?.key].sort());
}

/** Whether a line ends near the middle of a side, where connectors end. Lines end anywhere at groups. */
function isNearMiddle({ side, at }: LineEnd, { box }: DrawnBox): boolean {
  const isVertical = side === 'left' || side === 'right';
  const distance = isVertical ? at.y - box.y - box.height / 2 : at.x - box.x - box.width / 2;
  return Math.abs(distance) <= 6;
}

function boundsOf(shapes: readonly DrawnShape[], frame: Frame): Box {
  const points = shapes.flatMap((shape) => {
    if (shape.kind === 'polygon') return shape.points;
    if (shape.kind === 'line') return [shape.start, ...shape.path.map(({ to }) => to)];
    const { x, y, width, height } = shape.box;
    return [
      { x, y },
      { x: x + width, y: y + height },
    ];
  });
  return boxAround(points.map((point) => frame.point(point)));
}

/** A group, in which lengths are those of the slide. */
function writeGroup(name: Xml, { x, y, width, height }: Box, shapes: readonly Xml[]): Xml {
  const [off, ext] = [
    { x: emu(x), y: emu(y) },
    { cx: emu(width), cy: emu(height) },
  ];
  return element(
    'p:grpSp',
    {},
    element('p:nvGrpSpPr', {}, name, element('p:cNvGrpSpPr'), element('p:nvPr')),
    element(
      'p:grpSpPr',
      {},
      element(
        'a:xfrm',
        {},
        element('a:off', off),
        element('a:ext', ext),
        element('a:chOff', off),
        element('a:chExt', ext),
      ),
    ),
    shapes,
  );
}
