import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { replaceImageUrls } from '../../src/5-bundle/styles/image-urls.ts';
import { readEmbeddedSource } from '../../src/6-export/source.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { test } from '../support/browser/browser.ts';
import { buildMarkdown } from '../support/builds.ts';
import { png } from '../support/images.ts';
import { mp4 } from '../support/media.ts';
import { decodePixel } from '../support/pixel.ts';

const photo = readFileSync(path.join(packageRoot, 'test/looks/photo.jpg'));
const shade = png(400, 300, 0x60);
const logo = png(200, 50, 0xd0);
const single = png(320, 200, 0x90);

const files = {
  'photo.jpg': photo,
  'again/photo.jpg': photo,
  'shade.png': shade,
  'logo.png': logo,
  'single.png': single,
  'own.css': `.own { background: #fff url(photo.jpg) center / cover }
@media print { .own { border-image: url("photo.jpg") 3 } }
@font-face { font-family: Other; src: local("Other") }`,
};

const deck = `---
logo: logo.png
styles: own.css
---

![A shade](shade.png){width=400 .contain}

---

## The same

![The same shade](shade.png)

---
background: photo.jpg
---

## A background

Text

---

## In HTML

<img src='shade.png' alt='Quoted' width=100> and <img src=shade.png alt=Bare width=100>

![The photo](again/photo.jpg) ![Once](single.png)

Note: ![In notes](shade.png)
`;

/** How often a file stands in a page. */
function countOf(bytes: Buffer, html: string): number {
  return html.split(bytes.toString('base64')).length - 1;
}

test('an image that is used more than once stands in the page once', async ({
  openDeck,
  browser,
}) => {
  const file = await buildMarkdown(deck, files);
  const html = readFileSync(file, 'utf8');
  expect([photo, shade, logo, single].map((bytes) => countOf(bytes, html))).toEqual([1, 1, 1, 1]);
  // What is used once stays where it is.
  expect(html).toContain(`<img src="data:image/png;base64,${single.toString('base64')}"`);
  const source = readEmbeddedSource(html);
  const carried = new Map(source?.files.map(({ path: name, bytes }) => [name, bytes]));
  for (const [name, bytes] of Object.entries(files)) {
    expect(carried.get(name)?.equals(Buffer.from(bytes))).toBe(true);
  }

  const opened = await openDeck(file);
  const { page } = opened;
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
  const first = await middleOf(page.locator('img[alt="A shade"]'));
  expect(await decodePixel(first, page)).toEqual([0x60, 0x60, 0x60]);
  const images = page.locator('.slides img:not(.slide-logo)');
  expect(await images.evaluateAll((all) => all.map((one) => one.getAttribute('alt')))).toEqual([
    'A shade',
    'The same shade',
    'Quoted',
    'Bare',
    'The photo',
    'Once',
    'In notes',
  ]);
  const tree = await page.locator('.slides section.slide').first().ariaSnapshot();
  expect(tree).toContain('img "A shade"');
  expect([await opened.violations(), opened.requests, opened.consoleErrors]).toEqual([[], [], []]);

  const reading = await browser.openWindow({ offline: true, javaScriptEnabled: false });
  await reading.goto(pathToFileURL(file).href);
  for (const alt of ['A shade', 'The same shade', 'Quoted', 'Bare']) {
    const image = reading.locator(`img[alt="${alt}"]`);
    expect(await decodePixel(await middleOf(image), page)).toEqual([0x60, 0x60, 0x60]);
  }
});

/** A screenshot of the middle of an element. */
async function middleOf(element: Locator): Promise<Buffer> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
  const clip = { x: Math.round(x + width / 2), y: Math.round(y + height / 2), width: 1, height: 1 };
  return element.page().screenshot({ clip });
}

test('an image too large for a custom property is shown, too', async ({ openDeck }) => {
  const paint = (color: string, words: string) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="${color}"/><!--${words.repeat(400_000)}--></svg>`,
    );
  const large = paint('#606060', 'one ');
  const poster = paint('#a0a0a0', 'two ');
  const ground = paint('#303030', 'six ');
  const file = await buildMarkdown(
    `---
styles: own.css
---

![First](large.svg)

---
background: ground.svg
---

## Background

<img src="large.svg" alt="Second"> <video src="film.mp4" poster="poster.svg" aria-label="Film"></video>

---
background: ground.svg
---

## Again

<video src="film.mp4" poster="poster.svg" aria-label="Film"></video>

<div class="own">Own</div>

---
background: ground.svg
---
`,
    {
      'large.svg': large,
      'poster.svg': poster,
      'ground.svg': ground,
      'film.mp4': mp4(),
      'own.css': '.own { background: url(large.svg); block-size: 3rem }',
    },
  );
  const html = readFileSync(file, 'utf8');
  // Once for each way to show it.
  expect([large, poster, ground].map((bytes) => countOf(bytes, html))).toEqual([2, 1, 1]);
  const { page } = await openDeck(file);
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
  const shades: unknown[] = [await decodePixel(await middleOf(page.getByAltText('First')), page)];
  await page.keyboard.press('End');
  const corner = { x: 2, y: 2, width: 1, height: 1 };
  shades.push(await decodePixel(await page.screenshot({ clip: corner }), page));
  await page.keyboard.press('ArrowLeft');
  shades.push(await decodePixel(await middleOf(page.locator('.own')), page));
  shades.push(await decodePixel(await middleOf(page.locator('video').last()), page));
  await page.keyboard.press('ArrowLeft');
  shades.push(await decodePixel(await middleOf(page.getByAltText('Second')), page));
  const shade = (value: number) => [value, value, value];
  expect(shades).toEqual([0x60, 0x30, 0x60, 0xa0, 0x60].map(shade));
});

test('nothing is shared where each image is used once', async () => {
  const html = readFileSync(await buildMarkdown('![One](shade.png)\n', files), 'utf8');
  expect(html).not.toContain('class="images"');
  expect(countOf(shade, html)).toBe(1);
});

test('images in styles are found where a variable can take their place', () => {
  const url = 'data:image/png;base64,AAAA';
  const replaced = replaceImageUrls(
    `.a{background:url(${url}) no-repeat,url("${url}")}` +
      `.b::after{content:"url(${url})"}/* url(${url}) */` +
      `@media print{.c{mask:url( "${url}" )}}` +
      `@font-face{src:url(${url})}@page{background:url(${url})}` +
      `@keyframes d{to{background:url(${url}#f)}}.e{cursor:url(${url}),auto}`,
    () => 'X',
  );
  expect(replaced.replaceAll(url, 'U')).toBe(
    '.a{background:X no-repeat,X}.b::after{content:"url(U)"}/* url(U) */' +
      '@media print{.c{mask:X}}@font-face{src:url(U)}@page{background:url(U)}' +
      '@keyframes d{to{background:url(U#f)}}.e{cursor:X,auto}',
  );
});
