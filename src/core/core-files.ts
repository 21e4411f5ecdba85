import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { mermaidCode } from '../3-resolve/diagram/mermaid/library/load.ts';
import { mathCode } from '../5-bundle/diagram/figures/math/load.ts';
import { libraryFolder } from '../base/files/libraries.ts';
import { packageRoot } from '../base/files/package-root.ts';
import { relativePath } from '../base/files/relative-path.ts';

/** What a build in the browser reads of Lectern's own package: folders, or files. */
const ownParts = ['package.json', 'src/base/html.ts', 'src/chart', 'src/runtime', 'themes'];
const unusedOwn =
  /^src\/runtime\/(?:dev|check|export|playground)\/|(?:\.webp|\.md|tsconfig\.json)$/;

const none = /^$/;
/** What it reads of libraries, besides their package.json, which says their versions. */
const libraryFiles: Readonly<Record<string, RegExp>> = {
  'reveal.js': /^(?:js\/|dist\/reveal\.css$|dist\/theme\/)/,
  'chart.js': /^dist\/(?:chart\.js|chunks\/.*\.js)$/,
  harfbuzzjs: /^dist\/harfbuzz(?:-subset)?\.wasm$/,
  '@iconify-json/lucide': /^(?:icons|info)\.json$/,
  'highlight.js': none,
  '@viz-js/viz': none,
  temml: none,
};
const fontFiles = /^(?:files\/.*\.woff2|metadata\.json|unicode\.json)$/;

/**
 * The files that `lectern/core` needs, by the paths that it knows them by: read on a computer, and served to the page
 * or made a part of it.
 *
 * @param isWanted leaves out files, such as fonts for scripts that no deck uses
 */
export async function coreFiles(
  isWanted: (file: string) => boolean = () => true,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const own = ownParts.flatMap((part) => filesIn(path.join(packageRoot, part)));
  const named = own.map((file) => [relativePath(packageRoot, file), file] as const);
  const kept = named.filter(([name]) => !unusedOwn.test(name));
  const all = [...kept, ...packages().flatMap(([name, pattern]) => filesOf(name, pattern))];
  const read = all.map(([name, file]) => [name, new Uint8Array(readFileSync(file))] as const);
  const wanted = [...read, ...(await diagramFiles())].filter(([name]) => isWanted(name));
  return new Map(wanted.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The code that reads Mermaid's diagrams and draws formulas in them. */
async function diagramFiles(): Promise<readonly (readonly [name: string, bytes: Uint8Array])[]> {
  const encoder = new TextEncoder();
  const chunks = Object.entries(await mermaidCode());
  const named = chunks.map(([name, code]) => [`lib/mermaid/${name}`, code] as const);
  const all = [...named, ['lib/mathjax.js', await mathCode()] as const];
  return all.map(([name, code]) => [name, encoder.encode(code)]);
}

function packages(): readonly (readonly [name: string, files: RegExp])[] {
  const text = readFileSync(path.join(packageRoot, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { readonly dependencies: object };
  const names = new Set([...Object.keys(dependencies), ...Object.keys(libraryFiles)]);
  return [...names].map((name) => {
    const isFont = name.startsWith('@fontsource');
    return [name, isFont ? fontFiles : (libraryFiles[name] ?? none)];
  });
}

function filesOf(
  name: string,
  pattern: RegExp,
): readonly (readonly [name: string, file: string])[] {
  const folder = libraryFolder(name);
  const files = filesIn(folder).map((file) => [relativePath(folder, file), file] as const);
  return files
    .filter(([part]) => part === 'package.json' || pattern.test(part))
    .map(([part, file]) => [`node_modules/${name}/${part}`, file]);
}

function filesIn(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  const names = readdirSync(place, { recursive: true }).map(String).sort();
  const files = names.map((name) => path.join(place, name));
  return files.filter((file) => statSync(file).isFile());
}
