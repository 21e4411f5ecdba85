import type { Chart, Plugin } from 'chart.js';
import { stackTotals } from '../scale/extent.ts';
import { valueFormat } from '../scale/numbers.ts';
import { type ChartData, hasShape, isHighlighted, shapeOf } from '../series/data.ts';
import { overlap, type Rect, shownItems } from '../series/items.ts';
import { itemColor } from '../series/paint.ts';
import { type ChartStyle, cssFont } from '../style.ts';
import { drawTextWithHalo } from './text.ts';

/** A value label and its position. */
interface Label {
  readonly category: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
  readonly baseline: 'top' | 'middle' | 'bottom';
  readonly color: string;
  /** The color of what it is on. */
  readonly fill?: string;
}

/**
 * Labels bars and points with their values: after the end of a bar, above a point, inside the segments
 * of a stack, with the total after its end.
 *
 * @param labelsAll if false, only highlighted categories are labeled
 * @param hasPatterns labels on patterns get a plain background
 */
export function valueLabels(
  labelsAll: boolean,
  data: ChartData,
  style: ChartStyle,
  hasPatterns: boolean,
): Plugin {
  const isOverLines =
    data.annotations.length > 0 || (data.series.length > 1 && hasShape(data, 'line', 'area'));
  return {
    id: 'value-labels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = cssFont(style, 'bold');
      const labels = chart
        .getSortedVisibleDatasetMetas()
        .flatMap(({ index }) =>
          isStacked(data, index)
            ? segmentLabels(chart, index, data, style)
            : endLabels(chart, index, data, style),
        );
      const totals = data.stacked ? totalLabels(chart, data, style) : [];
      const occupied: Rect[] = [];
      for (const label of [...totals, ...labels]) {
        if (!labelsAll && !isHighlighted(data, label.category)) continue;
        const rect = rectOf(label, ctx, style);
        if (occupied.some((other) => overlap(rect, other))) continue;
        occupied.push(rect);
        if (hasPatterns && label.fill) {
          ctx.fillStyle = label.fill;
          const { x, y, width, height } = rect;
          ctx.fillRect(x - height * 0.2, y, width + height * 0.4, height);
        }
        ctx.textAlign = label.align;
        ctx.textBaseline = label.baseline;
        if (isOverLines && label.color !== style.background) {
          drawTextWithHalo(ctx, label.text, label.x, label.y, style, label.color);
          continue;
        }
        ctx.fillStyle = label.color;
        ctx.fillText(label.text, label.x, label.y);
      }
      ctx.restore();
    },
  };
}

function isStacked(data: ChartData, index: number): boolean {
  const series = data.series[index];
  return data.stacked && series !== undefined && shapeOf(data, series) === 'bar';
}

/** Labels after the ends of bars and above points; on the opposite side for negative values. */
function endLabels(chart: Chart, index: number, data: ChartData, style: ChartStyle): Label[] {
  const series = data.series[index];
  if (!series) return [];
  const format = valueFormat(data, series);
  const isBar = shapeOf(data, series) === 'bar';
  return shownItems(chart, index).map(({ category, value, x, y }) => {
    const offset = (isBar ? 0.4 : 0.75) * style.size * (value < 0 ? -1 : 1);
    const color = labelColor(data, category, style);
    const common = { category, text: format.format(value), color };
    return data.horizontal
      ? { ...common, x: x + offset, y, align: value < 0 ? 'right' : 'left', baseline: 'middle' }
      : { ...common, x, y: y - offset, align: 'center', baseline: value < 0 ? 'top' : 'bottom' };
  });
}

function labelColor(data: ChartData, category: number, style: ChartStyle): string {
  return isHighlighted(data, category) ? style.strong : style.text;
}

/** Labels inside the segments of a stack that are large enough. */
function segmentLabels(chart: Chart, index: number, data: ChartData, style: ChartStyle): Label[] {
  const series = data.series[index];
  if (!series || data.series.length < 2) return [];
  const format = valueFormat(data, series);
  return shownItems(chart, index).flatMap(({ category, value, rect }) => {
    const text = format.format(value);
    const fits =
      rect.height >= style.size * 1.2 &&
      rect.width >= style.measure(text, 'bold') + style.size * 0.3;
    const label: Label = {
      category,
      text,
      x: rect.x + rect.width / 2,
      y: rect.y + rect.height / 2,
      align: 'center',
      baseline: 'middle',
      color: style.background,
      fill: itemColor(data, index, category, style),
    };
    return fits ? [label] : [];
  });
}

/** Labels with the totals of the segments that are shown. */
function totalLabels(chart: Chart, data: ChartData, style: ChartStyle): Label[] {
  const metas = chart.getSortedVisibleDatasetMetas().filter(({ index }) => isStacked(data, index));
  const shown = metas.flatMap(({ index }) => data.series[index] ?? []);
  const [first] = shown;
  if (!first) return [];
  const format = valueFormat(data, first);
  const items = metas.flatMap(({ index }) => shownItems(chart, index));
  return data.labels.flatMap((_, category) => {
    const { above, below } = stackTotals(shown, category);
    const isBelow = above === 0;
    const stack = items.filter(
      (item) => item.category === category && (isBelow ? item.value < 0 : item.value > 0),
    );
    const [segment] = stack;
    if (!segment) return [];
    const common = {
      category,
      // Of parts above and below zero, the sum of all, as each segment has its own label.
      text: format.format(above + below),
      color: labelColor(data, category, style),
    };
    const offset = style.size * (isBelow ? -0.4 : 0.4);
    const x = isBelow
      ? Math.min(...stack.map(({ rect }) => rect.x))
      : Math.max(...stack.map(({ rect }) => rect.x + rect.width));
    const y = isBelow
      ? Math.max(...stack.map(({ rect }) => rect.y + rect.height))
      : Math.min(...stack.map(({ rect }) => rect.y));
    const label: Label = data.horizontal
      ? {
          ...common,
          x: x + offset,
          y: segment.y,
          align: isBelow ? 'right' : 'left',
          baseline: 'middle',
        }
      : {
          ...common,
          x: segment.x,
          y: y - offset,
          align: 'center',
          baseline: isBelow ? 'top' : 'bottom',
        };
    return [label];
  });
}

function rectOf(label: Label, ctx: CanvasRenderingContext2D, { size }: ChartStyle): Rect {
  const { width } = ctx.measureText(label.text);
  return {
    x: label.x - width * { left: 0, center: 0.5, right: 1 }[label.align],
    y: label.y - size * { top: 0, middle: 0.5, bottom: 1 }[label.baseline],
    width,
    height: size,
  };
}
