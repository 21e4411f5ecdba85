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
  const library = path.join(libraryFolder('chart.js'), 'dist', 'chart.js');
  return {
    name: 'chart-source',
    setup(build) {
      build.onResolve({ filter: /^@kurkle\/color$/ }, () => ({
        path: path.join(runtimeFolder, 'charts', 'chart-color.ts'),
      }));
      build.onLoad({ filter: /[\\/]dist[\\/]chart\.js$/ }, ({ path: file }) => {
        if (file !== library) return undefined;
        const needless = separable.filter((name) => !used.includes(name));
        return {
          contents: needless.reduce(withoutClass, readFileSync(file, 'utf8')),
          loader: 'js',
        };
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

/** A module with the same exports, which nothing uses. */
function standInFor(source: string): string {
  const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
  return names.map((name) => `export const ${name} = undefined;`).join('\n');
}
