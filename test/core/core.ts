import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { bundleCore } from '../../src/core/bundle.ts';
import type * as Core from '../../src/core/core.ts';
import { coreFiles } from '../../src/core/core-files.ts';
import { temporaryFolder } from '../support/files.ts';

/** Loads `lectern/core` as browsers get it, with the esbuild of this machine in place of its WebAssembly. */
export async function openCore(): Promise<{
  readonly core: Core.Core;
  readonly imports: readonly string[];
}> {
  const { code, imports } = await bundleCore();
  const file = path.join(temporaryFolder({ 'core.mjs': code }), 'core.mjs');
  const { createCore } = (await import(pathToFileURL(file).href)) as typeof Core;
  const core = createCore({ library: await coreFiles(), esbuild: async () => esbuild });
  return { core, imports };
}
