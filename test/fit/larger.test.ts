import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';
import { png } from '../support/images.ts';

const bullets = (count: number): string =>
  Array.from({ length: count }, (_, index) => `- Point ${index}`).join('\n');

const table = (rows: number): string =>
  [
    '| Year | Revenue |',
    '|---|---|',
    ...Array.from({ length: rows }, (_, i) => `| ${i} | 3 |`),
  ].join('\n');

const deck = (...slides: readonly string[]): string =>
  ['# A talk', ...slides.map((slide, index) => `## Slide ${index}\n\n${slide}`)].join(
    '\n\n---\n\n',
  );

interface Look {
  readonly type: string | undefined;
  /** Of the first item, cell, line or paragraph. */
  readonly size: number;
  /** Of the head of a table. */
  readonly head: number;
  /** The room above and below the content, from the title to the margin at the bottom. */
  readonly above: number;
  readonly below: number;
}

async function lookAt(page: Page, number: number): Promise<Look> {
  await page.evaluate(`Reveal.slide(${number - 1})`);
  return page.evaluate(() => {
    const slide = document.querySelector<HTMLElement>('section.slide.present');
    const body = slide?.querySelector('.slot-body');
    const blocks = [...(body?.children ?? [])].map((block) => block.getBoundingClientRect());
    const sizeOf = (selector: string): number => {
      const element = body?.querySelector(selector);
      return element ? Number.parseFloat(getComputedStyle(element).fontSize) : 0;
    };
    const room = body?.getBoundingClientRect();
    return {
      type: slide?.dataset.type,
      size: sizeOf('td, li, pre, p'),
      head: sizeOf('th'),
      above: Math.min(...blocks.map(({ top }) => top)) - (room?.top ?? 0),
      below: (room?.bottom ?? 0) - Math.max(...blocks.map(({ bottom }) => bottom)),
    };
  });
}

describe('a slide with little on it', () => {
  test('has larger type, the same for all of a kind', async ({ openDeck }) => {
    const code = '```ts\nconst a = 1;\nconst b = 2;\n```';
    const { page } = await openDeck(
      await buildMarkdown(
        deck(
          bullets(3),
          bullets(4),
          bullets(9),
          table(4),
          table(7),
          code,
          `${bullets(2)}\n\n${code}`,
        ),
      ),
    );
    await whenReady(page);
    const looks: Look[] = [];
    for (let number = 2; number <= 8; number++) looks.push(await lookAt(page, number));
    const [three, four, nine, small, high, short, both] = looks;
    expect(looks.map(({ type }) => type)).toEqual([
      'large',
      'large',
      undefined,
      'larger',
      undefined,
      'larger',
      'larger',
    ]);
    expect(three?.size).toBe(36);
    expect(four?.size).toBe(36);
    expect(nine?.size).toBe(30);
    expect(small?.size).toBeCloseTo(26 * 1.32, 1);
    expect(high?.size).toBe(26);
    expect(short?.size).toBe(42);
    expect(both?.size).toBeGreaterThan(36);
    for (const look of [small, high]) expect(look?.head).toBeGreaterThanOrEqual(18);
  });

  test('has its content a little above the middle of the room, unless the theme puts it on top', async ({
    openDeck,
  }) => {
    const { page } = await openDeck(await buildMarkdown(deck(bullets(2), bullets(9))));
    await whenReady(page);
    const { above, below } = await lookAt(page, 2);
    expect(above).toBeGreaterThan(60);
    expect(below).toBeGreaterThan(above);
    const top = await buildMarkdown(`---\nstyles: top.css\n---\n${deck(bullets(2))}`, {
      'top.css': ':root { --content-position: start; }',
    });
    const { page: other } = await openDeck(top);
    await whenReady(other);
    expect((await lookAt(other, 2)).above).toBe(0);
  });
});

describe('a drawing alone below a title', () => {
  test('is centered and large, an image by half more than its pixels at most', async ({
    openDeck,
  }) => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0h9v9z"/></svg>';
    const files = {
      'small.png': png(200, 100),
      'large.png': png(3000, 1000),
      'tall.png': png(600, 1200),
      'drawing.svg': svg,
    };
    const images = Object.keys(files).map((file) => `![What it shows](${file})`);
    const { page } = await openDeck(
      await buildMarkdown(
        deck(
          ...images,
          '![What it shows](tall.png "A caption")',
          '```qr\nhttps://example.org\n```',
          '![What it shows](small.png){width=120}',
        ),
        files,
      ),
    );
    await whenReady(page);
    const boxes: Box[] = [];
    for (let number = 2; number <= 8; number++) boxes.push(await drawingOn(page, number));
    const [small, large, tall, drawing, captioned, qr, sized] = boxes;
    expect(small).toEqual({ width: 300, height: 150, isCentered: true });
    expect(large?.width).toBeGreaterThan(1100);
    expect(large?.height).toBeCloseTo((large?.width ?? 0) / 3, 0);
    expect(tall?.height).toBeGreaterThan(450);
    expect(tall?.width).toBeCloseTo((tall?.height ?? 0) / 2, 0);
    expect(drawing?.height).toBeGreaterThan(450);
    expect(captioned?.height).toBeGreaterThan(400);
    expect(qr?.height).toBeGreaterThan(380);
    expect(sized?.width).toBe(120);
    for (const box of boxes) expect(box.isCentered).toBe(true);
  });
});

test('a row of images, and one in a link or in HTML, is centered', async ({ openDeck }) => {
  const files = { 'a.png': png(600, 400) };
  const { page } = await openDeck(
    await buildMarkdown(
      deck(
        '[![What it shows](a.png)](https://example.org)',
        '<img src="a.png" alt="What it shows">',
        '<figure><img src="a.png" alt="What it shows"></figure>',
        '![What it shows](a.png){width=300} ![What it shows](a.png){width=300}',
      ),
      files,
    ),
  );
  await whenReady(page);
  for (let number = 2; number <= 5; number++) {
    await page.evaluate(`Reveal.slide(${number - 1})`);
    const offset = await page.evaluate(() => {
      const images = [...document.querySelectorAll('.slide.present .slot-body img')];
      const boxes = images.map((image) => image.getBoundingClientRect());
      const left = Math.min(...boxes.map((box) => box.left));
      const right = Math.max(...boxes.map((box) => box.right));
      return (left + right) / 2 - innerWidth / 2;
    });
    expect(Math.abs(offset), `slide ${number}`).toBeLessThan(1);
  }
});

interface Box {
  readonly width: number;
  readonly height: number;
  /** From left to right. */
  readonly isCentered: boolean;
}

async function drawingOn(page: Page, number: number): Promise<Box> {
  await page.evaluate(`Reveal.slide(${number - 1})`);
  return page.evaluate(() => {
    const drawing = document.querySelector('.slide.present figure > :is(img, svg)');
    const { left, width, height } = drawing?.getBoundingClientRect() ?? new DOMRect();
    return { width, height, isCentered: Math.abs(left + width / 2 - innerWidth / 2) < 1 };
  });
}
