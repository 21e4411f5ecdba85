import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isRevealTheme } from '../../1-load/theme.ts';
import {
  type Color,
  luminanceOf,
  mixColors,
  parseColor,
  writeColor,
} from '../../base/color/color.ts';
import { findPackage } from '../../base/files/find-package.ts';
import { packageRoot } from '../../base/files/package-root.ts';
import type { TextFile } from '../../model/source.ts';
import { darkestLight, lightestDark, standOut } from './brand.ts';

/**
 * Makes a theme of Lectern's of one that comes with reveal.js: its variables, with what Lectern's
 * layouts need beside them. Its colours are changed where small text in them could not be read.
 * Fonts that it would fetch or that it carries whole come from packages, where these are installed.
 *
 * @param root where else packages may be
 * @returns the sheet itself where it is no such theme
 */
export function adaptTheme(sheet: TextFile, root: string): TextFile {
  if (!isRevealTheme(sheet.realPath)) return sheet;
  const variables = readVariables(sheet.text);
  const grounds = groundsOf(variables);
  const isDark = grounds.every((ground) => luminanceOf(ground) < 0.18);
  const files = ['reveal.css', ...(isDark ? ['reveal-dark.css'] : [])];
  const folder = path.join(packageRoot, 'themes/base');
  const base = files.map((file) => path.join(folder, file));
  const rules = base.map((file) => readFileSync(file, 'utf8'));
  const palette = isDark ? rules.join() : readFileSync(path.join(folder, '../base.css'), 'utf8');
  const tokens = [
    ...variables,
    ...colorTokens(variables, grounds, isDark),
    ...chartTokens(palette, grounds),
  ];
  const text = [
    ...rules,
    `:root{${tokens.map(([name, value]) => `${name}:${value}`).join(';')}}`,
    ...facesOf(variables, root),
  ].join('\n');
  return { ...sheet, realPath: base[0] ?? sheet.realPath, text };
}

type Variables = ReadonlyMap<string, string>;

/** @param css minified, as reveal.js comes */
function readVariables(css: string): Variables {
  const blocks = [...css.matchAll(/:root\{([^}]*)\}/g)].map(([, body = '']) => body);
  const pairs = blocks
    .join(';')
    .split(';')
    .flatMap((declaration): readonly [string, string][] => {
      const [, name, value] = /^(--r-[\w-]+):(.+)$/s.exec(declaration) ?? [];
      return name !== undefined && value !== undefined ? [[name, value]] : [];
    });
  // Where a theme has no picture or gradient of its own, the colour alone counts.
  const variables = new Map(pairs);
  if (!/gradient/.test(variables.get('--r-background') ?? '')) {
    variables.set('--r-background', variables.get('--r-background-color') ?? '#fff');
  }
  return variables;
}

/** The colours on which text may stand: the ground, and those of its gradient. */
function groundsOf(variables: Variables): readonly Color[] {
  const written = ['--r-background-color', '--r-background'].flatMap(
    (name) => variables.get(name)?.match(/#[0-9a-f]+/gi) ?? [],
  );
  return written.map(parseColor).filter((color) => color !== undefined);
}

function colorTokens(
  variables: Variables,
  grounds: readonly Color[],
  isDark: boolean,
): readonly (readonly [string, string])[] {
  const color = (name: string): Color =>
    parseColor(variables.get(name) ?? '') ?? (isDark ? [1, 1, 1] : [0, 0, 0]);
  const readable = (wanted: Color, on = grounds): string => writeColor(standOut([wanted], on));
  const [main, link] = [color('--r-main-color'), color('--r-link-color')];
  const [ground = main] = grounds;
  // Text stands on boxes too, which are a little nearer to it.
  const boxes = [...grounds, ...grounds.map((color) => mixColors(main, color, 0.06))];
  const [dark, light] = [isDark ? ground : undefined, isDark ? undefined : ground];
  return [
    ['--color-text', readable(main, boxes)],
    ['--color-heading', readable(color('--r-heading-color'))],
    ['--color-muted', readable(mixColors(main, ground, 0.75), boxes)],
    ['--color-accent', readable(link, boxes)],
    ['--dark-accent', readable(link, [lightestDark])],
    ['--light-accent', readable(link, [darkestLight])],
    ...(dark ? [['--dark-background', writeColor(dark)] as const] : []),
    ...(light ? [['--light-background', writeColor(light)] as const] : []),
  ];
}

/** The colours of charts that a style sheet sets, so that each stands out. */
function chartTokens(
  css: string,
  grounds: readonly Color[],
): readonly (readonly [string, string])[] {
  return [...css.matchAll(/(--chart-(?:\d|muted)): (#[0-9a-f]{6})/g)].flatMap(
    ([, name = '', value = '']) => {
      const color = parseColor(value);
      return color ? [[name, writeColor(standOut([color], grounds, 3))] as const] : [];
    },
  );
}

/** Families that go by another name now. */
const successors: ReadonlyMap<string, string> = new Map([['Source Sans Pro', 'Source Sans 3']]);

const styles = ['400-normal', '400-italic', '600-normal', '700-normal'];

/** The faces of the theme's families for which a package of fontsource.org is installed. */
function facesOf(variables: Variables, root: string): readonly string[] {
  const families = ['--r-main-font', '--r-heading-font'].flatMap(
    (name) => /^\s*"?([^",]+)/.exec(variables.get(name) ?? '')?.[1] ?? [],
  );
  return [...new Set(families)].flatMap((family) => {
    const id = (successors.get(family) ?? family).toLowerCase().replaceAll(' ', '-');
    const name = `@fontsource/${id}`;
    const folder = /^[\w-]+$/.test(id)
      ? (findPackage(name, packageRoot) ?? findPackage(name, root))
      : undefined;
    if (folder === undefined) return [];
    return styles.flatMap((style) => writeFace(family, name, folder, `${id}-latin-${style}.woff2`));
  });
}

function writeFace(family: string, name: string, folder: string, file: string): readonly string[] {
  if (!existsSync(path.join(folder, 'files', file))) return [];
  const [, weight, style] = /-(\d+)-(\w+)\.woff2$/.exec(file) ?? [];
  const only = style === 'italic' ? '-lectern-for:"em, i, cite, dfn";' : '';
  return [
    `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url("npm:${name}/files/${file}");${only}}`,
  ];
}
