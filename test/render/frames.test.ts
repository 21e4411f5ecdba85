import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const youTube = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';

/** What is written, and the box in its place: its attributes and texts. */
const cases = [
  [
    '<iframe src="https://example.org/x?a=1&amp;b=2" width="9" title="A &quot;b&quot;" id="c">d <b>e</b></iframe>',
    '<a class="frame" id="c" href="https://example.org/x?a=1&amp;b=2">',
    ['A &quot;b&quot;', 'example.org/x?a=1&amp;b=2'],
  ],
  ['Text <iframe src="demo.html"></iframe>', '<span class="frame">', ['demo.html']],
  ['Text ![A demo](demo.html) text', '<span class="frame">', ['A demo', 'demo.html']],
  [
    '<embed src="https://www.example.org/">',
    '<a class="frame" href="https://www.example.org/">',
    ['example.org'],
  ],
  ['<object data="demo.html"><p>Fallback</p></object>', '<span class="frame">', ['demo.html']],
  [
    '![A **demo**](demo.htm#part){.wide #demo}',
    '<span class="frame wide" id="demo">',
    ['A demo', 'demo.htm#part'],
  ],
  [
    '![](https://youtu.be/dQw4w9WgXcQ)',
    `<a class="frame" href="${youTube}">`,
    ['YouTube', 'youtube.com/watch?v=dQw4w9WgXcQ'],
  ],
  [
    '- <IFRAME src=https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0 allowfullscreen></IFRAME>',
    `<a class="frame" href="${youTube}">`,
    ['YouTube', 'youtube.com/watch?v=dQw4w9WgXcQ'],
  ],
  [
    '<iframe class="fragment big" src="//player.vimeo.com/video/12345"></iframe>',
    '<a class="frame big fragment" data-fragment-index="0" href="https://vimeo.com/12345">',
    ['Vimeo', 'vimeo.com/12345'],
  ],
] as const;

test('pages that HTML or an image would embed are boxes with their addresses', async () => {
  const text = cases.map(([written]) => `# Page\n\n${written}\n`).join('\n---\n\n');
  const folder = temporaryFolder({ 'deck.md': text });
  const { errors } = await lectern(['build', 'deck.md', '--out', 'deck.html'], folder);
  expect(errors.match(/\[html-frame\]/g)?.length).toBeGreaterThan(2);
  expect(errors).not.toContain('error:');
  const html = readFileSync(path.join(folder, 'deck.html'), 'utf8');
  const slides = html.match(/<section class="slide[\s\S]*?<\/section>/g) ?? [];
  for (const [index, [written, tag, texts]] of cases.entries()) {
    const box = /<(?:a|span) class="frame\b[\s\S]*?<\/span><\/(?:a|span)>/.exec(
      slides[index] ?? '',
    );
    expect(box?.[0].replace(' rel="noopener noreferrer"', ''), written).toContain(tag);
    const shown = [...(box?.[0].matchAll(/<span class="frame-\w+">([^<]*)/g) ?? [])];
    expect(
      shown.map(([, content]) => content),
      written,
    ).toEqual(texts);
  }
  expect(slides.join('')).not.toMatch(/<(?:iframe|embed|object)\b|<b>e/i);
  expect(slides[4]).toContain('<p>Fallback</p>');
});
