import path from 'node:path';
import { packageRoot } from '../../base/files/package-root.ts';

/** The scripts that the server adds to its pages, by their places in `src/runtime/dev/`. */
export type ClientName = 'main' | 'remote/main';

/** Bundles one of them. */
export async function bundleClient(name: ClientName): Promise<string> {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [path.join(packageRoot, 'src', 'runtime', 'dev', `${name}.ts`)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    loader: { '.css': 'text' },
    // The user's own settings for TypeScript are no business of ours.
    tsconfigRaw: '{}',
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text.trimEnd() ?? '';
}
