import path from 'node:path';
import { expect, test } from 'vitest';
import { buildPage } from '../../build.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import type { Dialect } from '../../src/model/source.ts';
import { temporaryFolder } from '../support/files.ts';

/** More than the 64 kB that other YAML may have. */
const rules = Array.from({ length: 4000 }, (_, i) => `.a${i} { order: ${i} }`);
const css = rules.join('\n');
const indented = `|\n  ${rules.join('\n  ')}\n`;

/** Classes of UnoCSS whose rules are long together. */
const classes = Array.from({ length: 3000 }, (_, i) => `mt-${i}`).join(' ');

async function build(dialect: Dialect, deck: string) {
  const folder = temporaryFolder({ 'deck.md': deck });
  const report = new Report();
  const place = { cwd: folder, root: folder, allowRemote: false, share: false };
  const page = await buildPage(path.join(folder, 'deck.md'), { ...place, dialect }, report);
  return { html: page?.html ?? '', codes: report.diagnostics.map(({ code }) => code) };
}

test.each<readonly [Dialect, string, string]>([
  ['marp', 'an element', `# A\n\n<style>\n${css}\n</style>\n`],
  ['marp', 'an element for a slide', `# A\n\n<style scoped>\n${css}\n</style>\n`],
  ['marp', 'the front matter', `---\nstyle: ${indented}---\n\n# A\n`],
  ['slidev', 'an element', `# A\n\n<style>\n${css}\n</style>\n`],
  ['reveal', 'an element', `# A\n\n<style>\n${css}\n</style>\n`],
  ['pandoc', 'an element', `## A\n\n<style>\n${css}\n</style>\n`],
  ['lectern', 'the front matter', `---\ncss: ${indented}---\n\n# A\n`],
  ['lectern', 'a text in quotes', `---\ncss: ${JSON.stringify(css)}\n---\n\n# A\n`],
  ['lectern', 'a slide', `# A\n\n---\nlayout: center\ncss: ${indented}class: b\n---\n\n# B\n`],
])('a long style sheet gets through: %s, %s', async (dialect, _, deck) => {
  const { html, codes } = await build(dialect, deck);
  expect(codes).toEqual([]);
  expect(html).toMatch(/\.a3999\s*\{\s*order:\s*3999/);
});

test('the rules of thousands of utility classes get through', async () => {
  const { html, codes } = await build('slidev', `# A\n\n<div class="${classes}">a</div>\n`);
  expect(codes).toEqual([]);
  expect(html).toMatch(/\.mt-2999\s*\{/);
});

test('other YAML is limited, also next to a style sheet', async () => {
  const words = Array.from({ length: 5000 }, (_, i) => `  - word ${i}\n`).join('');
  const { codes } = await build('lectern', `---\ncss: ${indented}words:\n${words}---\n\n# A\n`);
  expect(codes).toContain('yaml-limit');
});
