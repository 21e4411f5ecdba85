import { ownValue } from '../../base/own-value.ts';
import type { ChartSpec, JsonObject } from '../../model/chart.ts';
import type { Feature } from '../../model/rendered.ts';

type ChartFeature = Extract<Feature, `chart-${string}`>;

/** The parts of Chart.js that each type of chart needs. */
const modules: Readonly<Record<ChartFeature, readonly string[]>> = {
  'chart-bar': ['BarController', 'BarElement'],
  'chart-line': ['LineController', 'LineElement', 'PointElement'],
  'chart-area': ['LineController', 'LineElement', 'PointElement', 'Filler'],
  'chart-pie': ['PieController', 'ArcElement'],
  'chart-doughnut': ['DoughnutController', 'ArcElement'],
  'chart-scatter': ['ScatterController', 'PointElement'],
  'chart-bubble': ['BubbleController', 'PointElement'],
  'chart-radar': ['RadarController', 'LineElement', 'PointElement', 'RadialLinearScale', 'Filler'],
  'chart-polarArea': ['PolarAreaController', 'ArcElement', 'RadialLinearScale'],
  'chart-log': ['LogarithmicScale'],
  'chart-time': [],
  'chart-rtl': [],
};
const always = ['CategoryScale', 'LinearScale', 'Tooltip'];

/** The parts that a chart's own options may enable. */
const optional: Readonly<Record<string, string>> = {
  legend: 'Legend',
  title: 'Title',
  subtitle: 'SubTitle',
  decimation: 'Decimation',
  filler: 'Filler',
  logarithmic: 'LogarithmicScale',
};

/** The parts of Chart.js that a deck's charts need; none where it has no charts. */
export function chartModules(
  features: ReadonlySet<Feature>,
  specs: readonly ChartSpec[],
): readonly string[] {
  const named = Object.entries(modules).filter(([feature]) => features.has(feature as Feature));
  if (named.length === 0) return [];
  const asked = specs.flatMap(({ options }) => askedFor(options));
  return [...new Set([...always, ...named.flatMap(([, own]) => own), ...asked])].sort();
}

function askedFor(options: JsonObject): readonly string[] {
  const plugins = Object.keys((options.plugins ?? {}) as JsonObject);
  const scales = Object.values((options.scales ?? {}) as JsonObject);
  const types = scales.map((scale) => String((scale as JsonObject | null)?.type));
  return [...plugins, ...types].flatMap((name) => ownValue(optional, name) ?? []);
}

/** Modules of `src/chart/` that only some charts need, and the features that indicate these charts. */
const drawings: Readonly<Record<string, readonly ChartFeature[]>> = {
  slices: ['chart-pie', 'chart-doughnut', 'chart-polarArea'],
  'slice-labels': ['chart-pie', 'chart-doughnut', 'chart-polarArea'],
  'point-labels': ['chart-scatter', 'chart-bubble'],
  'radial-axis': ['chart-radar', 'chart-polarArea'],
  time: ['chart-time'],
  mirror: ['chart-rtl'],
};

/** The modules of `src/chart/` that a deck's charts do not need. */
export function unusedDrawings(
  features: ReadonlySet<Feature>,
  specs: readonly ChartSpec[],
): readonly string[] {
  const unused = Object.entries(drawings).filter(
    ([, needs]) => !needs.some((n) => features.has(n)),
  );
  const hasAnnotations = specs.some(({ annotations }) => annotations.length > 0);
  const hasPatterns = specs.some(({ patterns, series }) => patterns ?? series?.length > 1);
  const hasScales = specs.some(({ options }) => options.scales !== undefined);
  return [
    ...unused.map(([name]) => name),
    ...(hasAnnotations ? [] : ['annotations']),
    ...(hasPatterns ? [] : ['hatch']),
    ...(hasScales ? [] : ['step-size']),
  ];
}
