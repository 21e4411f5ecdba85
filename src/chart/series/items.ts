import type { Chart } from 'chart.js';

/** A bar or point of a chart, at its current position in an animation. */
interface Item {
  readonly category: number;
  readonly value: number;
  /** The end of a bar, or the center of a point. */
  readonly x: number;
  readonly y: number;
  /** The area of a bar; empty for a point. */
  readonly rect: Rect;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface BarProps {
  readonly x: number;
  readonly y: number;
  readonly base?: number;
  readonly width?: number;
  readonly height?: number;
  readonly horizontal?: boolean;
}

/** The bars or points of a series that are shown. */
export function shownItems(chart: Chart, index: number): readonly Item[] {
  const values: readonly unknown[] = chart.data.datasets[index]?.data ?? [];
  return chart.getDatasetMeta(index).data.flatMap((element, category): Item | readonly [] => {
    const value = numberOf(values[category]);
    if (value === undefined) return [];
    const bar = element as unknown as BarProps;
    return { category, value, x: bar.x, y: bar.y, rect: rectOf(bar) };
  });
}

/** The value of a datum, which is a number or a point. */
function numberOf(datum: unknown): number | undefined {
  if (typeof datum === 'number') return datum;
  const y = (datum as { readonly y?: unknown } | null)?.y;
  return typeof y === 'number' ? y : undefined;
}

function rectOf({ x, y, base, width = 0, height = 0, horizontal = false }: BarProps): Rect {
  if (base === undefined) return { x, y, width: 0, height: 0 };
  return horizontal
    ? { x: Math.min(x, base), y: y - height / 2, width: Math.abs(x - base), height }
    : { x: x - width / 2, y: Math.min(y, base), width, height: Math.abs(y - base) };
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
