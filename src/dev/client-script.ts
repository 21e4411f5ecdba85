import path from 'node:path';
import { packageRoot } from '../package-root.ts';

/** What the server adds to its pages: the script of a deck's page, and that of its remote. */
export interface ClientScripts {
  readonly main: string;
  readonly remote: string;
}

/** Bundles the scripts, from `src/runtime/dev/`. */
export async function bundleClient(): Promise<ClientScripts> {
  const folder = path.join(packageRoot, 'src', 'runtime', 'dev');
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: {
      main: path.join(folder, 'main.ts'),
      remote: path.join(folder, 'remote', 'main.ts'),
    },
    // Nothing is written there.
    outdir: folder,
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
  const find = (name: string): string =>
    outputFiles.find((file) => path.basename(file.path) === `${name}.js`)?.text.trimEnd() ?? '';
  return { main: find('main'), remote: find('remote') };
}
