import { type ChartData, extent, isSetApart } from './chart-data.ts';
import type { ChartLook } from './chart-look.ts';

/** Above so many categories numbers at each would be a thicket; then an axis tells them. */
export const maxLabelled = 12;

interface Tick {
  readonly index: number;
  readonly tick: { readonly value: number };
}

/** The categories, below the chart; what is set apart in bold. */
export function categoryAxis(data: ChartData, look: ChartLook) {
  const isBold = ({ index }: Tick): boolean => data.series.length === 1 && isSetApart(data, index);
  return {
    grid: { display: false },
    border: { display: extent(data).low >= 0, color: look.grid, width: 2 },
    offset: data.type === 'bar' || data.labels.length <= maxLabelled,
    ticks: {
      maxRotation: 0,
      autoSkipPadding: look.size,
      padding: look.size * 0.35,
      color: (tick: Tick) => (isBold(tick) ? look.strong : look.text),
      font: (tick: Tick) => ({
        family: look.font,
        size: look.size,
        weight: isBold(tick) ? ('bold' as const) : ('normal' as const),
      }),
    },
  };
}

/**
 * The numbers, left of the chart; with a label at each point they have nothing left to say, and only
 * the line of zero stays where values lie on both sides of it.
 */
export function valueAxis(data: ChartData, look: ChartLook, isLabelled: boolean) {
  const { low, high } = extent(data);
  // Below the deepest point there is room for its label.
  const floor = low < 0 ? low - (Math.max(0, high) - low) * 0.12 : 0;
  const range = isLabelled
    ? { min: floor, max: Math.max(0, high) }
    : { suggestedMin: low, suggestedMax: high };
  const zeroOnly = ({ tick }: Tick): string => (tick.value === 0 ? look.grid : 'transparent');
  return {
    display: !isLabelled || low < 0,
    // An axis that nobody sees begins at zero, as bars and areas do.
    beginAtZero: isLabelled || data.type !== 'line',
    ...range,
    grid: { color: isLabelled ? zeroOnly : look.grid, drawTicks: false },
    border: { display: false },
    ticks: {
      display: !isLabelled,
      maxTicksLimit: 6,
      padding: look.size * 0.6,
      color: look.text,
      font: { family: look.font, size: look.size },
      callback: (value: string | number) => Number(value).toLocaleString(data.lang),
    },
  };
}
