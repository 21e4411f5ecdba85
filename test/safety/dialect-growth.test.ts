import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildPage } from '../../build.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import type { Dialect } from '../../src/model/source.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

/** @returns the codes of the diagnostics, and the processor time in milliseconds */
async function build(dialect: Dialect, deck: string) {
  const cwd = temporaryFolder({ 'deck.md': deck });
  const report = new Report();
  const before = process.cpuUsage();
  const options = { cwd, root: cwd, allowRemote: false, share: false, dialect };
  await buildPage(path.join(cwd, 'deck.md'), options, report);
  const { user, system } = process.cpuUsage(before);
  return { codes: report.diagnostics.map(({ code }) => code), time: (user + system) / 1000 };
}

const deepList = Array.from({ length: 2000 }, (_, i) => `${'  '.repeat(i)}- a\n`).join('');

test.each([
  ['marp', deepList],
  ['slidev', deepList],
  ['reveal', deepList],
  ['quarto', deepList],
  ['pandoc', deepList],
] as const)('lists nested too deeply are refused at once, and once: %s', async (dialect, deck) => {
  const { codes, time } = await build(dialect, `Text\n\n${deck}`);
  expect(codes).toEqual(['nesting-limit']);
  expect(time).toBeLessThan(5000);
});

test.each([
  ['slidev', '<v-clicks> without end', '<v-clicks>\n\n- a\n'.repeat(2000)],
  ['slidev', '<v-clicks/>', '<v-clicks/>\n\n- a\n\n'.repeat(2000)],
  ['slidev', 'items one by one', `<v-clicks>\n\n${'- `a`\n'.repeat(3000)}\n</v-clicks>\n`],
  ['reveal', 'lines of code', `\`\`\`js [${' '.repeat(20_000)}\na\n\`\`\`\n`],
  ['marp', 'a title of a box', `::: a${'\t'.repeat(50_000)}{\n`],
  ['marp', 'a comment', `a <!--${' '.repeat(20_000)}${'-'.repeat(20_000)} b\n`],
  ['marp', 'styles without end', '<style>\n'.repeat(5000)],
  ['marp', 'directives', '<!-- _class: a -->\n'.repeat(8000)],
] as const)('time grows with the text: %s, %s', async (dialect, _, deck) => {
  const { codes, time } = await build(dialect, `Text\n\n${deck}`);
  expect(codes).not.toContain('time-limit');
  expect(time).toBeLessThan(6000);
});

test.each([
  ['marp', '.marprc'],
  ['quarto', '_quarto.yml'],
  ['reveal', 'reveal.json'],
] as const)('settings of %s that are a device without end are not read', async (dialect, name) => {
  const cwd = temporaryFolder({ 'deck.md': '# A\n' });
  symlinkSync('/dev/zero', path.join(cwd, name));
  const { exitCode } = await lectern(['build', 'deck.md', '--dialect', dialect], cwd);
  expect(exitCode).toBe(0);
});
