import { bundleScript, runtimeFolder } from '../../base/browser-script.ts';
import { cached } from '../../base/cache/cache.ts';
import { codeFingerprint } from '../../base/code-fingerprint.ts';
import { libraryVersion } from '../../base/files/libraries.ts';
import type { ChartSpec } from '../../model/chart.ts';
import type { Feature } from '../../model/rendered.ts';
import { chartModules, unusedDrawings } from './chart-modules.ts';
import { chartSource } from './chart-source.ts';
import { revealSource } from './reveal-source.ts';

/** What the runtime must support. */
export interface Needs {
  readonly features: ReadonlySet<Feature>;
  readonly specs: readonly ChartSpec[];
}

/**
 * The script that runs a deck in the browser: reveal.js, and of Lectern's own code and of Chart.js
 * what the deck's features and charts ask for. The same for all decks that ask for the same.
 */
export async function bundleRuntime(needs: Needs): Promise<string> {
  const entry = writeEntry(needs);
  const unused = unusedDrawings(needs.features, needs.specs);
  const versions = ['esbuild', 'reveal.js', 'chart.js'].map(libraryVersion);
  const code = codeFingerprint('src/5-bundle/runtime/runtime.ts', 'src/runtime');
  const key = [entry, unused.join(), code, ...versions];
  return cached('runtime', key, () => bundle(entry, needs, unused));
}

/** The entry module: imports the parts that a deck needs and starts them. */
export function writeEntry({ features, specs }: Needs): string {
  const modules = chartModules(features, specs);
  const lines = [`import { start } from './main.ts';`];
  const extras: string[] = [];
  if (features.has('backdrop')) {
    lines.push(`import { backdrop } from './slides/backdrop.ts';`);
    extras.push('backdrop');
  }
  if (features.has('auto-animate')) {
    lines.push(`import { autoAnimate } from './slides/auto-animate.ts';`);
    extras.push('autoAnimate');
  }
  if (features.has('steps')) {
    lines.push(`import { stepAnnouncer } from './navigation/announce-steps.ts';`);
    extras.push('stepAnnouncer');
  }
  if (features.has('code-steps')) {
    lines.push(`import { codeSteps } from './slides/code-steps.ts';`);
    extras.push('codeSteps');
  }
  if (modules.length > 0) {
    lines.push(
      `import { Chart, ${modules.join(', ')} } from 'chart.js';`,
      `import { charts } from './charts/charts.ts';`,
      `import { chartData } from './charts/chart-data.ts';`,
      `Chart.register(${modules.join(', ')});`,
    );
    extras.push('charts', 'chartData');
  }
  if (specs.some(({ steps }) => steps !== 'none')) {
    lines.push(`import { chartSteps } from './charts/chart-steps.ts';`);
    extras.push('chartSteps');
  }
  if (features.has('video')) {
    lines.push(`import { video } from './slides/video.ts';`);
    extras.push('video');
  }
  if (features.has('shared-media')) {
    lines.push(`import { sharedMedia } from './slides/shared-media.ts';`);
    extras.push('sharedMedia');
  }
  if (features.has('gif')) {
    lines.push(`import { gif } from './slides/gif.ts';`);
    extras.push('gif');
  }
  return [...lines, `start({ ${extras.join(', ')} });`, ''].join('\n');
}

function bundle(entry: string, needs: Needs, unused: readonly string[]): Promise<string> {
  const modules = chartModules(needs.features, needs.specs);
  return bundleScript({
    stdin: { contents: entry, resolveDir: runtimeFolder, sourcefile: 'entry.ts', loader: 'ts' },
    plugins: [
      revealSource(needs.features),
      ...(modules.length > 0 ? [chartSource(modules, unused)] : []),
    ],
    banner: { js: licences(modules.length > 0) },
  });
}

function licences(hasCharts: boolean): string {
  const reveal = `reveal.js ${libraryVersion('reveal.js')} (c) Hakim El Hattab`;
  const chart = `, Chart.js ${libraryVersion('chart.js')} (c) Chart.js Contributors`;
  return `/*! ${reveal}${hasCharts ? chart : ''}; MIT licence */`;
}
