import { barThickness, hasOffset, isOrdinal, maxLabelled } from './columns.ts';
import {
  type Axis,
  type ChartData,
  hasRightAxis,
  hasShape,
  isCloud,
  isColumnar,
  isSetApart,
  seriesOn,
  shapeOf,
} from './data.ts';
import { axisExtent, stackTotals } from './extent.ts';
import { type KeyRow, keyRowHeight, keyRows, standsBeside } from './key.ts';
import { type ChartLook, leading, widest } from './look.ts';
import { type MarkRows, markRows } from './marks.ts';
import { valueFormat } from './numbers.ts';
import { cutLines, wrapText } from './text.ts';

/**
 * By what means a chart tells what it tells. Numbers and names stand at what they belong to wherever
 * there is room for that; else an axis and a key tell them.
 */
export interface ChartPlan {
  /** Numbers stand at the bars and points. */
  readonly isLabelled: boolean;
  /** The numbers make an axis of values needless. */
  readonly hidesAxis: boolean;
  /** The series' names stand at their ends. */
  readonly namesAtEnds: boolean;
  readonly key: readonly KeyRow[];
  /** Above the left and the right axis of values. */
  readonly axisNames: Readonly<Record<Axis, string>>;
  readonly marks: MarkRows;
  /** The categories in lines, where all of them can be named under the chart, or beside it. */
  readonly categories: readonly (readonly string[])[] | undefined;
  /** Some categories cannot be named in full, though each has a name of its own. */
  readonly isCrowded: boolean;
  /** About the room for bars, lines and points, in pixels. */
  readonly room: { readonly width: number; readonly height: number };
  /** The room around the chart, in pixels. */
  readonly padding: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;
}

/** The height of a row of names of axes, in multiples of the text's size. */
const nameRow = 1.6;

const noMarks: MarkRows = { height: 0, rows: [] };

export function planChart(data: ChartData, look: ChartLook): ChartPlan {
  const couldLabel = isColumnar(data) && data.valueLabels !== false;
  const hidesAxis = couldLabel && canLabelAll(data, look);
  const isLabelled = couldLabel && (hidesAxis || data.valueLabels === true);
  const namesAtEnds = canNameEnds(data, look);
  const axisNames = { left: axisName(data, 'left'), right: axisName(data, 'right') };
  const key = needsKey(data, namesAtEnds, axisNames) ? keyRows(data, look) : [];
  const marks = data.marks.length > 0 ? markRows(data, look) : noMarks;
  const inner = { isLabelled, hidesAxis, namesAtEnds, axisNames, key, marks };
  const padding = paddingOf(inner, data, look);
  const room = {
    width: look.width - padding.left - padding.right - (hidesAxis ? 0 : axisRoom(data, look)),
    height: look.height - padding.top - padding.bottom,
  };
  const { lines: categories, isCrowded } = fitCategories(data, room, look);
  return { ...inner, padding, room, categories, isCrowded };
}

/** Numbers at all bars or points say more than an axis, where they are few and there is room. */
function canLabelAll(data: ChartData, look: ChartLook): boolean {
  const { series, labels, stacked, horizontal } = data;
  const isPlain = data.xScale === 'category' && data.yScale === 'linear' && !hasRightAxis(data);
  const abreast = stacked ? 1 : series.length;
  if (!isPlain || labels.length * abreast > maxLabelled) return false;
  if (series.length > 1 && hasShape(data, 'line', 'area')) return false;
  if (horizontal) return (look.height / labels.length) * (0.8 / abreast) >= look.size;
  const slot = look.width / labels.length;
  const room = abreast === 1 ? slot - look.size * 0.5 : (slot * 0.7) / abreast;
  return widest(valueTexts(data), look, 'bold') <= room;
}

/** What stands at the bars and points; of stacks, the totals. */
export function valueTexts(data: ChartData): readonly string[] {
  const [first] = data.series;
  if (data.stacked && first) {
    const format = valueFormat(data, first);
    return data.labels.map((_, category) =>
      format.format(stackTotals(data.series, category).above),
    );
  }
  return data.series.flatMap((series) => {
    const format = valueFormat(data, series);
    return series.values.flatMap((value) => (value === null ? [] : [format.format(value)]));
  });
}

/** Lines and areas carry their names at their right ends, stacks beside the last one. */
function canNameEnds(data: ChartData, look: ChartLook): boolean {
  const { series } = data;
  if (!isColumnar(data) || series.length < 2 || data.horizontal || hasRightAxis(data)) return false;
  const areStacks = data.stacked && series.every((each) => shapeOf(data, each) === 'bar');
  if (hasShape(data, 'bar') && !(areStacks && series.every(({ values }) => values.at(-1)))) {
    return false;
  }
  const fitsBeside = endRoom(data, look) <= look.width * 0.3;
  return fitsBeside && series.length * look.size * 1.25 <= look.height * 0.75;
}

function endRoom({ series }: ChartData, look: ChartLook): number {
  const names = series.map(({ name }) => name);
  return widest(names, look, 'bold') + look.size;
}

function needsKey(data: ChartData, namesAtEnds: boolean, axes: ChartPlan['axisNames']): boolean {
  if (data.series.length < 2 || namesAtEnds) return false;
  if (data.type === 'pie' || data.type === 'doughnut' || data.type === 'polarArea') return false;
  const isNamed = ({ name, axis }: ChartData['series'][number]): boolean => axes[axis] === name;
  return !data.series.every(isNamed);
}

/** An axis has a name where there are two, or where both axes count something. */
function axisName(data: ChartData, axis: Axis): string {
  const isOneOfTwo = hasRightAxis(data);
  if (!isOneOfTwo && !isCloud(data)) return '';
  const [only, ...others] = seriesOn(data, axis);
  if (!only) return '';
  if (isOneOfTwo && others.length === 0) return only.series.name;
  return (axis === 'left' ? data.y : undefined) ?? (others.length === 0 ? only.series.name : '');
}

function paddingOf(
  plan: Omit<ChartPlan, 'padding' | 'room' | 'categories' | 'isCrowded'>,
  data: ChartData,
  look: ChartLook,
): ChartPlan['padding'] {
  const { size } = look;
  const hasNames = plan.axisNames.left !== '' || plan.axisNames.right !== '';
  const rows =
    (standsBeside(data, look) ? 0 : plan.key.length) * keyRowHeight +
    (hasNames ? nameRow : 0) +
    plan.marks.height;
  const isUpright = plan.isLabelled && !data.horizontal;
  const right = plan.namesAtEnds ? endPadding(data, look) : size * 0.5;
  const labels =
    plan.isLabelled && data.horizontal ? widest(valueTexts(data), look, 'bold') + size * 0.7 : 0;
  return {
    top: size * (rows + (isUpright ? 1.7 : 0.6)),
    right: Math.max(right, labels),
    bottom: size * 0.15,
    left: plan.hidesAxis && !data.horizontal ? size * 0.5 : 0,
  };
}

/** Names begin where the last bar or point ends, which may be well before the chart's own end. */
function endPadding(data: ChartData, look: ChartLook): number {
  const room = endRoom(data, look);
  const slot = (look.width - room) / data.labels.length;
  const margin = hasShape(data, 'bar')
    ? (slot - barThickness(slot, 1, look)) / 2
    : hasOffset(data)
      ? slot / 2
      : 0;
  return Math.max(look.size * 0.5, room - margin);
}

function axisRoom(data: ChartData, look: ChartLook): number {
  if (data.horizontal) return 0;
  const axes: readonly Axis[] = hasRightAxis(data) ? ['left', 'right'] : ['left'];
  const rooms = axes.map((axis) => {
    const [first] = seriesOn(data, axis);
    const { low, high } = axisExtent(data, axis);
    const texts = first ? [low, high].map((n) => valueFormat(data, first.series).format(n)) : [];
    return widest(texts, look, 'normal') + look.size * 0.6;
  });
  return rooms.reduce((sum, room) => sum + room, 0);
}

interface FittedNames {
  readonly lines: ChartPlan['categories'];
  readonly isCrowded: boolean;
}

/**
 * The categories in the lines that they need. Where they have no room, some of what has an order are
 * left out (`undefined`); the names of bars are cut, which the author had better be told.
 */
function fitCategories(data: ChartData, room: ChartPlan['room'], look: ChartLook): FittedNames {
  const unfitted = { lines: undefined, isCrowded: false };
  if (!isColumnar(data) || data.xScale !== 'category') return unfitted;
  const { labels, horizontal } = data;
  const slot = (horizontal ? room.height : room.width) / labels.length;
  const width = horizontal ? look.width * 0.36 : slot - look.size * 0.3;
  const maxLines = horizontal ? Math.floor(slot / (look.size * leading)) : 3;
  const wrapped = labels.map((label, index) => {
    const weight = isSetApart(data, index) ? 'bold' : 'normal';
    const lines = wrapText(label, width, weight, look);
    const fits = lines.length <= maxLines && widest(lines, look, weight) <= width;
    return { weight, lines, fits } as const;
  });
  if (wrapped.every(({ fits }) => fits)) {
    return { lines: wrapped.map(({ lines }) => lines), isCrowded: false };
  }
  if (!hasShape(data, 'bar') || labels.every(isOrdinal)) return unfitted;
  if (maxLines < 1 || width < look.size * 2) return { ...unfitted, isCrowded: true };
  const cut = wrapped.map(({ lines, weight, fits }) =>
    fits ? lines : cutLines(lines, maxLines, width, weight, look),
  );
  return { lines: cut, isCrowded: true };
}
