import { expect, test } from 'vitest';
import { collectCharacters } from '../../../src/5-bundle/fonts/characters/characters.ts';
import { partsOfMarks } from '../../../src/5-bundle/fonts/characters/parts-of-marks.ts';
import { charactersInRange } from '../../../src/5-bundle/fonts/characters/unicode-range.ts';
import { readHtmlText } from '../../../src/base/html-text.ts';
import { makeSafe } from '../../../src/base/safe-html/safe-html.ts';

/** The author's HTML, as it is on a slide. */
function read(html: string) {
  return readHtmlText(makeSafe(html).html);
}

function charactersOf(html: string, wanted: readonly string[] = []) {
  return collectCharacters(read(html).runs, wanted);
}

test('characters of the text count, not those of tags, attributes and comments', () => {
  const html = '<p class="xyz" title="a > b">Hi<!-- no -->&amp;&#8364;&rarr;</p><br><i>h</i>';
  expect(charactersOf(html).all).toBe('&Hhi→€'.split('').sort().join(''));
});

test('characters in some elements and classes count apart, also those of elements in them', () => {
  const html = '<pre>ab<b>c</b></pre><p>d<code class="hljs ts">e</code></p><ul><li>f<li>g</ul>h';
  const { all, within } = charactersOf(html, ['pre', 'code', '.ts', 'ul', 'table']);
  expect(all).toBe('abcdefgh');
  expect(Object.fromEntries(within)).toEqual({ pre: 'abc', code: 'e', '.ts': 'e', ul: 'fg' });
});

test('characters of an element count where it stands in another', () => {
  const html = '<h1>a<b><em>b</em></b></h1><p class="x"><em>c</em></p><em><h1>d</h1></em>';
  const { within } = charactersOf(html, ['em', 'h1 em', '.x em', 'ul em']);
  expect(Object.fromEntries(within)).toEqual({ em: 'bcd', 'h1 em': 'b', '.x em': 'c' });
});

test('characters outside of code count apart', () => {
  const { prose } = charactersOf('<p>a<code>b<i>c</i></code>d</p><pre>e</pre>f<kbd>g</kbd>');
  expect(prose).toBe('adf');
});

test('vowel signs of several parts are drawn as these', () => {
  const signs = {
    bengali: '\u09cb',
    tamil: '\u0bca',
    thai: '\u0e33',
    lao: '\u0eb3',
    khmer: '\u17be',
  };
  const parts = Object.values(signs).map(partsOfMarks);
  expect(parts).toEqual(['\u09c7\u09be', '\u0bc6\u0bbe', '\u0e4d\u0e32', '\u0ecd\u0eb2', '\u17c1']);
  // Letters stay whole: fonts have them.
  expect(partsOfMarks('aé한')).toBe('');
});

test('a range takes characters by their numbers', () => {
  expect(charactersInRange('aäя€😀', 'U+0-FF')).toBe('aä');
  expect(charactersInRange('aäя€😀', 'U+4??, U+20AC')).toBe('я€');
  expect(charactersInRange('aäя€😀', 'u+1f600-1F64F,U+61')).toBe('a😀');
  expect(charactersInRange('a', 'nonsense')).toBe('');
});

test('a class counts however its attribute is written', () => {
  const { fragmentClasses, runs } = read("<p\nclass='fragment fade-up'>a</p>");
  expect(fragmentClasses).toEqual(['fragment', 'fade-up']);
  expect(Object.fromEntries(collectCharacters(runs, ['.fade-up']).within)).toEqual({
    '.fade-up': 'a',
  });
});

test('formulas show glyphs of their own, but words in them are text', () => {
  const html =
    '<p>a <math><mi>x</mi><mi mathvariant="normal">y</mi><msqrt><mn>2</mn></msqrt><mtext>b</mtext></math></p>';
  const { all, math, within } = charactersOf(html, ['p']);
  expect([all, math]).toEqual([' ab', '2y√𝑥']);
  expect(within.get('p')).toBe(' ab');
});
