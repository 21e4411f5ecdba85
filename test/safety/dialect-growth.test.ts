import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildPage } from '../../build.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import type { Dialect } from '../../src/model/source.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

/** @returns the codes of the diagnostics, and the processor time in milliseconds */
async function build(dialect: Dialect, deck: string, files: Readonly<Record<string, string>> = {}) {
  const cwd = temporaryFolder({ 'deck.md': deck, ...files });
  const report = new Report();
  const before = process.cpuUsage();
  const options = { cwd, root: cwd, allowRemote: false, share: false, dialect };
  await buildPage(path.join(cwd, 'deck.md'), options, report);
  const { user, system } = process.cpuUsage(before);
  return { codes: report.diagnostics.map(({ code }) => code), time: (user + system) / 1000 };
}

const deepList = Array.from({ length: 1000 }, (_, i) => `${'  '.repeat(i)}- a\n`).join('');

test.each([
  ['marp', deepList],
  ['slidev', deepList],
  ['reveal', deepList],
  ['quarto', deepList],
  ['pandoc', deepList],
] as const)('lists nested too deeply are refused at once, and once: %s', async (dialect, deck) => {
  const { codes } = await build(dialect, `Text\n\n${deck}`);
  expect(codes).toEqual(['nesting-limit']);
});

test.each([
  ['slidev', '<v-clicks> without end', 300, (n: number) => '<v-clicks>\n\n- a\n'.repeat(n)],
  ['slidev', '<v-clicks/>', 300, (n: number) => '<v-clicks/>\n\n- a\n\n'.repeat(n)],
  [
    'slidev',
    'items one by one',
    750,
    (n: number) => `<v-clicks>\n\n${'- `a`\n'.repeat(n)}\n</v-clicks>\n`,
  ],
  ['reveal', 'lines of code', 5000, (n: number) => `\`\`\`js [${' '.repeat(n)}\na\n\`\`\`\n`],
  [
    'reveal',
    'comments on elements',
    700,
    (n: number) => 'a <!-- .element: class="fragment" --> '.repeat(n),
  ],
  ['reveal', 'code in HTML', 700, (n: number) => '<pre><code>a</code></pre>\n'.repeat(n)],
  ['marp', 'a title of a box', 5000, (n: number) => `::: a${'\t'.repeat(n)}{\n`],
  ['marp', 'a comment', 5000, (n: number) => `a <!--${' '.repeat(n)}${'-'.repeat(n)} b\n`],
  ['marp', 'styles without end', 800, (n: number) => '<style>\n'.repeat(n)],
  ['marp', 'directives', 1000, (n: number) => '<!-- _class: a -->\n'.repeat(n)],
] as const)(
  'time does not grow with the cube of the text: %s, %s',
  async (dialect, _, count, deckOf) => {
    const time = async (n: number) => (await build(dialect, `Text\n\n${deckOf(n)}`)).time;
    await time(10);
    const once = await time(count);
    expect(await time(4 * count)).toBeLessThan(30 * once);
  },
);

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

const steps = Array.from({ length: 10 }, (_, i) => `$a${i}: x ${`$a${i + 1} `.repeat(12)};\n`);
const inEachOther = (rule: string, depth: number): string =>
  `.a, .b { ${`${rule} {`.repeat(depth)} color: red ${'}'.repeat(depth)} }`;

test.each([
  ['variables of variables', `${steps.join('')}$a10: x;\n.a { --x: $a0; }`],
  [
    'a value that is used often',
    `$a: ${'x'.repeat(900_000)};\n${'.a { --x: $a; }\n'.repeat(1000)}`,
  ],
  ['lists of selectors in each other', inEachOther('.a, .b, .c, .d', 14)],
  ['selectors that repeat the outer one', inEachOther('& & & &', 16)],
  ['long selectors of many rules', inEachOther(`${'.a, '.repeat(2000)}.b`, 1).repeat(60)],
  ['many variables', Array.from({ length: 60_000 }, (_, i) => `$v${i}: 1;\n`).join('')],
  ['comments without end', '/* '.repeat(300_000)],
  ['spaces in a value', `$a: x${' '.repeat(200_000)}y;\n.a { --x: $a${' '.repeat(200_000)}y }`],
])('style sheets in SCSS do not grow without limit: %s', async (_, scss) => {
  const deck = '---\nformat:\n  revealjs:\n    theme: [default, a.scss]\n---\n\n## One\n';
  const { codes } = await build('quarto', deck, { 'a.scss': scss });
  expect(codes).not.toContain('time-limit');
});

test('files around a short deck have a time limit, too', async () => {
  const deck = '---\nformat:\n  revealjs:\n    theme: [default, a.scss]\n---\n\n## One\n';
  const { codes } = await build('quarto', deck, { 'a.scss': '@x{}'.repeat(400_000) });
  expect(codes).toContain('time-limit');
});

test('tables of contents on hundreds of slides have a limit', async () => {
  const { codes } = await build('slidev', '<Toc />\n\n---\n\n# A\n\n'.repeat(200));
  expect(new Set(codes)).toEqual(new Set(['dialect-unmapped']));
});

test.each([
  ['v-click', 'at="1e9"'],
  ['v-click', ':at="[1e9, 2e9]"'],
  ['v-clicks', 'at="1e9"'],
])('clicks at which nothing changes have a limit: <%s %s>', async (name, attributes) => {
  const deck = `---\nclicks: 1e9\n---\n\n# A\n\n<${name} ${attributes}>\n\n- Text\n\n</${name}>\n`;
  const { codes } = await build('slidev', deck);
  expect(codes).not.toContain('time-limit');
});
