import { spawn } from 'node:child_process';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { expect, onTestFinished } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { compiledModule } from '../../support/compiled.ts';
import { temporaryFolder } from '../../support/files.ts';
import {
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
} from './edited-page.ts';

test('saving writes exactly the text, and undo goes back across it', async ({ browser }) => {
  const { page, read } = await serveTalk(browser);
  await openEditor(page);
  await goBehind(page, 'flour');
  // At once: slowly typed characters are undone one by one.
  await page.keyboard.insertText(' “ü” & < 1');
  await save(page);
  expect(read()).toBe(talk.replace('flour', 'flour “ü” & < 1'));
  await page.keyboard.press('Control+z');
  await expect.poll(() => textIn(page)).toBe(talk);
  await shown(page, 'Bread');
  await save(page);
  expect(read()).toBe(talk);
});

test.for([
  ['', false],
  [', also after the page was loaded again', true],
] as const)(
  'a save whose response is lost can be repeated%s',
  async ([, isReloaded], { browser }) => {
    const { page, read, url } = await serveTalk(browser);
    let isLost = false;
    await page.routeWebSocket(/\/live$/, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((message) => {
        const isAnswer = String(message).startsWith('{"type":"saved"');
        if (!isAnswer || isLost) socket.send(message);
        else {
          isLost = true;
          void socket.close();
        }
      });
    });
    await page.goto(url);
    await page.waitForSelector('html[data-ready]');
    await openEditor(page);
    await goBehind(page, 'flour');
    await page.keyboard.type('s');
    await page.keyboard.press('Control+s');
    await expect.poll(read).toContain('flours');
    await page.keyboard.type(' of all kinds');
    await expect.poll(() => stateOf(page).textContent()).toBe('Not saved');
    if (isReloaded) {
      page.on('dialog', (dialog) => void dialog.accept());
      await page.reload();
      await page.waitForSelector('html[data-ready]');
      await expect.poll(() => textIn(page)).toContain('flours of all kinds');
      await page.locator('.cm-content').focus();
    }
    await expect
      .poll(async () => {
        await page.keyboard.press('Control+s');
        return read();
      })
      .toContain('flours of all kinds');
  },
);

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

test('Esc asks what to do with unsaved changes', async ({ browser }) => {
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

test('what is wrong with a draft is not for the terminal, what was saved is', async ({
  browser,
}) => {
  const folder = temporaryFolder({ 'package.json': '{}', 'talk.md': talk });
  const cli = await compiledModule('src/cli.ts');
  const server = spawn(process.execPath, [cli, 'dev', 'talk.md'], { cwd: folder });
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
  await page.keyboard.press('Control+s');
  await expect.poll(() => stateOf(page).textContent()).toBe('Saved, with 1 error');
  await expect.poll(() => output).toContain('there is no file "gone.png"');
});
