import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkTables } from '../../src/1-load/lexing/table-limit.ts';
import { parseDeck } from '../../src/2-parse/parse.ts';
import { findDeepCss } from '../../src/5-bundle/styles/css-depth.ts';
import { diagnosticPrinter } from '../../src/base/diagnostics/print.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { countCopies, maxCopies } from '../../src/base/safe-html/svg-copies.ts';
import { spanOfFile } from '../../src/base/span.ts';
import { withoutCode } from '../../src/base/text/without-code.ts';
import { temporaryFolder } from '../support/files.ts';
import { renderFixture } from '../support/fixtures.ts';
import { lectern } from '../support/lectern.ts';
import { loadOwn } from '../support/load-own.ts';

async function build(deck: string, files: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder({ 'deck.md': deck, ...files });
  const { errors } = await lectern(['build', 'deck.md'], folder);
  return errors;
}

/** The messages of the first stages, without the page: they find what a deck shows too often. */
function parse(deck: string, files: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder({ 'deck.md': deck, ...files });
  const report = new Report();
  const source = loadOwn(cwd, report);
  if (source) parseDeck(source, report);
  return report.diagnostics.map(diagnosticPrinter(cwd, false)).join('\n');
}

/**
 * Expects work to take less than so many times the processor time of other work. What else the machine does can add to
 * the time, but takes nothing from it: so it is tried again before it fails.
 */
async function expectWithin(
  factor: number,
  time: (count: number) => number | Promise<number>,
  [few, many]: readonly [number, number],
): Promise<void> {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let tries = 0; tries < 5; tries++) {
    // Below 5 ms, what else the process does counts for more than the text.
    least = Math.min(least, Math.max(await time(few), 5000));
    most = Math.min(most, await time(many));
    if (most < factor * least) return;
  }
  expect(most).toBeLessThan(factor * least);
}

const count = 20_000;

test.each([
  ['<div>', '<div>'.repeat(count) + '</div>'.repeat(count)],
  ['<div> on lines', '<div>\n\n'.repeat(500)],
  ['<g>', `<svg>${'<g>'.repeat(count)}${'</g>'.repeat(count)}</svg>`],
  ['unclosed <b>', '<b>'.repeat(count)],
  ['unclosed <li>', '<ul>'.repeat(50) + '<li>'.repeat(count)],
])('HTML nested too deeply is refused at its place: %s', async (_, html) => {
  const errors = await build(`Text\n\n${html}\n`);
  expect(errors).toMatch(/deck\.md:\d+:\d+: error: <\w+> is nested deeper than 100 levels/);
  expect(errors).not.toContain('internal');
});

test('a list of hundreds of <li> without end tags is not nested', async () => {
  expect(await build(`# List\n\n<ul>\n${'<li>item\n'.repeat(300)}</ul>\n`)).toBe('');
});

test.each([
  ['a shortcode without end', (n: number) => `{{<a${'a'.repeat(4 * n)}`],
  ['shortcodes without end', (n: number) => '{{<a '.repeat(n)],
  ['images of Obsidian without end', (n: number) => '![[a.png'.repeat(n)],
  ['an image of Obsidian with many endings', (n: number) => `![[${'.png'.repeat(2 * n)}`],
  ['a note of Obsidian without end', (n: number) => `![[${'a'.repeat(10 * n)}`],
  ['attributes of kramdown without end', (n: number) => `{:${'.a'.repeat(5 * n)}`],
])(
  'what looks like the syntax of another tool takes no time that grows with its cube: %s',
  async (_, textOf) => {
    const time = (count: number) => {
      const before = process.cpuUsage();
      expect(parse(`${textOf(count)}\n`, {})).not.toContain('internal');
      return process.cpuUsage(before).user;
    };
    time(10);
    await expectWithin(30, time, [1000, 4000]);
  },
);

test('lines of code are found in time that grows with their number', () => {
  const lines = `\n${'    a\n\n'.repeat(150_000)}`;
  expect(withoutCode(`A\n${lines}`).trim()).toBe('A');
  expect(withoutCode(`- A\n${lines}`)).toBe(`- A\n${lines}`);
});

/** Copies of copies: seven levels of ten. */
const copies = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><g id="g0"><rect width="1" height="1"/></g>${Array.from(
  { length: 7 },
  (_, i) => `<g id="g${i + 1}">${`<use href="#g${i}"/>`.repeat(10)}</g>`,
).join('')}</defs><use href="#g7"/></svg>`;

test('SVG that copies itself millions of times is refused, in a file and in a deck', async () => {
  const message = 'draws more than 300,000 shapes by copying others';
  const inFile = await build('# A\n\n![Image](a.svg)\n', { 'a.svg': copies });
  expect(inFile).toContain(
    `deck.md:3:10: error: "a.svg" is damaged and cannot be shown: it ${message}`,
  );
  expect(await build(`# A\n\n${copies}\n`)).toContain(`the SVG of this slide ${message}`);
});

test('copies are counted as browsers draw them', () => {
  expect(countCopies('<svg><g id="a"><use href="#a"/></g><use href="#none"/></svg>')).toBeLessThan(
    9,
  );
  expect(countCopies('<svg><path id="a"/><path id="b"/></svg>')).toBe(0);
  const line = '<g id="a"><path/><path/></g><use xlink:href="#a"/>';
  expect(countCopies(`<svg>${line}<rect fill="url(#a)"/></svg>`)).toBe(12);
  expect(countCopies(copies)).toBeGreaterThan(10_000_000);
  const nested = Array.from({ length: 5000 }, (_, i) => `<g id="n${i}"><use href="#n${i + 1}"/>`);
  expect(countCopies(nested.join(''))).toBeGreaterThan(maxCopies);
});

const styled = '---\nstyles: 0.css\n---\n\n# Deck\n';

test.each([
  ['a{', 'a{'.repeat(count)],
  ['@media', '@media print{'.repeat(count)],
  ['calc(', `a { width: ${'calc('.repeat(count)} }`],
  [':is(', `${':is('.repeat(count)} { }`],
])('CSS nested too deeply is refused: %s', async (_, css) => {
  const errors = await build(styled, { '0.css': css });
  expect(errors).toMatch(/0\.css:1:\d+: error: nested deeper than 100 levels/);
});

test('the depth of CSS is that of its blocks, not of its texts', () => {
  const brackets = '({['.repeat(200);
  const text = `a { content: "${brackets}\\"" } /* ${brackets} */ b { content: '${brackets}' }`;
  expect(findDeepCss(text.repeat(200))).toBeUndefined();
  expect(findDeepCss(`${text}${'{'.repeat(100)}(`)).toBe(text.length + 100);
});

test('imports that double are refused', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 16 }, (_, i) => [
      `${i}.css`,
      `@import "${i + 1}.css";\n@import "${i + 1}.css";\n`,
    ]),
  );
  const errors = await build(styled, { ...files, '16.css': 'p { color: red }' });
  expect(errors).toContain('more than 200 imports');
});

/** Slides that each contain this text. */
const slides = (count: number, text: string) => Array(count).fill(text).join('\n\n---\n\n');
/** Few and long: each line takes time, and the characters count. */
const lines = `${'a line of a file, with '.repeat(50)}\n`.repeat(1000);

test.each([
  ['code', slides(50, '```text src=big.txt\n```'), 'deck-large'],
  ['highlighted code', slides(50, '```js src=big.txt\n```'), 'deck-large'],
  ['code in one slide', '```text src=big.txt\n```\n\n'.repeat(50), 'deck-large'],
  ['code in notes', slides(100, 'a\n\nNote:\n\n```text src=big.txt\n```'), 'deck-large'],
  ['tables', slides(100, '```table\ndata: long.csv\nrows: 2-4\n```'), 'deck-large'],
  ['regions of files', slides(250, '```text src=big.txt#none\n```'), 'deck-large'],
  ['charts', slides(100, '```chart line\ndata: long.csv\ny: [b]\n```'), 'deck-large'],
])('a file that is shown hundreds of times is refused at its place: %s', (_, deck, code) => {
  const errors = parse(`# Title\n\n---\n\n${deck}\n`, {
    'big.txt': lines,
    'long.csv': `a,b,c\n${Array.from({ length: 900 }, (_, i) => `${i},2,${'x'.repeat(5000)}`).join('\n')}`,
  });
  expect(errors).toContain(`[${code}]`);
  expect(errors).toMatch(/deck\.md:\d+:1: error: the slides up to this one/);
  expect(errors).not.toContain('internal');
});

test('includes that multiply code are refused', () => {
  const errors = parse(slides(30, '# A\n\n---\nsrc: a.md\n---'), {
    'a.md': slides(30, '# A\n\n---\nsrc: b.md\n---'),
    'b.md': slides(30, '```text src=big.txt\n```'),
    'big.txt': lines.slice(0, 500_000),
  });
  expect(errors).toMatch(/(?:deck-large|slide-limit|nesting-limit)/);
});

test.each([
  ['text', '{{a}} '.repeat(2000)],
  ['paragraphs', '{{a}}\n\n'.repeat(2000)],
])('the value of a variable that is shown thousands of times is refused: %s', (_, text) => {
  const errors = parse(`---\nvars:\n  a: "${'x'.repeat(60_000)}"\n---\n\n${text}`, {});
  expect(errors).toMatch(/deck\.md:\d+:\d+: error: the values of the variables of this slide have/);
  expect(errors.match(/deck-large/g)).toHaveLength(1);
});

test('thousands of dead links are not compared with thousands of headings each', () => {
  const names = Array.from({ length: 2000 }, (_, i) => i);
  const deck = `${names.map((i) => `[x](#h${i}x)`).join(' ')}\n\n${names.map((i) => `# h${i}\n`).join('\n')}`;
  const start = process.cpuUsage();
  expect(parse(deck, {})).toContain('did you mean "#h0"?');
  expect(process.cpuUsage(start).user).toBeLessThan(4_000_000);
});

test('a table that names millions of cells is refused', () => {
  const table = `${'| a '.repeat(4000)}|\n${'|---'.repeat(4000)}|\n${'| b |\n'.repeat(4000)}`;
  expect(parse(`# A\n\n${table}`, {})).toContain(
    'deck.md:4:1: error: this table has more than 200,000 cells [deck-large]',
  );
});

test.each([
  ['before a cell', (n: number) => `${' '.repeat(n)}a|`],
  ['after a line', (n: number) => `|-${' '.repeat(n)}a`],
])('spaces that no table has take time that grows with their number: %s', async (_, lineOf) => {
  const time = (n: number) => {
    const before = process.cpuUsage();
    expect(checkTables(lineOf(n), () => spanOfFile('deck.md'), new Report())).toBe(true);
    return process.cpuUsage(before).user;
  };
  await expectWithin(9, time, [10_000, 40_000]);
});

test('files that no page can hold are refused at once', async () => {
  const names = ['a', 'b', 'c', 'd'];
  const deck = names.map((name) => `![Sound](${name}.wav)`).join('\n\n---\n\n');
  const folder = temporaryFolder({ 'deck.md': deck });
  const size = 90 * 1024 * 1024;
  const header = Buffer.from(
    'RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\0\0\0\0\0\0\0\0\x01\0\x08\0data',
    'latin1',
  );
  const sizes = Buffer.alloc(4);
  sizes.writeUInt32LE(size - 8);
  header.set(sizes, 4);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  sizes.writeUInt32LE(size - 44);
  for (const name of names) {
    const file = path.join(folder, `${name}.wav`);
    writeFileSync(file, Buffer.concat([header, sizes]));
    truncateSync(file, size);
  }
  const { errors } = await lectern(['build', 'deck.md'], folder);
  expect(errors).toContain('with "d.wav", the files of this deck have more than 300 MB');
});

test('a formula that ends too soon is explained at once, whatever is in it', async () => {
  const errors = await build(`# A\n\n$\\sqrt{}${'{} '.repeat(2000)}z\\frac$\n`);
  expect(errors).toContain('this command lacks a part');
});

test.each([
  ['icons in one text', ':lucide-star: ', 1000],
  ['elements after each other', '<div>a</div>\n\n', 4000],
])('the time for thousands of %s is in proportion to their number', async (_, text, many) => {
  const time = async (count: number) => {
    const folder = temporaryFolder({ 'deck.md': `Text\n\n${text.repeat(count)}` });
    const before = process.cpuUsage();
    await renderFixture(folder);
    return process.cpuUsage(before).user;
  };
  await time(100);
  await expectWithin(9, time, [many, 4 * many]);
});

test('lines of no-break spaces take time in proportion to their count', async () => {
  const time = (lines: number) => {
    const before = process.cpuUsage();
    parse(`Text\n\n${'\u00a0\n'.repeat(lines)}`, {});
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  await expectWithin(20, time, [4000, 32_000]);
});
