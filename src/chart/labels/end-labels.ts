import type { Chart, Plugin } from 'chart.js';
import { type ChartData, isBand } from '../series/data.ts';
import { shownItems } from '../series/items.ts';
import { seriesColor } from '../series/paint.ts';
import { type ChartLook, cssFont, type Weight } from '../style.ts';
import { spread } from './text.ts';

/** The least distance between two names, in multiples of the text's size. */
export const endGap = 1.2;

interface EndName {
  readonly name: string;
  readonly color: string;
  readonly weight: Weight;
  readonly x: number;
  readonly y: number;
}

/** Writes each series' name at its end, in its colour; names do not run into each other. */
export function endLabels(data: ChartData, look: ChartLook): Plugin {
  return {
    id: 'end-labels',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const names = data.series.flatMap((_, index) => endName(chart, index, data, look) ?? []);
      const heights = spread(names, look.size * endGap, look.size / 2, chartArea.bottom);
      ctx.save();
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      for (const [index, { name, color, weight, x }] of names.entries()) {
        ctx.font = cssFont(look, weight);
        ctx.fillStyle = color;
        ctx.fillText(name, x + look.size * 0.6, heights[index] ?? 0);
      }
      ctx.restore();
    },
  };
}

function endName(
  chart: Chart,
  index: number,
  data: ChartData,
  look: ChartLook,
): EndName | undefined {
  const series = data.series[index];
  if (!series || !chart.isDatasetVisible(index)) return undefined;
  const end = shownItems(chart, index).at(-1);
  if (!end) return undefined;
  const color = seriesColor(data, index, look);
  const { box } = end;
  const x = box.width > 0 ? box.x + box.width : end.x;
  const y = box.width > 0 ? box.y + box.height / 2 : end.y;
  const isBehind = !series.highlight && data.series.some(({ highlight }) => highlight);
  const weight = isBehind ? 'normal' : 'bold';
  const middle = isBand(data, series) ? middleOfBand(chart, index, y) : y;
  return { name: series.name, color, weight, x, y: middle };
}

/** Between a stacked area's own edge and that of the one below. */
function middleOfBand(chart: Chart, index: number, y: number): number {
  const below = index > 0 ? shownItems(chart, index - 1).at(-1)?.y : undefined;
  return (y + (below ?? chart.chartArea.bottom)) / 2;
}
