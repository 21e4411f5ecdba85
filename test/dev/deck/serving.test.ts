import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { buildPage } from '../../../build.ts';
import { test } from '../../support/browser/browser.ts';
import { shown } from '../editing/edited-page.ts';
import { goTo } from '../live-page.ts';
import { serveDeck } from '../session.ts';
import { openTalk } from './open-talk.ts';

// A browser has six connections to a server for requests.
test('eight tabs of one browser all stay live', async ({ browser }) => {
  const { page, url, replace } = await openTalk(browser);
  const context = page.context();
  const tabs = [page];
  while (tabs.length < 8) {
    const tab = await context.newPage();
    await goTo(tab, url);
    tabs.push(tab);
  }
  replace('- water', '- milk');
  for (const tab of tabs) {
    await tab.waitForFunction(() => document.body.textContent.includes('milk'));
  }
});

test('a page that was away while the deck changed catches up', async ({ browser }) => {
  const { page, session, folder, port, replace } = await openTalk(browser);
  session.close();
  replace('- water', '- milk');
  const again = await serveDeck(folder, 'talk.md', { port });
  // Another tab of the same browser has the new address.
  await (await page.context().newPage()).goto(again.url);
  await page.waitForFunction(() => document.body.textContent.includes('milk'));
});

test('the page is the one that build writes, and what the server adds', async ({ browser }) => {
  const { url, folder, page } = await openTalk(browser);
  const { Report } = await import('../../../src/base/diagnostics/report.ts');
  const options = { cwd: folder, root: folder, allowRemote: false, share: false };
  const built = await buildPage(path.join(folder, 'talk.md'), options, new Report());
  const served = await (await fetch(url)).text();
  const policy = /connect-src 'self';script-src 'self' '[^']*' /;
  const added =
    /<script type="application\/json" id="lectern-dev">[^<]*<\/script>\n<script>[\s\S]*?<\/script>\n(?=<\/body>)/;
  expect(served).toMatch(added);
  expect(served.replace(policy, 'script-src ').replace(added, '')).toBe(built?.html);
  expect(await page.evaluate(() => document.querySelectorAll('.lectern-diagnostics').length)).toBe(
    0,
  );
});

test('a file that is empty just as the deck is built is read again once it is saved', async ({
  browser,
}) => {
  const words = (number: number): string => `## Bread ${number}\n\n- flour`;
  let isSaving = false;
  const { page, folder } = await openTalk(
    browser,
    '# A talk\n\n---\nsrc: part.md\n---',
    {
      buildPage: async (...options) => {
        if (!isSaving) return buildPage(...options);
        isSaving = false;
        writeFileSync(path.join(folder, 'part.md'), '');
        const built = await buildPage(...options);
        writeFileSync(path.join(folder, 'part.md'), words(2));
        return built;
      },
    },
    { 'part.md': words(1) },
  );
  isSaving = true;
  writeFileSync(path.join(folder, 'part.md'), words(2));
  await shown(page, 'Bread 2');
  expect(await page.locator('.lectern-diagnostics').count()).toBe(0);
});

test('a folder that is deleted and made again is still watched', async ({ browser }) => {
  const { page, folder } = await openTalk(
    browser,
    '# A talk\n\n---\nsrc: parts/a.md\n---\n',
    {},
    {
      'parts/a.md': '## Part\n\nfirst',
    },
  );
  rmSync(path.join(folder, 'parts'), { recursive: true });
  mkdirSync(path.join(folder, 'parts'));
  writeFileSync(path.join(folder, 'parts/a.md'), '## Part\n\nsecond');
  // A page that connects only now stays on its slide.
  await page.waitForFunction(() => document.body.textContent.includes('second'));
});
