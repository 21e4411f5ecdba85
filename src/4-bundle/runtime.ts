import { cached } from '../cache.ts';
import type { Feature } from '../deck.ts';
import { fingerprint, runtimeFolder } from './fingerprint.ts';
import { libraryVersion } from './packages.ts';
import { revealSource } from './reveal-source.ts';

/** What Chart.js must have for each kind of chart. */
const chartParts: Readonly<Record<Extract<Feature, `chart-${string}`>, readonly string[]>> = {
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
};
const everyChart = ['CategoryScale', 'LinearScale', 'Tooltip'];

/**
 * The script that runs a deck in the browser: reveal.js, and of Lectern's own code and of Chart.js
 * what the deck's features ask for. The same for all decks with the same features.
 */
export async function bundleRuntime(features: ReadonlySet<Feature>): Promise<string> {
  const entry = writeEntry(features);
  const versions = ['esbuild', 'reveal.js', 'chart.js'].map(libraryVersion);
  return cached('runtime', [entry, fingerprint(), ...versions], () => bundle(entry, features));
}

/** The module that imports what the deck needs and starts it. */
export function writeEntry(features: ReadonlySet<Feature>): string {
  const chartModules = chartModulesFor(features);
  const lines = [`import { start } from './main.ts';`];
  const extras: string[] = [];
  if (features.has('code-steps')) {
    lines.push(`import { codeSteps } from './steps.ts';`);
    extras.push('codeSteps');
  }
  if (chartModules.length > 0) {
    lines.push(
      `import { Chart, ${chartModules.join(', ')} } from 'chart.js';`,
      `import { charts } from './charts.ts';`,
      `import { chartData } from './chart-data.ts';`,
      `Chart.register(${chartModules.join(', ')});`,
    );
    extras.push('charts', 'chartData');
  }
  return [...lines, `start({ ${extras.join(', ')} });`, ''].join('\n');
}

function chartModulesFor(features: ReadonlySet<Feature>): readonly string[] {
  const named = Object.entries(chartParts).filter(([feature]) => features.has(feature as Feature));
  if (named.length === 0) return [];
  return [...new Set([...everyChart, ...named.flatMap(([, modules]) => modules)])].sort();
}

async function bundle(entry: string, features: ReadonlySet<Feature>): Promise<string> {
  const { build } = await import('esbuild');
  const result = await build({
    stdin: { contents: entry, resolveDir: runtimeFolder, sourcefile: 'entry.ts', loader: 'ts' },
    plugins: [revealSource()],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    // The user's own settings for TypeScript are no business of ours.
    tsconfigRaw: '{}',
    banner: { js: licences(features) },
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text.trimEnd() ?? '';
}

function licences(features: ReadonlySet<Feature>): string {
  const hasCharts = chartModulesFor(features).length > 0;
  const reveal = `reveal.js ${libraryVersion('reveal.js')} (c) Hakim El Hattab`;
  const chart = `, Chart.js ${libraryVersion('chart.js')} (c) Chart.js Contributors`;
  return `/*! ${reveal}${hasCharts ? chart : ''}; MIT licence */`;
}
