import type { Paint } from '../../../model/diagram/diagram.ts';
import type {
  DrawnBox,
  DrawnLine,
  DrawnShape,
  DrawnText,
  SetText,
} from '../../../model/diagram/shapes.ts';
import { type Box, moved, type Point } from '../svg.ts';
import type { Lines } from '../typesetter.ts';

/** How a text is set. */
export interface TextLook {
  readonly align?: SetText['align'];
  readonly tone?: SetText['tone'];
  readonly isSmall?: boolean;
}

export function setText({ lines, spans }: Lines, look: TextLook = {}): SetText {
  const { align = 'middle', tone = 'plain', isSmall = false } = look;
  return {
    lines: lines.map((text, i) => {
      const own = spans?.[i] ?? [];
      return { text, ...(own.length > 0 && { spans: own }) };
    }),
    align,
    tone,
    isSmall,
  };
}

/** Lines of text as they are written at a place; see {@link Typesetter.write}. */
export function textAt(
  lines: Lines,
  x: number,
  top: number,
  { isLabel = false, ...look }: TextLook & { readonly isLabel?: boolean } = {},
): readonly DrawnText[] {
  const { width, height } = lines;
  if (height === 0) return [];
  const left = look.align === 'start' ? x : look.align === 'end' ? x - width : x - width / 2;
  const box = { x: left, y: top, width, height };
  return [{ kind: 'text', text: setText(lines, look), box, isLabel }];
}

/** A line along points. */
export function lineAlong(
  [start, ...rest]: readonly Point[],
  look: DrawnLine['look'],
  line: DrawnLine['line'] = 'solid',
): readonly DrawnLine[] {
  if (!start || rest.length === 0) return [];
  return [
    {
      kind: 'line',
      start,
      path: rest.map((to) => ({ to })),
      form: rest.length === 1 ? 'straight' : 'free',
      isVertical: false,
      line,
      look,
      heads: { start: 'none', end: 'none' },
    },
  ];
}

export function boxWith(
  outline: DrawnBox['outline'],
  box: Box,
  look: DrawnBox['look'],
  more: Partial<DrawnBox> = {},
): DrawnBox {
  return { kind: 'box', outline, box, look, ...more };
}

export function circleAt({ x, y }: Point, radius: number, look: DrawnBox['look']): DrawnBox {
  const size = 2 * radius;
  return boxWith('circle', { x: x - radius, y: y - radius, width: size, height: size }, look);
}

/** Shapes with a step and with the author's colors, where they have them. */
export function shapesAt(
  shapes: readonly DrawnShape[],
  step: number | null | undefined,
  paint?: Paint,
): readonly DrawnShape[] {
  if (typeof step !== 'number' && !paint) return shapes;
  return shapes.map((shape) => ({
    ...shape,
    ...(paint && { paint: { ...paint, ...shape.paint } }),
    ...(typeof step === 'number' && { step }),
  }));
}

/** Shapes that are moved by a vector. */
export function movedShapes(shapes: readonly DrawnShape[], by: Point): readonly DrawnShape[] {
  const at = (point: Point): Point => moved(point, by);
  return shapes.map((shape) => {
    switch (shape.kind) {
      case 'box':
      case 'text':
        return { ...shape, box: moved(shape.box, by) };
      case 'polygon':
        return { ...shape, points: shape.points.map(at) };
      case 'line': {
        const path = shape.path.map(({ to, controls }) => ({
          to: at(to),
          ...(controls && { controls: [at(controls[0]), at(controls[1])] as const }),
        }));
        const [from, to] = [shape.from, shape.to].map((end) => end && { ...end, at: at(end.at) });
        return {
          ...shape,
          start: at(shape.start),
          path,
          ...(from && { from }),
          ...(to && { to }),
        };
      }
      default:
        return shape satisfies never;
    }
  });
}
