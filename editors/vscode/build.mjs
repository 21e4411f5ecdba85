import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const { metafile } = await build({
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.cjs',
  bundle: true,
  metafile: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  minify: true,
});
copyFileSync('../../LICENSE', 'LICENSE');
writeFileSync('dist/LICENSES.txt', licensesOf(Object.keys(metafile.inputs)));

/** The licenses of the packages of which a part is among the files. */
function licensesOf(files) {
  const folders = files.flatMap(
    (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
  );
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const license = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
    if (license === undefined) throw new Error(`${name} has no license file`);
    return `${name} ${version}\n\n${readFileSync(path.join(folder, license), 'utf8').trim()}\n`;
  });
  return `dist/extension.cjs contains parts of these packages.\n\n${texts.join('\n\n')}`;
}
