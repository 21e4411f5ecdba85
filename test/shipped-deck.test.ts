import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, vi } from 'vitest';
import { packageRoot } from '../src/base/files/package-root.ts';
import { inMotion, test } from './support/browser/browser.ts';
import { findOverflow, fontsOf, walk, whenReady } from './support/browser/deck-walk.ts';
import { buildDeck as build } from './support/builds.ts';
import { temporaryFolder } from './support/files.ts';
import { lectern } from './support/lectern.ts';

const buildDeck = () => build('slides/how-aws-was-born.md');

/** The number of the slide that is shown, from 1. */
function currentSlide(page: Page): Promise<number> {
  return page.evaluate(() => {
    const slides = [...document.querySelectorAll('section.slide')];
    return slides.findIndex((slide) => slide.matches('.present')) + 1;
  });
}

describe('the shipped deck', () => {
  test('asks for nothing, breaks no rule of its policy and logs no error', async ({ openDeck }) => {
    const { page, requests, consoleErrors, violations } = await openDeck(
      await buildDeck(),
      inMotion,
    );
    await whenReady(page);
    await walk(page, 'ArrowRight', async () => undefined);
    expect(requests).toEqual([]);
    expect(consoleErrors).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  test('shows each slide by key, all of it inside the slide, in fonts that it carries', async ({
    openDeck,
  }) => {
    const { page } = await openDeck(await buildDeck());
    await whenReady(page);
    const total = await page.locator('section.slide').count();
    expect(total).toBeGreaterThanOrEqual(12);
    const all = Array.from({ length: total }, (_, i) => i + 1);
    const problems: string[] = [];
    const seen = new Set<number>();
    await walk(page, 'ArrowRight', async () => {
      seen.add(await currentSlide(page));
      problems.push(...(await page.evaluate(findOverflow)));
      const fonts = await fontsOf(page, 'section.present');
      problems.push(...fonts.filter((font) => !font.isCustomFont).map((font) => font.familyName));
    });
    expect([...seen]).toEqual(all);
    expect(problems).toEqual([]);
    seen.clear();
    await walk(page, 'ArrowLeft', async () => void seen.add(await currentSlide(page)));
    expect([...seen]).toEqual(all.reverse());
  });

  test('has fonts of at most 30 kB, as a server would send them', async () => {
    const html = readFileSync(await buildDeck(), 'utf8');
    const rules = html.match(/@font-face\{[^}]*\}/g) ?? [];
    expect(rules).toHaveLength(3);
    expect(gzipSync(rules.join('')).byteLength).toBeLessThanOrEqual(30_000);
  });

  test('draws its revenue chart bar by bar, from 2013 to 2019 and back', async ({ openDeck }) => {
    const { page } = await openDeck(await buildDeck());
    await whenReady(page);
    const canvas = page.locator('section.present figure.chart canvas');
    await goTo(page, 'From 3 billion');
    const inks = [await ink(page)];
    for (let step = 1; step < 7; step++) {
      await page.keyboard.press('ArrowRight');
      inks.push(await ink(page));
    }
    expect(inks[0]).toBeGreaterThan(0);
    expect(inks).toEqual(inks.toSorted((a, b) => a - b));
    expect(new Set(inks).size).toBe(7);
    await page.keyboard.press('ArrowLeft');
    expect(await ink(page)).toBe(inks[5]);
    expect(await canvas.getAttribute('aria-label')).toContain('AWS net sales');
  });

  test('can be read as a page without JavaScript', async ({ openDeck }) => {
    const { page } = await openDeck(await buildDeck(), { javaScriptEnabled: false });
    const hidden = page.locator(
      'section.slide:not(:visible), .slot:not(:visible), .fragment li:not(:visible)',
    );
    expect(await hidden.count()).toBe(0);
    await expect.poll(() => page.locator('table.chart-data').first().isVisible()).toBe(true);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('aside.notes:not(:visible)').count()).toBe(0);
  });

  test('prints a page a slide, at the size of the slide', async ({ openDeck }) => {
    const { page } = await openDeck(await buildDeck());
    await whenReady(page);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
      'latin1',
    );
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box]) => box?.trim());
    expect(boxes).toHaveLength(await page.locator('section.slide').count());
    expect(new Set(boxes)).toEqual(new Set(['0 0 960 540']));
  });

  test('comes out the same from any folder, at any time, in any place', async () => {
    const here = readFileSync(await buildDeck(), 'utf8');
    const elsewhere = temporaryFolder({ 'a folder/package.json': '{}' });
    const project = path.join(elsewhere, 'a folder');
    for (const folder of ['slides', 'assets']) {
      cpSync(path.join(packageRoot, folder), path.join(project, folder), { recursive: true });
    }
    vi.stubEnv('TZ', 'Asia/Tokyo');
    vi.stubEnv('LANG', 'de_DE.UTF-8');
    vi.stubEnv('LECTERN_CACHE', 'off');
    onTestFinished(() => void vi.unstubAllEnvs());
    await lectern(['build'], project);
    expect(readFileSync(path.join(project, 'dist/how-aws-was-born.html'), 'utf8')).toBe(here);
  });
});

/** Goes to the slide whose title begins so. */
async function goTo(page: Page, title: string): Promise<void> {
  const slide = page.locator('section.present', { hasText: title });
  for (let i = 0; i < 60 && (await slide.count()) === 0; i++)
    await page.keyboard.press('ArrowRight');
  expect(await slide.count()).toBeGreaterThan(0);
}

/** How many pixels of the shown chart are colored. */
function ink(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const canvas = document.querySelector<HTMLCanvasElement>('section.present figure.chart canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels?.filter((_, i) => i % 4 === 3 && (pixels[i] ?? 0) > 0).length ?? 0;
  });
}
