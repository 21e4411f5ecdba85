import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, vi } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { test } from '../support/browser/browser.ts';
import { findOverflow, whenReady } from '../support/browser/deck-walk.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { deckOfDiagrams, diagrams, fence } from './specs.ts';

/** Builds a deck, and gives its file. */
async function build(text: string): Promise<string> {
  const folder = temporaryFolder({ 'deck.md': text });
  const outcome = await lectern(
    ['build', 'deck.md', '--root', path.parse(packageRoot).root, '--out', 'deck.html'],
    folder,
  );
  expect(outcome.errors).not.toContain('error');
  return path.join(folder, 'deck.html');
}

/** Runs in the page: texts that are not wholly in their box, or in the drawing. */
function findSpills(): readonly string[] {
  const spills: string[] = [];
  const isWithin = (inner: DOMRect, outer: DOMRect) =>
    inner.left >= outer.left - 0.5 &&
    inner.right <= outer.right + 0.5 &&
    inner.top >= outer.top - 0.5 &&
    inner.bottom <= outer.bottom + 0.5;
  for (const svg of document.querySelectorAll('section.present .diagram svg')) {
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBoundingClientRect();
      if (box.width === 0) spills.push(`hidden: ${text.textContent}`);
      if (!isWithin(box, svg.getBoundingClientRect())) spills.push(`drawing: ${text.textContent}`);
      const shape = text.closest('.node')?.querySelector('rect, ellipse, polygon, path');
      const isUnderPerson = text.parentElement?.querySelector('circle') !== null;
      if (shape && !isUnderPerson && !isWithin(box, shape.getBoundingClientRect())) {
        spills.push(`box: ${text.textContent}`);
      }
    }
  }
  return spills;
}

describe('a deck of diagrams', () => {
  test('keeps each text in its box, and each drawing on its slide', async ({ openDeck }) => {
    const { page, consoleErrors, violations } = await openDeck(await build(deckOfDiagrams));
    await whenReady(page);
    for (const index of Object.keys(diagrams).keys()) {
      await page.evaluate((slide) => window.Reveal.slide(slide), index);
      expect(await page.locator('section.present .diagram svg text').count()).toBeGreaterThan(3);
      expect(await page.evaluate(findSpills)).toEqual([]);
      expect(await page.evaluate(findOverflow)).toEqual([]);
    }
    expect(consoleErrors).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  test('shows them without JavaScript and on paper', async ({ openDeck }) => {
    const file = await build(deckOfDiagrams);
    const { page } = await openDeck(file, { javaScriptEnabled: false });
    const sizes = async () => {
      const boxes = await page.locator('.diagram svg').all();
      return Promise.all(boxes.map(async (box) => (await box.boundingBox())?.height ?? 0));
    };
    expect(Math.min(...(await sizes()))).toBeGreaterThan(40);
    await page.emulateMedia({ media: 'print' });
    expect(Math.min(...(await sizes()))).toBeGreaterThan(40);
  });

  test('takes at most 2 kB for each', async () => {
    const html = readFileSync(await build(deckOfDiagrams), 'utf8');
    const drawings = html.match(/<figure class="diagram">[\s\S]*?<\/figure>/g) ?? [];
    expect(drawings).toHaveLength(Object.keys(diagrams).length);
    for (const drawing of drawings) {
      expect(gzipSync(drawing).byteLength, drawing.slice(0, 200)).toBeLessThanOrEqual(2000);
    }
  });

  test('is the same from the cache as without it', async () => {
    const pages: string[] = [];
    const cache = temporaryFolder();
    for (const setting of ['off', cache, cache]) {
      vi.stubEnv('LECTERN_CACHE', setting);
      pages.push(readFileSync(await build(deckOfDiagrams), 'utf8'));
    }
    vi.unstubAllEnvs();
    expect(readdirSync(cache).some((name) => name.startsWith('diagram-'))).toBe(true);
    expect(new Set(pages).size).toBe(1);
  });
});

test('neighbours stand in the order in which they are written', async ({ openDeck }) => {
  const text = 'flowchart TB\n  root --> first & second & third';
  const { page } = await openDeck(await build(fence('mermaid', text)));
  await whenReady(page);
  const places = await Promise.all(
    ['first', 'second', 'third'].map(async (name) => {
      const box = await page.locator('.diagram text', { hasText: name }).boundingBox();
      return box?.x ?? Number.NaN;
    }),
  );
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('a diagram without a direction is turned if its text would be too small', async ({
  openDeck,
}) => {
  const steps = Array.from({ length: 10 }, (_, i) => `s${i}[No. ${i}]`).join(' --> ');
  const { page } = await openDeck(await build(fence('mermaid', `flowchart\n  ${steps}`)));
  await whenReady(page);
  const boxes = await Promise.all(
    [0, 9].map((i) =>
      page
        .locator('.diagram text', { hasText: `No. ${i}` })
        .first()
        .boundingBox(),
    ),
  );
  const [first, last] = boxes;
  expect(last?.y).toBeCloseTo(first?.y ?? 0, 0);
  expect(last?.x).toBeGreaterThan((first?.x ?? 0) + 500);
});

test('a deck without diagrams has nothing of them', async () => {
  const html = readFileSync(await build('# Words\n'), 'utf8');
  // Other rules may leave diagrams out: `:not(.diagram, …)`.
  expect(html).not.toMatch(/--diagram|class="diagram|\.diagram[\s>{]/);
});

test('a text of the author stays text', async ({ openDeck }) => {
  const text =
    'a["#lt;img src=x onerror=alert(1)#gt;"] -->|"</text><script>x</script>"| b["&lt;b&gt;"]';
  const { page } = await openDeck(await build(fence('mermaid', `flowchart LR\n  ${text}`)));
  await whenReady(page);
  expect(await page.locator('.diagram :is(img, script)').count()).toBe(0);
  expect(await page.locator('.diagram text').allTextContents()).toContain('<b>');
});

test('ten thousand boxes are refused before they are laid out', async () => {
  const text = Array.from({ length: 10_000 }, (_, i) => `  n${i} -> n${i + 1}`).join('\n');
  const folder = temporaryFolder({ 'deck.md': fence('dot', `digraph {\n${text}\n}`) });
  const { errors, exitCode } = await lectern(['build', 'deck.md'], folder);
  expect(exitCode).toBe(1);
  expect(errors).toContain('a diagram of more than 100000 characters [diagram-limit]');
});
