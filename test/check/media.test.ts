import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { encodeGif } from '../support/gif.ts';
import { png } from '../support/images.ts';
import { lectern } from '../support/lectern.ts';
import { mp3, mp4 } from '../support/media.ts';
import { findingsOf } from './source.ts';

const vtt = 'WEBVTT - made by Ada\n\nNOTE a secret\n\n00:00.000 --> 00:02.000\nApples\n';
const media = { 'talk.mp4': mp4(), 'bee.mp3': mp3(), 'talk.vtt': vtt, 'other/talk.mp4': mp4() };

test('videos without captions', async () => {
  const text = `# Title

![A talk](talk.mp4)

![A talk](talk.mp4){captions=talk.vtt}

![A loop](talk.mp4){muted loop autoplay}

<video src="talk.mp4" controls aria-label="A talk"></video>

<video src="talk.mp4" controls aria-label="A talk"><track kind="captions" src="talk.vtt"></video>

<video src="talk.mp4" controls aria-label="A talk">
  <track kind="chapters" src="talk.vtt">
</video>

<video muted autoplay loop src="talk.mp4" aria-hidden="true"></video>

- item <video controls aria-label="A talk"><source src="talk.mp4"></video>

![A bee](bee.mp3)

![A bee](bee.mp3){captions=talk.vtt}

<figure><audio src="bee.mp3" controls aria-label="A bee"></audio><figcaption><a href="https://example.org">What it says</a></figcaption></figure>
`;
  expect(await findingsOf('captions', text, media)).toEqual([
    '3:11 this video has no captions',
    '9:1 this video has no captions',
    '13:1 this video has no captions',
    '19:8 this video has no captions',
    '21:10 this audio has neither captions nor a transcript',
  ]);
});

test('captions come with the page and its source, and without comments if it is shared', async () => {
  const cwd = temporaryFolder({
    ...media,
    'deck.md': '# Title\n\n---\n\n![A talk](talk.mp4){captions="talk.vtt" width=50%}\n',
    'bad.md': '# Title\n\n---\n\n![A talk](talk.mp4){captions=bee.mp3}\n',
    'none.md': '# Title\n\n---\n\n<video src="talk.mp4"><track src="none.vtt"></video>\n',
  });
  const build = (...args: readonly string[]) => lectern(['build', ...args], cwd);
  const captionsIn = (name: string): string => {
    const page = readFileSync(path.join(cwd, name), 'utf8');
    const [, content = ''] = /<track[^>]* src="data:text\/vtt;base64,([^"]*)"/.exec(page) ?? [];
    return Buffer.from(content, 'base64').toString();
  };
  expect((await build('deck.md', '--strict', '--out', 'page.html')).exitCode).toBe(0);
  expect(captionsIn('page.html')).toBe(vtt);
  expect((await build('deck.md', '--share', '--out', 'shared.html')).exitCode).toBe(0);
  expect(captionsIn('shared.html')).toBe('WEBVTT\n\n00:00.000 --> 00:02.000\nApples\n');
  expect((await lectern(['extract', 'page.html', '--out', 'own'], cwd)).exitCode).toBe(0);
  expect(readFileSync(path.join(cwd, 'own/talk.vtt'), 'utf8')).toBe(vtt);
  expect((await build('bad.md')).errors).toContain(
    'bad.md:5:30: error: "bee.mp3" is not WebVTT: its first line is not WEBVTT [image-type]',
  );
  expect((await build('none.md')).errors).toContain('none.md:5:35: error: there is no file');
});

test('captions in several languages, named by their files', async () => {
  const cwd = temporaryFolder({
    ...media,
    'talk.de-CH.vtt': vtt.replace('Apples', 'Äpfel'),
    'talk.old.vtt': vtt,
    'what is seen.vtt': vtt,
    'deck.md':
      '---\nlang: ja\n---\n\n# Title\n\n![A talk](talk.mp4){captions="talk.vtt talk.de-CH.vtt talk.old.vtt" descriptions="what is seen.vtt"}\n',
  });
  expect(await lectern(['build', 'deck.md', '--out', 'page.html'], cwd)).toMatchObject({
    exitCode: 0,
    errors: '',
  });
  const page = readFileSync(path.join(cwd, 'page.html'), 'utf8');
  const tracks = [...page.matchAll(/<track ([^>]*?) src="data:text\/vtt;/g)].map(([, own]) => own);
  expect(tracks).toEqual([
    'kind="captions" srclang="ja" label="日本語"',
    'kind="captions" srclang="de-CH" label="Schweizer Hochdeutsch"',
    'kind="captions" srclang="ja" label="日本語"',
    'kind="descriptions" srclang="ja" label="日本語"',
  ]);
  await lectern(['export', 'deck.md', '--to', 'markdown', '--out', 'own'], cwd);
  const text = readFileSync(path.join(cwd, 'own/deck.md'), 'utf8');
  expect(text).toContain(' · [talk.de-CH.vtt](deck-talk.de-CH.vtt)');
  expect(readFileSync(path.join(cwd, 'own/deck-talk.de-CH.vtt'), 'utf8')).toContain('Äpfel');
});

/** An animated PNG: its first chunks, which say how often it plays. */
function animatedPng(rounds: number): Buffer {
  const image = png(4, 4);
  const chunk = Buffer.alloc(20);
  chunk.writeUInt32BE(8, 0);
  chunk.write('acTL', 4);
  chunk.writeUInt32BE(2, 8);
  chunk.writeUInt32BE(rounds, 12);
  return Buffer.concat([image.subarray(0, 33), chunk, image.subarray(33)]);
}

test('motion that cannot be paused', async () => {
  const text = `---
styles: [own.css, calm.css]
---

# Title

![A GIF](endless.gif)

![A GIF](ending.gif) ![A GIF](still.gif)

Text ![A drawing](endless.svg) and ![A drawing](still.svg) <img src="endless.gif" alt="A GIF">

<marquee>Text</marquee>

<svg viewBox="0 0 9 9"><title>A</title><circle r="1"><animate attributeName="r" dur="2s" repeatCount="indefinite"/></circle></svg>

<svg viewBox="0 0 9 9"><title>A</title><circle r="1"><animate attributeName="r" dur="2s" repeatCount="2"/><animate attributeName="cx" begin="click" dur="2s" repeatCount="indefinite"/></circle></svg>

<svg viewBox="0 0 9 9"><title>A</title><circle r="1"><animateTransform attributeName="transform" type="rotate" dur="9s"/></circle></svg>

<video src="talk.mp4" autoplay loop muted aria-hidden="true"></video>

<video src="talk.mp4" autoplay loop muted controls aria-hidden="true"></video>

<div style="animation: turn 2s infinite">Text</div>

---
background: endless.gif
---

Note:
![A GIF](endless.gif)
`;
  const svg = (inner: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`;
  const files = {
    ...media,
    'endless.gif': encodeGif([0, 1], 0),
    'ending.gif': encodeGif([0, 1], 2),
    'still.gif': encodeGif([0], 0),
    'endless.svg': svg(
      '<circle r="1"><animate attributeName="r" dur="2s" repeatCount="indefinite"/></circle>',
    ),
    'still.svg': svg('<circle r="1"/>'),
    'own.css':
      '.a { color: red; }\n.turning {\n  animation: turn 2s /* no end */ infinite;\n}\n.b { animation: turn 2s 2; }\n',
    'calm.css':
      '.a { animation: turn 2s infinite; }\n@media (prefers-reduced-motion) { .a { animation: none; } }\n',
  };
  const found = await findingsOf('motion', text, files);
  expect(found.map((line) => line.split(' ')[0])).toEqual([
    '7:10',
    '11:19',
    '11:60',
    '13:1',
    '15:54',
    '19:54',
    '21:1',
    '25:1',
    '28:13',
    'own.css:3:3',
  ]);
  const deck = '# Title\n\n![A](a.png) ![B](b.png)\n';
  const images = { 'a.png': animatedPng(0), 'b.png': animatedPng(3) };
  expect(await findingsOf('motion', deck, images)).toEqual([
    '3:6 this image moves without an end and cannot be paused',
  ]);
});
