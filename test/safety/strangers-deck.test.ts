import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, vi } from 'vitest';
import WebSocket from 'ws';
import { buildPage } from '../../build.ts';
import { withoutScripts } from '../../src/5-bundle/own-scripts.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { baseOf, cookieOf, serveFolder } from '../dev/session.ts';
import { test } from '../support/browser/browser.ts';
import { ownBrowser } from '../support/export-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

let settings = '';

beforeEach(() => {
  settings = path.join(temporaryFolder(), 'settings');
  vi.stubEnv('LECTERN_SETTINGS', settings);
  return () => vi.unstubAllEnvs();
});

/** Says what it could read, as the title of its page. */
const spy = `(async () => {
  const found = [];
  const note = (name, value) => found.push(name + '=' + value);
  const tryAll = async (name, work) => {
    try { note(name, await work()); } catch (error) { note(name, error.name); }
  };
  await tryAll('origin', () => self.origin);
  await tryAll('search', () => location.search);
  await tryAll('cookie', () => document.cookie);
  await tryAll('storage', () => localStorage.length);
  await tryAll('page', () => document.documentElement.outerHTML.match(/WRITE_TOKEN/)?.[0]);
  await tryAll('other', async () => (await (await fetch('/other/', { credentials: 'include' })).text()).length);
  await tryAll('opener', () => opener && opener.location.href);
  await tryAll('parent', () => parent === self || parent.location.href);
  await tryAll('entries', () => navigation.entries().length);
  globalThis.found = found;
  document.documentElement.dataset.spy = 'ran';
})();`;

/** How it would be run. Pages also carry the sources of their deck, as data. */
const inPage = `<script>${spy.slice(0, 14)}`;

const files = {
  'package.json': '{}',
  '.env': 'SECRET=1',
  'slides/other.md': '# Another deck',
  'slides/talk.md': '---\nscripts: evil.js\n---\n\n# A talk\n\n---\n\n## Second\n',
  'slides/evil.js': spy,
};

async function serve(more: Parameters<typeof serveFolder>[2] = {}) {
  const folder = temporaryFolder(files);
  const running = await serveFolder(folder, [], more);
  for (const name of ['other', 'talk']) await running.built(({ deck }) => deck.name === name);
  const { port, session } = running;
  const get = async (address: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${baseOf(port)}${address}`, {
      headers: { Cookie: cookieOf(port) },
      redirect: 'manual',
    });
    return { response, text: await response.text() };
  };
  /** The page to which the one of the deck leads, with the cookie that the browser has then. */
  const getScripts = async () => {
    const { headers } = (await get('/talk/scripts')).response;
    const [cookie = ''] = (headers.get('set-cookie') ?? '').split(';');
    const address = `http://127.0.0.1:${port}${headers.get('location')}`;
    const response = await fetch(address, { headers: { Cookie: cookie }, redirect: 'manual' });
    return { response, text: await response.text(), address };
  };
  const token = new URL(session.url).searchParams.get('token') ?? '';
  return { ...running, folder, get, getScripts, token };
}

describe('until the author agrees', () => {
  test('no page of lectern dev contains the scripts of a deck', async () => {
    const { get, builds } = await serve();
    for (const address of ['/', '/talk/', '/talk/picture', '/talk/remote']) {
      const { text } = await get(address);
      expect(text).not.toContain(inPage);
    }
    expect((await get('/talk/scripts')).response.status).toBe(404);
    const codes = builds.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
    expect(codes).toEqual(['script-untrusted']);
  });

  test('opening the list and the deck runs nothing of it', async ({ browser }) => {
    const { url, port } = await serve();
    const page = await browser.openWindow();
    await page.goto(url);
    await page.frameLocator('iframe').first().locator('html[data-ready]').waitFor();
    await page.goto(`http://127.0.0.1:${port}${baseOf(port)}/talk/`);
    await page.waitForSelector('html[data-ready]');
    expect(await page.locator('html').getAttribute('data-spy')).toBeNull();
    await page.getByText('this script does not run').first().waitFor();
  });
});

test('export does not run the scripts of a deck until the author agrees', async () => {
  const cwd = temporaryFolder({
    'package.json': '{}',
    'talk.md': '---\nscripts: endless.js\n---\n\n# A talk',
    'endless.js': 'for (;;);',
  });
  const { exitCode, errors } = await lectern(
    ['export', 'talk.md', '--to', 'png', ...ownBrowser()],
    cwd,
  );
  expect(errors).toContain('talk.md:2:10: warning: this script does not run in "lectern export"');
  expect(exitCode).toBe(0);
});

describe('once the author agrees', () => {
  test('the pages that have a token have no scripts of the deck, and the other way round', async () => {
    const { get, getScripts, port, token } = await serve({ trustsScripts: true });
    for (const address of ['/', '/talk/', '/talk/picture', '/talk/remote']) {
      const { response, text } = await get(address);
      expect(text).not.toContain(inPage);
      expect(response.headers.get('content-security-policy')).not.toContain('sandbox');
    }
    const { response, text } = await getScripts();
    expect(text).toContain(inPage);
    expect(text).not.toContain(token);
    expect(text).not.toContain(baseOf(port));
    expect(response.headers.get('content-security-policy')).toMatch(/;sandbox (?!.*same-origin)/);
    expect(response.headers.get('set-cookie')).toBeNull();
    for (const address of ['/talk/scripts', `/talk/scripts?token=${token}`]) {
      const redirected = await get(address);
      expect(redirected.response.status).toBe(303);
      const location = redirected.response.headers.get('location') ?? '';
      expect(location).toMatch(/^\/[\w-]{8}\/talk\/scripts$/);
      expect(redirected.response.headers.get('set-cookie')).toMatch(
        new RegExp(`=[\\w-]{22}; HttpOnly; SameSite=Lax; Path=${location.slice(0, 9)}/$`),
      );
      expect(redirected.text).toBe('');
    }
  });

  test('they run in an origin of their own, where they find nothing, and follow edits', async ({
    browser,
  }) => {
    const { url, port, folder } = await serve({ trustsScripts: true });
    const page = await browser.openWindow();
    const found = () => page.evaluate(() => (globalThis as { found?: string[] }).found ?? []);
    await page.goto(url);
    await page.getByRole('link', { name: 'With scripts' }).click();
    await page.waitForSelector('html[data-ready][data-spy]');
    const all = await found();
    expect(all).toContain('origin=null');
    expect(all).toContain('search=');
    expect(all).toContain('cookie=SecurityError');
    // A stand-in with what this tab has stored.
    expect(all).toContain('storage=undefined');
    expect(all).toContain('other=TypeError');
    expect(all).toContain('opener=null');
    expect(all).toContain('entries=0');
    const deck = path.join(folder, 'slides/talk.md');
    writeFileSync(deck, readFileSync(deck, 'utf8').replace('A talk', 'A new talk'));
    await page.getByRole('heading', { name: 'A new talk' }).waitFor();
    // A change of what surrounds the slides loads the page anew.
    writeFileSync(
      path.join(folder, 'slides/evil.js'),
      `${spy}\ndocument.body.dataset.again = 'yes';`,
    );
    await page.waitForSelector('body[data-again]');
    expect(new URL(page.url()).pathname).toMatch(/^\/[\w-]{8}\/talk\/scripts$/);
    expect(page.url()).not.toContain(baseOf(port));
    await page.goto(`http://127.0.0.1:${port}${baseOf(port)}/talk/`);
    await page.waitForSelector('html[data-ready]');
    expect(await page.locator('html').getAttribute('data-spy')).toBeNull();
    await page.getByRole('link', { name: 'Open with scripts' }).waitFor();
    await page.keyboard.press('e');
    await page.waitForSelector('.cm-content[contenteditable=true]:focus');
  });

  test('the speaker view opens as a panel of their page, and stays with its time and the drawings', async ({
    browser,
  }) => {
    const { port, url } = await serve({ trustsScripts: true });
    const page = await browser.openWindow();
    await page.goto(url);
    await page.goto(`http://127.0.0.1:${port}${baseOf(port)}/talk/scripts`);
    await page.waitForSelector('html[data-ready]');
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Show as panel' }).click();
    await page.waitForSelector('html.has-speaker-panel');
    await page.keyboard.press('ArrowRight');
    const stored = () =>
      page.evaluate(() => {
        const key = (kind: string) => `lectern ${kind} ${location.pathname}`;
        return [sessionStorage.getItem(key('watch')), localStorage.getItem(key('drawings of'))];
      });
    await expect.poll(async () => (await stored())[0]).toMatch(/startedAt/);
    await page.evaluate(() => {
      localStorage.setItem(`lectern drawings of ${location.pathname}`, '{"a":[]}');
    });
    const [watch, drawings] = await stored();
    await page.reload();
    await page.waitForSelector('html[data-ready].has-speaker-panel');
    const again = await stored();
    expect(again[1]).toBe(drawings);
    const startOf = (text: string | null | undefined) => /"startedAt":\d+/.exec(text ?? '')?.[0];
    expect(startOf(again[0])).toBe(startOf(watch));
    expect(await page.evaluate(() => self.origin)).toBe('null');
  });

  test('their token connects as their deck, and does nothing else', async () => {
    const { getScripts, port, folder } = await serve({ trustsScripts: true });
    const { text, address: scriptsAddress } = await getScripts();
    const own = new URL(scriptsAddress).pathname.replace('/talk/scripts', '');
    const [, token = ''] = /"token":"([\w-]+)"/.exec(text) ?? [];
    expect(token).toMatch(/^[\w-]{22}$/);
    const ways = [
      { origin: 'null', query: `?token=${token}`, is: true },
      { origin: 'null', query: '', is: false },
      { origin: 'null', query: `?token=${token}A`, is: false },
      { origin: 'http://evil.example', query: `?token=${token}`, is: false },
    ];
    for (const { origin, query, is } of ways) {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${own}/live${query}`, { origin });
      const isOpen = await new Promise((resolve) => {
        socket.on('open', () => resolve(true));
        socket.on('error', () => resolve(false));
      });
      expect(isOpen, `${origin} ${query}`).toBe(is);
      socket.terminate();
    }
    for (const address of [
      '/',
      '/other/',
      '/talk/',
      '/talk/picture',
      '/editor.js',
      '/talk/remote',
    ]) {
      for (const way of [`${address}?token=${token}`, address]) {
        const headers = { Cookie: `lectern-${port}=${token}`, Origin: 'null' };
        const get = (base: string) =>
          fetch(`http://127.0.0.1:${port}${base}${way}`, { headers, redirect: 'manual' });
        expect((await get('')).status, way).toBe(401);
        expect((await get(baseOf(port))).status, way).toBe(401);
        expect((await get(own)).status, way).toBe(404);
      }
    }
    const messages = [
      { type: 'hello', deck: 'other', version: '' },
      { type: 'hello', deck: '', version: '' },
      { type: 'edit', token, of: 'slides/talk.md' },
      { type: 'draft', token, file: 'slides/talk.md', id: '1', text: '# Hacked' },
      { type: 'save', token, file: 'slides/talk.md', text: '# Hacked', version: 'none' },
      { type: 'open', token, slide: 0, text: '' },
      { type: 'remote', token },
      { type: 'control', token, heartbeat: 0, action: { type: 'next' } },
    ];
    for (const message of messages) {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${own}/live?token=${token}`, {
        origin: 'null',
      });
      const heard: string[] = [];
      socket.on('message', (data) => heard.push(String(data)));
      await new Promise((resolve) => socket.on('open', resolve));
      socket.send(JSON.stringify({ type: 'hello', deck: 'talk', version: '' }));
      socket.send(JSON.stringify(message));
      const code = await new Promise((resolve) => socket.on('close', resolve));
      expect(code, message.type).toBe(1008);
      expect(heard.join()).not.toContain('Another deck');
    }
    expect(readFileSync(path.join(folder, 'slides/talk.md'), 'utf8')).not.toContain('Hacked');
  });
});

test('a page without the scripts of its deck does not allow them either', async () => {
  const folder = temporaryFolder({
    'a.js': 'document.title = "a";',
    'b.js': 'document.title = "$&$`";',
    'talk.md':
      '---\nscripts: [a.js, b.js, a.js]\n---\n\n# A talk\n\n`<script>document.title = "a";</script>`',
    'plain/talk.md': '# A talk\n\n`<script>document.title = "a";</script>`',
  });
  const options = { cwd: folder, root: folder, allowRemote: false, share: true };
  const build = (name: string) => buildPage(path.join(folder, name), options, new Report());
  const [page, plain] = [await build('talk.md'), await build('plain/talk.md')];
  expect(page?.html).not.toBe(plain?.html);
  expect(withoutScripts(page?.html ?? '', page?.scripts ?? [])).toBe(plain?.html);
});
