import { truncateLines, wrapText } from '../labels/text.ts';
import { isOrdinal } from '../scale/columns.ts';
import { type ChartData, hasShape, isBarLineOrArea, isHighlighted } from '../series/data.ts';
import { type ChartStyle, leading, widest } from '../style.ts';

/** The size of the plot area, in pixels. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** The labels of the category axis. */
export interface CategoryLabels {
  /** The lines of each label, if all labels fit. */
  readonly lines: readonly (readonly string[])[] | undefined;
  /** Some labels are cut, although each category has its own name. */
  readonly isCrowded: boolean;
}

/**
 * Wraps the labels of the category axis. If they do not fit, labels with an order, such as years, are
 * thinned by Chart.js (`lines` is `undefined`); the names of bars are cut, which is reported.
 */
export function fitCategoryLabels(
  data: ChartData,
  plotSize: PlotSize,
  style: ChartStyle,
): CategoryLabels {
  const unfitted = { lines: undefined, isCrowded: false };
  if (!isBarLineOrArea(data) || data.xScale !== 'category') return unfitted;
  const { labels, horizontal } = data;
  const slot = (horizontal ? plotSize.height : plotSize.width) / labels.length;
  const width = horizontal ? maxLabelWidth(plotSize, style) : slot - style.size * 0.3;
  const maxLines = horizontal ? Math.floor(slot / (style.size * leading)) : 3;
  const wrapped = labels.map((label, index) => {
    const weight = isHighlighted(data, index) ? 'bold' : 'normal';
    const lines = wrapText(label, width, weight, style);
    const fits = lines.length <= maxLines && widest(lines, style, weight) <= width;
    return { weight, lines, fits } as const;
  });
  if (wrapped.every(({ fits }) => fits)) {
    return { lines: wrapped.map(({ lines }) => lines), isCrowded: false };
  }
  if (!hasShape(data, 'bar') || labels.every(isOrdinal)) return unfitted;
  if (maxLines < 1 || width < style.size * 2) return { ...unfitted, isCrowded: true };
  const cut = wrapped.map(({ lines, weight, fits }) =>
    fits ? lines : truncateLines(lines, maxLines, width, weight, style),
  );
  return { lines: cut, isCrowded: true };
}

/** The width available to labels next to horizontal bars: Chart.js limits them to half of the chart. */
export function maxLabelWidth(plotSize: PlotSize, style: ChartStyle): number {
  return Math.min(style.width * 0.36, plotSize.width / 2 - style.size * 0.5);
}
