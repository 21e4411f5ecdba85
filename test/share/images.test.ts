import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { expect } from 'vitest';
import { stripMetadata } from '../../src/5-bundle/metadata/strip.ts';
import { test } from '../support/browser/browser.ts';
import { temporaryFolder } from '../support/files.ts';
import { stateLimit } from '../support/limits.ts';
import { gif, jpeg, plainGif, plainJpeg, plainPng, plainWebp, png, webp } from './hiding-places.ts';

test('nothing follows the pixels of a PNG, the end of the image or the tables of a JPEG', () => {
  const secret = 'nobody-may-read-this';
  const chunk = (name: string, data: Buffer): Buffer => {
    const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(name), data, Buffer.alloc(4)]);
    bytes.writeUInt32BE(data.length);
    bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4);
    return bytes;
  };
  const header = plainPng().subarray(0, 33);
  const pixels = deflateSync(Buffer.alloc(100));
  const [image, end] = [chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))];
  const rest = chunk('IDAT', Buffer.from(secret));
  const ends = [end, chunk('IEND', Buffer.from(secret))];
  for (const last of ends) {
    const stripped = stripMetadata(Buffer.concat([header, image, rest, last]), 'image/png');
    expect(stripped).toEqual(Buffer.concat([header, image, end]));
  }
  const adobe = Buffer.from(`\xff\xee\0\x22Adobe\0d\0\0\0\0\x01${secret}`, 'latin1');
  const [start, tables] = [plainJpeg().subarray(0, 2), plainJpeg().subarray(2)];
  const jpegImage = stripMetadata(Buffer.concat([start, adobe, tables]), 'image/jpeg');
  expect(jpegImage?.includes(secret)).toBe(false);
  expect(jpegImage?.includes('\xff\xee\0\x0eAdobe\0d\0\0\0\0\x01', 0, 'latin1')).toBe(true);
});

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
