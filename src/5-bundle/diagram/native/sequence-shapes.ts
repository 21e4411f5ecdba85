import type {
  MessageEnd,
  SequenceFrame,
  SequenceMessage,
} from '../../../model/diagram/sequence.ts';
import type { DrawnLine, DrawnShape, LineHead } from '../../../model/diagram/shapes.ts';
import { lengthOfEnd } from '../edges/ends.ts';
import type { SequenceCanvas } from '../sequence/canvas.ts';
import type { Figure } from '../sequence/figures.ts';
import type { SectionLabel } from '../sequence/frames.ts';
import { extras, type Head, isBox, padY } from '../sequence/heads.ts';
import { circleRadius } from '../sequence/message-end.ts';
import type { Box, Point } from '../svg.ts';
import type { Lines } from '../typesetter.ts';
import { headOf, symbolOf } from './edge-shapes.ts';
import { boxWith, circleAt, lineAlong, setText, shapesAt, textAt } from './pieces.ts';

/** A participant: its name in a box or below a figure, and its links. */
export function shapesOfHead(
  { symbol, name, links, width, height }: Head,
  id: string,
  x: number,
  top: number,
): readonly DrawnShape[] {
  const box = { x: x - width / 2, y: top, width, height };
  const named = { key: id, text: setText(name, { tone: 'strong' }) };
  if (isBox(symbol) && links.length === 0 && symbol !== 'collections') {
    return [boxWith(outlines[symbol], box, 'node', named)];
  }
  const texts = [name, ...links.map(({ text }) => text)];
  const textHeight = texts.reduce((sum, text) => sum + text.height, 0);
  const rise = isBox(symbol) ? extras[symbol].rise : 0;
  const start = isBox(symbol)
    ? top + (height - textHeight) / 2 - rise
    : top + height - padY - textHeight;
  const { width: dx, height: dy } = extras.collections;
  const isStack = symbol === 'collections';
  const middle = isStack ? x - dx / 2 : x;
  let y = start + (isStack ? dy / 2 : 0);
  const written = [
    ...textAt(name, middle, y, { tone: 'strong' }),
    ...links.flatMap(({ text }, i) => {
      y += texts[i]?.height ?? 0;
      return textAt(text, middle, y, { isSmall: true });
    }),
  ];
  const frame = isStack
    ? stackIn(box, dx, dy, id)
    : isBox(symbol)
      ? [boxWith(outlines[symbol], box, 'node', { key: id })]
      : shapesOfFigure(symbol, { x, y: top + 4 });
  return [...frame, ...written];
}

const outlines = {
  participant: 'rectangle',
  database: 'cylinder',
  queue: 'horizontal-cylinder',
  collections: 'rectangle',
} as const;

function stackIn({ x, y, width, height }: Box, dx: number, dy: number, key: string) {
  const sheet = { width: width - dx, height: height - dy };
  return [
    boxWith('rectangle', { ...sheet, x: x + dx, y }, 'sheet'),
    boxWith('rectangle', { ...sheet, x, y: y + dy }, 'sheet', { key }),
  ];
}

/** The figures that are drawn above a name. */
function shapesOfFigure(figure: Figure, { x, y }: Point): readonly DrawnShape[] {
  const ring = (at: number, radius: number) => circleAt({ x, y: at }, radius, 'node');
  const line = (...points: readonly (readonly [number, number])[]) =>
    lineAlong(
      points.map(([dx, dy]) => ({ x: x + dx, y: y + dy })),
      'rule',
    );
  switch (figure) {
    case 'actor': {
      const angles = Array.from({ length: 17 }, (_, i) => Math.PI * (1 - i / 16));
      const arc = angles.map((angle) => ({
        x: x + 19 * Math.cos(angle),
        y: y + 36 - 16 * Math.sin(angle),
      }));
      const points = [{ x: x - 19, y: y + 38 }, ...arc, { x: x + 19, y: y + 38 }];
      return [ring(y + 8, 9), { kind: 'polygon', points, look: 'node' }];
    }
    case 'boundary':
      return [...line([-30, 4], [-30, 36]), ...line([-30, 20], [-16, 20]), ring(y + 20, 16)];
    case 'control':
      return [ring(y + 20, 16), ...line([5, -2], [-1, 4], [5, 10])];
    case 'entity':
      return [ring(y + 20, 16), ...line([-16, 36], [16, 36])];
    default:
      return figure satisfies never;
  }
}

/** A lifeline. It is not connected to boxes, so that it stays vertical. */
export function shapesOfLifeline(x: number, from: number, to: number): readonly DrawnShape[] {
  const points = [
    { x, y: from },
    { x, y: to },
  ];
  return lineAlong(points, 'life');
}

interface MessagePlace {
  readonly start: number;
  readonly end: number;
  readonly y: number;
  /** 1 if it points to the right. */
  readonly way: number;
}

/** The arrow of a message. */
export function shapesOfMessage(
  message: SequenceMessage,
  { start, end, y, way }: MessagePlace,
): readonly DrawnShape[] {
  const { circles } = message;
  const ends = {
    start: placeEnd(
      message.start,
      { x: start, y },
      -way,
      circles === 'start' || circles === 'both',
    ),
    end: placeEnd(message.end, { x: end, y }, way, circles === 'end' || circles === 'both'),
  };
  return shapesOfArrow(message, ends, [ends.start.from, ends.end.from]);
}

interface PlacedEnd {
  /** Where the line ends. */
  readonly from: Point;
  readonly head: LineHead;
  readonly symbols: readonly DrawnShape[];
}

/** @param way 1 if it points to the right */
function placeEnd(end: MessageEnd, tip: Point, way: number, hasCircle: boolean): PlacedEnd {
  const radius = circleRadius;
  const circle = hasCircle ? [circleAt(tip, radius, 'hollow')] : [];
  const at = { x: tip.x - (hasCircle ? way * radius : 0), y: tip.y };
  if (isHalf(end)) return { from: at, head: 'none', symbols: [...halfOf(end, at, way), ...circle] };
  const head = headOf(end);
  if (head) return { from: at, head, symbols: circle };
  const from = { x: at.x - way * lengthOfEnd(end), y: at.y };
  return { from, head: 'none', symbols: [...symbolOf(end, at, { x: way, y: 0 }), ...circle] };
}

type HalfEnd = 'upper-arrow' | 'lower-arrow' | 'upper-vee' | 'lower-vee';

function isHalf(end: MessageEnd): end is HalfEnd {
  return /^(?:upper|lower)-/.test(end);
}

function halfOf(end: HalfEnd, { x, y }: Point, way: number): readonly DrawnShape[] {
  const up = end.startsWith('upper') ? -1 : 1;
  const at = (back: number, side: number): Point => ({ x: x - way * back, y: y + up * side });
  if (end.endsWith('vee')) return lineAlong([at(0.5, 0), at(13, 8)], 'edge');
  return [{ kind: 'polygon', points: [at(0, 0), at(13, 7), at(10, 0)], look: 'mark' }];
}

/** A message from a participant to itself. */
export function shapesOfLoop(
  message: SequenceMessage,
  {
    start,
    out,
    top,
    bottom,
  }: {
    readonly start: number;
    readonly out: number;
    readonly top: number;
    readonly bottom: number;
  },
): readonly DrawnShape[] {
  const ends = {
    start: placeEnd(message.start, { x: start, y: top }, -1, false),
    end: placeEnd(message.end, { x: start, y: bottom }, -1, false),
  };
  const points = [ends.start.from, { x: out, y: top }, { x: out, y: bottom }, ends.end.from];
  return shapesOfArrow(message, ends, points);
}

function shapesOfArrow(
  { line }: SequenceMessage,
  { start, end }: { readonly start: PlacedEnd; readonly end: PlacedEnd },
  points: readonly Point[],
): readonly DrawnShape[] {
  const drawn = lineAlong(points, 'edge', line === 'dashed' ? 'dashed' : 'solid').map(
    (each): DrawnLine => ({ ...each, heads: { start: start.head, end: end.head } }),
  );
  return [...drawn, ...start.symbols, ...end.symbols];
}

/** The cross at the end of a lifeline. */
export function shapesOfCross({ x, y }: Point, size: number): readonly DrawnShape[] {
  const at = (dx: number, dy: number): Point => ({ x: x + dx * size, y: y + dy * size });
  return [
    ...lineAlong([at(-1, -1), at(1, 1)], 'edge'),
    ...lineAlong([at(-1, 1), at(1, -1)], 'edge'),
  ];
}

/** A frame with its name in a tab, and the labels of its sections. */
export function shapesOfFrame(
  frame: SequenceFrame,
  {
    box,
    tab,
    tabWidth,
    labels,
  }: {
    readonly box: Box;
    readonly tab: Lines;
    readonly tabWidth: number;
    readonly labels: readonly SectionLabel[];
  },
  canvas: SequenceCanvas,
): readonly DrawnShape[] {
  const { x, y, width } = box;
  const name = { text: setText(tab, { tone: 'strong', isSmall: true }) };
  const place = { x, y, width: tabWidth, height: tab.height + 8 };
  const own = [boxWith('rectangle', box, 'frame'), boxWith('card', place, 'tab', name)];
  const sections = labels.flatMap(({ lines, y: top }, index) => {
    const left = x + (index === 0 ? tabWidth + 12 : 12);
    const text = textAt(lines, left, top + 4, {
      align: 'start',
      isSmall: true,
      isLabel: canvas.labelClass !== '',
    });
    if (index === 0) return shapesAt(text, canvas.stepOf(frame));
    const rule = lineAlong(
      [
        { x, y: top },
        { x: x + width, y: top },
      ],
      'divider',
      'dashed',
    );
    const [first] = frame.sections[index]?.events ?? [];
    return shapesAt([...rule, ...text], (first && canvas.stepOf(first)) ?? canvas.stepOf(frame));
  });
  return [...shapesAt(own, canvas.stepOf(frame)), ...sections];
}
