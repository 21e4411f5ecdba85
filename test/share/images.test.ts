import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { stripMetadata } from '../../src/5-bundle/metadata/strip.ts';
import { stateLimit } from '../support/limits.ts';
import { test } from '../support/browser.ts';
import { temporaryFolder } from '../support/files.ts';
import { gif, jpeg, plainGif, plainJpeg, plainPng, plainWebp, png, webp } from './hiding-places.ts';

const samples = [
  ['image/jpeg', plainJpeg(), jpeg()],
  ['image/png', plainPng(), png()],
  ['image/gif', plainGif(), gif()],
  ['image/webp', plainWebp(), webp()],
] as const;

test(
  'without metadata, images have the same pixels and the same orientation',
  async ({ openDeck }) => {
    const file = path.join(temporaryFolder(), 'images.html');
    writeFileSync(file, '<!doctype html><title>Images</title>');
    const { page } = await openDeck(file);
    for (const [mime, plain, tagged] of samples) {
      const stripped = stripMetadata(tagged, mime);
      const urls = [plain, tagged, stripped].map(
        (bytes) => `data:${mime};base64,${bytes?.toString('base64')}`,
      );
      const drawn = await page.evaluate(
        (all) =>
          Promise.all(
            all.map(async (url) => {
              const image = new Image();
              image.src = url;
              await image.decode().catch(() => Promise.reject(new Error(url.slice(0, 60))));
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
              canvas.getContext('2d')?.drawImage(image, 0, 0);
              return { width: canvas.width, height: canvas.height, pixels: canvas.toDataURL() };
            }),
          ),
        urls,
      );
      const [original, before, after] = drawn;
      expect(after, mime).toEqual(before);
      const isTurned = mime === 'image/jpeg' || mime === 'image/png';
      if (isTurned) expect(after?.width, mime).toBe(original?.height);
      expect(stripMetadata(plain, mime)?.length, mime).toBeLessThanOrEqual(plain.length);
    }
  },
  stateLimit,
);
