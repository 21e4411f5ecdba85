import { expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';

const blocks = `A paragraph.

Another one.

- one
- two

\`\`\`js
const a = 1;
\`\`\`
`;

const deck = (theme: string): string => `---
theme: ${theme}
---

# Blocks

---

## Plain

${blocks}

---

## In a division

<div class="box">

${blocks}

</div>

---

## In nested elements

<section><div>

${blocks}

</div></section>

---

## In a list

- item

  \`\`\`js
  const a = 1;
  \`\`\`

  - nested

    \`\`\`js
    const a = 1;
    \`\`\`

---

## Arranged by the author

<div style="display: grid; grid-template-columns: 1fr 1fr">

One

Two

</div>
`;

test.for(['ink', 'night', 'paper', 'plain', 'signal', 'terminal'])(
  'blocks in HTML keep their distance and size: %s',
  async (theme, { openDeck }) => {
    const { page } = await openDeck(await buildMarkdown(deck(theme)));
    await whenReady(page);
    const measure = (selector: string): Promise<readonly (readonly number[])[]> =>
      page.$$eval(selector, (all) =>
        all.map((element) => [
          Math.round(element.getBoundingClientRect().top),
          Number.parseFloat(getComputedStyle(element).fontSize),
        ]),
      );
    await page.keyboard.press('ArrowRight');
    const plain = await measure('.present :is(p, li, pre)');
    for (let i = 0; i < 2; i++) {
      await page.keyboard.press('ArrowRight');
      expect(await measure('.present :is(p, li, pre)')).toEqual(plain);
    }
    await page.keyboard.press('ArrowRight');
    const items = await measure('.present li > p');
    const code = await measure('.present li pre');
    expect(code).toHaveLength(2);
    for (const [i, [, size = 0]] of code.entries()) {
      expect(size).toBeLessThanOrEqual(items[i]?.[1] ?? 0);
    }
    await page.keyboard.press('ArrowRight');
    const [one, two] = await measure('.present .slot p');
    expect(one?.[0]).toBe(two?.[0]);
  },
);
