import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import type { ChartSpec } from '../../src/model/chart.ts';
import { temporaryFolder } from '../support/files.ts';
import { drawFigures } from './draw.ts';
import { kinds, series, spec } from './specs.ts';

const bar = kinds.bar as ChartSpec;
const hatched = kinds['many grouped bars'] as ChartSpec;

describe('the picture of a chart', () => {
  test('says what it is, in text that can be selected, and in colors of the theme', async () => {
    const [svg = ''] = (await drawFigures([bar])).pictures;
    expect(svg).toMatch(
      /^<svg viewBox="0 0 1114 410" font-size="22" .*role="img" aria-label="A chart">/,
    );
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text);
    expect(texts).toEqual(expect.arrayContaining(['2013', '2019', '3.1', '35.0']));
    const colors = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, color]) => color);
    expect(
      colors.filter((color) => !/^(?:var\(--[\w-]+\)|currentColor|none)$/.test(color ?? '')),
    ).toEqual([]);
  });

  test('is small', async () => {
    const [svg = ''] = (await drawFigures([bar])).pictures;
    expect(gzipSync(svg, { level: 9 }).byteLength).toBeLessThan(1000);
  });

  test('shares its ids with no other one', async () => {
    const { pictures } = await drawFigures([hatched, hatched]);
    const ids = pictures.flatMap((svg) => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    expect(ids.length).toBeGreaterThan(2);
    expect(new Set(ids).size).toBe(ids.length);
    for (const svg of pictures) {
      const used = [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id);
      expect(used.every((id) => svg.includes(` id="${id}"`))).toBe(true);
    }
  });

  test('is the same from the cache', async () => {
    vi.stubEnv('LECTERN_CACHE', temporaryFolder());
    const first = await drawFigures(Object.values(kinds));
    const second = await drawFigures(Object.values(kinds));
    vi.stubEnv('LECTERN_CACHE', 'off');
    const third = await drawFigures(Object.values(kinds));
    vi.unstubAllEnvs();
    expect(second.pictures).toEqual(first.pictures);
    expect(third.pictures).toEqual(first.pictures);
  });

  test('is drawn for a theme without fonts of its own, too', async () => {
    const folder = temporaryFolder({ 'theme.css': ':root { --font-text: Georgia, serif }' });
    const { pictures, report } = await drawFigures([bar], path.join(folder, 'theme.css'));
    expect(report.diagnostics).toEqual([]);
    expect(pictures[0]).toContain('>2019</text>');
  });

  test('has the numbers of its language', async () => {
    const sales = spec({ series: [series('sales', [1234.5, 2000])], valueLabels: false });
    const [svg] = (await drawFigures([sales])).pictures;
    expect(svg).toContain('>2,000</text>');
  });
});
