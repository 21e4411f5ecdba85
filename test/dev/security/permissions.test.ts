import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { test } from '../../support/browser.ts';
import { rightUpload } from './bad-uploads.ts';
import { ask, statusOf } from './raw-request.ts';
import { contentsOf, serveTalk, Visitor } from './visitor.ts';

/** A server that is open to others, and what its two addresses say. */
async function serveOpenly() {
  const running = await serveTalk({ isOpen: true });
  const tokenOf = (url: string): string => new URL(url).searchParams.get('token') ?? '';
  const { session, port } = running;
  const [token, leadToken] = [tokenOf(session.url), tokenOf(session.remoteUrl)];
  const cookie = (secret: string): string => `lectern-${port}=${secret}`;
  const get = async (address: string, held = '') => {
    const headers = { Cookie: held };
    const response = await fetch(`http://127.0.0.1:${port}${address}`, { headers });
    const { status } = response;
    return { status, set: response.headers.get('set-cookie'), text: await response.text() };
  };
  return { ...running, token, leadToken, cookie, get };
}

test('the address for a phone gives the decks, and not the secret of the other one', async () => {
  const { token, leadToken, cookie, get } = await serveOpenly();
  expect(leadToken).toMatch(/^[\w-]{22}$/);
  expect(leadToken).not.toBe(token);
  const welcome = await get(`/talk/remote?token=${leadToken}`);
  expect(welcome.status).toBe(200);
  expect(welcome.set).toBe(`${cookie(leadToken)}; HttpOnly; SameSite=Strict; Path=/`);
  for (const address of ['/', '/talk/', '/talk/picture', '/talk/remote', '/editor.js']) {
    const { status, text } = await get(address, cookie(leadToken));
    expect(status).toBe(200);
    expect(text).not.toContain(token);
  }
  expect((await get('/talk/', cookie(leadToken))).text).toContain('"mayWrite":false');
});

test('whoever has the address for a phone cannot read, change, add or open a file', async () => {
  const { port, folder, outside, leadToken, cookie, builds } = await serveOpenly();
  const before = [contentsOf(folder), contentsOf(outside)];
  const visitor = await Visitor.open(port, 'talk', cookie(leadToken));
  await visitor.hear('reload');
  const answers = visitor.hear('presentation');
  const file = 'talk.md';
  const text = '# Hacked';
  for (const message of [
    { type: 'edit', of: file },
    { type: 'edit', of: 0 },
    { type: 'draft', file, id: '1', text },
    { type: 'save', file, text, version: 'none' },
    { type: 'open', slide: 0, text: 'A talk' },
    { type: 'close' },
    // What is asked for last is answered last.
    { type: 'remote' },
  ]) {
    visitor.say({ ...message, token: leadToken });
  }
  await answers;
  const kinds = new Set(visitor.messages.map(({ type }) => type));
  expect([...kinds].filter((type) => type !== 'heartbeat')).toEqual(['presentation']);
  const upload = rightUpload(port, leadToken).replace(/Cookie: .*/, `Cookie: ${cookie(leadToken)}`);
  expect(statusOf(await ask(port, upload))).toBe(403);
  expect([contentsOf(folder), contentsOf(outside)]).toEqual(before);
  expect(builds.flatMap(({ drafts }) => [...drafts.keys()])).toEqual([]);
});

test('the other address may write, also after that for a phone was opened', async () => {
  const { port, folder, token, leadToken, cookie, get } = await serveOpenly();
  const answer = await get(`/talk/?token=${leadToken}`, cookie(token));
  expect(answer).toMatchObject({ status: 200, set: null });
  expect(answer.text).toContain('"mayWrite":true');
  const raised = await get(`/talk/?token=${token}`, cookie(leadToken));
  expect(raised.set).toContain(`${cookie(token)};`);
  const visitor = await Visitor.open(port, 'talk', cookie(token));
  const { version } = (await visitor.ask({ type: 'edit', token, of: 'talk.md' }, 'text')) as {
    readonly version: string;
  };
  const text = '# Another talk';
  await visitor.ask({ type: 'save', token, file: 'talk.md', text, version }, 'saved');
  expect(readFileSync(path.join(folder, 'talk.md'), 'utf8')).toBe(text);
});

test('a deck that was opened with the address for a phone has no editor', async ({ browser }) => {
  const { session, url } = await serveOpenly();
  const open = async (address: string) => {
    const page = await browser.openWindow();
    await page.goto(address);
    await page.waitForSelector('html[data-ready]');
    await page.keyboard.press('e');
    return page;
  };
  const writer = await open(url);
  await writer.locator('.cm-editor').waitFor();
  const lead = new URL(url);
  lead.search = new URL(session.remoteUrl).search;
  const reader = await open(lead.href);
  await reader.keyboard.press('?');
  await reader.getByText('Overview').first().waitFor();
  expect(await reader.locator('.cm-editor').count()).toBe(0);
  expect(await reader.getByText('Edit slide').count()).toBe(0);
});
