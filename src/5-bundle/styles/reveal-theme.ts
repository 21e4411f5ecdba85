import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isRevealTheme } from '../../1-load/theme.ts';
import {
  type Color,
  luminanceOf,
  mixColors,
  parseColor,
  writeColor,
} from '../../base/color/color.ts';
import { packageRoot } from '../../base/files/package-root.ts';
import type { TextFile } from '../../model/source.ts';
import { darkestLight, lightestDark, standOut } from './brand.ts';
import { readFonts } from './reveal-fonts.ts';

/**
 * Adapts a theme of reveal.js for Lectern: keeps its variables and adds the tokens of Lectern's layouts.
 * Colors are changed if small text in them is not readable. Fonts come from installed packages instead
 * of the network or whole files.
 *
 * @param name of the theme in the front matter: `revealjs/…` has the sizes and places of reveal.js, too
 * @param root another folder to find packages from
 * @returns the sheet itself if it is no theme of reveal.js
 */
export function adaptTheme(sheet: TextFile, name: string, root: string): TextFile {
  if (!isRevealTheme(sheet.realPath)) return sheet;
  const written = readVariables(sheet.text);
  const fonts = readFonts(written, root);
  const variables = new Map([...written, ...fonts.variables]);
  const backgrounds = backgroundColorsOf(variables);
  const isDark = backgrounds.every((background) => luminanceOf(background) < 0.18);
  const files = [
    'reveal.css',
    ...(isDark ? ['reveal-dark.css'] : []),
    ...(name.startsWith('revealjs/') ? ['images-in-column.css', 'reveal-slides.css'] : []),
  ];
  const folder = path.join(packageRoot, 'themes/base');
  const base = files.map((file) => path.join(folder, file));
  const rules = base.map((file) => readFileSync(file, 'utf8'));
  const palette = isDark ? rules.join() : readFileSync(path.join(folder, '../base.css'), 'utf8');
  const tokens = [
    ...variables,
    ...colorTokens(variables, backgrounds, isDark),
    ...chartTokens(palette, backgrounds),
  ];
  const text = [
    ...fonts.rules,
    ...rules,
    `:root{${tokens.map(([name, value]) => `${name}:${value}`).join(';')}}`,
  ].join('\n');
  return { ...sheet, realPath: base[0] ?? sheet.realPath, text };
}

type Variables = ReadonlyMap<string, string>;

/** @param css minified, as in the package of reveal.js */
function readVariables(css: string): Variables {
  const blocks = [...css.matchAll(/:root\{([^}]*)\}/g)].map(([, body = '']) => body);
  const pairs = blocks
    .join(';')
    .split(';')
    .flatMap((declaration): readonly [string, string][] => {
      const [, name, value] = /^(--r-[\w-]+):(.+)$/s.exec(declaration) ?? [];
      return name !== undefined && value !== undefined ? [[name, value]] : [];
    });
  // A theme without a background gradient uses only the color.
  const variables = new Map(pairs);
  if (!/gradient/.test(variables.get('--r-background') ?? '')) {
    variables.set('--r-background', variables.get('--r-background-color') ?? '#fff');
  }
  return variables;
}

/** The background colors: the plain color and those of the gradient. */
function backgroundColorsOf(variables: Variables): readonly Color[] {
  const written = ['--r-background-color', '--r-background'].flatMap(
    (name) => variables.get(name)?.match(/#[0-9a-f]+/gi) ?? [],
  );
  return written.map(parseColor).filter((color) => color !== undefined);
}

function colorTokens(
  variables: Variables,
  backgrounds: readonly Color[],
  isDark: boolean,
): readonly (readonly [string, string])[] {
  const color = (name: string): Color =>
    parseColor(variables.get(name) ?? '') ?? (isDark ? [1, 1, 1] : [0, 0, 0]);
  const readable = (wanted: Color, on = backgrounds): string => writeColor(standOut([wanted], on));
  const [main, link] = [color('--r-main-color'), color('--r-link-color')];
  const [background = main] = backgrounds;
  // Text is also on boxes, which are slightly closer to its color.
  const boxes = [...backgrounds, ...backgrounds.map((color) => mixColors(main, color, 0.06))];
  const [dark, light] = [isDark ? background : undefined, isDark ? undefined : background];
  return [
    ['--color-text', readable(main, boxes)],
    ['--color-heading', readable(color('--r-heading-color'))],
    ['--color-muted', readable(mixColors(main, background, 0.75), boxes)],
    ['--color-accent', readable(link, boxes)],
    ['--dark-accent', readable(link, [lightestDark])],
    ['--light-accent', readable(link, [darkestLight])],
    ...(dark ? [['--dark-background', writeColor(dark)] as const] : []),
    ...(light ? [['--light-background', writeColor(light)] as const] : []),
  ];
}

/** The chart colors of a style sheet, adjusted to be visible on the backgrounds. */
function chartTokens(
  css: string,
  backgrounds: readonly Color[],
): readonly (readonly [string, string])[] {
  return [...css.matchAll(/(--chart-(?:\d|muted)): (#[0-9a-f]{6})/g)].flatMap(
    ([, name = '', value = '']) => {
      const color = parseColor(value);
      return color ? [[name, writeColor(standOut([color], backgrounds, 3))] as const] : [];
    },
  );
}
