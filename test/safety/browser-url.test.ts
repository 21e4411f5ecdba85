import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { checkAnswer } from '../../src/6-export/browser/browser.ts';
import { Protocol } from '../../src/6-export/browser/protocol.ts';
import { connectSocket } from '../../src/6-export/browser/socket.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { reportInternalError } from '../../src/base/internal-error.ts';
import { withoutSecrets } from '../../src/base/text/without-secrets.ts';

/** Accepts every connection. @param answer to each message */
async function serve(answer?: string): Promise<string> {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket) => {
    socket.on('message', () => answer !== undefined && socket.send(answer));
  });
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate();
    http.close();
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return `ws://user:pass@word@127.0.0.1:${(http.address() as AddressInfo).port}/?token=secret`;
}

test.each([
  ['says nothing', undefined, 'it did not answer for 0.05 s'],
  ['says something else', 'hello', 'what it sent is not the message of a browser'],
  ['answers calls that nobody made', '{"id":77,"result":{}}', 'it did not answer for 0.05 s'],
])('a server that %s is given up, and its secrets are not named', async (_, answer, reason) => {
  const url = await serve(answer);
  const protocol = new Protocol(await connectSocket(url));
  const error = await checkAnswer(protocol, url, 50).catch((error: Error) => error);
  expect(error?.message).toContain(reason);
  expect(error?.message).toMatch(/no browser answers at ws:\/\/127\.0\.0\.1:\d+\/\?…: /);
  expect(error?.message).not.toMatch(/user|pass|word|secret/);
  expect(protocol.hasEnded).toBe(true);
});

test('a browser that falls silent later is given up, too', async () => {
  const protocol = new Protocol(await connectSocket(await serve()), 50);
  await expect(protocol.call('Page.printToPDF')).rejects.toThrow('it did not answer for 0.05 s');
  await expect(protocol.call('Page.enable')).rejects.toThrow('it did not answer for 0.05 s');
});

test('secrets in addresses are masked wherever they are printed', () => {
  for (const address of [
    'ws://user:secret@host/',
    'ws://user:se@cret@host:1/a',
    'http://secret@host?token=secret#secret',
    'wss://host/path?a=secret&b=%20secret',
    'https://host/#secret',
  ]) {
    const text = `it failed: ${address} (at "${address}")`;
    expect(withoutSecrets(text)).not.toMatch(/secret|cret@/);
    const report = new Report();
    reportInternalError(new Error(text), 'exporting', true, report);
    expect(JSON.stringify(report.diagnostics)).not.toMatch(/secret|cret@/);
  }
  const odd = 'ws://host/?token=a secret "secret"';
  expect(withoutSecrets(`it failed: ${odd}`, odd)).toBe('it failed: ws://host/?…');
});
