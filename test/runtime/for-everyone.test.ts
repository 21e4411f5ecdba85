import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { type OpenDeckFunction, test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { announced, openOnStage, press } from '../support/browser/stage.ts';
import { buildMarkdown } from '../support/builds.ts';
import { pixelAt } from '../support/pixel.ts';

const deck = `# Opening

---

## Links

To [the chart](#sales), to [the page](https://example.org).

--

## Below

\`\`\`js {1|2}
let a;
let b;
\`\`\`

---
id: sales
---

## Sales

\`\`\`chart bar "Apples"
stacked: true
steps: series

year,apples,pears
2018,17,12
2019,26,14
\`\`\`

---
lang: fr
---

## La fin
`;

async function open(
  openDeck: OpenDeckFunction,
  options: Parameters<OpenDeckFunction>[1] = {},
): Promise<Page> {
  const { page } = await openDeck(await buildMarkdown(deck), {
    ...options,
  });
  await whenReady(page);
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const region = document.querySelector('.announcer') as HTMLElement;
    const changes = new MutationObserver(() => {
      if (region.textContent) said.push(region.textContent);
    });
    changes.observe(region, { childList: true, characterData: true, subtree: true });
  });
  return page;
}

/** What was said since it was asked last. */
function said(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0));
}

describe('what a screen reader reads', () => {
  test('is the deck as a main part, and the shown slide in it', async ({ openDeck }) => {
    const page = await open(openDeck);
    const main = page.getByRole('main');
    expect(await main.ariaSnapshot()).toMatchInlineSnapshot(`
      "- main:
        - 'group "1 of 5: Opening"':
          - heading "Opening" [level=1]
        - group "Slides":
          - button "Keyboard shortcuts"
          - button "Previous" [disabled]
          - button "Next""
    `);
    await press(page, 'End');
    await page.evaluate(() => window.Reveal.slide(1, 1, 0));
    expect(await main.ariaSnapshot()).toMatchInlineSnapshot(`
      "- main:
        - 'group "3 of 5: Below"':
          - heading "Below" [level=2]
          - figure:
            - code: let a; let b;
        - group "Slides":
          - button "Keyboard shortcuts"
          - button "Previous"
          - button "Next""
    `);
    await page.evaluate(() => window.Reveal.slide(2, 0, 0));
    expect(await main.ariaSnapshot()).toMatchInlineSnapshot(`
      "- main:
        - 'group "4 of 5: Sales"':
          - heading "Sales" [level=2]
          - figure "Apples":
            - text: Apples
            - 'img "Stacked bar chart: Apples, 2018 to 2019; apples: from 17 to 26, highest 26 in 2019; pears: from 12 to 14, highest 14 in 2019."'
            - table "Apples":
              - caption: Apples
              - rowgroup:
                - row "year apples pears":
                  - columnheader "year"
                  - columnheader "apples"
                  - columnheader "pears"
              - rowgroup:
                - row "2018 17 12":
                  - rowheader "2018"
                  - cell "17"
                  - cell "12"
                - row "2019 26 14":
                  - rowheader "2019"
                  - cell "26"
                  - cell "14"
        - group "Slides":
          - button "Keyboard shortcuts"
          - button "Previous"
          - button "Next""
    `);
    expect(await page.locator('[role=application]').count()).toBe(0);
    expect(await page.getAttribute('section:has(> .layout :text("La fin"))', 'lang')).toBe('fr');
  });

  test('hears of each slide once, however it came', async ({ openDeck }) => {
    const page = await open(openDeck);
    await press(page, 'ArrowRight');
    expect(await said(page)).toEqual(['Slide 2 of 5: Links']);
    await press(page, 'ArrowDown');
    expect(await said(page)).toEqual(['Slide 3 of 5: Below. Line 1: let a;']);
    await press(page, 'o', 'End', 'Enter');
    expect(await said(page)).toEqual(['diapositive 5 sur 5\u00a0: La fin']);
    await page.evaluate(() => {
      location.hash = '#/sales';
    });
    await expect.poll(() => said(page)).toEqual(['Slide 4 of 5: Sales']);
    await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      dispatchEvent(new Event('afterprint'));
    });
    expect(await said(page)).toEqual([]);
  });

  test('hears nothing of what goes, and what is still there', async ({ openDeck }) => {
    const { page } = await openOnStage(
      openDeck,
      `# Steps

Gone {.fragment .fade-out}

::: fragment
Here

And there {.fragment .fade-out}
:::
`,
    );
    const heard: (string | null)[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) {
      await page.evaluate(() => document.querySelector('.announcer')?.replaceChildren());
      await press(page, key);
      heard.push(await announced(page));
    }
    expect(heard).toEqual(['', 'Here And there', '']);
  });
});

describe('the focus', () => {
  test('goes along from a slide to the next, without a ring', async ({ openDeck }) => {
    const page = await open(openDeck);
    await press(page, 'ArrowRight');
    await page.getByRole('link', { name: 'the chart' }).focus();
    await said(page);
    await press(page, 'Enter');
    const focused = page.locator('section:focus');
    expect(await focused.getAttribute('aria-label')).toBe('4 of 5: Sales');
    expect(await focused.evaluate((slide) => getComputedStyle(slide).outlineStyle)).toBe('none');
    // By the focus itself it is told already.
    expect(await said(page)).toEqual([]);
    await press(page, 'Alt+ArrowRight');
    expect(await focused.getAttribute('aria-label')).toBe('5 sur 5\u00a0: La fin');
  });

  test('stays where it is when it is on no slide', async ({ openDeck }) => {
    const page = await open(openDeck);
    await press(page, 'ArrowRight');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    expect(await page.locator('section[tabindex]').count()).toBe(0);
  });

  test('is seen on links, and begins at the way to the page to read', async ({ openDeck }) => {
    const page = await open(openDeck);
    await press(page, 'ArrowRight', 'Tab');
    const skip = page.getByRole('button', { name: 'Read as one page' });
    expect(await skip.evaluate((button) => button.matches(':focus-visible'))).toBe(true);
    await press(page, 'Tab');
    const ring = await page
      .getByRole('link', { name: 'the chart' })
      .evaluate((link) => [link.matches(':focus'), getComputedStyle(link).outline]);
    expect(ring[0]).toBe(true);
    expect(Number.parseFloat(/(\S+)px$/.exec(String(ring[1]))?.[1] ?? '0')).toBeGreaterThan(2);
    await press(page, 'Shift+Tab', 'Enter');
    expect(await page.getByRole('button', { name: 'Present' }).isVisible()).toBe(true);
  });
});

test('at twice the size a slide is whole', async ({ openDeck }) => {
  const page = await open(openDeck, { viewport: { width: 960, height: 540 } });
  await press(page, 'End');
  const box = await page.locator('section.present').boundingBox();
  expect(box).toEqual({ x: 0, y: 0, width: 960, height: 540 });
});

test('forced colors leave the series of a chart apart', async ({ openDeck }) => {
  const page = await open(openDeck, { forcedColors: 'active', colorScheme: 'dark' });
  await page.evaluate(() => window.Reveal.slide(2, 0, 9));
  const colors = await page.$$eval('.present .chart-box svg [fill^="var(--chart-"]', (all) =>
    all.flatMap((mark) =>
      /-\d\)$/.test(mark.getAttribute('fill') ?? '') ? getComputedStyle(mark).fill : [],
    ),
  );
  expect(new Set(colors).size).toBe(2);
  expect(await pixelAt(page, 5, 5)).toEqual([0, 0, 0]);
});
