import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { runtimeFolder } from '../../base/browser-script.ts';
import { libraryFolder } from '../../base/files/libraries.ts';

/** Classes of Chart.js that esbuild would keep because of their static settings. */
const separable = ['LogarithmicScale', 'RadialLinearScale', 'TimeScale', 'TimeSeriesScale'];

/**
 * Lets esbuild bundle Chart.js and `src/chart/` with the parts that a deck needs. A release of
 * Chart.js that has another shape fails the build.
 *
 * @param used modules of Chart.js
 * @param unused modules of `src/chart/`
 */
export function chartSource(used: readonly string[], unused: readonly string[]): Plugin {
  const folder = path.join(libraryFolder('chart.js'), 'dist');
  const library = path.join(folder, 'chart.js');
  const helpers = path.join(folder, 'chunks', 'index.js');
  return {
    name: 'chart-source',
    setup(build) {
      build.onResolve({ filter: /^@kurkle\/color$/ }, () => ({
        path: path.join(runtimeFolder, 'charts', 'chart-color.ts'),
      }));
      build.onLoad({ filter: /[\\/]dist[\\/]chart\.js$/ }, ({ path: file }) => {
        if (file !== library) return undefined;
        const needless = separable.filter((name) => !used.includes(name));
        const source = withoutWarning(readFileSync(file, 'utf8'));
        return { contents: needless.reduce(withoutClass, source), loader: 'js' };
      });
      build.onLoad({ filter: /[\\/]chunks[\\/]index\.js$/ }, ({ path: file }) => {
        if (file !== helpers || used.includes('LogarithmicScale')) return undefined;
        return { contents: withoutLogarithms(readFileSync(file, 'utf8')), loader: 'js' };
      });
      build.onLoad(
        { filter: /[\\/]src[\\/]chart[\\/](?:[\w-]+[\\/])?[\w-]+\.ts$/ },
        ({ path: file }) => {
          if (!unused.includes(path.basename(file, '.ts'))) return undefined;
          return { contents: standInFor(readFileSync(file, 'utf8')), loader: 'js' };
        },
      );
    },
  };
}

function withoutClass(source: string, name: string): string {
  const parts = source.split(new RegExp(`^class ${name} [\\s\\S]*?^}$`, 'm'));
  if (parts.length !== 2) throw new Error(`Chart.js has another shape: no class ${name}`);
  return parts.join(`const ${name} = undefined;`);
}

/** Only the console would show that areas need a plugin, which every deck with areas has. */
function withoutWarning(source: string): string {
  const parts = source.split(/console\.warn\("Tried to use the 'fill' option [^"]*"\);/);
  if (parts.length !== 2) throw new Error('Chart.js has another shape: no warning about "fill"');
  return parts.join('');
}

/** Only a logarithmic scale writes its ticks with this function. */
function withoutLogarithms(source: string): string {
  const parts = source.split(/^ *logarithmic \([\s\S]*?^ {4}}$/m);
  if (parts.length !== 2) throw new Error('Chart.js has another shape: no formatter "logarithmic"');
  return parts.join('');
}

/** A module with the same exports, which nothing uses. */
function standInFor(source: string): string {
  const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
  return names.map((name) => `export const ${name} = undefined;`).join('\n');
}
