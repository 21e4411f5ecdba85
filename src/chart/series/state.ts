import type { ChartData } from './data.ts';

/** How many categories and series of a chart are shown, counted from the first. */
export interface Shown {
  readonly categories: number;
  readonly series: number;
}

/** What a chart shows, and whether changes are animated. */
export interface ChartState {
  readonly shown: Shown;
  /** What was shown before; the rest enters with an animation. */
  readonly before: Shown;
  /** False in print and with reduced motion. */
  readonly animated: boolean;
}

export const noneShown: Shown = { categories: 0, series: 0 };

/** The complete chart, without animation. */
export function finalState(data: ChartData): ChartState {
  const shown = shownAt(data, Number.POSITIVE_INFINITY);
  return { shown, before: shown, animated: false };
}

/** What is shown at a step; the first step is 0. */
export function shownAt({ labels, series, steps }: ChartData, step: number): Shown {
  const all = { categories: labels.length, series: series.length };
  if (steps === 'none') return all;
  if (steps === 'series') return { ...all, series: Math.min(step + 1, all.series) };
  if (steps === 'points') return { ...all, categories: Math.min(step + 1, all.categories) };
  return { ...all, categories: Math.min(steps[step] ?? all.categories, all.categories) };
}

/** Whether the item of this series and category is shown. */
export function isShown({ shown }: ChartState, series: number, category: number): boolean {
  return series < shown.series && category < shown.categories;
}

/** Whether the item of this series and category has just been added. */
export function isNew({ before, shown }: ChartState, series: number, category: number): boolean {
  const isVisible = series < shown.series && category < shown.categories;
  return isVisible && (series >= before.series || category >= before.categories);
}
