import http from 'node:http';
import net from 'node:net';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { RequestLimit } from '../../../src/dev/protocol/request-limit.ts';
import { UnreadBytes } from '../../../src/dev/protocol/unread-bytes.ts';
import { temporaryFolder } from '../../support/files.ts';
import { baseOf, baseOfAddress, cookieOf, serveDeck } from '../session.ts';
import { ask, statusOf } from './raw-request.ts';
import { serveTalk, Visitor } from './visitor.ts';

/** Opens pages with the address for phones. */
async function servePhones() {
  const { session, port, token: writeToken } = await serveTalk({ isOpen: true });
  const token = new URL(session.remoteUrl).searchParams.get('token') ?? '';
  const cookie = `lectern-${port}=${token}`;
  const base = await baseOfAddress(session.remoteUrl);
  const open = () =>
    new Promise<WebSocket>((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${base}/live`, {
        origin: `http://127.0.0.1:${port}`,
        headers: { Cookie: cookie },
      });
      onTestFinished(() => socket.terminate());
      socket.on('open', () => {
        socket.send(JSON.stringify({ type: 'hello', deck: 'talk', version: '' }));
        resolve(socket);
      });
      socket.on('error', reject);
    });
  return { port, token, writeToken, cookie, base, open };
}

/** The messages that a phone can send. @param token for phones */
const messages = (token: string): Readonly<Record<string, string>> => ({
  'of an editor': JSON.stringify({ type: 'edit', token, of: 0 }),
  'of an earlier run': JSON.stringify({ type: 'edit', token: 'old', of: 0 }),
  'of a remote': JSON.stringify({ type: 'remote', token }),
  long: JSON.stringify({ type: 'open', token, slide: 0, text: 'x'.repeat(200_000) }),
});

test('a phone that sends without end is disconnected, whatever it sends', async () => {
  const { port, token, writeToken, open } = await servePhones();
  for (const [kind, message] of Object.entries(messages(token))) {
    const phone = await open();
    const closed = new Promise((resolve) => phone.on('close', resolve));
    phone.on('error', () => {});
    const send = (): void => {
      if (phone.readyState !== WebSocket.OPEN) return;
      for (let i = 0; i < 100; i++) phone.send(message);
      setImmediate(send);
    };
    send();
    await closed;
    expect(phone.readyState, kind).toBe(WebSocket.CLOSED);
  }
  const pinging = await open();
  pinging.on('error', () => {});
  const closed = new Promise((resolve) => pinging.on('close', resolve));
  for (let i = 0; i < 1000; i++) pinging.ping();
  await closed;
  const writer = await Visitor.open(port);
  expect(await writer.ask({ type: 'edit', token: writeToken, of: 0 }, 'text')).toBeDefined();
});

test('an editor may send a draft with each key', async () => {
  const { port, writeToken: token } = await servePhones();
  const writer = await Visitor.open(port);
  for (let i = 0; i < 300; i++) {
    writer.say({ type: 'draft', token, file: 'talk.md', id: String(i), text: `# Draft ${i}` });
  }
  expect(await writer.ask({ type: 'edit', token, of: 0 }, 'text')).toBeDefined();
});

test('a phone that asks for pages without end is refused, and no other', async () => {
  const { port, cookie, base } = await servePhones();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
  onTestFinished(() => agent.destroy());
  const ask = () =>
    new Promise<number | undefined>((resolve, reject) => {
      const options = { port, path: `${base}/none`, headers: { Cookie: cookie }, agent };
      http
        .get(options, (response) => {
          response.resume().on('end', () => resolve(response.statusCode));
        })
        .on('error', reject);
    });
  const statuses: (number | undefined)[] = [];
  while (!statuses.includes(429) && statuses.length < 5000) {
    statuses.push(...(await Promise.all(Array.from({ length: 20 }, ask))));
  }
  expect(new Set(statuses)).toEqual(new Set([404, 429]));
});

test('each address has a limit of its own, and only the last ones are remembered', () => {
  const limit = new RequestLimit();
  const take = (address: string) => limit.tryTake(address);
  expect(Array.from({ length: 200 }, () => take('a')).every(Boolean)).toBe(true);
  expect(take('b')).toBe(true);
  while (take('a'));
  expect(take('a')).toBe(false);
  for (let i = 0; i < 1000; i++) take(`c${i}`);
  expect(take('a')).toBe(true);
});

test('requests in advance without a secret get one answer, and the connection is closed', async () => {
  const { port } = await serveTalk();
  const socket = net.connect(port, '127.0.0.1', () =>
    socket.write(`GET /talk/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`.repeat(500)),
  );
  let answers = '';
  socket.setEncoding('latin1').on('data', (text) => {
    answers += text;
  });
  socket.on('error', () => {});
  await new Promise((resolve) => socket.on('close', resolve));
  expect(answers.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 401']);
});

test('phones that do not read a large page share its bytes, and the speaker does not wait', async () => {
  const pageSize = 8_000_000;
  const folder = temporaryFolder({
    'talk.md': '# Talk\n\n![Noise](noise.svg)',
    'noise.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M${'0 1 '.repeat(pageSize / 4)}"/></svg>`,
  });
  const { session, port } = await serveDeck(folder, 'talk.md', { isOpen: true });
  const token = new URL(session.remoteUrl).searchParams.get('token');
  const base = await baseOfAddress(session.remoteUrl);
  const get = (path: string, cookie: string) =>
    `GET ${path}/talk/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n\r\n`;
  const before = process.memoryUsage.rss();
  const phones = Array.from({ length: 30 }, () => net.connect(port, '127.0.0.1'));
  onTestFinished(() => {
    for (const phone of phones) phone.destroy();
  });
  for (const phone of phones) {
    phone.write(get(base, `lectern-${port}=${token}`));
    // The first bytes arrive, and no others are read.
    await new Promise((resolve) => phone.once('readable', resolve));
  }
  expect(process.memoryUsage.rss() - before).toBeLessThan(25 * pageSize);
  const answer = await ask(port, get(baseOf(port), cookieOf(port)));
  expect(statusOf(answer)).toBe(200);
});

test('connections that read the oldest bodies are closed if too much is unread', () => {
  const unread = new UnreadBytes(100);
  const [first, second, third] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const [old, current] = [Buffer.alloc(60), Buffer.alloc(60)];
  unread.add(old, first);
  const read = unread.add(old, second);
  unread.add(old, second);
  read();
  expect(first.destroyed).toBe(false);
  unread.add(current, third);
  expect([first, second, third].map(({ destroyed }) => destroyed)).toEqual([true, true, false]);
  // What was read, and what closed connections have not read, is no longer counted.
  const done = unread.add(Buffer.alloc(40), third);
  done();
  unread.forget(third);
  unread.add(Buffer.alloc(90), third);
  expect(third.destroyed).toBe(false);
});
