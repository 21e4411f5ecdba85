import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { renderFixture } from '../support/fixtures.ts';

const deck = `# One

---
background: [a.png, b.png]
backgroundSide: right 40%
backgroundDirection: vertical
backgroundSize: [cover, contain]
backgroundFilter: grayscale(1) drop-shadow(0 0 5px rgba(0,0,0,.4))
---

Text

---
background: [a.png, b.png, c.png]
---

Text

---
background: a.mp4
backgroundSide: left
---

Text

---
background: [a.png, red]
backgroundFilter: url(x.svg)
---

Text

---
background: teal
backgroundSide: left
---

Text
`;

test('several images share a slide, or a side of it', async () => {
  const { html, diagnostics } = await renderFixture(temporaryFolder({ 'deck.md': deck }));
  const slides = html.split('<section').slice(2);
  const boxes = slides.map((slide) =>
    [...slide.matchAll(/class="slide-background( scrim)?" style="([^"]*)"/g)].map(
      ([, scrim = '', style = '']) => style.replace(/^background-image:.*?\);/, '') + scrim,
    ),
  );
  const filter = 'filter:grayscale(1) drop-shadow(0 0 5px rgba(0,0,0,.4))';
  expect(boxes.slice(0, 3)).toEqual([
    [
      `background-size:cover;${filter};inset:0 0 50% 60%`,
      `background-size:contain;${filter};inset:50% 0 0 60%`,
    ],
    [
      'background-size:cover;inset:0 66.667% 0 0 scrim',
      'background-size:cover;inset:0 33.333% 0 33.333% scrim',
      'background-size:cover;inset:0 0 0 66.667% scrim',
    ],
    ['inset:0 50% 0 0'],
  ]);
  expect(slides[0]).toMatch(/class="slide layout-default beside-right"/);
  expect(slides[0]).toContain('style="--beside:0.4"');
  expect(slides[1]).toContain('over-image');
  expect(diagnostics.map((text) => text.split('\n')[0])).toEqual([
    'deck.md:27:21: error: a list of backgrounds has only images [value-invalid]',
    expect.stringMatching(/^deck\.md:28:19: error: "backgroundFilter" needs filters of CSS/),
    'deck.md:35:17: error: "backgroundSide" is for an image or a video as "background" [value-invalid]',
  ]);
});
