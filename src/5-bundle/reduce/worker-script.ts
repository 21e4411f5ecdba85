import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import { bundleScript } from '../../base/browser-script.ts';
import { cached } from '../../base/cache/cache.ts';
import { codeFingerprint } from '../../base/code-fingerprint.ts';
import { libraryVersion } from '../../base/files/libraries.ts';
import { packageRoot } from '../../base/files/package-root.ts';

const entry = 'src/5-bundle/reduce/worker/worker.ts';

/** The esbuild options of the worker's script, which contains the codecs. */
export const workerBundle = {
  entryPoints: [path.join(packageRoot, entry)],
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  loader: { '.wasm': 'binary' },
  tsconfigRaw: '{}',
  // The codecs need an address, though they load nothing.
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: "var moduleUrl='https://localhost';" },
} as const satisfies BuildOptions;

/**
 * The script of the workers that reduce images: bundled from its sources and cached, or read from the
 * installed package, which contains it.
 */
export function workerScript(): Promise<string> {
  if (!existsSync(path.join(packageRoot, entry))) return readFile(shippedWorker, 'utf8');
  const key = [reductionFingerprint(), libraryVersion('esbuild')];
  return cached('worker', key, () => bundleScript(workerBundle));
}

/** Identifies the code that reduces images, with that of the workers, which nothing imports. */
export function reductionFingerprint(): string {
  return codeFingerprint('src/5-bundle/reduce');
}

/** Created with the package; see scripts/pack.ts. */
const shippedWorker = path.join(packageRoot, 'lib', 'reduce.js');
