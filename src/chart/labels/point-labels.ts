import type { Chart, Plugin } from 'chart.js';
import type { ChartData } from '../series/data.ts';
import { type Box, overlap } from '../series/items.ts';
import { type ChartLook, cssFont } from '../style.ts';
import { write } from './text.ts';

/** Above so many points only those that are set apart have their names beside them. */
const maxNamed = 25;

interface Point {
  readonly name: string;
  readonly isApart: boolean;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Writes beside points what they are, where a name covers neither another one nor a point. */
export function pointLabels(data: ChartData, look: ChartLook): Plugin {
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
          return { name, isApart: data.highlight.includes(name), x, y, radius };
        }),
      );
      const wanted = points.filter(({ name, isApart }) => name && (isApart || total <= maxNamed));
      const taken = points.map(({ x, y, radius }) => around(x, y, radius * 0.9, radius * 0.9));
      ctx.save();
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      for (const [point, box] of arrange(wanted, taken, chart, look)) {
        ctx.font = cssFont(look, point.isApart ? 'bold' : 'normal');
        write(ctx, point.name, box.x, box.y + box.height / 2, look);
      }
      ctx.restore();
    },
  };
}

type Arrangement = ReadonlyMap<Point, Box>;

/** Places for as many names as may be; those that are set apart choose first. */
function arrange(
  wanted: readonly Point[],
  taken: readonly Box[],
  chart: Chart,
  look: ChartLook,
): Arrangement {
  let order = wanted.toSorted((a, b) => Number(b.isApart) - Number(a.isApart));
  let best: Arrangement = new Map();
  for (let attempt = 0; attempt < 8; attempt++) {
    const placed = placeInTurn(order, taken, chart, look);
    if (placed.size > best.size) best = placed;
    if (placed.size === order.length) break;
    // Whoever found no place chooses earlier the next time.
    order = order.toSorted((a, b) => Number(placed.has(a)) - Number(placed.has(b)));
  }
  return best;
}

function placeInTurn(
  order: readonly Point[],
  taken: readonly Box[],
  chart: Chart,
  look: ChartLook,
): Arrangement {
  const placed = new Map<Point, Box>();
  for (const point of order) {
    const width = look.measure(point.name, point.isApart ? 'bold' : 'normal');
    const box = placesFor(point, width, look).find((place) => {
      const others = [...taken, ...placed.values()];
      return isInside(place, chart) && !others.some((other) => overlap(place, other));
    });
    if (box) placed.set(point, box);
  }
  return placed;
}

/** To the right, to the left, above, below. */
function placesFor({ x, y, radius }: Point, width: number, { size }: ChartLook): readonly Box[] {
  const [side, gap] = [width / 2, radius + size * 0.3];
  const half = size * 0.5;
  return [
    around(x + gap + side, y, side, half),
    around(x - gap - side, y, side, half),
    around(x, y - gap - half, side, half),
    around(x, y + gap + half, side, half),
  ];
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { x: x - halfWidth, y: y - halfHeight, width: halfWidth * 2, height: halfHeight * 2 };
}

function isInside({ x, y, width, height }: Box, chart: Chart): boolean {
  const { top, bottom } = chart.chartArea;
  return x >= 0 && x + width <= chart.width && y >= top - height / 2 && y + height <= bottom;
}
