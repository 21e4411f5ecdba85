import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect } from 'vitest';
import { type TestBrowser, test } from '../support/browser/browser.ts';
import { sharedBrowser } from '../support/export-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const deck = `---
title: Pictures
---

<!-- background: "#336699" -->
# Pictures

---
hide: true
---

## Hidden

---

- One

. . .

- Two

\`\`\`js {1|2}
let first;
let second;
\`\`\`

---

<!-- background: "linear-gradient(#204020, #204020)" -->
## Third
`;

/** Exports a deck, which must be free of errors. @returns the folder of its pictures */
async function exportPictures(...flags: readonly string[]): Promise<string> {
  return exportPicturesOf(deck, ...flags);
}

async function exportPicturesOf(source: string, ...flags: readonly string[]): Promise<string> {
  const cwd = temporaryFolder({ 'talk.md': source });
  const outcome = await lectern(
    ['export', 'talk.md', '--out', 'out', ...flags, ...(await sharedBrowser())],
    cwd,
  );
  expect(outcome.errors).toBe('');
  return path.join(cwd, 'out');
}

interface Picture {
  readonly size: readonly [width: number, height: number];
  /** Red, green, blue and alpha in the corner above, and in the middle of the left edge. */
  readonly corner: readonly number[];
  readonly edge: readonly number[];
}

/** What a browser sees in a picture. */
async function readPicture(browser: TestBrowser, file: string): Promise<Picture> {
  const type = path.extname(file).slice(1).replace('jpg', 'jpeg');
  const page = await browser.openWindow();
  const url = `data:image/${type};base64,${readFileSync(file, 'base64')}`;
  const picture = await page.evaluate(async (source): Promise<Picture> => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const at = (x: number, y: number) => [...(context?.getImageData(x, y, 1, 1).data ?? [])];
    return { size: [width, height], corner: at(1, 1), edge: at(1, Math.floor(height / 2)) };
  }, url);
  await page.close();
  return picture;
}

describe('pictures of slides', () => {
  test('are named by their numbers, and the same each time', async ({ browser }) => {
    const folders = [await exportPictures('--to', 'png'), await exportPictures('--to', 'png')];
    const [first = '', second = ''] = folders;
    const names = ['talk-01.png', 'talk-02.png', 'talk-03.png'];
    expect(readdirSync(first)).toEqual(names);
    for (const name of names) {
      const bytes = folders.map((folder) => readFileSync(path.join(folder, name)));
      expect(bytes[0]?.equals(bytes[1] ?? Buffer.alloc(0))).toBe(true);
    }
    expect(await readPicture(browser, path.join(second, 'talk-01.png'))).toEqual({
      size: [1920, 1080],
      corner: [0x33, 0x66, 0x99, 255],
      edge: [0x33, 0x66, 0x99, 255],
    });
    const last = await readPicture(browser, path.join(second, 'talk-03.png'));
    expect(last.corner).toEqual([0x20, 0x40, 0x20, 255]);
  });

  test('have the width that is wanted', async ({ browser }) => {
    const folder = await exportPictures('--to', 'jpeg,webp', '--slides', '1', '--width', '999');
    expect(readdirSync(folder)).toEqual(['talk-01.jpg', 'talk-01.webp']);
    for (const name of readdirSync(folder)) {
      const { size, corner } = await readPicture(browser, path.join(folder, name));
      expect(size).toEqual([999, 562]);
      const distance = corner.map((value, i) => Math.abs(value - ([0x33, 0x66, 0x99][i] ?? value)));
      expect(Math.max(...distance)).toBeLessThan(4);
    }
  });

  test('may show each step', async () => {
    const folder = await exportPictures('--to', 'png', '--steps', '--slides', '2-3');
    const names = ['talk-02-1.png', 'talk-02-2.png', 'talk-02-3.png', 'talk-03.png'];
    expect(readdirSync(folder)).toEqual(names);
    const pictures = names.map((name) => readFileSync(path.join(folder, name), 'base64'));
    expect(new Set(pictures).size).toBe(names.length);
  });

  test('may do without their ground', async ({ browser }) => {
    const folder = await exportPictures('--to', 'png', '--transparent', '--width', '320');
    for (const name of readdirSync(folder)) {
      const { corner } = await readPicture(browser, path.join(folder, name));
      expect(corner[3]).toBe(0);
    }
  });
});

test('pictures have the styles of the stage, not those of print', async ({ browser }) => {
  const source = `---
css: |
  .slide { background: #336699 }
  @media print { .slide { background: #ffffff } }
  @media screen { .slide { background: #204020 } }
---

# A title
`;
  const folder = await exportPicturesOf(source, '--to', 'png');
  const { corner } = await readPicture(browser, path.join(folder, 'talk-01.png'));
  expect(corner).toEqual([0x20, 0x40, 0x20, 255]);
});

test('the slide fills the picture for links, a portrait one with its ground beside it', async ({
  browser,
}) => {
  const landscape = await exportPicturesOf(
    '---\ntheme: plain\n---\n\n# A title\n',
    '--to',
    'social',
  );
  const band = [0x1f, 0x3d, 0x66, 255];
  expect(await readPicture(browser, path.join(landscape, 'talk-social.png'))).toEqual({
    size: [1200, 630],
    corner: band,
    edge: band,
  });
  const portrait = await exportPicturesOf(
    deck.replace('title', 'ratio: 9:16\ntitle'),
    '--to',
    'social',
  );
  expect(await readPicture(browser, path.join(portrait, 'talk-social.png'))).toEqual({
    size: [1200, 630],
    corner: [0x33, 0x66, 0x99, 255],
    edge: [0x33, 0x66, 0x99, 255],
  });
});

test('all slides are in one picture', async ({ browser }) => {
  const folder = await exportPictures('--to', 'sheet', '--width', '1200');
  const { size, corner } = await readPicture(browser, path.join(folder, 'talk-sheet.png'));
  expect(size[0]).toBe(1200);
  expect(size[1]).toBeGreaterThan(600);
  expect(size[1]).toBeLessThan(1000);
  expect(corner).toEqual([255, 255, 255, 255]);
});

test('one picture has the name that it is given', async () => {
  const cwd = temporaryFolder({ 'talk.md': deck });
  const flags = [
    '--to',
    'jpeg',
    '--slides',
    '3',
    '--out',
    'cover.jpeg',
    ...(await sharedBrowser()),
  ];
  const { errors } = await lectern(['export', 'talk.md', ...flags], cwd);
  expect(errors).toBe('');
  expect(readdirSync(cwd).toSorted()).toEqual(['cover.jpeg', 'talk.md']);
});
