import type { ChartData } from './data.ts';

/** How much of a chart is there: categories and series, from the first on. */
export interface Shown {
  readonly categories: number;
  readonly series: number;
}

/** What a chart shows, and how it comes. */
export interface ChartState {
  readonly shown: Shown;
  /** What was there already; the rest makes its entrance. As much as is shown: nothing does. */
  readonly before: Shown;
  /** False on paper and for those who asked for less motion. */
  readonly animated: boolean;
}

export const nothing: Shown = { categories: 0, series: 0 };

/** The whole chart, still. */
export function finalState(data: ChartData): ChartState {
  const shown = shownAt(data, Number.POSITIVE_INFINITY);
  return { shown, before: shown, animated: false };
}

/** What is there at a step; the first is 0. */
export function shownAt({ labels, series, steps }: ChartData, step: number): Shown {
  const all = { categories: labels.length, series: series.length };
  if (steps === 'none') return all;
  if (steps === 'series') return { ...all, series: Math.min(step + 1, all.series) };
  if (steps === 'points') return { ...all, categories: Math.min(step + 1, all.categories) };
  return { ...all, categories: Math.min(steps[step] ?? all.categories, all.categories) };
}

/** Whether what stands in category `category` of series `series` is there. */
export function isShown({ shown }: ChartState, series: number, category: number): boolean {
  return series < shown.series && category < shown.categories;
}

/** Whether it makes its entrance. */
export function isNew({ before, shown }: ChartState, series: number, category: number): boolean {
  const isThere = series < shown.series && category < shown.categories;
  return isThere && (series >= before.series || category >= before.categories);
}
