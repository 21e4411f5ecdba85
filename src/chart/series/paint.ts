import { type ChartStyle, dim, paletteColor } from '../style.ts';
import { type ChartData, isCircular, isHighlighted } from './data.ts';

/** If something is highlighted, other series are dimmed; a single series becomes gray. */
export function seriesColor(data: ChartData, index: number, style: ChartStyle): string {
  const own = paletteColor(index, style);
  const { series, highlight } = data;
  if (series.length === 1) return highlight.length > 0 && !isCircular(data) ? style.muted : own;
  const isDimmed = series.some((each) => each.highlight) && !series[index]?.highlight;
  return isDimmed ? dim(own, style) : own;
}

/** The color of a bar, point or slice. */
export function itemColor(
  data: ChartData,
  index: number,
  category: number,
  style: ChartStyle,
): string {
  const isEmphasized = isHighlighted(data, category);
  const isDimmed = data.highlight.length > 0 && !isEmphasized;
  if (isCircular(data)) {
    const own = paletteColor(category, style);
    if (isEmphasized) return style.highlight;
    return isDimmed ? dim(own, style) : own;
  }
  const own = seriesColor(data, index, style);
  if (data.series.length === 1) return isEmphasized ? style.highlight : own;
  return isDimmed ? dim(own, style) : own;
}
