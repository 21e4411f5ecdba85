/** An axis of Chart.js while its size is computed. */
interface FittingAxis {
  maxHeight: number;
  readonly chart: { readonly height: number };
  isHorizontal(): boolean;
}

/** Chart.js cuts the labels below a chart if they need more than half of its height. */
export function takeHeight(axis: FittingAxis): void {
  if (axis.isHorizontal()) axis.maxHeight = axis.chart.height;
}
