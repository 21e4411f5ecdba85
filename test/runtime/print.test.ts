import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { type OpenDeckFunction, test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';

const deck = `# Opening

Note:
Say hello to **everybody**.

---

## A list {#list}

::: incremental
- One
- Two
:::

--

## Code

\`\`\`js {1|2}
let a;
let b;
\`\`\`

---

## A chart

\`\`\`chart bar "Apples"
steps: points

year,apples
2018,17
2019,26
2020,31
\`\`\`

---

## Effects

Gone {.fragment .fade-out}

Passing {.fragment .current-visible}

Struck {.fragment .strike}
`;

async function open(openDeck: OpenDeckFunction): Promise<Page> {
  const { page } = await openDeck(await buildMarkdown(deck));
  await whenReady(page);
  return page;
}

/** The pages of the deck as the browser prints it. */
async function print(page: Page, wanted: string) {
  await page.evaluate((print) => {
    document.documentElement.dataset.print = print;
  }, wanted);
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  });
  const text = pdf.toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return {
    sizes: boxes.map(([, width, height]) => `${width} × ${height}`),
    bookmarks: [...text.matchAll(/\/Title \(([^)]*)\)/g)].map(([, title]) => title),
  };
}

/** What the page holds while it is printed, and what of it is seen. */
async function whilePrinting<T>(page: Page, wanted: string, look: () => T): Promise<T> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate((print) => {
    document.documentElement.dataset.print = print;
    dispatchEvent(new Event('beforeprint'));
  }, wanted);
  const seen = await page.evaluate(look);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  return seen;
}

describe('a page for each step', () => {
  test('is as large as the slide, and stands once in the bookmarks', async ({ openDeck }) => {
    const { sizes, bookmarks } = await print(await open(openDeck), 'steps');
    expect(sizes).toEqual(Array.from({ length: 1 + 3 + 2 + 3 + 4 }, () => '960 × 540'));
    const titles = ['Opening', 'A list', 'Code', 'A chart', 'Effects'];
    expect(titles.map((title) => bookmarks.filter((other) => other === title).length)).toEqual(
      // The document itself is called like its first slide.
      [2, 1, 1, 1, 1],
    );
  });

  test('shows what the stage shows at it', async ({ openDeck }) => {
    const seen = await whilePrinting(await open(openDeck), 'steps', () =>
      [...document.querySelectorAll('.slides section.slide')].map((slide) => {
        const texts = [...slide.querySelectorAll<HTMLElement>('h2, li, p')].filter((element) =>
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
        );
        const focus = [...slide.querySelectorAll('.line.focus')];
        const bars = slide.querySelectorAll('.chart-box svg [fill]:not(text)').length;
        return [...texts, ...focus].map((element) => element.textContent?.trim()).join(' ') + bars;
      }),
    );
    const bars = seen.slice(6, 9).map((text) => Number(/\d+$/.exec(text)?.[0]));
    expect(seen.filter((_, index) => index < 6 || index > 8)).toEqual([
      '0',
      'A list0',
      'A list One0',
      'A list One Two0',
      'Code let a;0',
      'Code let b;0',
      'Effects Gone Struck0',
      'Effects Struck0',
      'Effects Passing Struck0',
      'Effects Struck0',
    ]);
    expect(bars).toEqual([...new Set(bars)].sort((a, b) => a - b));
  });

  test('leaves the deck as it was', async ({ openDeck }) => {
    const page = await open(openDeck);
    for (const key of ['ArrowRight', 'ArrowRight', 'PageDown']) await page.keyboard.press(key);
    const state = () =>
      page.$$eval('.slides, .slides *', (all) =>
        all.map(({ tagName, attributes }) =>
          [
            tagName,
            ...Array.from(attributes, ({ name, value }) => `${name}=${value}`).sort(),
          ].join(),
        ),
      );
    const before = await state();
    await whilePrinting(page, 'steps notes', () => {});
    expect(await state()).toEqual(before);
    await page.keyboard.press('PageDown');
    expect(await page.textContent('section.present:not(.stack) h2')).toBe('Code');
  });

  test('leads links to the first of them', async ({ openDeck }) => {
    const step = await whilePrinting(
      await open(openDeck),
      'steps',
      () => document.getElementById('list')?.closest<HTMLElement>('section')?.dataset.step,
    );
    expect(step).toBe('0');
  });
});

describe('the speaker notes', () => {
  test('stand below their slides, where they are wanted', async ({ openDeck }) => {
    const page = await open(openDeck);
    const { sizes } = await print(page, 'notes');
    expect(sizes).toEqual(Array.from({ length: 5 }, () => '960 × 944.88'));
    const notes = await whilePrinting(page, 'notes', () =>
      [...document.querySelectorAll<HTMLElement>('.notes-page')].map(
        ({ innerText, previousElementSibling }) =>
          `${previousElementSibling?.querySelector('h1, h2')?.textContent}: ${innerText.trim()}`,
      ),
    );
    expect(notes[0]).toBe('Opening: Say hello to everybody.');
    expect(notes).toHaveLength(5);
  });

  test('stay away where they are not', async ({ openDeck }) => {
    const page = await open(openDeck);
    expect((await print(page, '')).sizes).toEqual(Array.from({ length: 5 }, () => '960 × 540'));
  });
});
