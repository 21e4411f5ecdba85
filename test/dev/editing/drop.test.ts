import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { safeName } from '../../../src/dev/files/image-name.ts';
import { addImage } from '../../../src/dev/files/upload.ts';
import { test } from '../../support/browser/browser.ts';
import { temporaryFolder } from '../../support/files.ts';
import { dot, drawing, give, otherDot } from './dropped-images.ts';
import {
  errorsOf,
  goBehind,
  noticeOf,
  openEditor,
  save,
  serveTalk,
  shown,
  stateOf,
  talk,
  textIn,
} from './edited-page.ts';

test('a picture that is dropped on a slide is saved beside the deck, and stands above the notes', async ({
  browser,
}) => {
  const { page, folder, read } = await serveTalk(browser);
  await page.keyboard.press('ArrowRight');
  await shown(page, 'Bread');
  await give(page, 'drop', 'A loaf.png', dot);
  await page.waitForSelector('.present img');
  expect(readFileSync(path.join(folder, 'A-loaf.png'))).toEqual(dot);
  expect(await textIn(page)).toBe(talk.replace('- water\n', '- water\n\n![](A-loaf.png)\n'));
  // The cursor is where the picture is to be described.
  await page.waitForSelector('.cm-content:focus');
  await page.keyboard.type('a loaf');
  await page.waitForSelector('.present img[alt="a loaf"]');
  expect(read()).toBe(talk);
  await save(page);
  expect(read()).toContain('![a loaf](A-loaf.png)');
  expect(errorsOf(page)).toEqual([]);
});

test('a picture that is dropped on the text or pasted stands there', async ({ browser }) => {
  const { page } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'The end');
  await page.keyboard.type('\n\n');
  await give(page, 'paste', 'image.png', dot);
  await expect.poll(() => textIn(page)).toMatch(/The end\n\n!\[\]\(image\.png\)$/);
  const line = await page.locator('.cm-line', { hasText: 'flour' }).boundingBox();
  await give(page, 'drop', 'b.svg', drawing, { x: (line?.x ?? 0) + 300, y: (line?.y ?? 0) + 8 });
  await expect.poll(() => textIn(page)).toContain('- flour![](b.svg)\n');
});

test('a picture that is dropped on the slide beside the editor is a paragraph at its end', async ({
  browser,
}) => {
  const { page } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'flour');
  await give(page, 'drop', 'a.png', dot);
  await page.waitForSelector('.present img', { state: 'attached' });
  expect(await textIn(page)).toBe(talk.replace('- water\n', '- water\n\n![](a.png)\n'));
  expect(errorsOf(page)).toEqual([]);
});

test('what was said before goes when a picture is dropped', async ({ browser }) => {
  const { page, write } = await serveTalk(browser);
  await openEditor(page);
  write(talk.replace('The end', 'The very end'));
  await expect.poll(() => stateOf(page).textContent()).toBe('Changed elsewhere, now updated');
  await give(page, 'drop', 'a.png', dot);
  await expect.poll(() => textIn(page)).toContain('![](a.png)');
  await expect.poll(() => stateOf(page).textContent()).toBe('Not saved');
});

test('the slide is framed while a picture is held over it', async ({ browser }) => {
  const { page } = await serveTalk(browser);
  const frame = () =>
    page.evaluate(() => {
      const deck = document.querySelector('.deck') as Element;
      return getComputedStyle(deck, '::after').borderTopStyle;
    });
  const hold = (kind: string) =>
    page.evaluate((name) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([], 'a.png'));
      const common = { bubbles: true, cancelable: true, dataTransfer };
      document.querySelector('.present h1')?.dispatchEvent(new DragEvent(name, common));
    }, kind);
  await hold('dragover');
  expect(await frame()).toBe('dashed');
  await hold('dragleave');
  expect(await frame()).toBe('none');
});

test('a picture that is pasted goes to the slide that is shown', async ({ browser }) => {
  const { page } = await serveTalk(browser);
  await give(page, 'paste', 'image.png', dot);
  await page.waitForSelector('.present img', { state: 'attached' });
  await expect.poll(() => textIn(page)).toContain('# A talk\n\n![](image.png)\n\n---');
});

test('a text that comes with a picture of it is pasted as a text', async ({ browser }) => {
  const { page, folder } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'The end');
  await give(page, 'paste', 'cells.png', dot, { text: ' of it' });
  await expect.poll(() => textIn(page)).toContain('The end of it');
  expect(existsSync(path.join(folder, 'cells.png'))).toBe(false);
});

test('a file that is not an image is rejected with a reason', async ({ browser }) => {
  const { page, folder } = await serveTalk(browser);
  const before = readdirSync(folder);
  await give(page, 'drop', 'trick.png', Buffer.from('<script>alert(1)</script>'));
  await noticeOf(page).getByText('trick.png was not added: its type is not supported').waitFor();
  expect(readdirSync(folder)).toEqual(before);
  expect(await textIn(page)).toBe(talk);
});

test('a picture goes to the folder where pictures lie', async () => {
  const folder = temporaryFolder({ 'a/talk.md': '', 'b/talk.md': '', 'c/talk.md': '' });
  mkdirSync(path.join(folder, 'a/talk'));
  mkdirSync(path.join(folder, 'a/assets'));
  mkdirSync(path.join(folder, 'b/images'));
  const added = ['a', 'b', 'c'].map((name) =>
    addImage(path.join(folder, name, 'talk.md'), 'x.png', dot),
  );
  expect(await Promise.all(added)).toEqual([
    { path: 'talk/x.png' },
    { path: 'images/x.png' },
    { path: 'x.png' },
  ]);
});

test('no other file is overwritten, and the same picture is kept once', async () => {
  const folder = temporaryFolder({ 'talk.md': '', 'x.png': 'mine' });
  const add = (bytes: Buffer, name = 'x.png') =>
    addImage(path.join(folder, 'talk.md'), name, bytes);
  expect(await add(dot)).toEqual({ path: 'x-2.png' });
  expect(await add(dot)).toEqual({ path: 'x-2.png' });
  expect(await add(otherDot)).toEqual({ path: 'x-3.png' });
  // What it is says the picture, and not its name.
  expect(await add(drawing, 'x.png')).toEqual({ path: 'x.svg' });
  expect(readFileSync(path.join(folder, 'x.png'), 'utf8')).toBe('mine');
  expect(existsSync(path.join(folder, 'x-4.png'))).toBe(false);
});

test.for([
  ['a b (c) [d].png', 'a-b-c-d'],
  ['../../.ssh/id.png', 'id'],
  ['..\\..\\win.png', 'win'],
  ['..', 'picture'],
  ['.png', 'png'],
  ['', 'picture'],
  ['con.png', 'picture-con'],
  ['LPT1.tar.png', 'picture-LPT1.tar'],
  ['a\0b.png', 'a-b'],
  ['C:evil.png', 'C-evil'],
  ['x.png::$DATA', 'x'],
  ['-rf.png', 'rf'],
  ['Übung 1.png', 'Übung-1'],
  ['絵.png', '絵'],
  ['100%.png', '100'],
  ['a'.repeat(300), 'a'.repeat(60)],
  ['😀.png', 'picture'],
] as const)('a picture called %j gets a name that is safe anywhere', ([name, safe]) => {
  expect(safeName(name)).toBe(safe);
});
