import type { Plugin } from 'chart.js';
import { mirror } from '../axes/mirror.ts';
import type { ChartData } from '../series/data.ts';
import { hatch, isHatched } from '../series/hatch.ts';
import { type ChartLook, cssFont } from '../style.ts';
import { drawSwatch, swatch, swatchRoom } from './swatch.ts';

export type KeyRow = readonly KeyEntry[];

interface KeyEntry {
  /** Of the series. */
  readonly index: number;
  readonly name: string;
  readonly x: number;
}

/** The height of a row, in multiples of the text's size. */
export const keyRowHeight = 1.75;

/** The names of the series in as many rows as the chart's width asks for. */
export function keyRows(
  data: Pick<ChartData, 'series' | 'type'>,
  look: Pick<ChartLook, 'size' | 'width' | 'height' | 'measure'>,
): readonly KeyRow[] {
  const { size, width, measure } = look;
  const isColumn = standsBeside(data, look);
  const rows: KeyEntry[][] = [];
  let x = Number.POSITIVE_INFINITY;
  for (const [index, { name, highlight }] of data.series.entries()) {
    const own = measure(name, highlight ? 'bold' : 'normal') + size * swatchRoom;
    if (isColumn || x + own > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ index, name, x });
    x += own + size * 1.4;
  }
  return rows;
}

/** A radar leaves room at its sides. */
export function standsBeside(
  { type, series }: Pick<ChartData, 'series' | 'type'>,
  { size, width, height, measure }: Pick<ChartLook, 'size' | 'width' | 'height' | 'measure'>,
): boolean {
  const names = series.map(({ name }) => measure(name, 'normal'));
  return type === 'radar' && Math.max(...names) + size * swatchRoom <= (width - height * 1.6) / 2;
}

/** Writes the names of the series above the chart, each behind a sample of how it is drawn. */
export function key(
  rows: readonly KeyRow[],
  data: ChartData,
  look: ChartLook,
  hasHatching: boolean,
): Plugin {
  return {
    id: 'key',
    afterDraw(chart) {
      const { ctx } = chart;
      // A radar itself stays as it is.
      const isAtRight = data.type === 'radar' && data.dir === 'rtl';
      const end = isAtRight ? mirror(ctx, chart.width) : undefined;
      ctx.save();
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      for (const [row, entries] of rows.entries()) {
        const y = look.size * (0.7 + row * keyRowHeight);
        for (const { index, name, x } of entries) {
          if (!chart.isDatasetVisible(index)) continue;
          drawSwatch(ctx, x, y, index, data, look);
          if (hasHatching && isHatched(index)) {
            const side = look.size * swatch;
            hatch(ctx, { x, y: y - side / 2, width: side, height: side }, index, look);
          }
          const isApart = data.series[index]?.highlight;
          ctx.font = cssFont(look, isApart ? 'bold' : 'normal');
          ctx.fillStyle = isApart ? look.strong : look.text;
          ctx.fillText(name, x + look.size * swatchRoom, y);
        }
      }
      ctx.restore();
      end?.();
    },
  };
}
