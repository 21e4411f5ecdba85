import type { Plugin } from 'chart.js';
import { mirror } from '../axes/mirror.ts';
import type { ChartData } from '../series/data.ts';
import { hatch } from '../series/hatch.ts';
import { type ChartStyle, cssFont } from '../style.ts';
import { drawSwatch, swatchSize, swatchWidth } from './swatch.ts';

export type LegendRow = readonly LegendEntry[];

interface LegendEntry {
  /** The index of the series. */
  readonly index: number;
  readonly name: string;
  readonly x: number;
}

/** In multiples of the text size. */
export const legendRowHeight = 1.75;

/** Lays out the legend in as many rows as the width of the chart requires. */
export function legendRows(
  data: Pick<ChartData, 'series' | 'type'>,
  style: Pick<ChartStyle, 'size' | 'width' | 'height' | 'measure'>,
): readonly LegendRow[] {
  const { size, width, measure } = style;
  const isColumn = fitsBesideRadar(data, style);
  const rows: LegendEntry[][] = [];
  let x = Number.POSITIVE_INFINITY;
  for (const [index, { name, highlight }] of data.series.entries()) {
    const own = measure(name, highlight ? 'bold' : 'normal') + size * swatchWidth;
    if (isColumn || x + own > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ index, name, x });
    x += own + size * 1.4;
  }
  return rows;
}

/** Whether the legend is a column next to the chart: a radar chart leaves space at its sides. */
export function fitsBesideRadar(
  { type, series }: Pick<ChartData, 'series' | 'type'>,
  { size, width, height, measure }: Pick<ChartStyle, 'size' | 'width' | 'height' | 'measure'>,
): boolean {
  const names = series.map(({ name }) => measure(name, 'normal'));
  return type === 'radar' && Math.max(...names) + size * swatchWidth <= (width - height * 1.6) / 2;
}

/** Draws the legend above the chart: a swatch and the name of each series. */
export function legend(
  rows: readonly LegendRow[],
  data: ChartData,
  style: ChartStyle,
  hasPatterns: boolean,
): Plugin {
  return {
    // Chart.js has a plugin `legend` of its own.
    id: 'series-legend',
    afterDraw(chart) {
      const { ctx } = chart;
      // The radar itself is not mirrored.
      const isAtRight = data.type === 'radar' && data.dir === 'rtl';
      const end = isAtRight ? mirror(ctx, chart.width) : undefined;
      ctx.save();
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      for (const [row, entries] of rows.entries()) {
        const y = style.size * (0.7 + row * legendRowHeight);
        for (const { index, name, x } of entries) {
          if (!chart.isDatasetVisible(index)) continue;
          drawSwatch(ctx, x, y, index, data, style);
          if (hasPatterns) {
            const side = style.size * swatchSize;
            hatch(ctx, { x, y: y - side / 2, width: side, height: side }, index, data, style);
          }
          const isBold = data.series[index]?.highlight;
          ctx.font = cssFont(style, isBold ? 'bold' : 'normal');
          ctx.fillStyle = isBold ? style.strong : style.text;
          ctx.fillText(name, x + style.size * swatchWidth, y);
        }
      }
      ctx.restore();
      end?.();
    },
  };
}
