import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Chart } from 'chart.js';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { measureWith } from '../../src/5-bundle/images/text-measure.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { escapeHtml } from '../../src/base/html.ts';
import type { ChartSpec } from '../../src/model/chart.ts';
import type { FrontMatter } from '../../src/model/front-matter.ts';
import { type OpenDeckFunction, test } from '../support/browser/browser.ts';
import { temporaryFolder } from '../support/files.ts';
import { compare, problemsIn } from './compare-pictures.ts';
import { drawFigures, size } from './draw.ts';
import { kinds, stepped } from './specs.ts';

const painter = `
import { Chart, registerables } from 'chart.js';
import { chartConfig } from './chart/config.ts';
import { shownAt } from './chart/series/state.ts';
import { readStyle } from './runtime/charts/chart-style.ts';
import { showChartStep } from './runtime/charts/chart-steps.ts';
Chart.register(...registerables);
window.showChartStep = showChartStep;
window.chartOf = (canvas) => Chart.getChart(canvas);
window.paint = (box, step) => {
  const data = JSON.parse(box.parentElement.dataset.chart);
  const shown = shownAt(data, step);
  const state = { shown, before: shown, animated: false };
  const config = chartConfig(data, { ...readStyle(box), duration: 0 }, state);
  const canvas = Object.assign(document.createElement('canvas'), ${JSON.stringify(size)});
  box.replaceChildren(canvas);
  const still = { animation: false, responsive: false, devicePixelRatio: 1 };
  new Chart(canvas, { ...config, options: { ...config.options, ...still } });
};`;

declare global {
  interface Window {
    paint(box: Element, step: number): void;
    showChartStep(figure: HTMLElement, step: number): void;
    chartOf(canvas: HTMLCanvasElement): Chart | undefined;
  }
}

test('charts of all kinds are drawn as the browser draws them', async ({ openDeck }) => {
  const page = await openPainter(openDeck, Object.values(kinds));
  const drawn = await photograph(page);
  await paint(page, Number.POSITIVE_INFINITY);
  expect(
    problemsIn(Object.keys(kinds), await compare(page, drawn, await photograph(page))),
  ).toEqual([]);
});

test('bars of one color differ by their patterns, in the legend and in the chart', async ({
  openDeck,
}) => {
  const page = await openPainter(openDeck, [asSpec(kinds['many grouped bars'])]);
  await page.addStyleTag({
    content: `.deck { ${[1, 2, 3, 4, 5, 6].map((n) => `--chart-${n}: #777;`).join('')} }`,
  });
  await paint(page, Number.POSITIVE_INFINITY);
  const swatches = await page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const data = JSON.parse(document.querySelector<HTMLElement>('.chart')?.dataset.chart ?? '');
    const chart = canvas && window.chartOf(canvas);
    const context = canvas?.getContext('2d');
    if (!chart || !context) return [];
    return (data.series as readonly unknown[]).map((_, index) => {
      const { x, base } = chart.getDatasetMeta(index).data[0] as unknown as {
        x: number;
        base: number;
      };
      return String(context.getImageData(Math.round(x) - 10, Math.round(base) - 24, 20, 20).data);
    });
  });
  expect(swatches).toHaveLength(7);
  expect(new Set(swatches).size).toBe(7);
});

test('charts that run from right to left are drawn as the browser draws them', async ({
  openDeck,
}) => {
  const names = [
    ...['horizontal bars', 'stacked bars', 'many grouped bars', 'lines with a legend'],
    ...['mixed, two axes', 'mark lines and bands', 'bubbles of many series', 'radar', 'pie'],
  ];
  const specs = names.map((name) => asSpec(kinds[name]));
  const page = await openPainter(openDeck, specs, { lang: 'he', dir: 'rtl' });
  const drawn = await photograph(page);
  await paint(page, Number.POSITIVE_INFINITY);
  expect(problemsIn(names, await compare(page, drawn, await photograph(page)))).toEqual([]);
});

test('the picture of a step is what the stage shows at that step', async ({ openDeck }) => {
  const page = await openPainter(openDeck, Object.values(stepped));
  const names = Object.keys(stepped);
  const showStep = (step: number) =>
    page.$$eval(
      '.chart',
      (figures, step) => {
        for (const figure of figures) window.showChartStep(figure as HTMLElement, step);
      },
      step,
    );
  const whole = await photograph(page);
  const drawn: string[] = [];
  for (const step of [0, 1]) {
    await showStep(step);
    drawn.push(await photograph(page));
  }
  await showStep(99);
  expect(problemsIn(names, await compare(page, whole, await photograph(page)))).toEqual([]);
  const first = await compare(page, whole, drawn[0] ?? '');
  expect(names.filter((_, index) => first[index]?.differing === 0)).toEqual([]);
  for (const [step, picture] of drawn.entries()) {
    await paint(page, step);
    const differences = await compare(page, picture, await photograph(page));
    expect(problemsIn(names, differences), `step ${step}`).toEqual([]);
  }
});

test('a picture changes in a copy in another window, and shares no ids with another', async ({
  openDeck,
}) => {
  const page = await openPainter(
    openDeck,
    [kinds.pie, stepped['many grouped bars by series']].map(asSpec),
  );
  const result = await page.evaluate(() => {
    const [still, figure] = document.querySelectorAll<HTMLElement>('.chart');
    const other = document.createElement('iframe');
    document.body.append(other);
    const copy = other.contentDocument?.importNode(figure as HTMLElement, true) as HTMLElement;
    other.contentDocument?.body.append(copy);
    const before = figure?.innerHTML;
    for (const each of [still, copy]) if (each) window.showChartStep(each, 2);
    const after = figure?.innerHTML;
    if (figure) window.showChartStep(figure, 2);
    const ids = [figure, copy].flatMap((each) => [...(each?.querySelectorAll('[id]') ?? [])]);
    return {
      isUntouched: before === after,
      hasLess: copy.innerHTML.length < (before?.length ?? 0),
      ids: ids.map(({ id }) => id),
    };
  });
  expect(result).toMatchObject({ isUntouched: true, hasLess: true });
  expect(result.ids.length).toBeGreaterThan(1);
  expect(new Set(result.ids).size).toBe(result.ids.length);
});

test('texts are as wide as the browser sets them', async ({ openDeck }) => {
  const page = await openPainter(openDeck, Object.values(kinds));
  const face = (weight: number) => ({
    face: {
      source: '',
      from: '',
      span: { file: '', line: 1, column: 1, length: 1 },
      descriptors: [['font-weight', String(weight)]] as const,
      axes: {},
    },
    file: path.join(
      packageRoot,
      `node_modules/@fontsource/hanken-grotesk/files/hanken-grotesk-latin-${weight}-normal.woff2`,
    ),
  });
  const measure = await measureWith([face(400), face(600)]);
  const texts = ['2013', '35.0', 'North America', 'Break-even', 'Third-party seller services'];
  for (const weight of [400, 600]) {
    const widths = await page.evaluate(
      ({ texts, weight }) => {
        const context = document.createElement('canvas').getContext('2d');
        if (!context) return [];
        context.font = `${weight} 100px "Hanken Grotesk"`;
        return texts.map((text) => context.measureText(text).width);
      },
      { texts, weight },
    );
    for (const [index, text] of texts.entries()) {
      expect(measure.width(text, weight) * 100).toBeCloseTo(widths[index] ?? 0, 1);
    }
  }
});

function asSpec(spec: ChartSpec | undefined): ChartSpec {
  if (!spec) throw new Error('there is no such chart');
  return spec;
}

/** A page of charts, with its fonts loaded and with what draws charts in a browser. */
async function openPainter(
  openDeck: OpenDeckFunction,
  specs: readonly ChartSpec[],
  head: Pick<FrontMatter, 'lang' | 'dir'> = { lang: 'en', dir: 'ltr' },
): Promise<Page> {
  const { page } = await openDeck(await writePage(specs, head));
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
  await page.addScriptTag({ content: await bundlePainter() });
  return page;
}

async function writePage(
  specs: readonly ChartSpec[],
  { lang, dir }: Pick<FrontMatter, 'lang' | 'dir'>,
): Promise<string> {
  const { pictures, style, report } = await drawFigures(specs, undefined, { lang, dir });
  expect(report.diagnostics).toEqual([]);
  const box = `width:${size.width}px;height:${size.height}px`;
  const figures = pictures.map((svg, index) => {
    const data = escapeHtml(JSON.stringify({ ...specs[index], lang, dir }));
    const figure = `<figure class="chart" style="${box};margin:0" data-chart="${data}">`;
    return `${figure}<div class="chart-box">${svg}</div></figure>`;
  });
  const page = `<!doctype html><html lang="${lang}" dir="${dir}" class="live reveal-full-page" data-ready><meta charset="utf-8">
<style>${style}</style><body style="background:var(--color-background)" class="deck">${figures.join('')}`;
  const file = path.join(temporaryFolder(), 'charts.html');
  writeFileSync(file, page);
  return file;
}

let painterScript: Promise<string> | undefined;

/** What draws charts in a browser, bundled once. */
function bundlePainter(): Promise<string> {
  painterScript ??= bundle(painter);
  return painterScript;
}

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: path.join(packageRoot, 'src'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
  });
  return outputFiles[0]?.text ?? '';
}

/** Draws all charts of the page as the browser's canvas does. */
async function paint(page: Page, step: number): Promise<void> {
  await page.$$eval(
    '.chart-box',
    (boxes, step) => {
      for (const box of boxes) window.paint(box, step);
    },
    step,
  );
}

/** All charts in one picture, as taking a picture takes far longer than looking at it. */
async function photograph(page: Page): Promise<string> {
  return (await page.screenshot({ fullPage: true })).toString('base64');
}
