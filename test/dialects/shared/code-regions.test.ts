import { expect, test } from 'vitest';
import {
  findRegions,
  type RegionOptions,
} from '../../../src/1-load/dialects/shared/code-regions.ts';

/** The regions of a text: `kind: text`. */
function regionsOf(text: string, options?: RegionOptions): readonly string[] {
  const { all } = findRegions(text, options);
  return all.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end).trimEnd()}`);
}

test('finds fences, also in lists and quotes, and those that are not closed', () => {
  const text =
    '```js {1|2} title\nconst a = 1;\n```\n\n- item\n  ~~~\n  <b>\n  ~~~\n\n> ````\n> ```\n> ````\n\n```\nopen';
  expect(regionsOf(text)).toEqual([
    'fence: ```js {1|2} title\nconst a = 1;\n```',
    'fence: ~~~\n  <b>\n  ~~~',
    'fence: ````\n> ```\n> ````',
    'fence: ```\nopen',
  ]);
  const [first, , , last] = findRegions(text).fences;
  expect(first).toMatchObject({ info: 'js {1|2} title', marks: '```', isClosed: true });
  expect(text.slice(first?.inner.start, first?.inner.end)).toBe('const a = 1;\n');
  expect(text.slice(first?.infoStart).startsWith('js {1|2}')).toBe(true);
  expect(last?.isClosed).toBe(false);
});

test('what begins first wins: code in comments, comments in code', () => {
  expect(regionsOf('<!-- a --> `b`\n`c`')).toEqual([
    'comment: <!-- a -->',
    'html:  `b`',
    'code: `c`',
  ]);
  expect(regionsOf('a `<!-- b -->` c\n\n<!--\n```\n-->\n\n`open <!-- `x` -->')).toEqual([
    'code: `<!-- b -->`',
    'comment: <!--\n```\n-->',
    'code: `open <!-- `',
  ]);
  expect(regionsOf('\\`a\\` \\<b> ``a ` b`` `open\n\n`')).toEqual(['code: ``a ` b``']);
  expect(regionsOf('```not a fence` x\n\n`a\n\nb`')).toEqual([]);
});

test('indented code is code, but not in a list', () => {
  const text = 'Text\n\n    <code>\n\n- item\n\n      <b>text</b>\n\nText\n    <i>';
  expect(regionsOf(text)).toEqual(['indented:     <code>', 'tag: <b>', 'tag: </b>', 'tag: <i>']);
});

test('tags have attributes in any form', () => {
  const [tag] = findRegions('<v-click :at="[2, 4]" @click=\'x > 1\' hide b=c/>').tags;
  expect(tag).toMatchObject({
    name: 'v-click',
    isEnd: false,
    attributes: [
      { name: ':at', value: '[2, 4]' },
      { name: '@click', value: 'x > 1' },
      { name: 'hide' },
      { name: 'b', value: 'c/' },
    ],
  });
  expect(findRegions('<img src=a />').tags[0]?.isSelfClosing).toBe(true);
  expect(regionsOf('a < b > c, <https://a.org/x>, 1 <2>, <a@b.org>, https://b.org/~x.')).toEqual([
    'link: <https://a.org/x>',
    'link: <a@b.org>',
    'link: https://b.org/~x',
  ]);
});

test('Markdown has no meaning in an HTML block up to a blank line', () => {
  const text =
    '<div class="a">\n`text`\n```\n</div>\n\n`code`\n\n<x-y>\n*text*\n\n*text* <b>`c`</b>';
  expect(regionsOf(text)).toEqual([
    'tag: <div class="a">',
    'html: `text`\n```',
    'tag: </div>',
    'code: `code`',
    'tag: <x-y>',
    'html: *text*',
    'tag: <b>',
    'code: `c`',
    'tag: </b>',
  ]);
});

test('scripts, styles and preformatted text contain no Markdown', () => {
  const text = '<style>\na > b\n\n`</style>\n<pre><code>`a\n\n- <!-- c -->`</code></pre> `d`\n`e`';
  expect(regionsOf(text)).toEqual([
    'tag: <style>',
    'raw: \na > b\n\n`',
    'tag: </style>',
    'tag: <pre>',
    'tag: <code>',
    'raw: `a\n\n-',
    'comment: <!-- c -->',
    'raw: `',
    'tag: </code>',
    'tag: </pre>',
    'html:  `d`',
    'code: `e`',
  ]);
});

test('formulas are found where a tool has them', () => {
  const text = '$a_1$ costs $5 and $6\n\n$$\nx\n\ny\n$$';
  expect(regionsOf(text)).toEqual([]);
  expect(regionsOf(text, { formulas: true })).toEqual([
    'formula: $a_1$',
    'formula: $$\nx\n\ny\n$$',
  ]);
});

test('a part of a text is read by itself', () => {
  const text = '```\none\n---\n`two`\n```';
  const start = text.indexOf('`two');
  expect(regionsOf(text, { start, end: start + 5 })).toEqual(['code: `two`']);
});

test('finds the region at each offset, and blanks regions', () => {
  const text = 'a `b` <i>c</i>\n<!-- d -->';
  const regions = findRegions(text);
  expect(regions.isCode(text.indexOf('b'))).toBe(true);
  expect(regions.isMarkdown(text.indexOf('c'))).toBe(true);
  expect(regions.at(text.indexOf('d'))?.kind).toBe('comment');
  expect(regions.at(0)).toBeUndefined();
  expect(regions.blank()).toBe('a     <i>c</i>\n<!-- d -->');
  expect(regions.markdown).toBe('a        c    \n          ');
});

test('a long text with marks that have no partner is read fast', () => {
  const parts = ['`'.repeat(3), '``', '<a b="', '<!', '$x', 'http', '<div\n', '\\'];
  const text = Array.from({ length: 20_000 }, (_, i) => parts[i % parts.length]).join(' ');
  const lines = text.replaceAll('$', '\n\n$');
  const start = performance.now();
  findRegions(text, { formulas: true });
  findRegions(lines, { formulas: true });
  expect(performance.now() - start).toBeLessThan(20_000);
});
