import { numberFormat, positionFormat, valueFormat } from '../scale/numbers.ts';
import { dateFormat } from '../scale/time.ts';
import { type ChartData, isCloud, isRound } from '../series/data.ts';
import { type ChartLook, fontOf } from '../style.ts';

interface TooltipItem {
  readonly datasetIndex: number;
  readonly dataIndex: number;
}

/** What is told of a bar, point or part under the pointer. */
export function tooltip(data: ChartData, look: ChartLook) {
  return {
    // The other way around than the slide, and nothing shines through.
    backgroundColor: look.strong,
    titleColor: look.ground,
    bodyColor: look.ground,
    multiKeyBackground: look.ground,
    displayColors: data.series.length > 1,
    boxPadding: look.size * 0.25,
    padding: look.size * 0.6,
    cornerRadius: 4 * look.unit,
    caretSize: 6 * look.unit,
    caretPadding: 8 * look.unit,
    titleFont: fontOf(look, 'bold'),
    bodyFont: fontOf(look),
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
  if (point && isCloud(data)) {
    const size = numberFormat(data.lang, data.size?.format ?? {});
    const sizes = point.size === undefined ? [] : [size.format(point.size)];
    return [positionText(data, point.x), format.format(point.y), ...sizes].join('; ');
  }
  const value = series.values[dataIndex];
  const number = value === null || value === undefined ? '–' : format.format(value);
  const name = data.series.length > 1 && !isRound(data) ? `${series.name}:` : '';
  return [name, number, data.unit ?? ''].filter(Boolean).join(' ');
}

function positionText(data: ChartData, x: number): string {
  if (data.xScale === 'time') return dateFormat(data.lang, data.timeUnit).format(x);
  return positionFormat(data, x).format(x);
}
