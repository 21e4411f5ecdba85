import type { Chart, Plugin } from 'chart.js';
import { type ChartData, isBand } from '../series/data.ts';
import { shownItems } from '../series/items.ts';
import { seriesColor } from '../series/paint.ts';
import { type ChartStyle, cssFont, type Weight } from '../style.ts';
import { spreadVertically } from './text.ts';

/** The minimum distance between two labels, in multiples of the text size. */
const endGap = 1.2;

interface EndLabel {
  readonly name: string;
  readonly color: string;
  readonly weight: Weight;
  readonly x: number;
  readonly y: number;
}

/** Writes the name of each series at its right end, in its color, without overlaps. */
export function endLabels(data: ChartData, style: ChartStyle): Plugin {
  return {
    id: 'end-labels',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const labels = data.series.flatMap((_, index) => endLabel(chart, index, data, style) ?? []);
      const heights = spreadVertically(
        labels,
        style.size * endGap,
        style.size / 2,
        chartArea.bottom,
      );
      ctx.save();
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      for (const [index, { name, color, weight, x }] of labels.entries()) {
        ctx.font = cssFont(style, weight);
        ctx.fillStyle = color;
        ctx.fillText(name, x + style.size * 0.6, heights[index] ?? 0);
      }
      ctx.restore();
    },
  };
}

function endLabel(
  chart: Chart,
  index: number,
  data: ChartData,
  style: ChartStyle,
): EndLabel | undefined {
  const series = data.series[index];
  if (!series || !chart.isDatasetVisible(index)) return undefined;
  const end = shownItems(chart, index).at(-1);
  if (!end) return undefined;
  const { rect } = end;
  const x = rect.width > 0 ? rect.x + rect.width : end.x;
  const y = rect.width > 0 ? rect.y + rect.height / 2 : end.y;
  const isDimmed = !series.highlight && data.series.some(({ highlight }) => highlight);
  // The dimmed color of a series is too faint for text.
  const color = isDimmed ? style.text : seriesColor(data, index, style);
  const weight = isDimmed ? 'normal' : 'bold';
  const middle = isBand(data, series) ? middleOfBand(chart, index, y) : y;
  return { name: series.name, color, weight, x, y: middle };
}

/** Halfway between the top edge of a stacked area and that of the area below. */
function middleOfBand(chart: Chart, index: number, y: number): number {
  const below = index > 0 ? shownItems(chart, index - 1).at(-1)?.y : undefined;
  return (y + (below ?? chart.chartArea.bottom)) / 2;
}
