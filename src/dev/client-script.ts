import path from 'node:path';
import { packageRoot } from '../package-root.ts';

/** The script that the server adds to its pages, from `src/runtime/dev/`. */
export async function bundleClient(): Promise<string> {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [path.join(packageRoot, 'src', 'runtime', 'dev', 'main.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    // The user's own settings for TypeScript are no business of ours.
    tsconfigRaw: '{}',
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text.trimEnd() ?? '';
}
