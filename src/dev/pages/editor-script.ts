import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import { bundleScript, runtimeFolder, scriptOptions } from '../../base/browser-script.ts';
import { packageRoot } from '../../base/files/package-root.ts';

const source = path.join(runtimeFolder, 'dev', 'editor', 'main.ts');

/** The esbuild options of the editor's script. */
export const editorBundle = {
  ...scriptOptions,
  entryPoints: [source],
  format: 'esm',
} as const satisfies BuildOptions;

let script: Promise<Buffer> | undefined;

/**
 * The script of the editor in the page. Bundled from its sources on first use, or read from the
 * installed package, which contains it.
 */
export function editorScript(): Promise<Buffer> {
  script ??= (
    existsSync(source)
      ? bundleScript(editorBundle).then((text) => Buffer.from(text))
      : readFile(shippedEditor)
  ).catch((error) => {
    script = undefined;
    throw error;
  });
  return script;
}

/** Created with the package; see scripts/pack.ts. */
const shippedEditor = path.join(packageRoot, 'lib', 'editor.js');
