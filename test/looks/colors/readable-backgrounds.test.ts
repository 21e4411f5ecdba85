import { expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { buildMarkdown } from '../../support/builds.ts';
import { hasEveryCase } from '../../support/every-case.ts';
import { findUgly, themeNames } from '../support.ts';

/** Mid-tones, translucent ones, gradients across tones, and colors of the theme. */
const backgrounds = [
  '"#777"',
  'lab(50% 20 30)',
  '"rgba(255, 255, 255, 0.15)"',
  '"rgb(0 0 0 / 10%)"',
  '"#8a8a8a80"',
  'transparent',
  '"linear-gradient(#000, #fff)"',
  '"linear-gradient(rgba(0, 0, 0, 0.2), transparent)"',
  '"radial-gradient(red, yellow, var(--color-accent))"',
  'var(--color-accent)',
  '"color-mix(in srgb, var(--color-accent) 50%, white)"',
];

const picture = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9" fill="${color}"/></svg>`;
const pictures = { 'black.svg': picture('black'), 'white.svg': picture('white') };

const text = 'With **strong**, [link](https://example.org) and `code`.';

const layouts = ['default', 'cover', 'section', 'statement'];

/**
 * Slides on a background: in each layout, and with a callout.
 *
 * @param shown the index of one of them: only this one and the one after the next are shown
 */
function slidesOn(background: string, shown?: number): string {
  const slides = [
    `---\nbackground: ${background}\n---\n\n> [!NOTE]\n> A note\n\n`,
    ...layouts.map(
      (layout) =>
        `---\nlayout: ${layout}\nbackground: ${background}\n---\n\n## A title\n\n${text}\n\n`,
    ),
  ];
  const count = slides.length;
  const isShown = (index: number): boolean =>
    shown === undefined || [shown % count, (shown + 2) % count].includes(index);
  return slides.filter((_, index) => isShown(index)).join('');
}

test('text is readable on any background color, in every theme and layout', async ({
  openDeck,
}) => {
  for (const [index, theme] of themeNames.entries()) {
    const head = `---\ntheme: ${theme}\nfooter: A footer\nnumbers: n\n---\n\nFirst\n\n`;
    // Each theme shows each background and each layout, and all themes show each background in each layout.
    const slides = backgrounds.map((each, i) =>
      slidesOn(each, hasEveryCase ? undefined : index + i),
    );
    const { page } = await openDeck(await buildMarkdown(head + slides.join('')));
    expect(await findUgly(page), theme).toEqual([]);
  }
});

const imageSlides = `
## A title

Text[^1] with **strong**, [a link](https://example.org), \`code\` and <small>small text</small>.

1. An item {.fragment .highlight-current}

| a | b |
|---|---|
| 1 | 2 |

[^1]: A footnote with [a link](https://example.org)

---
layout: cover
BACKGROUND
---

# A title

A subtitle with [a link](https://example.org)

---
layout: section
BACKGROUND
---

## A title

Text with [a link](https://example.org)

---
layout: quote
BACKGROUND
---

## A title

> A quote

— [A link](https://example.org)

---
layout: statement
BACKGROUND
---

## A title

A statement with [a link](https://example.org)

---
BACKGROUND
---

\`\`\`chart bar "Charts, too"
year,apples,pears
2018,17,4
2019,26,9
\`\`\`

---
BACKGROUND
---

:::: columns
::: column
\`\`\`mermaid
flowchart LR
  subgraph Group
    A[Diagrams] -- too --> B(See)
  end
\`\`\`
:::

::: column
\`\`\`mermaid
mindmap
  Root
    One
      Deep
    Two
    Three
\`\`\`
:::
::::

---
BACKGROUND
---

:::: columns
::: column
\`\`\`mermaid
kanban
  Now
    a[Write]@{ priority: 'Very Low' }
  Then
    b[Read]@{ priority: 'High' }
\`\`\`
:::

::: column
\`\`\`mermaid
gantt
  Plan :done, 2024-03-04, 4d
  Dig :active, 2024-03-08, 9d
  Plant :crit, 2024-03-12, 9d
\`\`\`
:::
::::

---
BACKGROUND
---

> [!NOTE]
> A note with [a link](https://example.org)

Term
: Definition

::: aside
An aside
:::
`;

test('all text over an image is readable, whatever its color, size and opacity', async ({
  openDeck,
}) => {
  const settings = [
    'background: black.svg',
    'background: black.svg\nbackgroundOpacity: 0.9',
    'background: black.svg\nbackgroundOpacity: 0.15',
    'background: black.svg\nbackgroundOpacity: 0.25\nclass: on-dark',
  ];
  const slides = settings.map((each) =>
    `\n---\n${each}\n---\n${imageSlides.replaceAll('BACKGROUND', each)}`.replaceAll(
      '[^1]',
      `[^${settings.indexOf(each)}]`,
    ),
  );
  for (const theme of themeNames) {
    const head = `---\ntheme: ${theme}\nheader: A header\nfooter: "A [footer](https://example.org)"\nnumbers: n\n---\n\nFirst\n`;
    const { page } = await openDeck(await buildMarkdown(head + slides.join(''), pictures));
    expect(await findUgly(page), theme).toEqual([]);
  }
});

test('an image has at most the opacity with which text on it can be read', async ({ openDeck }) => {
  const settings = [
    'background: black.svg\nbackgroundOpacity: 1',
    'background: white.svg\nbackgroundOpacity: 0.9\nlayout: cover',
    'background: black.svg\nbackgroundOpacity: 0.2',
    'background: black.svg\nbackgroundOpacity: 0.9\ncolor: white',
    'background: black.svg\nbackgroundOpacity: 0.9\nclass: on-dark',
  ];
  const slides = settings.map((each) => `---\n${each}\n---\n\n## A title\n`).join('\n');
  const deck = `---\ntheme: paper\n---\n\nFirst\n\n${slides}`;
  const { page } = await openDeck(await buildMarkdown(deck, pictures));
  const shown = await page
    .locator('.slides .slide-background')
    .evaluateAll((images) => images.map((image) => (image as HTMLElement).style.opacity));
  expect(shown.slice(2)).toEqual(['0.2', '0.9', '0.9']);
  for (const opacity of shown.slice(0, 2)) {
    expect(Number(opacity)).toBeGreaterThan(0.25);
    expect(Number(opacity)).toBeLessThan(0.6);
  }
});
