import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import { libraryFolder } from './files/libraries.ts';
import { packageRoot } from './files/package-root.ts';

/** The folder of the browser code, which esbuild bundles from source, also when installed. */
export const runtimeFolder: string = path.join(packageRoot, 'src', 'runtime');

/** The options of esbuild for browser scripts. */
export const scriptOptions = {
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  legalComments: 'none',
  loader: { '.css': 'text' },
  // Ignores a tsconfig.json of the user.
  tsconfigRaw: '{}',
  logLevel: 'silent',
} as const satisfies BuildOptions;

/**
 * Bundles code of {@link runtimeFolder} into one script.
 *
 * @param options overrides of {@link scriptOptions}
 */
export async function bundleScript(options: BuildOptions): Promise<string> {
  const { build } = await import('esbuild');
  const alias = { 'chart.js': path.join(libraryFolder('chart.js'), 'dist', 'chart.js') };
  const { outputFiles } = await build({ ...scriptOptions, alias, ...options, write: false });
  return outputFiles[0]?.text.trimEnd() ?? '';
}
