import { expect } from 'vitest';
import { test } from '../support/browser.ts';
import { buildMarkdown } from '../support/builds.ts';
import { themeNames } from './support.ts';

const title =
  'An extraordinarily long title for a conference talk that goes on and on for ninety characters';

test.for(themeNames)(
  'a long title of a deck fits on the cover of %s',
  async (theme, { openDeck }) => {
    const { page } = await openDeck(
      await buildMarkdown(
        `---\ntheme: ${theme}\n---\n\n# ${title}\n\nA subtitle that says what it is about\n\nAda Example\n`,
      ),
    );
    const { top, bottom } = await page.$eval('h1', (heading) =>
      heading.getBoundingClientRect().toJSON(),
    );
    expect(top).toBeGreaterThan(40);
    expect(bottom).toBeLessThan(600);
  },
);
