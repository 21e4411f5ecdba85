import { type MarkRows, markRows } from './annotations.ts';
import { type CategoryNames, fitCategories, type Room } from './axes/category-labels.ts';
import { type KeyRow, keyRows } from './labels/legend.ts';
import { axisRoom, endRoom, type Padding, paddingOf, valueTexts } from './labels/padding.ts';
import { maxLabelled } from './scale/columns.ts';
import {
  type Axis,
  type ChartData,
  hasRightAxis,
  hasShape,
  isCloud,
  isColumnar,
  isRound,
  seriesOn,
  shapeOf,
} from './series/data.ts';
import { planSlices, type SlicePlan } from './series/slices.ts';
import { type ChartLook, widest } from './style.ts';

/**
 * By what means a chart tells what it tells. Numbers and names stand at what they belong to wherever
 * there is room for that; else an axis and a key tell them.
 */
export interface ChartPlan {
  /** Numbers stand at the bars and points; or only at those that are set apart. */
  readonly isLabelled: boolean;
  readonly labelsAll: boolean;
  /** The numbers make an axis of values needless. */
  readonly hidesAxis: boolean;
  /** The series' names stand at their ends. */
  readonly namesAtEnds: boolean;
  readonly key: readonly KeyRow[];
  /** Above the left and the right axis of values. */
  readonly axisNames: Readonly<Record<Axis, string>>;
  readonly marks: MarkRows;
  readonly categories: CategoryNames;
  /** Of a pie, a doughnut, a polar area. */
  readonly slices: SlicePlan | undefined;
  /** There are more names than have room: what the author had better be told. */
  readonly isCrowded: boolean;
  /** About what is left to bars, lines and points. */
  readonly room: Room;
  readonly padding: Padding;
}

const noMarks: MarkRows = { height: 0, rows: [] };

export function planChart(data: ChartData, look: ChartLook): ChartPlan {
  const couldLabel = isColumnar(data) && data.valueLabels !== false;
  const hidesAxis = couldLabel && canLabelAll(data, look);
  const labelsAll = hidesAxis || data.valueLabels === true;
  // Colour alone must not say what is set apart.
  const isLabelled = couldLabel && (labelsAll || data.highlight.length > 0);
  const namesAtEnds = canNameEnds(data, look);
  const axisNames = { left: axisName(data, 'left'), right: axisName(data, 'right') };
  const key = needsKey(data, namesAtEnds, axisNames) ? keyRows(data, look) : [];
  const marks = data.marks.length > 0 ? markRows(data, look) : noMarks;
  const inner = { isLabelled, labelsAll, hidesAxis, namesAtEnds, axisNames, key, marks };
  const padding = paddingOf(inner, data, look);
  const room = {
    width: look.width - padding.left - padding.right - (hidesAxis ? 0 : axisRoom(data, look)),
    height: look.height - padding.top - padding.bottom,
  };
  const categories = fitCategories(data, room, look);
  const slices = isRound(data) ? planSlices(data, look) : undefined;
  const isCrowded = slices?.isCrowded ?? categories.isCrowded;
  return { ...inner, padding, room, categories, slices, isCrowded };
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

function needsKey(data: ChartData, namesAtEnds: boolean, axes: ChartPlan['axisNames']): boolean {
  if (data.series.length < 2 || namesAtEnds || isRound(data)) return false;
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
