import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildMarkdown } from '../support/builds.ts';
import { encodeGif } from '../support/gif.ts';
import { mp4 } from '../support/media.ts';

/** What a deck may use, how it is written, and what its file holds then and only then. */
const uses: readonly (readonly [use: string, markdown: string, traces: readonly string[]])[] = [
  ['charts', '```chart bar\nx,y\na,1\n```', ['Chart.js', 'data-chart=']],
  ['math', '$$x^2$$', ['<math', 'font-family:"STIX Two Math";']],
  ['diagrams', '```dot\ndigraph { a -> b }\n```', ['class="diagram"']],
  ['icons', ':lucide-rocket:', ['class="icon"']],
  ['QR codes', '```qr\nhttps://example.org\n```', ['class="qr"']],
  ['steps through code', '```js {1|2}\na\nb\n```', ['figure.code[data-steps]', 'class="line"']],
  ['video', '![A film](film.mp4)', ['<video', 'data:video/', '.slides video[']],
  ['GIFs that end', '![Once](once.gif)', ['data:image/gif', 'image\\/gif(?:;n=']],
  [
    'movement between slides',
    '---\nautoAnimate: true\n---\n\n## Moves',
    ['unmatched-', 'figure:not(.code), table'],
  ],
  ['transitions', '---\ntransition: zoom\n---\n\n## Zooms', ['data-transition=zoom']],
];

const files = { 'film.mp4': mp4(), 'once.gif': encodeGif([0, 1]) };

async function build(markdown: string): Promise<string> {
  const text = `# Title\n\n---\n\n## Slide\n\nText\n\n${markdown}\n`;
  const html = readFileSync(await buildMarkdown(text, files), 'utf8');
  // The source that a file carries names what it uses in its own way.
  return html.replace(/<script type="(?!module)[^"]*"[^>]*>.*?<\/script>/gs, '');
}

describe('what a deck does not use is not in its file:', () => {
  test.for(uses)('%s', async ([, markdown, traces]) => {
    const [without, having] = [await build(''), await build(markdown)];
    expect(traces.filter((trace) => without.includes(trace))).toEqual([]);
    expect(traces.filter((trace) => !having.includes(trace))).toEqual([]);
  });

  test('one icon brings no other', async () => {
    const [none, one] = [await build(''), await build(':lucide-check:')];
    expect(gzipSync(one).byteLength - gzipSync(none).byteLength).toBeLessThan(400);
  });
});
