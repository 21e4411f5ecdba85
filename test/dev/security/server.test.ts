import { symlinkSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { temporaryFolder } from '../../support/files.ts';
import { baseOf, baseOfAddress, cookieOf, serveDeck } from '../session.ts';
import { attacksOn } from './attacks.ts';
import { ask, attack, statusOf } from './raw-request.ts';

const secret = 'nobody-may-read-this';

async function serveTalk(more: Parameters<typeof serveDeck>[2] = {}) {
  const outside = temporaryFolder({ 'secret.txt': secret });
  const folder = temporaryFolder({
    'package.json': `{"name":"${secret}"}`,
    'talk.md': '# A talk',
    'secret.txt': secret,
    '.env': secret,
    '.git/config': secret,
    'slides/talk.md': secret,
  });
  symlinkSync(outside, path.join(folder, 'linked'));
  return serveDeck(folder, 'talk.md', more);
}

test('each of some hundred attacks over a raw socket gets nothing', async () => {
  const { port } = await serveTalk();
  const attacks = attacksOn(port);
  expect(attacks.length).toBeGreaterThan(400);
  const own = await ask(
    port,
    `GET ${baseOf(port)}/talk/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookieOf(port)}\r\n\r\n`,
  );
  expect(statusOf(own)).toBe(200);
  const won: string[] = [];
  for (const { name, request } of attacks) {
    const answer = await attack(port, request);
    const isRefused = answer === '' || statusOf(answer) >= 400;
    if (!isRefused || /nobody-may|<html|root:/.test(answer))
      won.push(`${name}: ${answer.slice(0, 60)}`);
  }
  expect(won).toEqual([]);
  // It has survived them.
  const after = await ask(
    port,
    `GET ${baseOf(port)}/talk/ HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: ${cookieOf(port)}\r\n\r\n`,
  );
  expect(statusOf(after)).toBe(200);
});

test('a page of a site whose name was bound to this machine gets nothing', async () => {
  const { port } = await serveTalk();
  const answer = await ask(
    port,
    `GET ${baseOf(port)}/talk/ HTTP/1.1\r\nHost: evil.example:${port}\r\nCookie: ${cookieOf(port)}\r\n\r\n`,
  );
  expect(statusOf(answer)).toBe(421);
  expect(answer).not.toContain('token');
});

test('each answer says that no other site may use it', async () => {
  const { port } = await serveTalk();
  for (const path of ['/', '/talk/', '/talk/picture', '/talk/remote', '/nothing']) {
    const headers = { Cookie: cookieOf(port) };
    const response = await fetch(`http://127.0.0.1:${port}${baseOf(port)}${path}`, { headers });
    await response.text();
    const names = [
      'cross-origin-resource-policy',
      'x-content-type-options',
      'content-security-policy',
    ];
    expect(names.map((name) => response.headers.get(name))).toEqual([
      'same-origin',
      'nosniff',
      `frame-ancestors 'self'`,
    ]);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
  }
});

test('only this machine reaches the server, unless that is asked for', async () => {
  const { port } = await serveTalk();
  const { networkInterfaces } = await import('node:os');
  const outer = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  if (!outer) return;
  const reached = await new Promise((resolve) => {
    const socket = net.connect(port, outer.address, () => resolve(true));
    socket.on('error', () => resolve(false));
  });
  expect(reached).toBe(false);
});

test.each([
  ['that is open to others', true],
  ['for this machine, which other users share,', false],
])('a server %s gives nothing without the token of its address', async (_, isOpen) => {
  const { url, port } = await serveTalk({ isOpen });
  const { pathname, searchParams } = new URL(url);
  const token = searchParams.get('token') ?? '';
  expect(token).toMatch(/^[\w-]{22}$/);
  const get = (path: string, more = '') =>
    ask(port, `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${more}\r\n`);
  const wrong = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
  const base = baseOf(port);
  for (const path of [
    '/',
    pathname,
    '/talk/picture',
    '/talk/remote',
    `${pathname}?token=${wrong}`,
    '/?token=',
  ]) {
    expect(statusOf(await get(path))).toBe(401);
    expect(statusOf(await get(`${base}${path}`))).toBe(401);
  }
  expect(statusOf(await get(`${base}/talk/`, `Cookie: lectern-${port}=${wrong}\r\n`))).toBe(401);
  const welcome = await get(`${base}${pathname}?token=${token}`);
  expect(statusOf(welcome)).toBe(200);
  expect(welcome).toContain(
    `Set-Cookie: lectern-${port}=${token}; HttpOnly; SameSite=Strict; Path=${base}/\r\n`,
  );
  const held = `Cookie: a=b; lectern-${port}=${token}\r\n`;
  expect(statusOf(await get(`${base}${pathname}`, held))).toBe(200);
  expect(statusOf(await get(pathname, held))).toBe(401);
  const live = `Upgrade: websocket\r\nConnection: Upgrade\r\nOrigin: http://127.0.0.1:${port}\r\n`;
  expect(statusOf(await get(`${base}/live`, live))).toBe(401);
  expect(statusOf(await get(`${base}/editor.js`))).toBe(401);
});

test('an address that is printed is short, and leads to a path that differs between permissions and ports', async () => {
  const one = await serveTalk();
  const other = await serveTalk();
  const answer = await fetch(one.url, { redirect: 'manual' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(
    `${baseOf(one.port)}${new URL(one.url).pathname}${new URL(one.url).search}`,
  );
  const bases = await Promise.all(
    [one.url, one.session.remoteUrl, other.url, other.session.remoteUrl].map(baseOfAddress),
  );
  for (const base of bases) expect(base).toMatch(/^\/[\w-]{8}$/);
  expect(new Set(bases).size).toBe(4);
  // Only pages of this server can know where the cookie is sent.
  expect(answer.headers.get('set-cookie')).toBeNull();
});

test('the path is the same in the next run, so that open pages find the server again', async () => {
  const { session, port, url } = await serveTalk();
  const base = baseOf(port);
  session.close();
  const again = await serveTalk({ port });
  expect(again.url).not.toBe(url);
  expect(baseOf(port)).toBe(base);
});

test('without a place for settings, the path is another one in each run', async () => {
  vi.stubEnv('LECTERN_SETTINGS', path.join(temporaryFolder({ file: '' }), 'file'));
  const { session, port } = await serveTalk();
  const base = baseOf(port);
  expect(base).toMatch(/^\/[\w-]{8}$/);
  session.close();
  await serveTalk({ port });
  expect(baseOf(port)).not.toBe(base);
});

test('what is no message of a page, or too long for one, ends the connection', async () => {
  const { port } = await serveTalk();
  const messages = [
    'no JSON',
    '[]',
    'null',
    '{"type":"hello"}',
    '{"type":"hello","deck":"../talk","version":""}',
    '{"type":"open","token":"","slide":0,"text":""}',
    '{"type":"__proto__"}',
    Buffer.from('{"type":"hello","deck":"","version":""}'),
    'x'.repeat(70_000),
  ];
  for (const message of messages) {
    const origin = `http://127.0.0.1:${port}`;
    const headers = { Cookie: cookieOf(port) };
    const socket = new WebSocket(`ws://127.0.0.1:${port}${baseOf(port)}/live`, { origin, headers });
    socket.on('open', () => socket.send(message));
    await new Promise((resolve) => socket.on('close', resolve));
  }
});

test('a page that opens connections without end is stopped, and the others stay', async () => {
  const { port } = await serveTalk();
  const open = () =>
    new Promise<WebSocket | undefined>((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${baseOf(port)}/live`, {
        origin: `http://127.0.0.1:${port}`,
        headers: { Cookie: cookieOf(port) },
      });
      socket.on('open', () => resolve(socket));
      socket.on('error', () => resolve(undefined));
    });
  const sockets: (WebSocket | undefined)[] = [];
  for (let i = 0; i < 70; i++) sockets.push(await open());
  expect(sockets.filter((socket) => socket !== undefined)).toHaveLength(64);
  expect(sockets[0]?.readyState).toBe(WebSocket.OPEN);
  for (const socket of sockets) socket?.terminate();
});
