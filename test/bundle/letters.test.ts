import { expect, test } from 'vitest';
import { collectLetters } from '../../src/5-bundle/fonts/characters/letters.ts';
import { lettersInRange } from '../../src/5-bundle/fonts/characters/unicode-range.ts';

test('letters of the text count, not those of tags, attributes and comments', () => {
  const html = '<p class="xyz" title="a > b">Hi<!-- no -->&amp;&#8364;&rarr;</p><br><i>h</i>';
  expect(collectLetters(html, []).all).toBe('&Hhi→€'.split('').sort().join(''));
});

test('letters in some elements and classes count apart, also those of elements in them', () => {
  const html = '<pre>ab<b>c</b></pre><p>d<code class="hljs ts">e</code></p><ul><li>f<li>g</ul>h';
  const { all, within } = collectLetters(html, ['pre', 'code', '.ts', 'ul', 'table']);
  expect(all).toBe('abcdefgh');
  expect(Object.fromEntries(within)).toEqual({ pre: 'abc', code: 'e', '.ts': 'e', ul: 'fg' });
});

test('letters of an element count where it stands in another', () => {
  const html = '<h1>a<b><em>b</em></b></h1><p class="x"><em>c</em></p><em><h1>d</h1></em>';
  const { within } = collectLetters(html, ['em', 'h1 em', '.x em', 'ul em']);
  expect(Object.fromEntries(within)).toEqual({ em: 'bcd', 'h1 em': 'b', '.x em': 'c' });
});

test('letters outside of code count apart', () => {
  const { prose } = collectLetters('<p>a<code>b<i>c</i></code>d</p><pre>e</pre>f<kbd>g</kbd>', []);
  expect(prose).toBe('adf');
});

test('a range takes letters by their numbers', () => {
  expect(lettersInRange('aäя€😀', 'U+0-FF')).toBe('aä');
  expect(lettersInRange('aäя€😀', 'U+4??, U+20AC')).toBe('я€');
  expect(lettersInRange('aäя€😀', 'u+1f600-1F64F,U+61')).toBe('a😀');
  expect(lettersInRange('a', 'nonsense')).toBe('');
});
