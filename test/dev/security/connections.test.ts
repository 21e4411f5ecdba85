import net from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { type Connection, ConnectionPool } from '../../../src/dev/protocol/connection-pool.ts';
import { baseOf, baseOfAddress, cookieOf } from '../session.ts';
import { ask, statusOf } from './raw-request.ts';
import { serveTalk } from './visitor.ts';

/** Connections from other addresses of this machine, as if from other machines. */
const testFromOutside = test.skipIf(process.platform !== 'linux');

function createPool() {
  const pool = new ConnectionPool({ max: 10, reserved: 3, maxPerAddress: 4 });
  const closed: string[] = [];
  let count = 0;
  const open = (
    address: string,
    { holder = 'anonymous', isLocal = false }: Partial<Connection> = {},
  ) => {
    const name = `${address}${count++}`;
    return pool.admit({ address, isLocal, holder, close: () => closed.push(name) });
  };
  const openAll = (addresses: string, more?: Partial<Connection>) =>
    [...addresses].map((address) => open(address, more));
  return { open, openAll, closed };
}

test('an address that opens too many connections loses its own, the oldest first', () => {
  const { openAll, closed } = createPool();
  expect(openAll('aaaabaa').every(Boolean)).toBe(true);
  expect(closed).toEqual(['a0', 'a1']);
});

test('connections with a secret give way after those without, and those of a writer never', () => {
  const { open, openAll, closed } = createPool();
  open('a', { holder: 'guest' });
  open('a', { holder: 'writer' });
  openAll('aaaaa');
  expect(closed).toEqual(['a2', 'a3', 'a4']);
  const other = createPool();
  other.openAll('aaaa', { holder: 'writer' });
  expect(other.open('a')).toBe(false);
  expect(other.closed).toEqual([]);
});

test('other machines cannot fill the room of this one, and the largest of them gives way', () => {
  const { open, openAll, closed } = createPool();
  openAll('aaabbbc', { holder: 'guest' });
  expect(open('d')).toBe(true);
  expect(closed).toEqual(['a0']);
  openAll('lll', { isLocal: true, holder: 'writer' });
  expect(closed).toEqual(['a0']);
  expect(open('l', { isLocal: true })).toBe(true);
  expect(closed).toEqual(['a0', 'b3']);
});

test('connections that say nothing do not keep a request out', async () => {
  const { port } = await serveTalk();
  const idle = Array.from({ length: 600 }, () => net.connect(port, '127.0.0.1'));
  onTestFinished(() => {
    for (const socket of idle) socket.destroy();
  });
  for (const socket of idle) socket.on('error', () => {});
  await Promise.all(idle.map((socket) => new Promise((resolve) => socket.on('connect', resolve))));
  const host = `Host: 127.0.0.1:${port}\r\nCookie: ${cookieOf(port)}\r\n`;
  expect(statusOf(await ask(port, `GET ${baseOf(port)}/talk/ HTTP/1.1\r\n${host}\r\n`))).toBe(200);
});

testFromOutside('a phone that opens pages without end keeps out nobody', async () => {
  const { session, port } = await serveTalk({ isOpen: true });
  const phone = `lectern-${port}=${new URL(session.remoteUrl).searchParams.get('token')}`;
  const phoneBase = await baseOfAddress(session.remoteUrl);
  const open = (localAddress: string, cookie = phone, base = phoneBase) =>
    new Promise<WebSocket | undefined>((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${base}/live`, {
        origin: `http://127.0.0.1:${port}`,
        headers: { Cookie: cookie },
        localAddress,
      });
      onTestFinished(() => socket.terminate());
      socket.on('open', () => resolve(socket));
      socket.on('error', () => resolve(undefined));
    });
  const greedy: (WebSocket | undefined)[] = [];
  for (let i = 0; i < 70; i++) greedy.push(await open('127.0.0.2'));
  const other = await open('127.0.0.3');
  const speaker = await open('127.0.0.1', cookieOf(port), baseOf(port));
  expect(other?.readyState).toBe(WebSocket.OPEN);
  expect(speaker?.readyState).toBe(WebSocket.OPEN);
  await expect
    .poll(() => greedy.filter((socket) => socket?.readyState === WebSocket.OPEN).length)
    .toBe(8);
  expect(greedy.at(-1)?.readyState).toBe(WebSocket.OPEN);
});

test('a page of a phone cannot send what only the editor sends', async () => {
  const { session, port } = await serveTalk({ isOpen: true });
  const phone = `lectern-${port}=${new URL(session.remoteUrl).searchParams.get('token')}`;
  const base = await baseOfAddress(session.remoteUrl);
  const socket = new WebSocket(`ws://127.0.0.1:${port}${base}/live`, {
    origin: `http://127.0.0.1:${port}`,
    headers: { Cookie: phone },
  });
  const code = new Promise((resolve) => socket.on('close', resolve));
  socket.on('open', () =>
    socket.send(JSON.stringify({ type: 'hello', deck: ' '.repeat(300_000) })),
  );
  // Too large to be read.
  expect(await code).toBe(1009);
});
