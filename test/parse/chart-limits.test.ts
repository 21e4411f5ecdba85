import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { renderFixture } from '../support/fixtures.ts';

/** Renders a deck of one chart, whose data file is named in its head. */
async function render(head: string, files: Readonly<Record<string, string>>) {
  const chart = `\`\`\`chart ${head}\n\`\`\`\n`;
  return renderFixture(temporaryFolder({ 'deck.md': chart, ...files }));
}

const tooMany = /more than 100,000 cells/;

test('a million rows are refused', async () => {
  const { diagnostics } = await render('line\ndata: a.csv', {
    'a.csv': `x,y\n${'1,2\n'.repeat(1_000_000)}`,
  });
  expect(diagnostics.join()).toMatch(tooMany);
});

test('forty thousand columns are refused', async () => {
  const names = Array.from({ length: 40_000 }, (_, i) => `c${i}`).join();
  const { diagnostics } = await render('line\ndata: a.csv', {
    'a.csv': `${names}\n${'1,'.repeat(39_999)}1\n`,
  });
  expect(diagnostics.join()).toMatch(/too many series: 39999/);
});

test('objects of which each has names of its own are refused', async () => {
  const rows = Array.from({ length: 50_000 }, (_, i) => `{"n${i}":1}`);
  const { diagnostics } = await render('line\ndata: a.json', { 'a.json': `[${rows}]` });
  expect(diagnostics.join()).toMatch(tooMany);
});

test('forty thousand rows are reduced', async () => {
  const rows = Array.from({ length: 40_000 }, (_, i) => `${i},${i % 17}\n`);
  const { html, diagnostics } = await render('line\ndata: a.csv', {
    'a.csv': `x,y\n${rows.join('')}`,
  });
  expect(diagnostics.join()).toMatch(/40000 rows are reduced to 1000/);
  expect(html.match(/<tr>/g)).toHaveLength(1001);
});

test('a column that is wrong from top to bottom is reported by its first cells', async () => {
  const { diagnostics } = await render('line\nx: k\ny: v\ndata: a.csv', {
    'a.csv': `k,v\n1,1\n${Array.from({ length: 20_000 }, (_, i) => `${i + 2},one\n`).join('')}`,
  });
  const wrong = diagnostics.filter((text) => text.includes('[chart-number]'));
  expect(wrong).toHaveLength(21);
  expect(wrong.at(-1)).toMatch(/further problems of this kind/);
});

test('a list of ten thousand names is refused', async () => {
  const names = Array.from({ length: 8000 }, (_, i) => `n${i}`);
  const { diagnostics } = await render(`bar\nhighlight: [${names.join(', ')}]\n\nk,v\na,1`, {});
  expect(diagnostics.join()).toMatch(/at most 100/);
});

test('quotes that are never closed end in a message', async () => {
  const { diagnostics } = await render('bar\ndata: a.csv', {
    'a.csv': `k,v\n${'"a,1\n'.repeat(9999)}`,
  });
  expect(diagnostics.join()).toMatch(/unclosed double quote/);
});

test('names that objects have of their own are only names', async () => {
  const data = 'constructor,__proto__,toString\nhasOwnProperty,1,2\n__proto__,3,4';
  const { html, diagnostics } = await render(`bar\nhighlight: __proto__\n\n${data}`, {});
  expect(diagnostics).toEqual([]);
  expect(html).toContain('<th scope="col">__proto__</th>');
  const { diagnostics: problems } = await render(
    `bar\nx: toString\n__proto__: 1\nprototype: 2\n\n${data}`,
    {},
  );
  expect(problems.join()).toMatch(/unknown key "__proto__".*unknown key "prototype"/s);
});

test('options are plain values, and not too many', async () => {
  const many = Array.from({ length: 600 }, (_, i) => `k${i}: 1`).join(', ');
  for (const options of [`{${many}}`, '5', '[1]', '{a: .inf}', '{a: .nan}']) {
    const { diagnostics } = await render(`bar\noptions: ${options}\n\nk,v\na,1`, {});
    expect(diagnostics.join(), options).toMatch(/"options" needs Chart.js options/);
  }
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
