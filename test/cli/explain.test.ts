import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { test } from '../support/browser/browser.ts';
import { sharedBrowser } from '../support/export-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const marp = `---
marp: true
theme: gaia
---

# Pears

![w:300](none.png)

<!-- A secret note. -->

---

Unchanged & <b>bold</b>

---

<!-- _class: lead -->

# The end
`;

const none = ['--browser', '/nowhere/chromium'];

/** Explains a deck without a browser. @returns the page, and what is printed */
async function explain(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = ['talk.md'],
  output = 'dist/talk.explain.html',
) {
  const cwd = temporaryFolder(files);
  const result = await lectern(['build', '--explain', ...none, ...args], cwd);
  const file = path.join(cwd, output);
  return { ...result, cwd, page: existsSync(file) ? readFileSync(file, 'utf8') : '' };
}

/** The HTML of the section of a slide. */
function sectionOf(slide: number, page: string): string {
  const [, section = ''] = page.split(`<section aria-labelledby="slide-${slide}">`);
  return section.split('</section>')[0] ?? '';
}

/** As a reader sees it. */
function textOf(html: string): string {
  const text = (html.split('<main>')[1] ?? html).replace(/<[^>]*>/g, '').replaceAll('&quot;', '"');
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

describe('a deck is explained', () => {
  test('by a page that runs nothing and loads nothing', async () => {
    const { exitCode, page, output } = await explain({ 'talk.md': marp });
    expect(exitCode).toBe(0);
    expect(output).toMatch(
      /^dist\/talk\.html .*\ndist\/talk\.explain\.html .* each slide, without/,
    );
    expect(page).toMatch(/content="default-src 'none'; img-src data:; style-src 'sha256-[^']+'"/);
    expect(page).not.toMatch(/<script|<link|\ssrc="(?!data:)| style="/);
  });

  test('with what it was read as, and why', async () => {
    const { page } = await explain({ 'talk.md': marp });
    const text = textOf(page);
    expect(text).toContain('talk.md is read as a deck of Marp: its front matter has "marp: true".');
    expect(text).toMatch(/Slides3\nUnchanged1\nChanged2\nFound1 warning\nSlides to look at1\n/);
    expect(text).toContain('The slides are not shown here: browser not found: /nowhere/chromium.');
    const named = await explain({ 'talk.md': '# One\n' }, ['talk.md', '--dialect', 'pandoc']);
    expect(textOf(named.page)).toContain('read as a deck of Pandoc: as its author says.');
  });

  test('with each text next to what it became, and the changes marked', async () => {
    const { page } = await explain({ 'talk.md': marp });
    const first = sectionOf(1, page);
    expect(textOf(first)).toContain('![](none.png){width=300}');
    expect(first).toContain('<del>![w:300](</del><sup>1</sup><mark>none.png</mark>)');
    expect(first).toContain('<ins>{width=300}</ins>');
    expect(textOf(first)).toContain('There is no file "none.png".');
    expect(textOf(first)).toContain('Warning file-missing at talk.md:8:10');
    const second = sectionOf(2, page);
    expect(textOf(second)).toContain('Unchanged & <b>bold</b>');
    expect(second).not.toMatch(/<del>|<ins>|Lectern's Markdown/);
    expect(sectionOf(3, page)).toMatch(/<ins>class: lead(?:\n---)?<\/ins>/);
  });

  test('with each text where a slide begins at a heading of Marp', async () => {
    const deck =
      '---\nmarp: true\nheadingDivider: 2\n---\n\n# One\n\ntext <!-- first -->\n\n## Two\n\ntext <!-- second -->\n';
    const { page } = await explain({ 'talk.md': deck });
    expect(sectionOf(1, page)).toContain('first');
    expect(sectionOf(1, page)).not.toContain('second');
    expect(sectionOf(2, page)).toContain('second');
    expect(sectionOf(2, page)).not.toContain('first');
  });

  test('whose included slides are in another file', async () => {
    const { page } = await explain({
      'talk.md': '---\nmdc: true\n---\n\n# One\n\n---\nsrc: ./more.md\n---\n\n---\n\n# Three\n',
      'more.md': '# Two\n\n<v-click>step</v-click>\n',
    });
    expect(textOf(sectionOf(2, page))).toContain('more.md, line 1');
    expect(textOf(sectionOf(2, page))).toContain('<div class="fragment">');
    expect(textOf(sectionOf(3, page))).toContain('# Three');
  });

  test('also one of Lectern, without a translated text', async () => {
    const deck = '---\nfit: none\n---\n\n# One\n\n[x](#nowhere)\n\n---\nhide: true\n---\n\n# Two\n';
    const { page, exitCode } = await explain({ 'talk.md': deck });
    expect(exitCode).toBe(0);
    const text = textOf(page);
    expect(text).toContain('talk.md is read as a deck of Lectern.');
    expect(text).toContain('link-target at talk.md:7:');
    expect(text).toContain('This slide is hidden.');
    expect(page).not.toMatch(/<del>|<ins>/);
  });

  test('that has errors, and is not written', async () => {
    const { page, exitCode, cwd } = await explain({ 'talk.md': '# One\n\n![](none.png)\n' });
    expect(exitCode).toBe(1);
    expect(existsSync(path.join(cwd, 'dist/talk.html'))).toBe(false);
    const text = textOf(page);
    expect(text).toContain('The slides are not shown here: the deck has errors.');
    expect(text).toContain('Error file-missing at talk.md:3:5');
  });

  test('whose warnings are errors', async () => {
    const { page, exitCode } = await explain({ 'talk.md': marp }, ['talk.md', '--strict']);
    expect(exitCode).toBe(1);
    expect(textOf(page)).toContain('There is no file "none.png".');
  });

  test('without its texts if it is to be shared', async () => {
    const { page, exitCode } = await explain({ 'talk.md': marp }, ['talk.md', '--share']);
    expect(exitCode).toBe(0);
    expect(page).not.toContain('secret');
    expect(page).not.toContain('<pre');
    expect(textOf(page)).toContain('The texts are left out, as the deck was built to be shared.');
    expect(textOf(page)).toContain('There is no file "none.png".');
  });

  test('with others, each in a page of its own', async () => {
    const files = { 'slides/a.md': marp, 'slides/b.md': '# B\n' };
    const { cwd, output } = await explain(files, ['--json']);
    const { decks } = JSON.parse(output);
    expect(decks.map(({ explanation }: { readonly explanation: string }) => explanation)).toEqual([
      'dist/a.explain.html',
      'dist/b.explain.html',
    ]);
    expect(existsSync(path.join(cwd, 'dist/b.explain.html'))).toBe(true);
  });

  test('next to an output that the user names', async () => {
    const args = ['talk.md', '--out', 'out/pears.html'];
    const { page } = await explain({ 'talk.md': marp }, args, 'out/pears.explain.html');
    expect(textOf(page)).toContain('Pears');
  });

  test('the same on any day', async () => {
    const [one, two] = [await explain({ 'talk.md': marp }), await explain({ 'talk.md': marp })];
    expect(one.page).toBe(two.page);
  });

  test('with an image of each slide', async () => {
    const cwd = temporaryFolder({ 'talk.md': marp });
    const args = ['build', 'talk.md', '--explain', ...(await sharedBrowser())];
    expect(await lectern(args, cwd)).toMatchObject({ exitCode: 0 });
    const page = readFileSync(path.join(cwd, 'dist/talk.explain.html'), 'utf8');
    expect(
      [...page.matchAll(/<img src="data:image\/webp;base64,[^"]{100,}" alt="([^"]*)"/g)].map(
        ([, alt]) => alt,
      ),
    ).toEqual(['Slide 1: Pears', 'Slide 2', 'Slide 3: The end']);
    expect(page).not.toContain('not shown here');
  });
});

test('an explanation is read by everyone, on any screen', async ({ openDeck }) => {
  const { cwd } = await explain({ 'talk.md': marp });
  const { page } = await openDeck(path.join(cwd, 'dist/talk.explain.html'));
  await page.evaluate(
    readFileSync(path.join(packageRoot, 'node_modules/axe-core/axe.min.js'), 'utf8'),
  );
  const problemsOf = (rules: string) =>
    page.evaluate(`axe.run(${rules}).then((found) => found.violations.map(({ id }) => id))`);
  expect(await problemsOf('')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await problemsOf(`{ runOnly: ['color-contrast'] }`)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});

describe('no explanation is written', () => {
  test('in place of a file of the user, but with --force', async () => {
    const files = { 'talk.md': marp, 'dist/talk.explain.html': 'mine' };
    const { page, exitCode, errors } = await explain(files);
    expect(exitCode).toBe(1);
    expect(errors).toContain('dist/talk.explain.html is no report of Lectern');
    expect(page).toBe('mine');
    const forced = await explain(files, ['talk.md', '--force']);
    expect(forced.exitCode).toBe(0);
    expect(forced.page).toContain('</html>');
  });

  test('of a deck that is not there', async () => {
    const { page, exitCode, errors } = await explain({}, ['talk.md']);
    expect({ page, exitCode }).toEqual({ page: '', exitCode: 1 });
    expect(errors).toContain('there is no file talk.md');
  });

  test('in place of the page of another deck', async () => {
    const files = { 'talk.md': marp, 'talk.explain.md': '# Two\n' };
    const { exitCode, errors } = await explain(files, ['talk.md', 'talk.explain.md']);
    expect(exitCode).toBe(2);
    expect(errors).toContain('would both become dist/talk.explain.html');
  });
});
