import { describe, expect, test } from 'vitest';
import { bundleRuntime, writeEntry } from '../../src/4-bundle/runtime.ts';

const withoutCharts = await bundleRuntime(new Set());

test('a deck without charts carries nothing of Chart.js', () => {
  expect(writeEntry(new Set(['code-steps']))).not.toContain('chart');
  expect(withoutCharts.includes('Chart.js')).toBe(false);
  expect(withoutCharts.length).toBeLessThan(75_000);
});

test('a deck with charts carries what its charts need', () => {
  const entry = writeEntry(new Set(['chart-bar']));
  expect(entry).toContain('BarController');
  expect(entry).not.toContain('LineController');
  expect(writeEntry(new Set(['chart-area']))).toContain('Filler');
});

test('the licences of the libraries are named', async () => {
  expect(withoutCharts.slice(0, 150)).toMatch(/^\/\*! reveal\.js [\d.]+ .* MIT/);
  const withCharts = await bundleRuntime(new Set(['chart-bar']));
  expect(withCharts.slice(0, 150)).toMatch(/Chart\.js [\d.]+ /);
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
  expect(/<\/script|<!--/i.test(withoutCharts)).toBe(false);
});
