import { numberFormat, positionFormat, valueFormat } from '../scale/numbers.ts';
import { dateFormat } from '../scale/time.ts';
import { type ChartData, isCircular, isPointChart } from '../series/data.ts';
import { type ChartStyle, fontOf } from '../style.ts';

interface TooltipItem {
  readonly datasetIndex: number;
  readonly dataIndex: number;
}

/** The tooltip of a bar, point or slice. */
export function tooltip(data: ChartData, style: ChartStyle) {
  return {
    // Inverted colors, opaque.
    backgroundColor: style.strong,
    titleColor: style.background,
    bodyColor: style.background,
    multiKeyBackground: style.background,
    displayColors: data.series.length > 1,
    boxPadding: style.size * 0.25,
    padding: style.size * 0.6,
    cornerRadius: 4 * style.unit,
    caretSize: 6 * style.unit,
    caretPadding: 8 * style.unit,
    titleFont: fontOf(style, 'bold'),
    bodyFont: fontOf(style),
    callbacks: {
      title: ([item]: readonly TooltipItem[]) => (item ? titleOf(data, item) : ''),
      label: (item: TooltipItem) => textOf(data, item),
    },
  };
}

function titleOf(data: ChartData, { datasetIndex, dataIndex }: TooltipItem): string {
  const point = data.series[datasetIndex]?.points?.[dataIndex];
  return point ? (point.label ?? '') : (data.labels[dataIndex] ?? '');
}

function textOf(data: ChartData, { datasetIndex, dataIndex }: TooltipItem): string {
  const series = data.series[datasetIndex];
  if (!series) return '';
  const format = valueFormat(data, series);
  const point = series.points?.[dataIndex];
  if (point && isPointChart(data)) {
    const size = numberFormat(data.lang, data.size?.format ?? {});
    const sizes = point.size === undefined ? [] : [size.format(point.size)];
    return [positionText(data, point.x), format.format(point.y), ...sizes].join('; ');
  }
  const value = series.values[dataIndex];
  const number = value === null || value === undefined ? '–' : format.format(value);
  const name = data.series.length > 1 && !isCircular(data) ? `${series.name}:` : '';
  return [name, number, data.unit ?? ''].filter(Boolean).join(' ');
}

function positionText(data: ChartData, x: number): string {
  if (data.xScale === 'time') return dateFormat(data.lang, data.timeUnit).format(x);
  return positionFormat(data, x).format(x);
}
