import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bundleRuntime, type Needs, writeEntry } from '../../src/5-bundle/runtime/runtime.ts';
import type { ChartSpec } from '../../src/model/chart.ts';
import type { Feature } from '../../src/model/rendered.ts';

function needs(features: readonly Feature[], specs: readonly Partial<ChartSpec>[] = []): Needs {
  const charts = specs.map(
    (spec) => ({ annotations: [], options: {}, ...spec }) as unknown as ChartSpec,
  );
  return { features: new Set(features), specs: charts };
}

const withoutCharts = await bundleRuntime(needs([]));
const withColumns = await bundleRuntime(needs(['chart-bar', 'chart-line']));

test('a deck without charts carries nothing of Chart.js', () => {
  expect(writeEntry(needs(['code-steps']))).not.toContain('chart');
  expect(withoutCharts.includes('Chart.js')).toBe(false);
  expect(withoutCharts.length).toBeLessThan(110_000);
});

test('a deck with charts carries what its charts need', () => {
  const entry = writeEntry(needs(['chart-bar']));
  expect(entry).toContain('BarController');
  expect(entry).not.toContain('LineController');
  expect(writeEntry(needs(['chart-area']))).toContain('Filler');
});

test('what a chart asks for in its options is there', () => {
  const options = {
    plugins: { legend: { display: true } },
    scales: { x: { type: 'logarithmic' } },
  };
  const entry = writeEntry(needs(['chart-bar'], [{ options }]));
  expect(entry).toContain('Legend');
  expect(entry).toContain('LogarithmicScale');
});

test('a logarithmic scale brings the text of its ticks', async () => {
  const script = await bundleRuntime(needs(['chart-bar', 'chart-log']));
  expect(script).toMatch(/logarithmic\(.*significand/);
});

test('bars and lines add at most 60 kB, packed', () => {
  const size = (text: string): number => gzipSync(text, { level: 9 }).byteLength;
  expect(size(withColumns) - size(withoutCharts)).toBeLessThan(60_000);
});

test.each([
  ['scales of other charts', 'angleLines'],
  ['scales of time', '"timeseries"'],
  ['names of colors', 'aliceblue'],
  ['labels of parts', 'slice-labels'],
  ['reference lines', 'setLineDash([6'],
  ['ticks of logarithmic scales', 'significand'],
])('%s stay out of a deck without them', (_, trace) => {
  expect(withColumns.includes(trace)).toBe(false);
});

test('what a chart needs is there', async () => {
  const annotations = [{ axis: 'y', from: 1 }] as const;
  const script = await bundleRuntime(needs(['chart-pie', 'chart-radar'], [{ annotations }]));
  for (const trace of ['slice-labels', 'angleLines', 'id:"annotations"']) {
    expect(script).toContain(trace);
  }
});

test('the licences of the libraries are named', () => {
  expect(withoutCharts.slice(0, 150)).toMatch(/^\/\*! reveal\.js [\d.]+ .* MIT/);
  expect(withColumns.slice(0, 150)).toMatch(/Chart\.js [\d.]+ /);
});

describe('of reveal.js stays out', () => {
  test.each([
    ['settings from the address', 'location.search.replace'],
    ['the print view', 'pdf-page'],
    ['the scroll view', 'scroll-page'],
    ['loading of scripts', 'script.src'],
    ['a role that silences screen readers', '"application"'],
    ['fitting of text', 'fitty'],
    ['a style element', 'createElement("style")'],
  ])('%s', (_, trace) => {
    expect(withoutCharts.includes(trace)).toBe(false);
  });
});

test('nothing in it ends its element', () => {
  expect(/<\/script|<!--/i.test(withoutCharts + withColumns)).toBe(false);
});
