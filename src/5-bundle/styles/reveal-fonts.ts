import { existsSync } from 'node:fs';
import path from 'node:path';
import { findPackage } from '../../base/files/find-package.ts';
import { packageRoot } from '../../base/files/package-root.ts';

/** The fonts of a theme of reveal.js, from packages. */
export interface RevealFonts {
  /** The theme's variables with a family that the page has. */
  readonly variables: ReadonlyMap<string, string>;
  /** Imports and `@font-face` rules. */
  readonly rules: readonly string[];
}

/** Families that come with Lectern, by the families of reveal.js that they replace. */
const shipped: ReadonlyMap<string, string> = new Map([
  ['Source Sans Pro', 'Source Sans 3'],
  ['Lato', 'Lato'],
  ['League Gothic', 'League Gothic'],
  ['Open Sans', 'Source Sans 3'],
  ['News Cycle', 'Source Sans 3'],
  ['Montserrat', 'Hanken Grotesk'],
  ['Quicksand', 'Hanken Grotesk'],
  ['Ubuntu', 'Hanken Grotesk'],
  ['-apple-system', 'Hanken Grotesk'],
  ['Palatino Linotype', 'Vollkorn'],
]);

/**
 * Finds the fonts of a theme: the family itself if a package of fontsource.org with it is installed, otherwise one
 * that is like it.
 *
 * @param theme its variables
 * @param root another folder to find packages from
 */
export function readFonts(theme: ReadonlyMap<string, string>, root: string): RevealFonts {
  const variables = new Map<string, string>();
  const rules = new Set<string>();
  for (const name of ['--r-main-font', '--r-heading-font']) {
    const stack = theme.get(name) ?? '';
    const family = /^\s*"?([^",]+)/.exec(stack)?.[1] ?? '';
    const installed = installedFaces(family, root);
    const other = installed.length === 0 ? shipped.get(family) : undefined;
    for (const rule of installed) rules.add(rule);
    if (other === undefined) continue;
    variables.set(name, other === family ? stack : `"${other}", ${stack}`);
    rules.add(`@import "faces/${other.toLowerCase().replaceAll(' ', '-')}.css";`);
  }
  variables.set('--r-code-font', '"JetBrains Mono", Menlo, Consolas, monospace');
  rules.add('@import "faces/jetbrains-mono.css";');
  return { variables, rules: [...rules] };
}

const styles = ['400-normal', '400-italic', '600-normal', '700-normal'];

/** The faces of a family that Lectern does not ship, if a package with it is installed. */
function installedFaces(family: string, root: string): readonly string[] {
  if (shipped.get(family) === family) return [];
  const id = family.toLowerCase().replaceAll(' ', '-');
  const name = `@fontsource/${id}`;
  const folder = /^[\w-]+$/.test(id)
    ? (findPackage(name, packageRoot) ?? findPackage(name, root))
    : undefined;
  if (folder === undefined) return [];
  return styles.flatMap((style) => writeFace(family, name, folder, `${id}-latin-${style}.woff2`));
}

function writeFace(family: string, name: string, folder: string, file: string): readonly string[] {
  if (!existsSync(path.join(folder, 'files', file))) return [];
  const [, weight, style] = /-(\d+)-(\w+)\.woff2$/.exec(file) ?? [];
  const only = style === 'italic' ? '-lectern-for:"em, i, cite, dfn";' : '';
  return [
    `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url("npm:${name}/files/${file}");${only}}`,
  ];
}
