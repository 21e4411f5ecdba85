/** Makes `lib/` and the templates of the package `create-lectern`; `npm pack` calls this in its folder. */
import { copyFileSync, cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { packageRoot } from '../src/base/files/package-root.ts';
import { readJson } from './licenses.ts';

const folder = path.join(packageRoot, 'packages/create-lectern');
const [own, created] = ['package.json', 'packages/create-lectern/package.json'].map(versionIn);
if (own !== created) throw new Error(`create-lectern ${created} would create decks for ${own}`);
for (const made of ['lib', 'src'])
  rmSync(path.join(folder, made), { recursive: true, force: true });
await build({
  absWorkingDir: packageRoot,
  entryPoints: { create: 'src/create/main.ts' },
  outdir: path.join(folder, 'lib'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  minifyWhitespace: true,
  minifySyntax: true,
});
cpSync(path.join(packageRoot, 'src/templates'), path.join(folder, 'src/templates'), {
  recursive: true,
});
copyFileSync(path.join(packageRoot, 'LICENSE'), path.join(folder, 'LICENSE'));

function versionIn(file: string): string {
  return (readJson(file) as { readonly version: string }).version;
}
