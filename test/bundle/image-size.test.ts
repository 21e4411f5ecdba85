import { expect, test } from 'vitest';
import { imageSize } from '../../src/5-bundle/assets/image-size.ts';
import { fillSlides } from '../../src/5-bundle/fill-slides.ts';
import { coverMark, ratioMark } from '../../src/model/rendered.ts';
import { jpegHeader, png, tiffHeader } from '../support/images.ts';
import { stacksOf } from './support.ts';

const landscape = { width: 300, height: 200 };
const portrait = { width: 200, height: 300 };

test('reads the size of every type from its header, with its orientation', () => {
  expect(imageSize(png(300, 200), 'image/png')).toEqual(landscape);
  const gif = Buffer.from('GIF89a\x2c\x01\xc8\x00', 'latin1');
  expect(imageSize(gif, 'image/gif')).toEqual(landscape);
  expect(imageSize(jpegHeader(300, 200), 'image/jpeg')).toEqual(landscape);
  for (const orientation of [1, 2, 3, 4]) {
    expect(imageSize(jpegHeader(300, 200, orientation), 'image/jpeg')).toEqual(landscape);
  }
  for (const orientation of [5, 6, 7, 8]) {
    expect(imageSize(jpegHeader(300, 200, orientation), 'image/jpeg')).toEqual(portrait);
  }
});

test('WebP: lossy, lossless and extended', () => {
  const lossy = Buffer.alloc(30);
  lossy.write('VP8 ', 12);
  lossy.writeUInt16LE(300, 26);
  lossy.writeUInt16LE(200, 28);
  expect(imageSize(lossy, 'image/webp')).toEqual(landscape);
  const lossless = Buffer.alloc(25);
  lossless.write('VP8L', 12);
  lossless.writeUInt32LE(299 | (199 << 14), 21);
  expect(imageSize(lossless, 'image/webp')).toEqual(landscape);
  const extended = Buffer.alloc(30);
  extended.write('VP8X', 12);
  extended.writeUInt32LE(10, 16);
  extended.writeUIntLE(299, 24, 3);
  extended.writeUIntLE(199, 27, 3);
  expect(imageSize(extended, 'image/webp')).toEqual(landscape);
  const exif = Buffer.concat([Buffer.from('EXIF\x1a\0\0\0', 'latin1'), tiffHeader(6)]);
  expect(imageSize(Buffer.concat([extended, exif]), 'image/webp')).toEqual(portrait);
});

test('AVIF: the largest item, turned', () => {
  const box = (type: string, ...content: readonly Buffer[]): Buffer => {
    const all = Buffer.concat([Buffer.from(`\0\0\0\0${type}`, 'latin1'), ...content]);
    all.writeUInt32BE(all.length);
    return all;
  };
  const extent = (width: number, height: number): Buffer => {
    const content = Buffer.alloc(12);
    content.writeUInt32BE(width, 4);
    content.writeUInt32BE(height, 8);
    return box('ispe', content);
  };
  const file = (...properties: readonly Buffer[]): Buffer =>
    Buffer.concat([
      box('ftyp', Buffer.from('avif')),
      box('meta', Buffer.alloc(4), box('iprp', box('ipco', ...properties))),
    ]);
  expect(imageSize(file(extent(60, 40), extent(300, 200)), 'image/avif')).toEqual(landscape);
  const turned = file(extent(300, 200), box('irot', Buffer.from([1])));
  expect(imageSize(turned, 'image/avif')).toEqual(portrait);
});

test.each([
  ['<svg width="300" height="200">', landscape],
  ['<?xml version="1.0"?>\n<svg height="200px" viewBox="0 0 30 20">', landscape],
  ["<svg viewBox='0,0,300,200' width='100%'>", landscape],
  ['<svg width="225pt" height="150pt">', landscape],
  ['<svg stroke-width="3" viewBox="0 0 300 200">', landscape],
  ['<svg width="100%">', undefined],
  ['<svg viewBox="0 0 0 0">', undefined],
])('%s', (text, size) => {
  expect(imageSize(Buffer.from(text), 'image/svg+xml')).toEqual(size);
});

test('a damaged file has no size', () => {
  for (const type of ['png', 'gif', 'jpeg', 'webp', 'avif', 'svg+xml']) {
    expect(imageSize(Buffer.from('VP8'), `image/${type}`)).toBeUndefined();
  }
  const cut = jpegHeader(300, 200, 6);
  for (let end = 0; end < cut.length - 8; end++) {
    expect(imageSize(cut.subarray(0, end), 'image/jpeg')).toBeUndefined();
  }
});

test('a photo fills a box only if it loses at most 15 %', () => {
  const classOf = (ratio: number | undefined, isPhoto: boolean): string | undefined => {
    const html = `<figure class="image ${coverMark(0, 1.6)} own" style="--ratio:${ratioMark(0)}">`;
    const sizes =
      ratio === undefined ? [] : [{ width: ratio, height: 1, isPhoto, isVector: false }];
    const fills = { assets: [''], sizes, charts: [], diagrams: [], tones: new Map() };
    return fillSlides({ stacks: stacksOf(html) }, fills)[0]?.[0]?.html;
  };
  expect(classOf(1.4, true)).toBe('<figure class="image cover own" style="--ratio:1.4">');
  expect(classOf(1.86, true)).toBe('<figure class="image cover own" style="--ratio:1.86">');
  expect(classOf(1.3, true)).toBe('<figure class="image own" style="--ratio:1.3">');
  expect(classOf(1.9, true)).toBe('<figure class="image own" style="--ratio:1.9">');
  expect(classOf(1.6, false)).toBe('<figure class="image own" style="--ratio:1.6">');
  expect(classOf(undefined, true)).toBe('<figure class="image own" style="--ratio:1">');
});
