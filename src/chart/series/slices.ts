import { cutLines, spread, wrapText } from '../labels/text.ts';
import { numberFormat, valueFormat } from '../scale/numbers.ts';
import { type ChartLook, leading, type Weight, widest } from '../style.ts';
import { type ChartData, isSetApart } from './data.ts';

/** A part of a pie, doughnut or polar area, as it lies in the circle. */
export interface Slice {
  readonly category: number;
  readonly value: number;
  /** Of its middle, clockwise from the right, in radians. */
  readonly angle: number;
}

export interface LabelLine {
  readonly text: string;
  readonly weight: Weight;
}

/** What stands beside a part: its name, its value. */
export interface SliceLabel {
  readonly slice: Slice;
  readonly lines: readonly LabelLine[];
  readonly width: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** How the circle and the labels beside it share the room. */
export interface SlicePlan {
  /** How far the first part is turned from the top, in degrees. */
  readonly rotation: number;
  readonly labels: readonly SliceLabel[];
  readonly center: Place;
  readonly radius: number;
  /** Two labels' least distance, from middle to middle. */
  readonly gap: number;
  /** More parts than labels that have room. */
  readonly isCrowded: boolean;
}

/** From the rim to the labels, in multiples of the text's size. */
const reach = 1.6;
/** Of the smallest circle, likewise. */
const minRadius = 1.4;

/** Turns tried where the labels of small parts would have to stand far from these. */
const rotations = Array.from({ length: 23 }, (_, i) => (i + 1) * 15);

/** Parts begin at the top; where many small ones lie together, these are turned to a side. */
export function planSlices(data: ChartData, look: ChartLook): SlicePlan {
  const upright = planTurned(data, look, 0);
  let [best, distance] = [upright, farthest(upright, look)];
  const isNear = distance < Math.max(upright.radius * 0.5, look.size * 3.5);
  if (data.type === 'polarArea' || isNear) return upright;
  for (const rotation of rotations) {
    const plan = planTurned(data, look, rotation);
    const own = farthest(plan, look);
    if (own < distance * 0.9) [best, distance] = [plan, own];
  }
  return best;
}

/** How far from its wished height the worst label stands. */
function farthest(plan: SlicePlan, look: ChartLook): number {
  const distances = placeLabels(plan, look).map(({ slice, y }) =>
    Math.abs(y - plan.center.y - Math.sin(slice.angle) * plan.radius),
  );
  return Math.max(0, ...distances);
}

function planTurned(data: ChartData, look: ChartLook, rotation: number): SlicePlan {
  const slices = slicesOf(data, rotation);
  const lineHeight = look.size * leading;
  const named = [true, false].flatMap((right) =>
    largest(
      slices.filter((slice) => isRight(slice) === right),
      Math.floor(look.height / lineHeight),
    ),
  );
  const onRight = named.filter(isRight).length;
  const perSide = look.height / Math.max(1, onRight, named.length - onRight);
  const isCrowded = named.length < slices.length;
  const hasTwoLines = perSide >= lineHeight * 2.15;
  const labels = named.map((slice) => {
    const value = isCrowded || data.valueLabels === false ? '' : valueText(slice.value, data);
    return labelOf(slice, value, data, look, hasTwoLines);
  });
  const lines = Math.max(1, ...labels.map((label) => label.lines.length));
  const room = (side: readonly SliceLabel[]): number =>
    Math.max(0, ...side.map(({ width }) => width)) + look.size * reach;
  const left = room(labels.filter(({ slice }) => !isRight(slice)));
  const right = room(labels.filter(({ slice }) => isRight(slice)));
  const diameter = Math.min(look.height - look.size * 0.8, look.width - left - right);
  const radius = Math.max(look.size * minRadius, diameter / 2);
  // In the middle, or as near to it as the labels let it be.
  const x = Math.max(left + radius, Math.min(look.width / 2, look.width - right - radius));
  return {
    rotation,
    labels,
    center: { x, y: look.height / 2 },
    radius,
    gap: Math.min(lineHeight * lines + look.size * 0.12, perSide),
    isCrowded,
  };
}

/** Of slices so many of the largest ones, in their order. */
function largest(slices: readonly Slice[], count: number): readonly Slice[] {
  const kept = slices.toSorted((a, b) => b.value - a.value).slice(0, count);
  return slices.filter((slice) => kept.includes(slice));
}

function slicesOf(data: ChartData, rotation: number): readonly Slice[] {
  const values = data.series[0]?.values ?? [];
  const total = totalOf(data);
  const isEven = data.type === 'polarArea';
  let turned = rotation / 360;
  return values.flatMap((value, category) => {
    const share = isEven ? 1 / values.length : (value ?? 0) / total;
    const angle = (turned + share / 2) * 2 * Math.PI - Math.PI / 2;
    turned += share;
    return value ? [{ category, value, angle }] : [];
  });
}

export function isRight({ angle }: Slice): boolean {
  return Math.cos(angle) >= -1e-9;
}

/** @param value nothing, where only the name has room */
function labelOf(
  slice: Slice,
  value: string,
  data: ChartData,
  look: ChartLook,
  hasTwoLines: boolean,
): SliceLabel {
  const beside = look.width / 2 - (reach + minRadius) * look.size;
  const room = Math.min(look.width * 0.3, beside);
  const name = data.labels[slice.category] ?? '';
  const isBehind = data.highlight.length > 0 && !isSetApart(data, slice.category);
  const weight = isBehind ? 'normal' : 'bold';
  const lines: LabelLine[] = hasTwoLines
    ? [
        ...fitted(name, room, beside, weight, look).map((text) => ({ text, weight }) as const),
        ...fitted(value, room, beside, 'normal', look).map(
          (text) => ({ text, weight: 'normal' }) as const,
        ),
      ]
    : [{ text: joined(name, value, room * 1.2, weight, look), weight }];
  const width = Math.max(...lines.map(({ text, weight }) => widest([text], look, weight)));
  return { slice, lines, width };
}

/** A text in as many lines as it needs, words cut that are longer than may be; none where there is none. */
function fitted(
  text: string,
  room: number,
  most: number,
  weight: Weight,
  look: ChartLook,
): readonly string[] {
  const lines = text ? wrapText(text, room, weight, look) : [];
  return cutLines(lines, lines.length, most, weight, look);
}

/** A name and its value in one line, the name cut where it must be. */
function joined(
  name: string,
  value: string,
  room: number,
  weight: Weight,
  look: ChartLook,
): string {
  const rest = room - (value ? look.measure(`  ${value}`, weight) : 0);
  const [short = ''] = cutLines([name], 1, rest, weight, look);
  return value ? `${short}  ${value}` : short;
}

/** The value, and what share of the whole it is, where it is not a share itself. */
function valueText(value: number, data: ChartData): string {
  const [series] = data.series;
  if (!series) return '';
  const written = valueFormat(data, series).format(value);
  if (data.type === 'polarArea' || isShare(data)) return written;
  const share = numberFormat(data.lang, { style: 'percent' });
  return `${written} (${share.format(value / totalOf(data))})`;
}

/** Values that are percentages already. */
export function isShare({ unit = '', format }: ChartData): boolean {
  return format?.style === 'percent' || format?.unit === 'percent' || /%|percent/i.test(unit);
}

export function totalOf({ series }: ChartData): number {
  return (series[0]?.values ?? []).reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** A label's place beside a circle. */
export interface PlacedLabel extends SliceLabel {
  readonly x: number;
  /** Of its middle. */
  readonly y: number;
}

/** Sets the labels beside a circle, each as near to its part as the others let it. */
export function placeLabels(
  { labels, gap, radius, center }: SlicePlan,
  look: ChartLook,
): readonly PlacedLabel[] {
  const distance = radius + look.size * 0.7;
  return [true, false].flatMap((right) => {
    const side = labels.filter(({ slice }) => isRight(slice) === right);
    const heights = spread(
      side.map(({ slice }) => ({ x: 0, y: center.y + Math.sin(slice.angle) * distance })),
      gap,
      gap / 2,
      look.height - gap / 2,
    );
    return side.map((label, index) => {
      const y = heights[index] ?? 0;
      // As near to the circle as its curve lets a label come at that height.
      const rise = Math.max(0, Math.abs(y - center.y) - (gap - look.size * leading) / 2);
      const chord = Math.sqrt(Math.max(0, distance ** 2 - rise ** 2));
      // And no nearer to the middle than its part is, so that lines lead outwards.
      const own = Math.abs(Math.cos(label.slice.angle)) * distance;
      const out = Math.max(chord, own, distance * 0.3) + look.size * 0.6;
      return { ...label, x: center.x + (right ? out : -out), y };
    });
  });
}
