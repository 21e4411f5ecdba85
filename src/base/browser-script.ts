import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import { packageRoot } from './files/package-root.ts';

/** The code that runs in the browser, which esbuild reads from its sources, also in a package. */
export const runtimeFolder: string = path.join(packageRoot, 'src', 'runtime');

/** How code for the browser becomes one script. */
export const scriptOptions = {
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  legalComments: 'none',
  loader: { '.css': 'text' },
  // The user's own settings for TypeScript do not apply.
  tsconfigRaw: '{}',
  logLevel: 'silent',
} as const satisfies BuildOptions;

/**
 * Bundles code of {@link runtimeFolder} into one script.
 *
 * @param options what differs from {@link scriptOptions}
 */
export async function bundleScript(options: BuildOptions): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({ ...scriptOptions, ...options, write: false });
  return outputFiles[0]?.text.trimEnd() ?? '';
}
