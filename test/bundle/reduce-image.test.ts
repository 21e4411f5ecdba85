import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test, vi } from 'vitest';
import { FileContent } from '../../src/5-bundle/assets/file-contents.ts';
import { addProfile, readProfile } from '../../src/5-bundle/reduce/color-profile.ts';
import { type Reduced, reduceImage } from '../../src/5-bundle/reduce/reduce-image.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { temporaryFolder } from '../support/files.ts';
import { jpegHeader, png, swappedProfile, withOrientation } from '../support/images.ts';

const photo = readFileSync(path.join(packageRoot, 'test/looks/photo.jpg'));

/** Colors of the quarters: first row, second row. */
const colors = { A: '#ff0000', B: '#00ff00', C: '#0000ff', D: '#ffffff' } as const;

function quarters(width: number, height: number, opacity = 1) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.globalAlpha = opacity;
  for (const [i, color] of Object.values(colors).entries()) {
    context.fillStyle = color;
    const [x, y] = [i % 2, Math.floor(i / 2)];
    context.fillRect((x * width) / 2, (y * height) / 2, width / 2, height / 2);
  }
  return canvas;
}

/** Pixels of a photo: every value differs from its neighbors. */
function noise(width: number, height: number, alpha = 255) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  for (let i = 0, value = 1; i < image.data.length; i++) {
    value = (value * 48271) % 2147483647;
    image.data[i] = i % 4 === 3 ? alpha : value % 256;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

const settings = { max: 64, quality: 80, original: false };

function reduce(bytes: Buffer, type: string, own: Partial<typeof settings> = {}): Promise<Reduced> {
  return reduceImage(new FileContent(bytes), type, { ...settings, ...own });
}

/** The pixels at parts of the width and height, as decoded by another library. */
async function look({ content }: Reduced, parts: readonly (readonly [number, number])[]) {
  const image = await loadImage(content.bytes);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return parts.map(([x, y]) => [
    ...context.getImageData(Math.floor(x * image.width), Math.floor(y * image.height), 1, 1).data,
  ]);
}

const corners = [
  [0.2, 0.2],
  [0.8, 0.2],
  [0.2, 0.8],
  [0.8, 0.8],
] as const;

function nameOf([red = 0, green = 0, blue = 0]: readonly number[]): string {
  const near = `#${[red, green, blue].map((value) => (value > 127 ? 'ff' : '00')).join('')}`;
  return Object.entries(colors).find(([, color]) => color === near)?.[0] ?? near;
}

test.concurrent('a photo is scaled to the longer side and stays what it was: a JPEG, upright', async () => {
  const jpeg = quarters(300, 200).toBuffer('image/jpeg', 95);
  const upright = ['ABCD', 'BADC', 'DCBA', 'CDAB', 'ACBD', 'CADB', 'DBCA', 'BDAC'];
  const all = upright.map((_, i) => reduce(withOrientation(jpeg, i + 1), 'image/jpeg'));
  for (const [i, reduced] of (await Promise.all(all)).entries()) {
    const isTurned = i + 1 >= 5;
    expect(reduced.mime).toBe('image/jpeg');
    const size = isTurned ? { width: 43, height: 64 } : { width: 64, height: 43 };
    expect(reduced.content.imageSize('image/jpeg')).toEqual(size);
    expect(reduced.content.bytes.includes('Exif')).toBe(false);
    const seen = await look(reduced, corners);
    expect([i + 1, seen.map(nameOf).join('')]).toEqual([i + 1, upright[i]]);
  }
});

test.concurrent('a transparent PNG becomes a WebP that is as transparent', async () => {
  const reduced = await reduce(quarters(300, 300, 0.5).toBuffer('image/png'), 'image/png');
  expect(reduced.mime).toBe('image/webp');
  for (const [, , , alpha = 0] of await look(reduced, corners)) {
    expect(Math.abs(alpha - 128)).toBeLessThan(3);
  }
  // A red disc on nothing, whose transparent pixels are black: its edge stays red.
  const canvas = createCanvas(640, 640);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f00';
  context.arc(320, 320, 300, 0, 7);
  context.fill();
  const disc = await reduce(canvas.toBuffer('image/png'), 'image/png');
  const line = Array.from({ length: 64 }, (_, x) => [(x + 0.5) / 64, 0.5] as const);
  const edge = (await look(disc, line)).filter(([, , , alpha = 0]) => alpha > 40 && alpha < 255);
  expect(edge.length).toBeGreaterThan(0);
  for (const [red = 0, green = 0] of edge) expect([red > 240, green < 20]).toEqual([true, true]);
});

test.concurrent('fine lines keep their brightness', async () => {
  const canvas = createCanvas(512, 512);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  for (let x = 0; x < 512; x += 2) context.fillRect(x, 0, 1, 512);
  const opaque = createCanvas(512, 512);
  opaque.getContext('2d').fillStyle = '#000';
  opaque.getContext('2d').fillRect(0, 0, 512, 512);
  opaque.getContext('2d').drawImage(canvas, 0, 0);
  const [[gray = 0] = []] = await look(
    await reduce(opaque.toBuffer('image/jpeg', 100), 'image/jpeg'),
    [[0.5, 0.5]],
  );
  // Half the light of white is 188 in sRGB.
  expect(Math.abs(gray - 188)).toBeLessThan(4);
});

test.concurrent('a drawing stays without loss, a photo does not', async () => {
  const drawing = await reduce(quarters(640, 640).toBuffer('image/png'), 'image/png', { max: 320 });
  expect(drawing.content.bytes.toString('latin1', 12, 16)).toBe('VP8L');
  expect(await look(drawing, [[0.1, 0.1]])).toEqual([[255, 0, 0, 255]]);
  const photo = await reduce(noise(300, 200).toBuffer('image/png'), 'image/png');
  expect(photo.content.bytes.toString('latin1', 12, 16)).toBe('VP8 ');
});

test.concurrent('the color profile goes into the new file, in parts if it is long', async () => {
  const profile = swappedProfile();
  const long = Buffer.concat([profile, Buffer.alloc(150_000, 7)]);
  for (const each of [profile, long]) {
    const { content } = await reduce(addProfile(photo, 'image/jpeg', each), 'image/jpeg');
    expect(readProfile(content.bytes, 'image/jpeg')?.equals(each)).toBe(true);
  }
  const drawing = await reduce(quarters(300, 200).toBuffer('image/png'), 'image/png');
  const lossless = addProfile(drawing.content.bytes, 'image/webp', profile);
  expect(readProfile(lossless, 'image/webp')?.equals(profile)).toBe(true);
  expect((await loadImage(lossless)).width).toBe(64);
  for (const canvas of [noise(300, 200), noise(300, 200, 128)]) {
    const webp = await reduce(canvas.toBuffer('image/png'), 'image/png', { max: 200 });
    const colored = addProfile(webp.content.bytes, 'image/webp', profile);
    const { content } = await reduce(colored, 'image/webp');
    expect(readProfile(content.bytes, 'image/webp')?.equals(profile)).toBe(true);
    expect((await loadImage(content.bytes)).width).toBe(64);
    expect(content.imageSize('image/webp')).toEqual({ width: 64, height: 43 });
  }
});

test.concurrent('what is small enough, animated or not a photo stays as it is', async () => {
  const small = quarters(64, 40).toBuffer('image/jpeg', 95);
  const animation = Buffer.from(quarters(300, 200).toBuffer('image/png'));
  const acTL = Buffer.from('\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0', 'latin1');
  const apng = Buffer.concat([animation.subarray(0, 33), acTL, animation.subarray(33)]);
  // A new file would be larger.
  const coarse = noise(80, 80).toBuffer('image/jpeg', 1);
  const kept = [
    [small, 'image/jpeg'],
    [apng, 'image/png'],
    [coarse, 'image/jpeg'],
    [Buffer.from('GIF89a\x2c\x01\xc8\x00', 'latin1'), 'image/gif'],
    [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="9"/>'),
      'image/svg+xml',
    ],
  ] as const;
  for (const [bytes, type] of kept) {
    const { content, mime, problem } = await reduce(bytes, type, { quality: 100 });
    expect([content.bytes === bytes, mime, problem]).toEqual([true, type, undefined]);
  }
});

test.concurrent('an image that cannot be reduced stays, and the reason is given', async () => {
  const whole = quarters(300, 200).toBuffer('image/png');
  const cut = whole.subarray(0, whole.length - 40);
  const scan = Buffer.from([0xff, 0xda, 0, 2]);
  const cmyk = Buffer.concat([jpegHeader(300, 200), scan]);
  cmyk[11] = 4;
  const gray = Buffer.from(swappedProfile());
  gray.write('GRAY', 16, 'latin1');
  const cases = [
    [jpegHeader(300, 200), 'image/jpeg', 'it is damaged'],
    [cmyk, 'image/jpeg', 'it has the colors of print, CMYK'],
    [cut, 'image/png', 'it is damaged, or takes too much memory'],
    [addProfile(photo, 'image/jpeg', gray), 'image/jpeg', 'its color profile is not for RGB'],
    [png(20_000, 6000), 'image/png', 'it has more than 100 million pixels'],
    [png(9999, 9999), 'image/png', 'it has more than 40 million pixels in 118 kB'],
  ] as const;
  for (const [bytes, type, problem] of cases) {
    const reduced = await reduce(bytes, type);
    expect([reduced.content.bytes === bytes, reduced.problem]).toEqual([true, problem]);
  }
  // The next ones are not affected.
  const next = await Promise.all(
    [cut, cut, cut, whole, whole].map((bytes) => reduce(bytes, 'image/png')),
  );
  expect(next.map(({ mime }) => mime)).toEqual([
    'image/png',
    'image/png',
    'image/png',
    'image/webp',
    'image/webp',
  ]);
});

test.concurrent('the bytes are the same everywhere', async () => {
  const reduced = await Promise.all([
    reduce(photo, 'image/jpeg'),
    reduce(noise(300, 200).toBuffer('image/png'), 'image/png'),
    reduce(quarters(300, 200, 0.5).toBuffer('image/png'), 'image/png'),
  ]);
  const digests = reduced.map(({ content }) => content.sha256.slice(0, 16));
  expect(digests).toEqual(['60943e68bc2bafaf', 'd7304dafb8bd13b3', '5e0dfbf01e95361d']);
});

test('the next time, the image comes from the cache', async () => {
  const folder = temporaryFolder();
  vi.stubEnv('LECTERN_CACHE', folder);
  const entries = () => readdirSync(folder).filter((name) => name.startsWith('image-'));
  const first = await reduce(photo, 'image/jpeg');
  const [name = ''] = entries();
  const kept = readFileSync(path.join(folder, name));
  expect(kept.subarray(65).equals(first.content.bytes)).toBe(true);
  // A new entry would be another file.
  const { ino } = statSync(path.join(folder, name));
  const second = await reduce(photo, 'image/jpeg');
  expect(second.content.bytes.equals(first.content.bytes)).toBe(true);
  expect(entries()).toEqual([name]);
  expect(statSync(path.join(folder, name)).ino).toBe(ino);
  rmSync(path.join(folder, name));
  const again = await reduce(photo, 'image/jpeg');
  expect(again.content.bytes.equals(first.content.bytes)).toBe(true);
  await reduce(photo, 'image/jpeg', { quality: 70 });
  await reduce(photo, 'image/jpeg', { max: 32 });
  expect(entries()).toHaveLength(3);
});
