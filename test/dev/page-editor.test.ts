import { spawn } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { test } from '../support/browser.ts';
import { axeSource } from '../support/deck-walk.ts';
import { temporaryFolder } from '../support/files.ts';
import { serveDeck } from './session.ts';
import {
  errorsOf,
  goBehind,
  noticeOf,
  openEditor,
  openTab,
  save,
  serveTalk,
  shown,
  stateOf,
  talk,
  textIn,
} from './written-page.ts';

test('E opens the text of the slide, and what is typed is on the slide without being saved', async ({
  browser,
}) => {
  const { page, read } = await serveTalk(browser);
  await page.keyboard.press('ArrowRight');
  await openEditor(page);
  expect(await textIn(page)).toBe(talk);
  await goBehind(page, 'water');
  await page.keyboard.type(', much of it');
  await shown(page, 'water, much of it');
  await expect.poll(() => stateOf(page).textContent()).toBe('Not saved');
  expect(read()).toBe(talk);
  expect(errorsOf(page)).toEqual([]);
});

test('saving writes exactly the text', async ({ browser }) => {
  const { page, read } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'flour');
  await page.keyboard.type(' “ü” & <b>');
  await save(page);
  expect(read()).toBe(talk.replace('flour', 'flour “ü” & <b>'));
});

test('the slide whose lines the cursor is in is shown, the lines of others are dimmed', async ({
  browser,
}) => {
  const { page } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'The end');
  await shown(page, 'The end');
  await goBehind(page, 'flour');
  await shown(page, 'flour');
  const dimmed = await page.locator('.cm-otherSlide').allTextContents();
  expect(dimmed).toContain('# A talk');
  expect(dimmed).toContain('The end');
  expect(dimmed).not.toContain('- flour');
});

test('the text of the slide that somebody goes to is scrolled to', async ({ browser }) => {
  const many = Array.from({ length: 60 }, (_, i) => `## Slide ${i + 1}\n\nText ${i + 1}`);
  const { page } = await serveTalk(browser, many.join('\n\n---\n\n'));
  await openEditor(page);
  await page.locator('.deck').click();
  await page.keyboard.press('End');
  await page.locator('.cm-line', { hasText: '## Slide 60' }).waitFor();
  await page.locator('.cm-otherSlide', { hasText: 'Text 59' }).waitFor();
});

test('a new slide that is typed comes up', async ({ browser }) => {
  const { page } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'The end');
  await page.keyboard.type('\n\n---\n\n## Yeast\n\n. . .\n\nbubbles', { delay: 5 });
  await shown(page, 'Yeast');
  // All of it is seen, though it comes step by step.
  await page.waitForSelector('.present .fragment.visible');
});

test('keys that are typed do not reach the deck', async ({ browser }) => {
  const { page } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, '# A talk');
  await page.keyboard.type(' obwpl?2');
  await shown(page, 'A talk obwpl?2');
  expect(await page.locator('dialog[open]').count()).toBe(0);
  expect(await page.evaluate(() => window.Reveal.getIndices().h)).toBe(0);
});

test('undo goes back across a save', async ({ browser }) => {
  const { page, read } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'water');
  await page.keyboard.type('y');
  await save(page);
  expect(read()).toContain('watery');
  await page.keyboard.press('Control+z');
  await expect.poll(() => textIn(page)).toBe(talk);
  await shown(page, 'Bread');
  await save(page);
  expect(read()).toBe(talk);
});

test('what another program changes is taken in, the cursor stays, and it can be undone', async ({
  browser,
}) => {
  const { page, write } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'water');
  write(talk.replace('# A talk', '# Another talk'));
  await expect.poll(() => textIn(page)).toContain('# Another talk');
  await expect.poll(() => stateOf(page).textContent()).toContain('Changed elsewhere');
  await page.keyboard.type('!');
  await expect.poll(() => textIn(page)).toContain('- water!');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => textIn(page)).toBe(talk);
});

test('changes of other lines are brought together', async ({ browser }) => {
  const { page, read, write } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'water');
  await page.keyboard.type('!');
  await expect.poll(() => stateOf(page).textContent()).toBe('Not saved');
  write(talk.replace('# A talk', '# Another talk'));
  await expect.poll(() => textIn(page)).toContain('# Another talk');
  await save(page);
  expect(read()).toBe(talk.replace('# A talk', '# Another talk').replace('- water', '- water!'));
});

test.for([
  ['Take theirs', '- milk', '- milk'],
  ['Keep mine', '- water!', '- water!'],
] as const)(
  'of two changes of the same line none is overwritten, until somebody says: %s',
  async ([choice, inEditor, inFile], { browser }) => {
    const { page, read, write } = await serveTalk(browser);
    await openEditor(page);
    await goBehind(page, 'water');
    await page.keyboard.type('!');
    await shown(page, 'water!');
    write(talk.replace('- water', '- milk'));
    await noticeOf(page).getByText('Somebody else has changed the same lines of talk.md').waitFor();
    await page.keyboard.press('Control+s');
    await page.waitForTimeout(200);
    expect(read()).toContain('- milk');
    expect(await textIn(page)).toContain('- water!');
    await noticeOf(page).getByRole('button', { name: choice }).click();
    await expect.poll(read).toContain(inFile);
    await expect.poll(() => textIn(page)).toContain(inEditor);
    await expect.poll(() => noticeOf(page).isVisible()).toBe(false);
  },
);

test('both versions can be seen, and at each place one of them chosen', async ({ browser }) => {
  const { page, read, write } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'water');
  await page.keyboard.type('!');
  await shown(page, 'water!');
  write(talk.replace('- water', '- milk').replace('# A talk', '# Another talk'));
  await noticeOf(page).getByRole('button', { name: 'See both' }).click();
  // Only what both have changed is asked for.
  await page.locator('.cm-deletedChunk', { hasText: 'milk' }).waitFor();
  expect(await page.locator('.cm-deletedChunk').count()).toBe(1);
  expect(await textIn(page)).toContain('# Another talk');
  await page.locator('.choice', { hasText: 'Theirs' }).click();
  await expect.poll(() => textIn(page)).toContain('- milk');
  await noticeOf(page).getByRole('button', { name: 'Done' }).click();
  expect(read()).toBe(talk.replace('- water', '- milk').replace('# A talk', '# Another talk'));
});

test('a save that another program was faster than writes nothing', async ({ browser }) => {
  const { page, read, write } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'water');
  await page.keyboard.type('!');
  // Before the server can tell of it.
  write(talk.replace('- water', '- milk'));
  await page.keyboard.press('Control+s');
  await noticeOf(page).getByText('Nothing was overwritten').waitFor();
  expect(read()).toBe(talk.replace('- water', '- milk'));
});

test('a file that is gone stays in the editor, and can be written again', async ({ browser }) => {
  const { page, deck, read } = await serveTalk(browser);
  await openEditor(page);
  rmSync(deck);
  await noticeOf(page).getByText('talk.md is not there any more').waitFor();
  expect(await textIn(page)).toBe(talk);
  await noticeOf(page).getByRole('button', { name: 'Write it again' }).click();
  await expect.poll(() => stateOf(page).textContent()).toBe('Saved');
  expect(read()).toBe(talk);
});

test('faults are marked at their places, and go when they are mended', async ({ browser }) => {
  const { page } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'The end');
  await page.keyboard.type('\n\n![](gone.png)');
  const mark = page.locator('.cm-lintRange-error');
  await mark.waitFor();
  expect(await mark.textContent()).toContain('gone.png');
  await mark.hover();
  const tip = page.locator('.cm-tooltip-lint');
  await tip.waitFor();
  expect(await tip.textContent()).toContain('there is no file "gone.png"');
  await page.locator('.lectern-faults').getByText('there is no file "gone.png"').waitFor();
  for (let i = 0; i < '![](gone.png)'.length; i++) await page.keyboard.press('Backspace');
  await expect.poll(() => mark.count()).toBe(0);
});

test('an included file opens with its slide, and Save saves all files', async ({ browser }) => {
  const text = '# A talk\n\n---\nsrc: parts/part.md\n---\n\n---\n\n## Last';
  const files = { 'parts/part.md': '## Part\n\nfrom outside\n' };
  const { page, read } = await serveTalk(browser, text, files);
  await openEditor(page);
  await goBehind(page, '# A talk');
  await page.keyboard.type('!');
  await shown(page, 'A talk!');
  await page.locator('.deck').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => textIn(page)).toContain('from outside');
  await goBehind(page, 'from outside');
  await page.keyboard.type(', too');
  await shown(page, 'from outside, too');
  await expect.poll(() => stateOf(page).textContent()).toBe('Not saved. Also not saved: talk.md');
  await save(page);
  expect(read()).toContain('# A talk!');
  expect(read('parts/part.md')).toBe('## Part\n\nfrom outside, too\n');
});

test('line ends, the byte-order mark and the permissions of a file stay', async ({ browser }) => {
  const text = `\uFEFF${talk.replaceAll('\n', '\r\n').replace('water\r\n', 'water\n')}`;
  const { page, deck } = await serveTalk(browser, text);
  chmodSync(deck, 0o640);
  await openEditor(page);
  await goBehind(page, 'flour');
  await page.keyboard.type('\nsalt');
  await shown(page, 'salt');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('nd');
  await save(page);
  expect(readFileSync(deck, 'utf8')).toBe(text.replace('- flour\r\n', '- flour\r\n- sand\r\n'));
  expect(statSync(deck).mode & 0o777).toBe(0o640);
});

test('Esc asks what is to become of words that are not saved', async ({ browser }) => {
  const { page, read } = await serveTalk(browser);
  const close = async (choice: string) => {
    await page.keyboard.press('Escape');
    await noticeOf(page).getByRole('button', { name: choice }).click();
  };
  await openEditor(page);
  await goBehind(page, 'water');
  await page.keyboard.type('!');
  await shown(page, 'water!');
  await close('Keep editing');
  expect(await textIn(page)).toContain('water!');
  await close('Discard');
  await page.waitForFunction(() => !document.querySelector('.lectern-editor'));
  await page.waitForFunction(() => !document.body.textContent.includes('water!'));
  expect(read()).toBe(talk);
  await openEditor(page);
  expect(await textIn(page)).toBe(talk);
  await goBehind(page, 'water');
  await page.keyboard.type('?');
  await close('Save');
  await page.waitForFunction(() => !document.querySelector('.lectern-editor'));
  expect(read()).toContain('water?');
});

test('the deck has all of the window again when the editor is closed', async ({ browser }) => {
  const { page } = await serveTalk(browser);
  const width = () => page.evaluate(() => document.querySelector('.deck')?.clientWidth);
  expect(await width()).toBe(1280);
  await openEditor(page);
  expect(await width()).toBeLessThan(800);
  await page.keyboard.press('Escape');
  await expect.poll(width).toBe(1280);
  await page.keyboard.press('ArrowRight');
  await shown(page, 'Bread');
});

test('what is not saved is there after a reload, with all that can be undone', async ({
  browser,
}) => {
  const { page, read } = await serveTalk(browser);
  page.on('dialog', (dialog) => void dialog.accept());
  await openEditor(page);
  await goBehind(page, 'water');
  await page.keyboard.type('!');
  await shown(page, 'water!');
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  await expect.poll(() => textIn(page)).toContain('water!');
  await shown(page, 'water!');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => textIn(page)).toBe(talk);
  expect(read()).toBe(talk);
});

test('whoever leaves with words that are not saved is asked first', async ({ browser }) => {
  const { page } = await serveTalk(browser);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await openEditor(page);
  await goBehind(page, 'water');
  await page.keyboard.type('!');
  await shown(page, 'water!');
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
});

test('a draft that needs another page frame loads the page anew, once, and goes on', async ({
  browser,
}) => {
  const { page } = await serveTalk(browser);
  let loads = 0;
  page.on('load', () => loads++);
  await openEditor(page);
  await goBehind(page, 'The end');
  await page.keyboard.insertText('\n\n```chart bar\nx,y\na,1\n```');
  await page.waitForSelector('.present .chart', { state: 'attached' });
  await page.waitForSelector('.cm-content:focus');
  await page.keyboard.type('\n\nAnd on');
  await shown(page, 'And on');
  await expect.poll(() => textIn(page)).toContain('```chart bar');
  await page.waitForTimeout(1000);
  expect(loads).toBe(1);
});

test('the text outlives the server, and is shown by the next one', async ({ browser }) => {
  const { page, session, folder, port, read } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'water');
  await page.keyboard.type('!');
  await shown(page, 'water!');
  session.close();
  await page.keyboard.type('?');
  await expect.poll(() => stateOf(page).textContent()).toContain('No server');
  await serveDeck(folder, 'talk.md', { port });
  await shown(page, 'water!?');
  await expect.poll(() => textIn(page)).toContain('water!?');
  await page.locator('.cm-content').focus();
  await save(page);
  expect(read()).toContain('water!?');
});

test('of two tabs the one that saves second sees what the first one saved', async ({ browser }) => {
  const { page, url, read } = await serveTalk(browser);
  const other = await openTab(browser, url);
  await openEditor(page);
  await openEditor(other);
  await goBehind(page, 'water');
  await page.keyboard.type('!');
  await goBehind(other, 'The end');
  await other.keyboard.type('!');
  await goBehind(other, 'water');
  await save(page);
  // Other lines: both changes are in the file.
  await expect.poll(() => textIn(other)).toContain('- water!');
  await save(other);
  expect(read()).toBe(talk.replace('water', 'water!').replace('The end', 'The end!'));
  await goBehind(page, 'flour');
  await page.keyboard.type('1');
  await goBehind(other, 'flour');
  await other.keyboard.type('2');
  await save(page);
  await other.keyboard.press('Control+s');
  await noticeOf(other).getByText('Nothing was overwritten').waitFor();
  expect(read()).toContain('- flour1\n');
});

test('a deck with faults from the start can be edited, and shows itself once they are mended', async ({
  browser,
}) => {
  const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': '![](gone.png)' });
  const { url } = await serveDeck(folder, 'talk.md');
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator('.lectern-faults').waitFor();
  await openEditor(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('# Good');
  await shown(page, 'Good');
  await expect.poll(() => textIn(page)).toBe('# Good');
  expect(readFileSync(path.join(folder, 'talk.md'), 'utf8')).toBe('![](gone.png)');
});

test('what is wrong with a draft is not for the terminal, what was saved is', async ({
  browser,
}) => {
  const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': talk });
  const cli = path.join(packageRoot, 'src/cli.ts');
  const args = ['--import', import.meta.resolve('tsx'), cli, 'dev', 'talk.md'];
  const server = spawn(process.execPath, args, { cwd: folder });
  onTestFinished(() => void server.kill());
  let output = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (data) => {
      output += data;
    });
  }
  await expect.poll(() => output).toMatch(/3 slides/);
  const page = await openTab(browser, /http:\S+/.exec(output)?.[0] ?? '');
  await openEditor(page);
  await goBehind(page, 'The end');
  await page.keyboard.type('\n\n![](gone.png)');
  await page.locator('.cm-lintRange-error').waitFor();
  expect(output).not.toContain('gone.png');
  await save(page);
  await expect.poll(() => output).toContain('there is no file "gone.png"');
});

test('while the pen is down E is its eraser', async ({ browser }) => {
  const { page } = await serveTalk(browser);
  await page.keyboard.press('p');
  await page.keyboard.press('e');
  await page.waitForSelector('.erasing');
  expect(await page.locator('.lectern-editor').count()).toBe(0);
});

test('the list of all keys names the one of the editor', async ({ browser }) => {
  const { page } = await serveTalk(browser);
  await page.keyboard.press('?');
  await page.locator('.help-keys').getByText('Markdown of the slide').waitFor();
});

test('on a narrow screen the editor lies below the deck', async ({ browser }) => {
  const { page } = await serveTalk(browser);
  await page.setViewportSize({ width: 700, height: 900 });
  await openEditor(page);
  const [deck, editor] = await Promise.all(
    ['.deck', '.lectern-editor'].map((name) => page.locator(name).boundingBox()),
  );
  expect(deck?.width).toBe(700);
  expect(editor?.y).toBeCloseTo((deck?.y ?? 0) + (deck?.height ?? 0), 0);
});

test('the line between deck and editor is moved by arrow keys, and stays where it was put', async ({
  browser,
}) => {
  const { page } = await serveTalk(browser);
  const left = async () => (await page.locator('.lectern-editor').boundingBox())?.x ?? 0;
  await openEditor(page);
  const before = await left();
  await page.getByRole('separator').focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(left).toBeLessThan(before);
  const moved = await left();
  await page.keyboard.press('Escape');
  await openEditor(page);
  expect(await left()).toBe(moved);
});

test.for(['light', 'dark'] as const)(
  'the editor is accessible, in %s colours',
  async (colorScheme, { browser }) => {
    const { page, write } = await serveTalk(browser);
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axeSource);
    await openEditor(page);
    await goBehind(page, 'water');
    await page.keyboard.type('!\n\n![](gone.png)');
    await page.locator('.cm-lintRange-error').waitFor();
    write(talk.replace('- water', '- milk'));
    await noticeOf(page).getByRole('button', { name: 'See both' }).click();
    await page.locator('.cm-deletedChunk').waitFor();
    await page.keyboard.press('Control+f');
    await page.waitForSelector('.cm-search');
    const faults = await page.evaluate(async () => {
      const rules = { 'target-size': { enabled: true } };
      const { violations } = await window.axe.run('.lectern-editor', { rules });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(faults).toEqual([]);
  },
);

test('the editor stays beside the deck that is read as one page, and is not printed', async ({
  browser,
}) => {
  const { page } = await serveTalk(browser);
  await openEditor(page);
  const left = async () => (await page.locator('.lectern-editor').boundingBox())?.x;
  const before = await left();
  await page.locator('.deck').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('r');
  await page.waitForFunction(() => !document.documentElement.classList.contains('live'));
  expect(await left()).toBe(before);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.lectern-editor').isVisible()).toBe(false);
});
