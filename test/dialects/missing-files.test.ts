import { expect, test } from 'vitest';
import { buildPage } from '../../build.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { temporaryFolder } from '../support/files.ts';

/** Builds a deck of reveal.js. */
async function build(text: string, files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder({ 'deck.md': text, ...files });
  const options = { cwd: folder, root: folder, allowRemote: false, share: false } as const;
  const report = new Report();
  const page = await buildPage('deck.md', { ...options, dialect: 'reveal' }, report);
  return {
    html: page?.html ?? '',
    messages: report.diagnostics.map(({ code, severity }) => `${severity} ${code}`),
  };
}

test('a page is whole where files are missing, with a box that has the text of the image', async () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 9\n`;
  const { html, messages } = await build(
    '# A\n\n![a pear](none.png)\n\n![an apple](a.png) and ![](https://example.org/b.png)',
    { 'a.png': pointer },
  );
  expect(messages).toEqual([
    'warning file-missing',
    'warning file-pointer',
    'warning image-remote',
  ]);
  expect(html).toMatch(/<span class="frame missing" role="img" aria-label="a pear"[^>]*>a pear</);
  expect(html).toMatch(
    /<span class="frame missing" role="img" aria-label="an apple"[^>]*>an apple</,
  );
  expect(html).toMatch(/<span class="frame missing" aria-hidden="true"/);
  expect(html).not.toMatch(/<img[^>]*data-missing/);
  expect(html).toContain('@font-face');
  expect(html).toContain('reveal.js 6');
});

test('a file outside of the project is not read, and the page is whole', async () => {
  const outside = temporaryFolder({ 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  const { html, messages } = await build(
    `# A\n\n![a pear](${outside}/a.svg)\n\n![a plum](../a.svg)`,
  );
  expect(messages).toEqual(['warning file-outside', 'warning file-missing']);
  expect(html).toMatch(/<span class="frame missing" role="img" aria-label="a pear"/);
});

test('a missing image of Marp is named at its path', async () => {
  const text = `---
marp: true
---

![bg left:40%](a.png)

![w:300 pear](b.png)

![bg](c.png)

Text ![h:20px](d/e.png) here
`;
  const folder = temporaryFolder({ 'deck.md': text });
  const options = { cwd: folder, root: folder, allowRemote: false, share: false } as const;
  const report = new Report();
  await buildPage('deck.md', options, report);
  const found = report.diagnostics.filter(({ code }) => code === 'file-missing');
  expect(found.map(({ span }) => `${span?.line}:${span?.column}`)).toEqual([
    '5:16',
    '7:15',
    '9:7',
    '11:16',
  ]);
});
