import { spreadVertically, truncateLines, wrapText } from '../labels/text.ts';
import { valueFormat } from '../scale/numbers.ts';
import { writeShares } from '../scale/shares.ts';
import { type ChartStyle, leading, type Weight, widest } from '../style.ts';
import { type ChartData, isHighlighted } from './data.ts';
import { cutoutOf, type Sector, sectorOf } from './sector.ts';

/** A slice of a pie, doughnut or polar area chart. */
interface Slice {
  readonly category: number;
  readonly value: number;
  /** The angle of its middle, clockwise from the right, in radians. */
  readonly angle: number;
}

interface LabelLine {
  readonly text: string;
  readonly weight: Weight;
}

/** The label next to a slice: its name and value. */
interface SliceLabel {
  readonly slice: Slice;
  readonly lines: readonly LabelLine[];
  readonly width: number;
}

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** The layout of a circle and the labels next to it. */
export interface SlicePlan {
  readonly labels: readonly SliceLabel[];
  readonly center: Position;
  readonly radius: number;
  /** The part of the circle that is drawn. */
  readonly sector: Sector;
  /** The minimum distance between the centers of two labels. */
  readonly gap: number;
  /** Not all labels fit. */
  readonly isCrowded: boolean;
}

/** The distance from the edge to the labels, in multiples of the text size. */
const labelDistance = 1.6;
/** The radius of the smallest circle, in multiples of the text size. */
const minRadius = 1.4;

/** Rotations to try if the labels of small slices would be far from them, in degrees. */
const rotations = Array.from({ length: 23 }, (_, i) => (i + 1) * 15);

/** Lays out slices from the top; if many small ones are adjacent, rotates them to a side. */
export function planSlices(data: ChartData, style: ChartStyle): SlicePlan {
  const { rotation: own, circumference } = data.options;
  const isPolar = data.type === 'polarArea';
  const angle = (value: unknown, otherwise: number): number =>
    typeof value === 'number' && !isPolar ? value : otherwise;
  const first = planSector(
    data,
    style,
    sectorOf(angle(own, 0), angle(circumference, 360), cutoutOf(data)),
  );
  let [best, distance] = [first, maxDisplacement(first, style)];
  const isNear = distance < Math.max(first.radius * 0.5, style.size * 3.5);
  if (isPolar || isNear || own !== undefined || circumference !== undefined) return first;
  for (const rotation of rotations) {
    const plan = planSector(data, style, sectorOf(rotation, 360, first.sector.cutout));
    const displacement = maxDisplacement(plan, style);
    if (displacement < distance * 0.9) [best, distance] = [plan, displacement];
  }
  return best;
}

/** The largest vertical distance of a label from its slice. */
function maxDisplacement(plan: SlicePlan, style: ChartStyle): number {
  const distances = placeLabels(plan, style).map(({ slice, y }) =>
    Math.abs(y - plan.center.y - Math.sin(slice.angle) * plan.radius),
  );
  return Math.max(0, ...distances);
}

function planSector(data: ChartData, style: ChartStyle, sector: Sector): SlicePlan {
  const slices = slicesOf(data, sector);
  const lineHeight = style.size * leading;
  const labeled = [true, false].flatMap((right) =>
    largest(
      slices.filter((slice) => isRight(slice) === right),
      Math.floor(style.height / lineHeight),
    ),
  );
  const rightCount = labeled.filter(isRight).length;
  const heightPerLabel = style.height / Math.max(1, rightCount, labeled.length - rightCount);
  const isCrowded = labeled.length < slices.length;
  const hasTwoLines = heightPerLabel >= lineHeight * 2.15;
  const valueText = valueTexts(data);
  const labels = labeled.map((slice) => {
    const value = isCrowded || data.valueLabels === false ? '' : valueText(slice.category);
    return labelOf(slice, value, data, style, hasTwoLines);
  });
  const lines = Math.max(1, ...labels.map((label) => label.lines.length));
  const sideWidth = (side: readonly SliceLabel[]): number =>
    Math.max(0, ...side.map(({ width }) => width)) + style.size * labelDistance;
  const left = sideWidth(labels.filter(({ slice }) => !isRight(slice)));
  const right = sideWidth(labels.filter(({ slice }) => isRight(slice)));
  const radius = Math.max(
    style.size * minRadius,
    Math.min(
      (style.height - style.size * 0.8) / sector.height,
      (style.width - left - right) / sector.width,
    ),
  );
  const half = (radius * sector.width) / 2;
  // Centered, or as close to the center as the labels allow.
  const middle = Math.max(left + half, Math.min(style.width / 2, style.width - right - half));
  return {
    labels,
    center: {
      x: middle + sector.centerX * radius,
      y: style.height / 2 + sector.centerY * radius,
    },
    radius,
    sector,
    gap: Math.min(lineHeight * lines + style.size * 0.12, heightPerLabel),
    isCrowded,
  };
}

/** The `count` largest slices, in their original order. */
function largest(slices: readonly Slice[], count: number): readonly Slice[] {
  const kept = slices.toSorted((a, b) => b.value - a.value).slice(0, count);
  return slices.filter((slice) => kept.includes(slice));
}

function slicesOf(data: ChartData, { rotation, circumference }: Sector): readonly Slice[] {
  const values = data.series[0]?.values ?? [];
  const total = totalOf(data);
  const isEven = data.type === 'polarArea';
  let start = rotation / 360;
  return values.flatMap((value, category) => {
    const share = ((isEven ? 1 / values.length : (value ?? 0) / total) * circumference) / 360;
    const angle = (start + share / 2) * 2 * Math.PI - Math.PI / 2;
    start += share;
    return value ? [{ category, value, angle }] : [];
  });
}

export function isRight({ angle }: Slice): boolean {
  return Math.cos(angle) >= -1e-9;
}

/** @param value empty if there is only room for the name */
function labelOf(
  slice: Slice,
  value: string,
  data: ChartData,
  style: ChartStyle,
  hasTwoLines: boolean,
): SliceLabel {
  const sideWidth = style.width / 2 - (labelDistance + minRadius) * style.size;
  const wrapWidth = Math.min(style.width * 0.3, sideWidth);
  const name = data.labels[slice.category] ?? '';
  const isDimmed = data.highlight.length > 0 && !isHighlighted(data, slice.category);
  const weight = isDimmed ? 'normal' : 'bold';
  const lines: LabelLine[] = hasTwoLines
    ? [
        ...fitLines(name, wrapWidth, sideWidth, weight, style).map(
          (text) => ({ text, weight }) as const,
        ),
        ...fitLines(value, wrapWidth, sideWidth, 'normal', style).map(
          (text) => ({ text, weight: 'normal' }) as const,
        ),
      ]
    : [{ text: joinNameAndValue(name, value, wrapWidth * 1.2, weight, style), weight }];
  const width = Math.max(...lines.map(({ text, weight }) => widest([text], style, weight)));
  return { slice, lines, width };
}

/** Wraps a text at `wrapWidth`; words wider than `maxWidth` are cut. No lines for an empty text. */
function fitLines(
  text: string,
  wrapWidth: number,
  maxWidth: number,
  weight: Weight,
  style: ChartStyle,
): readonly string[] {
  const lines = text ? wrapText(text, wrapWidth, weight, style) : [];
  return truncateLines(lines, lines.length, maxWidth, weight, style);
}

/** A name and its value on one line; the name is cut if it is too long. */
function joinNameAndValue(
  name: string,
  value: string,
  maxWidth: number,
  weight: Weight,
  style: ChartStyle,
): string {
  const rest = maxWidth - (value ? style.measure(`  ${value}`, weight) : 0);
  const [short = ''] = truncateLines([name], 1, rest, weight, style);
  return value ? `${short}  ${value}` : short;
}

/** The values by category, followed by their percentages of the total unless they are percentages themselves. */
function valueTexts(data: ChartData): (category: number) => string {
  const [series] = data.series;
  if (!series) return () => '';
  const format = valueFormat(data, series);
  const hasShares = data.type !== 'polarArea' && !isShare(data);
  const shares = hasShares ? writeShares(series.values, data.lang) : [];
  return (category) => {
    const value = format.format(series.values[category] ?? 0);
    const share = shares[category];
    return share ? `${value} (${share})` : value;
  };
}

/** Whether the values are percentages already. */
export function isShare({ unit = '', format }: ChartData): boolean {
  return format?.style === 'percent' || format?.unit === 'percent' || /%|percent/i.test(unit);
}

export function totalOf({ series }: ChartData): number {
  return (series[0]?.values ?? []).reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** A label with its position next to a circle. */
export interface PlacedLabel extends SliceLabel {
  readonly x: number;
  /** The vertical center. */
  readonly y: number;
}

/** Places labels next to a circle, each as close to its slice as the others allow. */
export function placeLabels(
  { labels, gap, radius, center }: SlicePlan,
  style: ChartStyle,
): readonly PlacedLabel[] {
  const distance = radius + style.size * 0.7;
  return [true, false].flatMap((right) => {
    const side = labels.filter(({ slice }) => isRight(slice) === right);
    const heights = spreadVertically(
      side.map(({ slice }) => ({ x: 0, y: center.y + Math.sin(slice.angle) * distance })),
      gap,
      gap / 2,
      style.height - gap / 2,
    );
    return side.map((label, index) => {
      const y = heights[index] ?? 0;
      // As close to the circle as its curve allows at that height.
      const rise = Math.max(0, Math.abs(y - center.y) - (gap - style.size * leading) / 2);
      const chord = Math.sqrt(Math.max(0, distance ** 2 - rise ** 2));
      // But no closer to the center than its slice, so that leader lines point outwards.
      const own = Math.abs(Math.cos(label.slice.angle)) * distance;
      const out = Math.max(chord, own, distance * 0.3) + style.size * 0.6;
      return { ...label, x: center.x + (right ? out : -out), y };
    });
  });
}
