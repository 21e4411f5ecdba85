import type { Chart, Plugin } from 'chart.js';
import { stackTotals } from '../scale/extent.ts';
import { valueFormat } from '../scale/numbers.ts';
import { type ChartData, hasShape, isSetApart, shapeOf } from '../series/data.ts';
import { type Box, overlap, shownItems } from '../series/items.ts';
import { type ChartLook, cssFont } from '../style.ts';
import { write } from './text.ts';

/** A number to be written, and where. */
interface Label {
  readonly category: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
  readonly baseline: 'top' | 'middle' | 'bottom';
  readonly color: string;
}

/**
 * Writes the value at each bar and point: behind its end; in stacks, inside, and the totals behind.
 *
 * @param labelsAll or only at those that are set apart
 */
export function valueLabels(labelsAll: boolean, data: ChartData, look: ChartLook): Plugin {
  const isOverLines =
    data.marks.length > 0 || (data.series.length > 1 && hasShape(data, 'line', 'area'));
  return {
    id: 'value-labels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = cssFont(look, 'bold');
      const labels = chart
        .getSortedVisibleDatasetMetas()
        .flatMap(({ index }) =>
          isStacked(data, index)
            ? segmentLabels(chart, index, data, look)
            : endLabels(chart, index, data, look),
        );
      const totals = data.stacked ? totalLabels(chart, data, look) : [];
      const taken: Box[] = [];
      for (const label of [...totals, ...labels]) {
        if (!labelsAll && !isSetApart(data, label.category)) continue;
        const box = boxOf(label, ctx, look);
        if (taken.some((other) => overlap(box, other))) continue;
        taken.push(box);
        ctx.textAlign = label.align;
        ctx.textBaseline = label.baseline;
        if (isOverLines && label.color !== look.ground) {
          write(ctx, label.text, label.x, label.y, look, label.color);
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

/** Behind the ends of bars, above points; on the other side where the value is negative. */
function endLabels(chart: Chart, index: number, data: ChartData, look: ChartLook): Label[] {
  const series = data.series[index];
  if (!series) return [];
  const format = valueFormat(data, series);
  const isBar = shapeOf(data, series) === 'bar';
  return shownItems(chart, index).map(({ category, value, x, y }) => {
    const away = (isBar ? 0.4 : 0.75) * look.size * (value < 0 ? -1 : 1);
    const color = labelColor(data, category, look);
    const common = { category, text: format.format(value), color };
    return data.horizontal
      ? { ...common, x: x + away, y, align: value < 0 ? 'right' : 'left', baseline: 'middle' }
      : { ...common, x, y: y - away, align: 'center', baseline: value < 0 ? 'top' : 'bottom' };
  });
}

function labelColor(data: ChartData, category: number, look: ChartLook): string {
  return isSetApart(data, category) ? look.strong : look.text;
}

/** In the middle of those parts of a stack that have room for it. */
function segmentLabels(chart: Chart, index: number, data: ChartData, look: ChartLook): Label[] {
  const series = data.series[index];
  if (!series || data.series.length < 2) return [];
  const format = valueFormat(data, series);
  return shownItems(chart, index).flatMap(({ category, value, box }) => {
    const text = format.format(value);
    const fits =
      box.height >= look.size * 1.2 && box.width >= look.measure(text, 'bold') + look.size * 0.3;
    const label: Label = {
      category,
      text,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      align: 'center',
      baseline: 'middle',
      color: look.ground,
    };
    return fits ? [label] : [];
  });
}

/** The sums of the parts that are shown. */
function totalLabels(chart: Chart, data: ChartData, look: ChartLook): Label[] {
  const metas = chart.getSortedVisibleDatasetMetas().filter(({ index }) => isStacked(data, index));
  const shown = metas.flatMap(({ index }) => data.series[index] ?? []);
  const [first] = shown;
  if (!first) return [];
  const format = valueFormat(data, first);
  const items = metas.flatMap(({ index }) => shownItems(chart, index));
  return data.labels.flatMap((_, category) => {
    const stack = items.filter((item) => item.category === category && item.value > 0);
    const [part] = stack;
    if (!part) return [];
    const common = {
      category,
      text: format.format(stackTotals(shown, category).above),
      color: labelColor(data, category, look),
    };
    const away = look.size * 0.4;
    const x = Math.max(...stack.map(({ box }) => box.x + box.width)) + away;
    const y = Math.min(...stack.map(({ box }) => box.y)) - away;
    const label: Label = data.horizontal
      ? { ...common, x, y: part.y, align: 'left', baseline: 'middle' }
      : { ...common, x: part.x, y, align: 'center', baseline: 'bottom' };
    return [label];
  });
}

function boxOf(label: Label, ctx: CanvasRenderingContext2D, { size }: ChartLook): Box {
  const { width } = ctx.measureText(label.text);
  return {
    x: label.x - width * { left: 0, center: 0.5, right: 1 }[label.align],
    y: label.y - size * { top: 0, middle: 0.5, bottom: 1 }[label.baseline],
    width,
    height: size,
  };
}
