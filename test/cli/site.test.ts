import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect } from 'vitest';
import { test } from '../support/browser/browser.ts';
import { axeSource, findAxeProblems } from '../support/browser/deck-walk.ts';
import { sharedBrowser } from '../support/export-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const apples = `---
title: Apples & pears
author: Ada
date: 2026-03-01
description: On fruit.
time: 20m
---

# Apples & pears

---

## Varieties

Crème brûlée of <b>Boskoop</b>

\`\`\`chart bar
kind,tons
Quince,3
Medlar,4
\`\`\`

Note: a secret remark

--

## Below

Rootstock
`;

const coffee = `---
lang: ar
title: القهوة
date: 2026-05-01
---

# القهوة

---

نص عن البن
`;

const files = {
  'package.json': '{}',
  'slides/apples.md': apples,
  'slides/coffee.md': coffee,
  'slides/old.md': '---\ndate: in spring\n---\n\n# Zebra\n',
};

/** No cover needs a browser. */
const none = ['--browser', '/nowhere/chromium'];

const build = (cwd: string, ...args: readonly string[]) =>
  lectern(['build', '--site', ...none, ...args], cwd);

const read = (cwd: string, file = 'dist/index.html') => readFileSync(path.join(cwd, file), 'utf8');

/** The names of the pages in the list, in order. */
const listed = (page: string) =>
  Array.from(page.matchAll(/class="deck" href="([^"]*)"/g), ([, href]) => href);

/** What is searched in. */
const indexOf = (page: string) =>
  /<script type="application\/json">(.*)<\/script>/.exec(page)?.[1] ?? '';

describe('the index of a site', () => {
  test('lists decks with their facts, the newest first, and runs only its search', async () => {
    const cwd = temporaryFolder(files);
    const { exitCode, output } = await build(cwd);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/\ndist\/index\.html +\d+ kB +3 decks\n/);
    expect(output).toContain('  some covers are drawn from the title: browser not found');
    expect(output).toContain('  no feed: it needs the address of the site');
    const page = read(cwd);
    expect(listed(page)).toEqual(['coffee.html', 'apples.html', 'old.html']);
    expect(page).toMatch(/<article lang="ar" dir="rtl">/);
    expect(page).toContain('<bdi>Ada</bdi>');
    expect(page).toContain('<time datetime="2026-03-01">2026-03-01</time> · 20 min · 3 slides');
    expect(page).toContain('<p class="about">On fruit.</p>');
    expect(page).toContain("default-src 'none';script-src 'sha256-");
    expect(page).not.toMatch(/<link rel="(?:canonical|alternate)"|og:|\ssrc="(?!data:)| style="/);
    expect(existsSync(path.join(cwd, 'dist/feed.xml'))).toBe(false);
  });

  test('is the same for the same source, also from the cache', async () => {
    const [first, second] = [temporaryFolder(files), temporaryFolder(files)];
    for (const cwd of [first, second, first]) await build(cwd);
    expect(read(first)).toBe(read(second));
  });

  test('has the texts of slides, charts and stacks, but not the notes', async () => {
    const cwd = temporaryFolder(files);
    await build(cwd);
    const [, found] = JSON.parse(indexOf(read(cwd)));
    expect(found.slides).toHaveLength(3);
    expect(found.slides[1].title).toBe('Varieties');
    expect(found.slides[1].text).toBe('Crème brûlée of Boskoop kind tons Quince Medlar');
    expect(read(cwd)).not.toContain('secret');
  });

  test('forgets decks that are gone and leaves out those with errors', async () => {
    const cwd = temporaryFolder(files);
    await build(cwd);
    rmSync(path.join(cwd, 'slides/old.md'));
    writeFileSync(path.join(cwd, 'slides/coffee.md'), '---\nauhtor: x\n---\n\n# Coffee\n');
    const { exitCode, output, errors } = await build(cwd);
    expect(exitCode).toBe(1);
    expect(output).toContain('1 of 2 decks');
    expect(errors).toContain('dist/coffee.html was not written');
    expect(listed(read(cwd))).toEqual(['apples.html']);
  });

  test('is not written over a file of others, or without any deck', async () => {
    const cwd = temporaryFolder({ ...files, 'dist/index.html': '<p>mine</p>' });
    const refused = await build(cwd);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('dist/index.html is no index of a site of Lectern');
    expect(read(cwd)).toBe('<p>mine</p>');
    expect(existsSync(path.join(cwd, 'dist/apples.html'))).toBe(true);
    expect((await build(cwd, '--force')).exitCode).toBe(0);
    const broken = temporaryFolder({ 'talk.md': '---\nauhtor: x\n---\n\n# A\n' });
    expect((await build(broken, 'talk.md')).exitCode).toBe(1);
    expect(existsSync(path.join(broken, 'dist'))).toBe(false);
  });

  test('links to other forms of decks that are there, but to no notes', async () => {
    const others = { 'dist/apples.pdf': 'x', 'dist/apples-notes.md': 'x', 'dist/apples.pptx': 'x' };
    const cwd = temporaryFolder({ ...files, ...others });
    await build(cwd, '--share');
    const page = read(cwd);
    expect(page).toMatch(/<a href="apples\.pdf" lang="en">PDF<span class="unseen"> of /);
    expect(page).toContain('<a href="apples.pptx"');
    expect(page).not.toContain('apples-notes');
    const own = temporaryFolder({ 'talk.md': '# A\n\nNote: secret\n' });
    await build(own, 'talk.md', '--out', '.', '--share');
    expect(read(own, 'index.html')).not.toContain('href="talk.md"');
  });
});

describe('a site with an address', () => {
  test('has a feed of its dated decks and a preview image', async () => {
    const settings = '{ "site": { "url": "https://example.org/talks", "title": "Fruit <talks>" } }';
    const social = { 'lectern.config.json': settings, 'dist/apples-social.png': 'x' };
    const cwd = temporaryFolder({ ...files, ...social });
    const { output } = await build(cwd);
    expect(output).toContain('with dist/feed.xml');
    expect(output).toContain('1 deck without a date such as 2026-11-23 is not in the feed');
    const page = read(cwd);
    expect(page).toContain('<h1>Fruit &lt;talks&gt;</h1>');
    expect(page).toContain(
      '<meta property="og:image" content="https://example.org/talks/apples-social.png">',
    );
    const feed = read(cwd, 'dist/feed.xml');
    expect(feed).toContain('<updated>2026-05-01T00:00:00Z</updated>');
    expect(
      Array.from(feed.matchAll(/<entry xml:lang="\w+">\n<id>(.*)<\/id>/g), ([, id]) => id),
    ).toEqual(['https://example.org/talks/coffee.html', 'https://example.org/talks/apples.html']);
    expect(feed).toContain('<title>Apples &amp; pears</title>');
    const again = await build(cwd, '--site-url', 'https://example.com/', '--json');
    expect(JSON.parse(again.output).site).toMatchObject({ feed: 'dist/feed.xml', decks: 3 });
    expect(read(cwd, 'dist/feed.xml')).toContain('<id>https://example.com/</id>');
  });

  test.for([
    [['--site-url', 'https://example.org/'], '--site-url needs --site'],
    [
      ['--site', '--site-url', 'example.org', 'slides/old.md'],
      'invalid address of the site: example.org',
    ],
    [['--site', '--out', 'a.html', 'slides/old.md'], '--site writes several files'],
    [['--site', 'slides/index.md'], 'would both become dist/index.html'],
  ] as const)('%j is an invalid usage', async ([args, message]) => {
    const cwd = temporaryFolder({ ...files, 'slides/index.md': '# A\n' });
    const { exitCode, errors } = await lectern(['build', ...args], cwd);
    expect(exitCode).toBe(2);
    expect(errors).toContain(message);
    expect(readdirSync(cwd)).not.toContain('dist');
  });
});

describe('in a browser', () => {
  test('slides are found and opened, from the disk and without requests', async ({ openDeck }) => {
    const cwd = temporaryFolder(files);
    await lectern(['build', '--site', ...(await sharedBrowser())], cwd);
    expect(read(cwd).match(/src="data:image\/webp;/g)).toHaveLength(3);
    const { page, requests, consoleErrors, violations } = await openDeck(`${cwd}/dist/index.html`);
    await page.keyboard.press('/');
    await page.keyboard.type('CREME boskoop');
    await expect.poll(() => page.getByRole('status').textContent()).toBe('1 result in 1 deck');
    expect(await page.locator('#decks').isVisible()).toBe(false);
    expect(await page.locator('mark').allTextContents()).toEqual(['Crème', 'Boskoop']);
    await page.keyboard.press('Escape');
    expect(await page.locator('#decks').isVisible()).toBe(true);
    await page.keyboard.type('secret');
    await expect.poll(() => page.getByRole('status').textContent()).toBe('No results');
    await page.getByRole('searchbox').fill('rootstock');
    expect([requests, consoleErrors, await violations()]).toEqual([[], [], []]);
    await page.getByRole('link', { name: '3. Below' }).click();
    await expect
      .poll(() => page.locator('.present > .present').textContent())
      .toContain('Rootstock');
    expect(page.url()).toMatch(/apples\.html#\/3$/);
    await page.goBack();
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('rootstock');
    expect(await page.getByRole('link', { name: '3. Below' }).isVisible()).toBe(true);
  });

  test.for(['light', 'dark'] as const)(
    'axe finds no problem in %s',
    async (colorScheme, { openDeck }) => {
      const cwd = temporaryFolder({ ...files, 'dist/apples.pdf': 'x' });
      await build(cwd);
      const { page } = await openDeck(`${cwd}/dist/index.html`, { colorScheme });
      await page.evaluate(axeSource);
      expect(await page.evaluate(findAxeProblems, 'html')).toEqual([]);
      await page.getByRole('searchbox').fill('e');
      await page.getByRole('link', { name: '3. Below' }).waitFor();
      expect(await page.evaluate(findAxeProblems, 'html')).toEqual([]);
    },
  );

  test('the index is a plain list without scripts', async ({ openDeck }) => {
    const cwd = temporaryFolder(files);
    await build(cwd);
    const { page } = await openDeck(`${cwd}/dist/index.html`, { javaScriptEnabled: false });
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    expect(await page.getByRole('link').count()).toBe(3);
    await page.setViewportSize({ width: 320, height: 600 });
    const image = page.locator('img').first();
    expect(await image.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBe(640);
  });
});
