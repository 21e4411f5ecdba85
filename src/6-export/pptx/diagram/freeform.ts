import type { PathStep, ShapePoint } from '../../../model/diagram/shapes.ts';
import { writeTransform } from '../shapes/shape.ts';
import { type Box, emu } from '../units.ts';
import { element, type Xml } from '../xml.ts';

/** A path in slide pixels, as the place and the geometry of a shape. */
export function writeFreeform(
  start: ShapePoint,
  steps: readonly PathStep[],
  isClosed: boolean,
): { readonly transform: Xml; readonly geometry: Xml } {
  const box = boxAround([start, ...steps.flatMap(({ to, controls = [] }) => [...controls, to])]);
  const at = ({ x, y }: ShapePoint): Xml =>
    element('a:pt', { x: emu(x - box.x), y: emu(y - box.y) });
  const parts = steps.map(({ to, controls }) =>
    controls
      ? element('a:cubicBezTo', {}, controls.map(at), at(to))
      : element('a:lnTo', {}, at(to)),
  );
  const size = { w: Math.max(1, emu(box.width)), h: Math.max(1, emu(box.height)) };
  const path = element(
    'a:path',
    isClosed ? size : { ...size, fill: 'none' },
    element('a:moveTo', {}, at(start)),
    parts,
    isClosed && element('a:close'),
  );
  const geometry = element(
    'a:custGeom',
    {},
    ...['a:avLst', 'a:gdLst', 'a:ahLst', 'a:cxnLst'].map((name) => element(name)),
    element('a:rect', { l: '0', t: '0', r: 'r', b: 'b' }),
    element('a:pathLst', {}, path),
  );
  return { transform: writeTransform(box), geometry };
}

/** The bounding box of points. */
export function boxAround(points: readonly ShapePoint[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
