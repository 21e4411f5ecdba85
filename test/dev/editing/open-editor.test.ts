import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { test } from '../../support/browser/browser.ts';
import { temporaryFolder } from '../../support/files.ts';
import { goTo } from '../live-page.ts';
import { baseOf, cookieOf, serveDeck } from '../session.ts';

/** An editor that writes down how it was called. */
function installEditor(): () => string | undefined {
  const folder = temporaryFolder();
  const [editor, calls] = [path.join(folder, 'code'), path.join(folder, 'calls')];
  writeFileSync(editor, `#!/bin/sh\necho "$@" >> ${calls}\n`);
  chmodSync(editor, 0o755);
  process.env.LAUNCH_EDITOR = editor;
  onTestFinished(() => {
    delete process.env.LAUNCH_EDITOR;
  });
  return () => (existsSync(calls) ? readFileSync(calls, 'utf8').trim() : undefined);
}

const files = {
  'package.json': '{}',
  'talk.md': '# A talk\n\n---\nsrc: part.md\n---\n\n---\n\n## Last\n\n- one\n- two, and *more*\n',
  'part.md': '## Part\n\nfrom outside\n',
};

test('a click with Alt opens the editor at the line, also of an included file', async ({
  browser,
}) => {
  const calls = installEditor();
  const folder = temporaryFolder(files);
  const { url } = await serveDeck(folder, 'talk.md');
  const page = await browser.openWindow();
  await goTo(page, `${url}#/3`);
  await page.getByText('more').click({ modifiers: ['Alt'] });
  await expect.poll(calls).toContain(`${path.join(folder, 'talk.md')}:12:1`);
  await page.keyboard.press('ArrowLeft');
  await page.getByText('from outside').click({ modifiers: ['Alt'] });
  await expect.poll(calls).toContain(`${path.join(folder, 'part.md')}:3:1`);
});

test('without the token no editor opens', async () => {
  const calls = installEditor();
  const { port, url } = await serveDeck(temporaryFolder(files), 'talk.md');
  const [, token = ''] = /"token":"([\w-]+)"/.exec(await (await fetch(url)).text()) ?? [];
  const open = async (shown: string): Promise<void> => {
    const origin = `http://127.0.0.1:${port}`;
    const headers = { Cookie: cookieOf(port) };
    const socket = new WebSocket(`ws://127.0.0.1:${port}${baseOf(port)}/live`, { origin, headers });
    await new Promise((resolve) => socket.on('open', resolve));
    socket.send(JSON.stringify({ type: 'hello', deck: 'talk', version: '' }));
    socket.send(JSON.stringify({ type: 'open', token: shown, slide: 0, text: '' }));
    // Messages are read in order.
    socket.ping();
    await once(socket, 'pong');
    socket.terminate();
  };
  const wrong = ['', `${token}A`, token.slice(1), token.toLowerCase()];
  for (const secret of [...wrong, token]) await open(secret);
  await expect.poll(calls).toBeDefined();
  await open(token);
  await expect.poll(() => calls()?.split('\n').length).toBeGreaterThan(1);
  expect(calls()?.split('\n')).toEqual(Array(2).fill(expect.stringMatching(/talk\.md:1:1$/)));
});
