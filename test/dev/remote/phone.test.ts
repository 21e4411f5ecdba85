import { describe, expect } from 'vitest';
import { findCoveredButtons, findSmallTargets } from '../../axe/targets.ts';
import { test } from '../../support/browser/browser.ts';
import { axeSource, findAxeProblems } from '../../support/browser/deck-walk.ts';
import { temporaryFolder } from '../../support/files.ts';
import { serveFolder } from '../session.ts';
import { openStage, phone, saying, titled } from './remote-page.ts';

describe('on a phone', () => {
  const sizes = [
    { width: 320, height: 568 },
    { width: 390, height: 844 },
    { width: 844, height: 390 },
    { width: 1024, height: 768 },
  ];

  test('everything is within reach, in both directions, and can be read by everyone', async ({
    browser,
  }) => {
    const { stage, remote } = await openStage(browser);
    await stage.evaluate(() => window.Reveal.slide(2));
    await titled(remote, 'Steps');
    await remote.evaluate(axeSource);
    for (const size of sizes) {
      await remote.setViewportSize(size);
      expect(await remote.evaluate(findMisplaced)).toEqual([]);
      expect(await remote.evaluate(findAxeProblems, 'body')).toEqual([]);
    }
    // As at a zoom of 400 %.
    await remote.setViewportSize({ width: 320, height: 180 });
    expect(await findSmallTargets(remote)).toEqual([]);
    expect(await findCoveredButtons(remote, '.speaker-header > button')).toEqual([]);
    for (const name of ['All slides', 'Time']) {
      await remote.getByRole('button', { name }).click();
      for (const size of sizes) {
        await remote.setViewportSize(size);
        expect(await remote.evaluate(findMisplaced)).toEqual([]);
      }
      expect(await remote.evaluate(findAxeProblems, 'body')).toEqual([]);
      await remote.keyboard.press('Escape');
      expect(await remote.locator('dialog[open]').count()).toBe(0);
    }
    await stage.close();
    await saying(remote, 'No presenter window');
    expect(await remote.evaluate(findAxeProblems, 'body')).toEqual([]);
  });

  test('the list of decks leads to the remote of each', async ({ browser }) => {
    const folder = temporaryFolder({
      'package.json': '{}',
      'slides/a.md': '# A',
      'slides/b.md': '# B',
    });
    const { session, built } = await serveFolder(folder, [], { isOpen: true });
    await built(({ deck }) => deck.name === 'b');
    expect(new URL(session.remoteUrl).pathname).toBe('/');
    const page = await browser.openWindow(phone);
    await page.goto(session.remoteUrl);
    // Their pictures are slides, not pages to read, as on phones the decks themselves are.
    const picture = page.frameLocator('iframe').first();
    await picture.locator('html.live[data-ready] section.present').waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.evaluate(axeSource);
    expect(await page.evaluate(findAxeProblems, 'body')).toEqual([]);
    await page.getByRole('link', { name: 'Remote' }).last().click();
    await saying(page, 'No presenter window');
    expect(new URL(page.url()).pathname).toMatch(/^\/[\w-]{8}\/b\/remote$/);
    await page.getByRole('button', { name: 'All slides' }).click();
    await page.getByRole('link', { name: 'All decks' }).click();
    await page.getByRole('heading', { name: '2 decks' }).waitFor();
  });
});

/** What a finger cannot press, or what lies beyond the screen or over something else. */
function findMisplaced(): readonly string[] {
  const problems: string[] = [];
  const boxes = ['.remote-bar', '.remote-slides', '.speaker-notes', '.remote-keys > *'].flatMap(
    (name) =>
      Array.from(document.querySelectorAll(name), (element) => element.getBoundingClientRect()),
  );
  for (const [i, a] of boxes.entries()) {
    if (a.left < 0 || a.top < 0 || a.right > innerWidth || a.bottom > innerHeight) {
      problems.push(`${i} is beyond the screen`);
    }
    for (const b of boxes.slice(i + 1)) {
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (width > 1 && height > 1) problems.push(`${i} lies over another`);
    }
  }
  for (const button of document.querySelectorAll('.remote button')) {
    const { width, height } = button.getBoundingClientRect();
    if (button.checkVisibility() && Math.min(width, height) < 48) problems.push(button.outerHTML);
  }
  for (const text of document.querySelectorAll<HTMLElement>(
    '.speaker-elapsed, .speaker-pace, .remote-left, .remote-position',
  )) {
    if (text.scrollWidth > text.clientWidth + 1 && getComputedStyle(text).display !== 'inline')
      problems.push(`${text.innerText} is cut`);
  }
  return problems;
}
