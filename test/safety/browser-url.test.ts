import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { checkAnswer } from '../../src/6-export/browser/browser.ts';
import { Protocol } from '../../src/6-export/browser/protocol.ts';
import { connectSocket } from '../../src/6-export/browser/socket.ts';
import { openBlankTab } from '../../src/6-export/browser/tab.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { reportInternalError } from '../../src/base/internal-error.ts';
import { withoutSecrets } from '../../src/base/text/without-secrets.ts';
import { startWebServer } from '../support/web-server.ts';

/**
 * Accepts every connection.
 *
 * @param answer to each message; `ID` in it is the number of the call
 * @param pause in which it is sent again
 */
async function serve(answer?: string, pause?: number): Promise<string> {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket) => {
    let id = 0;
    const send = () => answer !== undefined && socket.send(answer.replace('ID', `${id}`));
    socket.on('message', () => {
      id++;
      send();
    });
    const timer = pause === undefined ? undefined : setInterval(send, pause);
    socket.on('close', () => clearInterval(timer));
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
  ['says null', 'null', 'what it sent is not the message of a browser'],
  ['says a list', '[]', 'what it sent is not the message of a browser'],
  ['has a result that is none', '{"id":1,"result":null}', 'is not the message of a browser'],
  ['has an error that is none', '{"id":1,"error":"no"}', 'is not the message of a browser'],
  ['has an event that is none', '{"method":"a","params":1}', 'is not the message of a browser'],
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

test.each([
  ['an empty result', '{"id":ID,"result":{}}'],
  ['a result of another kind', '{"id":ID,"result":{"result":7}}'],
  ['an exception of another kind', '{"id":ID,"result":{"exceptionDetails":null}}'],
])('a server that answers all calls with %s is no browser', async (_, answer) => {
  const protocol = new Protocol(await connectSocket(await serve(answer)), 1000);
  const tab = await openBlankTab(protocol);
  const shown = tab.show('<!doctype html>', 1000);
  await expect(shown).rejects.toThrow('what it sent is not the message of a browser');
});

test('a browser that sends events without end, but no answer, is given up', async () => {
  const url = await serve('{"method":"Network.dataReceived","params":{}}', 1);
  const protocol = new Protocol(await connectSocket(url), 1000);
  await expect(protocol.call('Page.printToPDF')).rejects.toThrow('it did not answer for 1 s');
});

test.each([
  ['null', 'the response is not from a browser'],
  ['{"webSocketDebuggerUrl":"nowhere"}', 'the response is not from a browser'],
  [`"${'x'.repeat(2_000_000)}"`, 'the response is not from a browser'],
])('a debugging port of something else is none: %.20s', async (text, reason) => {
  const { base } = await startWebServer({ '/json/version': text });
  await expect(connectSocket(base)).rejects.toThrow(`no browser answers at ${base}/: ${reason}`);
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
