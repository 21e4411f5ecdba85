import { expect, test } from 'vitest';
import { findRegions } from '../../../src/1-load/dialects/shared/code-regions.ts';
import { type HtmlOptions, mendHtml } from '../../../src/1-load/dialects/shared/html.ts';
import { standIn } from '../../../src/1-load/dialects/shared/stand-in.ts';
import { TextEdits } from '../../../src/1-load/dialects/text-edits.ts';
import { Report } from '../../../src/base/diagnostics/report.ts';

function mended(text: string, options: Partial<HtmlOptions> = {}) {
  const edits = new TextEdits({ path: 'talk.md', realPath: '/talk.md', text });
  const report = new Report();
  const slides = [{ start: 0, end: text.length }];
  const { styles, rules } = mendHtml(edits, findRegions(text), { slides, ...options }, report);
  const messages = report.diagnostics.map(({ message }) => message);
  return { text: edits.finish().text, messages, styles, rules };
}

test('elements end as in browsers', () => {
  expect(mended('<div>\n\n<b>a').text).toBe('<div>\n\n<b>a\n\n</b></div>\n\n');
  expect(mended('<div><b>a</div> c</b>').text).toBe('<div><b>a</b></div> c');
  expect(mended('a</br>b</span></img><image src="c.png">').text).toBe('a<br>b<img src="c.png">');
  expect(mended('<ul><li>a<li>b</ul><p>c').text).toBe('<ul><li>a<li>b</ul><p>c');
  expect(mended('<svg><path d="M0 0"/></svg>').text).toBe('<svg><path d="M0 0"/></svg>');
});

test('an element that is open ends with its slide', () => {
  const text = '<div>a\n\n---\n\nb</div>';
  const slides = [
    { start: 0, end: text.indexOf('\n\n---') },
    { start: text.indexOf('---') + 3, end: text.length },
  ];
  expect(mended(text, { slides }).text).toBe('<div>a\n\n</div>\n\n\n\n---\n\nb');
});

test('what would run is left out, and reported once for each kind', () => {
  const { text, messages } = mended(
    '<script>\nlet a = "</div>";\n</script>\n<button onclick="go()" class="a">b</button>\n\n<a href="javascript:x">c</a>\n\n<form action="/x"><input name="y"></form>',
  );
  expect(text).toBe('\n<button  class="a">b</button>\n\n<a >c</a>\n\n<input name="y">');
  expect(messages).toEqual([
    'scripts of the deck are left out: a deck runs only files under "scripts:"',
    'handlers such as onclick are left out: they would run code',
    'links that run code are left out',
  ]);
});

test('ids that occur twice are renamed, styles are taken', () => {
  const { text, styles, rules } = mended(
    '<p id="a">b</p><p id="a">c</p>\n\n<style scoped>\nh1 { color: red }\n</style>\n\n<b style="background: url(d.png)" class="e">f</b>',
  );
  expect(text).toBe('<p id="a">b</p><p id="a-2">c</p>\n\n\n\n<b  class="own-1 e">f</b>');
  expect(styles).toMatchObject([{ css: '\nh1 { color: red }\n', isScoped: true }]);
  expect(rules).toMatchObject([{ css: 'b.own-1{background: url(d.png)}' }]);
});

test('code and tags of the tool stay', () => {
  const code = '`<script>` and\n\n```\n<div>\n```\n';
  expect(mended(code).text).toBe(code);
  const own = '<canvas id="a"><script>b</script>';
  expect(mended(own, { isOwn: () => true }).text).toBe(own);
});

test('a box stands in for what cannot be shown', () => {
  expect(standIn({ title: 'A *poll*', address: 'https://www.a.org/b/', width: '50%' })).toBe(
    '<a class="frame" style="inline-size:50%" href="https://www.a.org/b/"><span class="frame-title">A &#42;poll&#42;</span><span class="frame-address">a.org/b</span></a>',
  );
  expect(standIn({ title: 'a', classes: ['fragment'] })).toBe(
    '<span class="frame fragment"><span class="frame-title">a</span></span>',
  );
});
