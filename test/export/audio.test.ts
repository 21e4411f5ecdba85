import { expect } from 'vitest';
import { showAudioLabels } from '../../src/6-export/browser/audio-labels.ts';
import { languagesOfMedia, mediaWordsIn } from '../../src/6-export/browser/media-words.ts';
import { test } from '../support/browser/browser.ts';
import { whenReady } from '../support/browser/deck-walk.ts';
import { buildMarkdown } from '../support/builds.ts';
import { riff } from '../support/media.ts';

test('exports show audio as boxes with name and length', async ({ openDeck }) => {
  const format = Buffer.from([1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0]);
  const sound = riff('WAVE', ['fmt ', format], ['data', Buffer.alloc(8000 * 65, 0x80)]);
  const deck = `---
check: { alt-text: off }
---

![A bee](bee.wav "At noon")

![](sounds/hum.wav)

Text <audio src="bee.wav" title="In HTML" controls></audio>, <audio src="bee.wav" controls></audio>

---
lang: ja
---

<audio src="bee.wav" controls></audio>
`;
  const files = {
    'bee.wav': sound,
    'sounds/hum.wav': riff('WAVE', ['fmt ', format], ['data', Buffer.alloc(80, 0x80)]),
  };
  const { page } = await openDeck(await buildMarkdown(deck, files));
  await whenReady(page);
  const words = mediaWordsIn(await page.evaluate(languagesOfMedia));
  await page.evaluate(showAudioLabels(words));
  expect(await page.locator('.slides .audio-label').allTextContents()).toEqual([
    'A bee · 1:05',
    'hum.wav',
    'In HTML · 1:05',
    'Audio · 1:05',
    '音声 · 1:05',
  ]);
  expect(await page.locator('.slides audio').count()).toBe(0);
});
