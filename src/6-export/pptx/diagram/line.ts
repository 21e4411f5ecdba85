import type { DrawnLine, LineEnd, ShapePoint } from '../../../model/diagram/shapes.ts';
import { writeTransform } from '../shapes/shape.ts';
import type { SlideWriter } from '../slide/slide-writer.ts';
import { element, type Xml } from '../xml.ts';
import { writeLineLook } from './colors.ts';
import type { Frame } from './frame.ts';
import { boxAround, writeFreeform } from './freeform.ts';

/** The id of the shape at an end of a line, and of the site of it. */
export type FindSite = (
  line: DrawnLine,
  end: LineEnd | undefined,
) => { readonly id: number; readonly idx: number } | undefined;

/** A line of a diagram: a connector that holds on to its shapes, or a free line. */
export function writeDrawnLine(
  writer: SlideWriter,
  line: DrawnLine,
  id: number,
  frame: Frame,
  siteOf: FindSite,
): Xml {
  const look = writeLineLook(writer, line, frame.scale);
  const start = frame.point(line.start);
  const steps = line.path.map(({ to, controls }) => ({
    to: frame.point(to),
    ...(controls && { controls: [frame.point(controls[0]), frame.point(controls[1])] as const }),
  }));
  const end = steps.at(-1)?.to ?? start;
  if (line.form === 'free') {
    const { transform, geometry } = writeFreeform(start, steps, false);
    const name = element('p:cNvPr', { id, name: writer.nameOf('Line') });
    return element(
      'p:sp',
      {},
      element('p:nvSpPr', {}, name, element('p:cNvSpPr'), element('p:nvPr')),
      element('p:spPr', {}, transform, geometry, element('a:noFill'), look),
    );
  }
  const from = siteOf(line, line.from);
  const to = siteOf(line, line.to);
  const glue = element(
    'p:cNvCxnSpPr',
    {},
    from && element('a:stCxn', from),
    to && element('a:endCxn', to),
  );
  const name = element('p:cNvPr', { id, name: writer.nameOf('Connector') });
  return element(
    'p:cxnSp',
    {},
    element('p:nvCxnSpPr', {}, name, glue, element('p:nvPr')),
    element('p:spPr', {}, writeConnector(line, start, end), look),
  );
}

const connectors = {
  straight: 'line',
  elbow: 'bentConnector3',
  curve: 'curvedConnector3',
} as const;

/** The place of a connector. One that begins vertically is a horizontal one that is turned. */
function writeConnector(
  { form, isVertical }: DrawnLine,
  start: ShapePoint,
  end: ShapePoint,
): readonly Xml[] {
  const name = form === 'free' ? connectors.straight : connectors[form];
  const geometry = element(
    'a:prstGeom',
    { prst: name === 'line' ? 'straightConnector1' : name },
    element('a:avLst'),
  );
  const box = boxAround([start, end]);
  const [isLeft, isUp] = [end.x < start.x, end.y < start.y];
  if (form === 'straight' || !isVertical) {
    const flips = { flipH: isLeft || undefined, flipV: isUp || undefined };
    return [writeTransform(box, 'a:xfrm', flips), geometry];
  }
  const turned = {
    x: box.x + box.width / 2 - box.height / 2,
    y: box.y + box.height / 2 - box.width / 2,
    width: box.height,
    height: box.width,
  };
  const flips = { rot: 5_400_000, flipH: isUp || undefined, flipV: !isLeft || undefined };
  return [writeTransform(turned, 'a:xfrm', flips), geometry];
}
