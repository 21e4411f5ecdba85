import type {
  ChartConfiguration,
  ChartDataset,
  ChartOptions,
  Plugin,
  ScriptableContext,
} from 'chart.js';
import { categoryAxis, maxLabelled, valueAxis } from './chart-axes.ts';
import { type ChartData, isSetApart, numberFormat } from './chart-data.ts';
import type { ChartLook } from './chart-look.ts';
import { endLabels, key, keyRows, sweep, valueLabels } from './chart-plugins.ts';

/** Which of the categories stand there, and how they come. */
export interface ChartState {
  /** How many categories are shown, from the first on. */
  readonly visible: number;
  /** What is new: the whole chart, the last category that is shown, or nothing. */
  readonly entrance: 'chart' | 'point' | 'none';
  /** False on paper and for those who asked for less motion. */
  readonly animated: boolean;
}

type Kind = 'bar' | 'line';
type Config = ChartConfiguration<Kind, (number | null)[], string>;
type Options = ChartOptions<Kind>;
type Dataset = ChartDataset<Kind, (number | null)[]>;

const duration = 700;

/** The chart as Chart.js draws it. Its axes hold all the data from the first step on. */
export function chartConfig(data: ChartData, look: ChartLook, state: ChartState): Config {
  const format = numberFormat(data);
  const labelled = isLabelled(data, look, format);
  const plugins: Plugin<Kind>[] = [];
  if (labelled) plugins.push(valueLabels(format, look, (index) => isSetApart(data, index)));
  if (hasEndLabels(data)) plugins.push(endLabels(look));
  if (hasKey(data)) plugins.push(key(look));
  if (state.animated && state.entrance === 'chart' && data.type !== 'bar') {
    plugins.push(sweep(duration));
  }
  return {
    type: kindOf(data),
    data: {
      labels: [...data.labels],
      datasets: data.series.map((_, index) => dataset(data, index, look, state)),
    },
    options: options(data, look, state, labelled, format),
    plugins,
  };
}

function kindOf({ type }: ChartData): Kind {
  return type === 'bar' ? 'bar' : 'line';
}

/** Numbers at the points say more than an axis, where they are few and there is room. */
function isLabelled(data: ChartData, look: ChartLook, format: Intl.NumberFormat): boolean {
  const [only, ...others] = data.series;
  if (!only || others.length > 0 || data.labels.length > maxLabelled) return false;
  const widths = only.values.map((value) =>
    value === null ? 0 : look.measure(format.format(value)),
  );
  return Math.max(...widths) + look.size / 2 <= look.width / data.labels.length;
}

/** Lines and areas that are several carry their names at their ends. */
function hasEndLabels({ type, series }: ChartData): boolean {
  return type !== 'bar' && series.length > 1;
}

/** Bars that are several are told apart by a key. */
function hasKey({ type, series }: ChartData): boolean {
  return type === 'bar' && series.length > 1;
}

function dataset(data: ChartData, index: number, look: ChartLook, state: ChartState): Dataset {
  const { name = '', values = [] } = data.series[index] ?? {};
  const color = seriesColor(data, index, look);
  const shown = values.map((value, category) => (category < state.visible ? value : null));
  const points = data.labels.map((_, category) => pointColor(data, category, look, color));
  const common = { label: name, data: shown };
  if (data.type === 'bar') {
    return {
      ...common,
      backgroundColor: points,
      hoverBackgroundColor: points,
      borderRadius: 3,
      categoryPercentage: data.series.length > 1 ? 0.76 : 0.86,
      barPercentage: 0.9,
      maxBarThickness: 110,
    };
  }
  return {
    ...common,
    borderColor: color,
    borderWidth: 4,
    borderJoinStyle: 'round',
    borderCapStyle: 'round',
    backgroundColor: `color-mix(in srgb, ${color} 22%, transparent)`,
    fill: data.type === 'area' ? 'origin' : false,
    pointBackgroundColor: points,
    pointHoverBackgroundColor: points,
    pointBorderColor: look.ground,
    pointBorderWidth: 2,
    pointRadius: data.labels.length > 2 * maxLabelled ? 0 : 6,
    pointHoverRadius: 8,
    clip: false,
  };
}

/** With something set apart, the rest of a single series steps back. */
function seriesColor(data: ChartData, index: number, look: ChartLook): string {
  const own = look.palette[index % look.palette.length] ?? look.highlight;
  return data.series.length === 1 && data.highlight.length > 0 ? look.muted : own;
}

function pointColor(data: ChartData, category: number, look: ChartLook, color: string): string {
  return data.series.length === 1 && isSetApart(data, category) ? look.highlight : color;
}

function options(
  data: ChartData,
  look: ChartLook,
  state: ChartState,
  labelled: boolean,
  format: Intl.NumberFormat,
): Options {
  const names = data.series.map(({ name }) => name);
  const endRoom = Math.max(...names.map(look.measure));
  const rows = hasKey(data) ? keyRows(names, look).length : 0;
  return {
    responsive: true,
    maintainAspectRatio: false,
    locale: data.lang,
    font: { family: look.font, size: look.size },
    color: look.text,
    layout: {
      padding: {
        top: look.size * (labelled ? 1.9 : (rows > 0 ? 0.9 : 0.6) + rows * 1.75),
        right: hasEndLabels(data) ? endRoom + look.size : look.size * 0.5,
        left: labelled ? look.size * 0.5 : 0,
      },
    },
    interaction: { mode: 'index', intersect: false },
    animation: state.animated ? { duration, easing: 'easeOutCubic' } : false,
    animations: data.type === 'bar' ? {} : { x: comesFrom('x', state), y: comesFrom('y', state) },
    scales: {
      x: categoryAxis(data, look),
      y: valueAxis(data, look, labelled),
    },
    plugins: { tooltip: tooltip(data, look, format) },
  };
}

/** A line's points stand where they belong from the start; a new one leaves from the one before it. */
function comesFrom(axis: 'x' | 'y', { visible, entrance }: ChartState) {
  return {
    from: ({ type, chart, datasetIndex, dataIndex }: ScriptableContext<Kind>) => {
      if ((type as string) !== 'data' || entrance === 'none') return undefined;
      const isNew = entrance === 'point' && dataIndex === visible - 1;
      if (entrance === 'point' && !isNew) return undefined;
      const points = chart.getDatasetMeta(datasetIndex).data;
      return points[isNew ? dataIndex - 1 : dataIndex]?.getProps([axis], true)[axis];
    },
  };
}

function tooltip(data: ChartData, look: ChartLook, format: Intl.NumberFormat) {
  const font = { family: look.font, size: look.size };
  return {
    displayColors: data.series.length > 1,
    padding: look.size * 0.6,
    cornerRadius: 4,
    titleFont: { ...font, weight: 'bold' as const },
    bodyFont: font,
    callbacks: {
      label: ({ datasetIndex, raw }: { datasetIndex: number; raw: unknown }) => {
        const name = data.series.length > 1 ? `${data.series[datasetIndex]?.name}:` : '';
        const number = typeof raw === 'number' ? format.format(raw) : '–';
        return [name, number, data.unit ?? ''].filter(Boolean).join(' ');
      },
    },
  };
}
