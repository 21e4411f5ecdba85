import { rmSync } from 'node:fs';
import { expect } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import {
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
  const news = 'Merged with changes from elsewhere. Not saved';
  await expect.poll(() => stateOf(page).textContent()).toBe(news);
  await save(page);
  expect(read()).toBe(talk.replace('# A talk', '# Another talk').replace('- water', '- water!'));
});

test.for([
  ['Use theirs', '- milk', '- milk'],
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
    await noticeOf(page).getByText('The same lines of talk.md were changed elsewhere').waitFor();
    await noticeOf(page).getByText('starting at line 12').waitFor();
    await page.keyboard.press('Control+s');
    // The server answers in order: with this on the slide, it has read all that was sent before.
    await goBehind(page, 'flour');
    await page.keyboard.type('s');
    await shown(page, 'flours');
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
  await noticeOf(page).getByRole('button', { name: 'Compare' }).click();
  // Only what both have changed is asked for.
  await page.locator('.cm-deletedChunk', { hasText: 'milk' }).waitFor();
  expect(await page.locator('.cm-deletedChunk').count()).toBe(1);
  expect(await textIn(page)).toContain('# Another talk');
  await noticeOf(page).getByRole('button', { name: 'Keep mine for the rest' }).waitFor();
  await page.locator('.choice', { hasText: 'Theirs' }).click();
  await expect.poll(() => textIn(page)).toContain('- milk');
  await noticeOf(page).getByRole('button', { name: 'Done' }).click();
  expect(read()).toBe(talk.replace('- water', '- milk').replace('# A talk', '# Another talk'));
});

test.for(['Mine', 'rest'] as const)(
  'places where nobody has chosen keep the author’s lines: %s',
  async (way, { browser }) => {
    const { page, write } = await serveTalk(browser);
    await openEditor(page);
    await goBehind(page, 'water');
    await page.keyboard.type('!');
    await shown(page, 'water!');
    write(talk.replace('- water', '- milk'));
    await noticeOf(page).getByRole('button', { name: 'Compare' }).click();
    const rest = noticeOf(page).getByRole('button', { name: 'Keep mine for the rest' });
    if (way === 'rest') await rest.click();
    else {
      await page.locator('.choice', { hasText: 'Mine' }).click();
      await noticeOf(page).getByRole('button', { name: 'Done' }).click();
    }
    await expect.poll(() => noticeOf(page).isVisible()).toBe(false);
    expect(await textIn(page)).toBe(talk.replace('- water', '- water!'));
  },
);

test('a save after another program has changed the file writes nothing', async ({ browser }) => {
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

test('a deleted file stays in the editor and can be saved again', async ({ browser }) => {
  const { page, deck, read } = await serveTalk(browser);
  await openEditor(page);
  rmSync(deck);
  await noticeOf(page).getByText('talk.md was deleted').waitFor();
  expect(await textIn(page)).toBe(talk);
  await noticeOf(page).getByRole('button', { name: 'Create it again' }).click();
  await expect.poll(() => stateOf(page).textContent()).toBe('Saved');
  expect(read()).toBe(talk);
});
