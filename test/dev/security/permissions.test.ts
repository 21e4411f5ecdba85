import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { test } from '../../support/browser/browser.ts';
import { baseOf, baseOfAddress } from '../session.ts';
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
  const [base = '', leadBase = ''] = await Promise.all(
    [session.url, session.remoteUrl].map(baseOfAddress),
  );
  const get = async (address: string, held = '') => {
    const headers = { Cookie: held };
    const response = await fetch(`http://127.0.0.1:${port}${address}`, { headers });
    const { status } = response;
    return { status, set: response.headers.get('set-cookie'), text: await response.text() };
  };
  return { ...running, token, leadToken, base, leadBase, cookie, get };
}

test('the address for a phone gives the decks, and not the secret of the other one', async () => {
  const { token, leadToken, base, leadBase, cookie, get } = await serveOpenly();
  expect(leadToken).toMatch(/^[\w-]{22}$/);
  expect(leadToken).not.toBe(token);
  const welcome = await get(`/talk/remote?token=${leadToken}`);
  expect(welcome.status).toBe(200);
  expect(welcome.set).toBe(`${cookie(leadToken)}; HttpOnly; SameSite=Strict; Path=${leadBase}/`);
  for (const address of ['/', '/talk/', '/talk/picture', '/talk/remote', '/editor.js']) {
    const { status, text } = await get(`${leadBase}${address}`, cookie(leadToken));
    expect(status).toBe(200);
    expect(text).not.toContain(token);
    expect(text).not.toContain(base);
    expect((await get(`${base}${address}`, cookie(leadToken))).status).toBe(401);
  }
  expect((await get(`${leadBase}/talk/`, cookie(leadToken))).text).toContain('"mayWrite":false');
});

test('whoever has the address for a phone cannot read, change, add or open a file', async () => {
  const { port, folder, outside, leadToken, leadBase, cookie, builds } = await serveOpenly();
  const before = [contentsOf(folder), contentsOf(outside)];
  const visitor = await Visitor.open(port, 'talk', cookie(leadToken), leadBase);
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
  const upload = rightUpload(port, leadToken)
    .replace(baseOf(port), leadBase)
    .replace(/Cookie: .*/, `Cookie: ${cookie(leadToken)}`);
  expect(statusOf(await ask(port, upload))).toBe(403);
  expect([contentsOf(folder), contentsOf(outside)]).toEqual(before);
  expect(builds.flatMap(({ drafts }) => [...drafts.keys()])).toEqual([]);
});

test('the other address may write, also after that for a phone was opened', async () => {
  const { port, folder, token, leadToken, base, leadBase, cookie, get } = await serveOpenly();
  // Each has a cookie of its own, which does not replace that of the other.
  const lead = await get(`/talk/?token=${leadToken}`, cookie(token));
  expect(lead.set).toContain(`Path=${leadBase}/`);
  expect(lead.text).toContain('"mayWrite":false');
  const raised = await get(`/talk/?token=${token}`, cookie(leadToken));
  expect(raised.set).toContain(`${cookie(token)}; HttpOnly; SameSite=Strict; Path=${base}/`);
  expect((await get(`${base}/talk/`, cookie(token))).text).toContain('"mayWrite":true');
  const visitor = await Visitor.open(port, 'talk', cookie(token));
  const { version } = (await visitor.ask({ type: 'edit', token, of: 'talk.md' }, 'text')) as {
    readonly version: string;
  };
  const text = '# Another talk';
  await visitor.ask({ type: 'save', token, file: 'talk.md', text, version }, 'saved');
  expect(readFileSync(path.join(folder, 'talk.md'), 'utf8')).toBe(text);
});

test('a server on another port does not get the secret, and a phone has no editor', async ({
  browser,
}) => {
  const { session, url, port } = await serveOpenly();
  const heard: (string | undefined)[] = [];
  const other = createServer(({ headers }, response) => {
    heard.push(headers.cookie);
    response.setHeader('Content-Type', 'text/html').end('<link rel="icon" href="data:,">');
  });
  onTestFinished(() => void other.close());
  const otherPort = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as AddressInfo).port));
  });
  const open = async (address: string) => {
    const page = await browser.openWindow();
    await page.goto(address);
    await page.waitForSelector('html[data-ready]');
    await page.keyboard.press('e');
    return page;
  };
  const writer = await open(url);
  await writer.locator('.cm-editor').waitFor();
  const cookies = await writer.context().cookies();
  expect(cookies.map(({ name, path }) => [name, path])).toEqual([
    [`lectern-${port}`, `${await baseOfAddress(url)}/`],
  ]);
  for (const address of ['/', '/talk/', '/live', '/A3J9dkFq/talk/'])
    await writer.goto(`http://127.0.0.1:${otherPort}${address}`);
  expect(heard).toEqual([undefined, undefined, undefined, undefined]);
  const lead = new URL(url);
  lead.search = new URL(session.remoteUrl).search;
  const reader = await open(lead.href);
  await reader.keyboard.press('?');
  await reader.getByText('Overview').first().waitFor();
  expect(await reader.locator('.cm-editor').count()).toBe(0);
  expect(await reader.getByText('Edit slide').count()).toBe(0);
});
