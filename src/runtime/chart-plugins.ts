import type { Chart, Element, Plugin } from 'chart.js';
import type { ChartLook } from './chart-look.ts';

type Kind = 'bar' | 'line';
type Drawing = Plugin<Kind>;

/** Writes each value above its bar or point; below where it is negative. */
export function valueLabels(
  format: Intl.NumberFormat,
  look: ChartLook,
  isSetApart: (index: number) => boolean,
): Drawing {
  return {
    id: 'value-labels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.textAlign = 'center';
      for (const [index, { x, y }, value] of shownElements(chart, 0)) {
        const away = (chart.getDatasetMeta(0).type === 'bar' ? 0.45 : 0.8) * look.size;
        ctx.font = fontOf(look, isSetApart(index) ? 'bold' : '600');
        ctx.fillStyle = isSetApart(index) ? look.strong : look.text;
        ctx.textBaseline = value < 0 ? 'top' : 'bottom';
        ctx.fillText(format.format(value), x, value < 0 ? y + away : y - away);
      }
      ctx.restore();
    },
  };
}

/** Writes each series' name at the end of its line, in its colour; names do not run into each other. */
export function endLabels(look: ChartLook): Drawing {
  return {
    id: 'end-labels',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const names = chart.data.datasets.flatMap(({ label, borderColor }, index) => {
        const end = shownElements(chart, index).at(-1)?.[1];
        return end && label ? [{ label, color: String(borderColor), x: end.x, y: end.y }] : [];
      });
      ctx.save();
      ctx.font = fontOf(look, 'bold');
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      const heights = spread(names, look.size * 1.25, chartArea.bottom);
      for (const [index, { label, color, x }] of names.entries()) {
        ctx.fillStyle = color;
        ctx.fillText(label, x + look.size * 0.7, heights[index] ?? 0);
      }
      ctx.restore();
    },
  };
}

/** Writes the series' names above the chart, each behind a patch of its colour. */
export function key(look: ChartLook): Drawing {
  return {
    id: 'key',
    afterDraw({ ctx, data: { datasets } }) {
      const rows = keyRows(
        datasets.map(({ label = '' }) => label),
        look,
      );
      const patch = look.size * 0.8;
      ctx.save();
      ctx.font = fontOf(look, 'normal');
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      for (const [row, entries] of rows.entries()) {
        const y = look.size * (0.7 + row * 1.75);
        for (const { index, name, x } of entries) {
          const color = datasets[index]?.backgroundColor;
          ctx.fillStyle = String(Array.isArray(color) ? color[0] : color);
          ctx.fillRect(x, y - patch / 2, patch, patch);
          ctx.fillStyle = look.text;
          ctx.fillText(name, x + patch * 1.5, y);
        }
      }
      ctx.restore();
    },
  };
}

interface KeyEntry {
  readonly index: number;
  readonly name: string;
  readonly x: number;
}

/** The names of a key in as many rows as the chart's width asks for. */
export function keyRows(
  names: readonly string[],
  { size, width, measure }: Pick<ChartLook, 'size' | 'width' | 'measure'>,
): readonly (readonly KeyEntry[])[] {
  const rows: KeyEntry[][] = [];
  let x = Number.POSITIVE_INFINITY;
  for (const [index, name] of names.entries()) {
    const own = measure(name) + size * 1.2;
    if (x + own > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push({ index, name, x });
    x += own + size * 1.4;
  }
  return rows;
}

/** Lets lines and areas come from the left, as a hand would draw them. */
export function sweep(duration: number): Drawing {
  let start: number | undefined;
  return {
    id: 'sweep',
    beforeDatasetsDraw({ ctx, width, height }) {
      start ??= performance.now();
      const time = Math.min(1, (performance.now() - start) / duration);
      ctx.save();
      ctx.beginPath();
      ctx.rect(0, 0, width * (1 - (1 - time) ** 3), height);
      ctx.clip();
    },
    afterDatasetsDraw({ ctx }) {
      ctx.restore();
    },
  };
}

/** The bars or points of a series that are there: their categories, places and values. */
function shownElements(
  chart: Chart<Kind>,
  series: number,
): readonly (readonly [index: number, element: Element, value: number])[] {
  const values = chart.data.datasets[series]?.data ?? [];
  return chart.getDatasetMeta(series).data.flatMap((element, index) => {
    const value = values[index];
    return typeof value === 'number' ? [[index, element, value] as const] : [];
  });
}

function fontOf({ size, font }: ChartLook, weight: string): string {
  return `${weight} ${size}px ${font}`;
}

/**
 * Heights as near as may be to those of the places, no two at the same `x` nearer than `gap`.
 *
 * @param bottom no height lies below it
 */
export function spread(
  places: readonly { readonly x: number; readonly y: number }[],
  gap: number,
  bottom: number,
): readonly number[] {
  const heights = places.map(({ y }) => y);
  for (const column of new Set(places.map(({ x }) => x))) {
    const order = [...places.keys()]
      .filter((index) => places[index]?.x === column)
      .sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
    let above = Number.NEGATIVE_INFINITY;
    for (const index of order) {
      above = Math.max(heights[index] ?? 0, above + gap);
      heights[index] = above;
    }
    let below = bottom + gap;
    for (const index of order.reverse()) {
      below = Math.min(heights[index] ?? 0, below - gap);
      heights[index] = below;
    }
  }
  return heights;
}
