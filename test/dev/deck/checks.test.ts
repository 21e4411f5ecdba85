import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { temporaryFolder } from '../../support/files.ts';
import { png } from '../../support/images.ts';
import { shown } from '../editing/edited-page.ts';
import { serveDeck } from '../session.ts';

const points = Array.from({ length: 60 }, (_, index) => `- Point ${index} of many`).join('\n');
const talk = (list: string, alt: string): string =>
  `# A talk\n\n---\n\n## A list\n\n${list}\n\n---\n\n## An image\n\n![${alt}](a.png)\n`;

test('while nobody types, slides are checked, and what is found is framed on request', async ({
  browser,
}) => {
  const folder = temporaryFolder({
    'package.json': '{}',
    'a.png': png(300, 200),
    'talk.md': talk(points, ''),
  });
  const printed: string[] = [];
  const { url } = await serveDeck(folder, 'talk.md', {
    onFindings: (_, diagnostics) =>
      printed.push(diagnostics.map(({ code, span }) => `${code} ${span?.line}`).join(', ')),
  });
  const page = await browser.openWindow();
  await page.goto(url);
  const panel = page.locator('.lectern-diagnostics');
  await panel.getByText('1 error, 1 warning').waitFor();
  // That the slide is far too full was printed by the build.
  await expect.poll(() => printed.at(-1)).toMatch(/^alt-text \d+$/);
  expect(await panel.locator('ol').isVisible()).toBe(false);
  await page.keyboard.press('ArrowRight');
  await shown(page, 'A list');
  const frame = page.locator('.lectern-check-frames div');
  expect(await frame.count()).toBe(0);
  await panel.getByRole('button', { name: 'Show' }).click();
  await frame.waitFor();
  expect(await frame.textContent()).toContain('is too full');
  writeFileSync(path.join(folder, 'talk.md'), talk('- One', 'Apples'));
  await expect.poll(() => panel.count()).toBe(0);
  await expect.poll(() => frame.count()).toBe(0);
  await expect.poll(() => printed.at(-1)).toBe('');
});

test('a comment that excuses what only a browser finds is not called needless', async () => {
  const folder = temporaryFolder({
    'package.json': '{}',
    'talk.md': '# A talk\n\n<!-- check-ignore contrast: a brand color -->\n\nText\n\n![](a.png)\n',
    'a.png': png(300, 200),
  });
  const found: string[] = [];
  await serveDeck(folder, 'talk.md', {
    onFindings: (_, diagnostics) => found.push(diagnostics.map(({ code }) => code).join(', ')),
  });
  await expect.poll(() => found.at(-1)).toBe('alt-text');
});
