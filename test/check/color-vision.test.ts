import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import type { Rgba } from '../../src/runtime/check/color/color.ts';
import { differenceOf, indistinctFor } from '../../src/runtime/check/color/vision.ts';
import { themeNames } from '../looks/support.ts';

function read(hex: string): Rgba {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [r, g, b, 1];
}

const files = ['base.css', ...themeNames.map((name) => `${name}/theme.css`)];

test.for(files)(
  'the series of charts in %s are told apart in all kinds of color vision',
  (file) => {
    const css = readFileSync(path.join(packageRoot, 'themes', file), 'utf8');
    const colors = [...css.matchAll(/^\s*--chart-[1-6]: (#[\da-f]{6});/gm)].map(
      ([, hex = '']) => hex,
    );
    expect(colors).toHaveLength(6);
    const alike = colors.flatMap((first, index) =>
      colors
        .slice(index + 1)
        .filter((second) => indistinctFor(read(first), read(second), 7) !== undefined)
        .map((second) => `${first} ${second}`),
    );
    expect(alike).toEqual([]);
  },
);

test.for([
  ['#cc2200', '#228800', 'deuteranopia'],
  ['#ff0000', '#008000', 'protanopia'],
  ['#0000ff', '#8000ff', 'protanopia'],
  ['#ffd54f', '#f8bbd0', 'tritanopia'],
  ['#e69f00', '#56b4e9', undefined],
  ['#000000', '#ffffff', undefined],
] as const)('%s and %s', ([first, second, vision]) => {
  expect(indistinctFor(read(first), read(second), 10)).toBe(vision);
});

test('the difference of colors is that of CIEDE2000', () => {
  expect(differenceOf(read('#ff0000'), read('#00ff00'))).toBeCloseTo(86.6, 0);
  expect(differenceOf(read('#808080'), read('#818181'))).toBeLessThan(0.5);
});
