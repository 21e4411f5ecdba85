import { readFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { expect } from 'vitest';
import { addProfile } from '../../src/5-bundle/reduce/color-profile.ts';
import { readEmbeddedSource } from '../../src/6-export/source.ts';
import { test } from '../support/browser/browser.ts';
import { buildMarkdown } from '../support/builds.ts';
import { swappedProfile, withOrientation } from '../support/images.ts';
import { mp4 } from '../support/media.ts';

/** A gradient with a colored corner, of which no two turns are alike. */
function picture(width: number, height: number, opacity = 1) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.globalAlpha = opacity;
  const gradient = context.createLinearGradient(0, 0, width, height);
  gradient.addColorStop(0, '#d02010');
  gradient.addColorStop(1, '#f0e0c0');
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#1040c0';
  context.fillRect(0, 0, width / 4, height / 2);
  return canvas;
}

/** The encoder adds the profile of sRGB. */
function withoutProfile(bytes: Buffer): Buffer {
  const start = bytes.indexOf('ICC_PROFILE') - 4;
  return Buffer.concat([
    bytes.subarray(0, start),
    bytes.subarray(start + 2 + bytes.readUInt16BE(start + 2)),
  ]);
}

const jpeg = picture(900, 600).toBuffer('image/jpeg', 95);
const orientations = [1, 2, 3, 4, 5, 6, 7, 8];
const files: Readonly<Record<string, Buffer>> = {
  ...Object.fromEntries(
    orientations.map((value) => [`turn-${value}.jpg`, withOrientation(jpeg, value)]),
  ),
  'alpha.png': picture(900, 600, 0.5).toBuffer('image/png'),
  'photo.webp': picture(900, 600).toBuffer('image/webp', 95),
  'swapped.jpg': addProfile(withoutProfile(jpeg), 'image/jpeg', swappedProfile()),
  'poster.jpg': picture(1000, 600).toBuffer('image/jpeg', 95),
  'back.jpg': picture(1100, 600).toBuffer('image/jpeg', 95),
  'logo.png': picture(1200, 600).toBuffer('image/png'),
  'style.jpg': picture(1300, 600).toBuffer('image/jpeg', 95),
  'talk.mp4': mp4(),
};
const shown = Object.keys(files).filter((name) => !/^(?:poster|back|logo|style|talk)/.test(name));

function deckWith(images: string): string {
  return `---
logo: logo.png
images: ${images}
styles: own.css
---

${shown.map((name) => `![${name}](${name})`).join('\n\n---\n\n')}

---
background: back.jpg
---

## A background

---

![turn-1.jpg](turn-1.jpg)

<video src="talk.mp4" poster="poster.jpg" aria-label="A talk"></video>
`;
}

const css = { 'own.css': '.own { background: url(style.jpg) }' };

test('images are reduced wherever they are, and look as before', async ({ openDeck }) => {
  const file = await buildMarkdown(deckWith('{max: 320, quality: 95}'), { ...files, ...css });
  const html = readFileSync(file, 'utf8');
  for (const [name, bytes] of Object.entries(files)) {
    if (name === 'talk.mp4') continue;
    expect([name, html.includes(bytes.toString('base64').slice(0, 4000))]).toEqual([name, false]);
  }
  const source = readEmbeddedSource(html);
  const carried = new Map(source?.files.map(({ path: name, bytes }) => [name, bytes]));
  expect(carried.get('logo.png')?.toString('latin1', 8, 12)).toBe('WEBP');
  expect(carried.get('style.jpg')?.length).toBeLessThan(files['style.jpg']?.length ?? 0);

  const { page } = await openDeck(file);
  const pairs = Object.entries(files).flatMap(([name, before]) => {
    const after = carried.get(name);
    if (name === 'talk.mp4' || !after) return [];
    return [[name, before.toString('base64'), Buffer.from(after).toString('base64')] as const];
  });
  expect(pairs).toHaveLength(Object.keys(files).length - 1);
  // The browser applies orientation and profile to the originals.
  const seen = await page.evaluate(async (all) => {
    const draw = async (data: string) => {
      const image = new Image();
      image.src = `data:image/*;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 16;
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, 16, 16);
      const { data: pixels } = context.getImageData(0, 0, 16, 16);
      return {
        pixels: [...pixels],
        isWide: image.naturalWidth > image.naturalHeight,
        longer: Math.max(image.naturalWidth, image.naturalHeight),
      };
    };
    return Promise.all(
      all.map(async ([name, before, after]) => {
        const [a, b] = [await draw(before), await draw(after)];
        // At the border of the corner, filters differ.
        const differences = a.pixels.map((value, i) => Math.abs(value - (b.pixels[i] ?? 0)));
        const far = differences.filter((difference) => difference > 12).length;
        return { name, isAlike: far < 40, sameShape: a.isWide === b.isWide, longer: b.longer };
      }),
    );
  }, pairs);
  expect(seen).toEqual(
    pairs.map(([name]) => ({ name, isAlike: true, sameShape: true, longer: 320 })),
  );
});

test('the carried source has the original if the deck asks for it', async () => {
  const deck = '---\nimages: {max: 320, original: true}\n---\n\n![A photo](turn-6.jpg)\n';
  const photo = files['turn-6.jpg'] ?? Buffer.alloc(0);
  const html = readFileSync(await buildMarkdown(deck, { 'turn-6.jpg': photo }), 'utf8');
  const [carried] =
    readEmbeddedSource(html)?.files.filter((each) => each.path === 'turn-6.jpg') ?? [];
  expect(carried?.bytes.equals(photo)).toBe(true);
  expect(html).toMatch(/<img[^>]* src="data:image\/jpeg;base64,/);
  expect(html.split(photo.toString('base64'))).toHaveLength(2);
});
