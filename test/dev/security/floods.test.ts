import http from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { RequestLimit } from '../../../src/dev/protocol/request-limit.ts';
import { baseOfAddress } from '../session.ts';
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
