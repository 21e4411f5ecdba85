import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import { packageRoot } from '../../base/files/package-root.ts';

const source = path.join(packageRoot, 'src', 'runtime', 'dev', 'editor', 'main.ts');

/** How the editor becomes one script. */
export const editorBundle = {
  entryPoints: [source],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  // The user's own settings for TypeScript are no business of ours.
  tsconfigRaw: '{}',
} as const satisfies BuildOptions;

let script: Promise<string> | undefined;

/**
 * The script of the editor in the page: made when the first page asks for it, of its sources, or long
 * ago where there is only the package.
 */
export function editorScript(): Promise<string> {
  script ??= (existsSync(source) ? bundleEditor() : readFile(shippedEditor, 'utf8')).catch(
    (error) => {
      script = undefined;
      throw error;
    },
  );
  return script;
}

/** Made with the package; see scripts/pack.ts. */
const shippedEditor = path.join(packageRoot, 'lib', 'editor.js');

async function bundleEditor(): Promise<string> {
  const { build } = await import('esbuild');
  const result = await build({ ...editorBundle, write: false, logLevel: 'silent' });
  return result.outputFiles[0]?.text ?? '';
}
