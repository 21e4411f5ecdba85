import type { Chart, Plugin } from 'chart.js';
import type { ChartData } from '../series/data.ts';
import { overlap, type Rect } from '../series/items.ts';
import { type ChartStyle, cssFont } from '../style.ts';
import { drawTextWithHalo } from './text.ts';

/** With more points than this, only highlighted points are labeled. */
const maxLabelledPoints = 25;

interface Point {
  readonly name: string;
  readonly isHighlighted: boolean;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Labels points; a label that would cover a point or another label is omitted. */
export function pointLabels(data: ChartData, style: ChartStyle): Plugin {
  const total = data.series.reduce((sum, { points = [] }) => sum + points.length, 0);
  return {
    id: 'point-labels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const points = chart.getSortedVisibleDatasetMetas().flatMap(({ index, data: elements }) =>
        elements.map((element, i): Point => {
          const name = data.series[index]?.points?.[i]?.label ?? '';
          const radius = Number(element.options.radius) || 0;
          const { x, y } = element;
          return { name, isHighlighted: data.highlight.includes(name), x, y, radius };
        }),
      );
      const wanted = points.filter(
        ({ name, isHighlighted }) => name && (isHighlighted || total <= maxLabelledPoints),
      );
      const occupied = points.map(({ x, y, radius }) => around(x, y, radius * 0.9, radius * 0.9));
      ctx.save();
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      for (const [point, rect] of arrange(wanted, occupied, chart, style)) {
        ctx.font = cssFont(style, point.isHighlighted ? 'bold' : 'normal');
        drawTextWithHalo(ctx, point.name, rect.x, rect.y + rect.height / 2, style);
      }
      ctx.restore();
    },
  };
}

type Arrangement = ReadonlyMap<Point, Rect>;

/** Places as many labels as possible, those of highlighted points first. */
function arrange(
  wanted: readonly Point[],
  occupied: readonly Rect[],
  chart: Chart,
  style: ChartStyle,
): Arrangement {
  let order = wanted.toSorted((a, b) => Number(b.isHighlighted) - Number(a.isHighlighted));
  let best: Arrangement = new Map();
  for (let attempt = 0; attempt < 8; attempt++) {
    const placed = placeInOrder(order, occupied, chart, style);
    if (placed.size > best.size) best = placed;
    if (placed.size === order.length) break;
    // In the next attempt, labels without a place come first.
    order = order.toSorted((a, b) => Number(placed.has(a)) - Number(placed.has(b)));
  }
  return best;
}

function placeInOrder(
  order: readonly Point[],
  occupied: readonly Rect[],
  chart: Chart,
  style: ChartStyle,
): Arrangement {
  const placed = new Map<Point, Rect>();
  for (const point of order) {
    const width = style.measure(point.name, point.isHighlighted ? 'bold' : 'normal');
    const rect = candidatesFor(point, width, style).find((candidate) => {
      const others = [...occupied, ...placed.values()];
      return isInside(candidate, chart) && !others.some((other) => overlap(candidate, other));
    });
    if (rect) placed.set(point, rect);
  }
  return placed;
}

/** The areas to the right of a point, to its left, above and below. */
function candidatesFor(
  { x, y, radius }: Point,
  width: number,
  { size }: ChartStyle,
): readonly Rect[] {
  const [side, gap] = [width / 2, radius + size * 0.3];
  const half = size * 0.5;
  return [
    around(x + gap + side, y, side, half),
    around(x - gap - side, y, side, half),
    around(x, y - gap - half, side, half),
    around(x, y + gap + half, side, half),
  ];
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Rect {
  return { x: x - halfWidth, y: y - halfHeight, width: halfWidth * 2, height: halfHeight * 2 };
}

function isInside({ x, y, width, height }: Rect, chart: Chart): boolean {
  const { top, bottom } = chart.chartArea;
  return x >= 0 && x + width <= chart.width && y >= top - height / 2 && y + height <= bottom;
}
