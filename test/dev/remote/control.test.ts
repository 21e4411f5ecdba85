import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { outerAddresses } from '../../../src/dev/protocol/network-addresses.ts';
import { temporaryFolder } from '../../support/files.ts';
import { baseOf, cookieOf, type RunningSession, serveDeck } from '../session.ts';
import { invalidControlMessages } from './invalid-control-messages.ts';

interface Peer {
  readonly socket: WebSocket;
  readonly heard: Readonly<Record<string, unknown>>[];
  readonly say: (message: object) => void;
  /** Resolves with the next message of a kind. */
  readonly next: (type: string) => Promise<Readonly<Record<string, unknown>>>;
}

async function serveTalk(): Promise<RunningSession & { readonly token: string }> {
  const folder = temporaryFolder({ 'talk.md': '# A talk\n\n---\n\n# More' });
  const running = await serveDeck(folder, 'talk.md');
  const page = await (await fetch(running.url)).text();
  return { ...running, token: /"token":"([\w-]+)"/.exec(page)?.[1] ?? '' };
}

/** A page of the deck, as bytes. */
async function join({ port, url }: RunningSession): Promise<Peer> {
  const [, version = ''] = /"version":"([\w-]+)"/.exec(await (await fetch(url)).text()) ?? [];
  const socket = new WebSocket(`ws://127.0.0.1:${port}${baseOf(port)}/live`, {
    origin: `http://127.0.0.1:${port}`,
    headers: { Cookie: cookieOf(port) },
  });
  onTestFinished(() => socket.terminate());
  const heard: Readonly<Record<string, unknown>>[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data))));
  await once(socket, 'open');
  const say = (message: object): void => socket.send(JSON.stringify(message));
  const next = (type: string) =>
    new Promise<Readonly<Record<string, unknown>>>((resolve) => {
      const listen = (data: WebSocket.RawData): void => {
        const message = JSON.parse(String(data));
        if (message.type !== type) return;
        socket.off('message', listen);
        resolve(message);
      };
      socket.on('message', listen);
    });
  const welcome = next('diagnostics');
  say({ type: 'hello', deck: 'talk', version });
  await welcome;
  return { socket, heard, say, next };
}

const timer = { hasStarted: false, isRunning: false, slideSeconds: [] };
const state = { slide: 0, step: 0, isBlank: false, timer };

async function joinBoth(running: RunningSession & { readonly token: string }) {
  const { token } = running;
  const [stage, remote] = [await join(running), await join(running)];
  stage.say({ type: 'presenter', token, usedAt: 1, state });
  const told = remote.next('presentation');
  remote.say({ type: 'remote', token });
  expect(await told).toMatchObject({ presenters: 1, state });
  return { stage, remote };
}

test('nobody leads a stage or poses as one without the token of this server', async () => {
  const running = await serveTalk();
  const { stage, remote } = await joinBoth(running);
  const wrong = `${running.token.slice(0, -1)}${running.token.endsWith('A') ? 'B' : 'A'}`;
  const intruder = await join(running);
  for (const token of ['', wrong, ' ', `${running.token} `]) {
    for (const message of [
      { type: 'remote', token },
      { type: 'control', token, heartbeat: 0, action: { type: 'next' } },
      { type: 'presenter', token, usedAt: Date.now(), state: { ...state, slide: 1 } },
    ]) {
      // As a page from before a restart, it is to load itself anew.
      const answer = intruder.next('reload');
      intruder.say(message);
      await answer;
    }
  }
  const told = stage.next('action');
  remote.say({
    type: 'control',
    token: running.token,
    heartbeat: 0,
    action: { type: 'go', slide: 1 },
  });
  expect(await told).toEqual({ type: 'action', action: { type: 'go', slide: 1 } });
  expect(stage.heard.filter(({ type }) => type === 'action')).toHaveLength(1);
  expect(remote.heard.filter(({ type }) => type === 'presentation')).toHaveLength(1);
  expect(
    intruder.heard.filter(({ type }) => type === 'presentation' || type === 'heartbeat'),
  ).toEqual([]);
});

test('what may be pressed reaches the stage, and nothing that is sent along', async () => {
  const running = await serveTalk();
  const { stage, remote } = await joinBoth(running);
  const names = ['next', 'previous', 'blank', 'unblank', 'start', 'pause', 'reset'];
  for (const action of [...names.map((name) => ({ type: name })), { type: 'go', slide: 1 }]) {
    const told = stage.next('action');
    remote.say({
      type: 'control',
      token: running.token,
      heartbeat: 0,
      action: { ...action, more: 'x' },
    });
    expect(await told).toEqual({ type: 'action', action });
  }
});

test('what is not quite a message of a stage or a remote ends the connection', async () => {
  const running = await serveTalk();
  const { stage, remote } = await joinBoth(running);
  const messages = invalidControlMessages(running.token);
  expect(messages.length).toBeGreaterThan(40);
  for (const message of messages) {
    const intruder = await join(running);
    intruder.say({ type: 'remote', token: running.token });
    intruder.socket.send(message);
    await once(intruder.socket, 'close');
  }
  expect(stage.heard.filter(({ type }) => type === 'action')).toEqual([]);
  expect(remote.socket.readyState).toBe(WebSocket.OPEN);
});

test('a press of a page that is no remote, or in front of a greeting, ends the connection', async () => {
  const running = await serveTalk();
  const { stage } = await joinBoth(running);
  const press = { type: 'control', token: running.token, heartbeat: 0, action: { type: 'next' } };
  const intruder = await join(running);
  intruder.say(press);
  await once(intruder.socket, 'close');
  const socket = new WebSocket(`ws://127.0.0.1:${running.port}${baseOf(running.port)}/live`, {
    headers: { Cookie: cookieOf(running.port) },
    origin: `http://127.0.0.1:${running.port}`,
  });
  await once(socket, 'open');
  socket.send(JSON.stringify(press));
  await once(socket, 'close');
  expect(stage.heard.filter(({ type }) => type === 'action')).toEqual([]);
});

test('who sends without end is cut off, and the others stay', async () => {
  const running = await serveTalk();
  const { remote, stage } = await joinBoth(running);
  const intruder = await join(running);
  intruder.say({ type: 'remote', token: running.token });
  for (let i = 0; i < 1000; i++) {
    intruder.say({ type: 'control', token: running.token, heartbeat: 0, action: { type: 'next' } });
  }
  await once(intruder.socket, 'close');
  expect(stage.heard.filter(({ type }) => type === 'action').length).toBeLessThan(500);
  expect([remote, stage].map(({ socket }) => socket.readyState)).toEqual([1, 1]);
});

test('a press that was held up on its way is left out, and its remote is told', async () => {
  const running = await serveTalk();
  const { token } = running;
  const { stage, remote } = await joinBoth(running);
  for (let heartbeat = 0; heartbeat < 3; ) {
    ({ heartbeat } = (await remote.next('heartbeat')) as { heartbeat: number });
  }
  const told = remote.next('late');
  remote.say({ type: 'control', token, heartbeat: 0, action: { type: 'next' } });
  await told;
  const led = stage.next('action');
  // On a slow machine, one that was on time may be late when it arrives.
  for (let isLed = false; !isLed; ) {
    const late = remote.next('late');
    const heartbeats = remote.heard.flatMap(({ type, heartbeat }) =>
      type === 'heartbeat' ? [Number(heartbeat)] : [],
    );
    const heartbeat = Math.max(...heartbeats) - 1;
    remote.say({ type: 'control', token, heartbeat, action: { type: 'next' } });
    isLed = (await Promise.race([led, late])).type === 'action';
  }
  expect(stage.heard.filter(({ type }) => type === 'action')).toHaveLength(1);
});

test('a page that gives no sign of life any more is given up', async () => {
  const running = await serveTalk();
  const { stage, remote } = await joinBoth(running);
  // As from a machine that was shut down: nothing is answered, and nothing is closed.
  stage.socket.pause();
  let scene = await remote.next('presentation');
  while (scene.presenters !== 0) scene = await remote.next('presentation');
  expect(scene).not.toHaveProperty('state');
});

test('a stage whose clock is ahead does not lead for ever', async () => {
  const running = await serveTalk();
  const { token } = running;
  const { remote } = await joinBoth(running);
  const ahead = await join(running);
  const first = remote.next('presentation');
  ahead.say({ type: 'presenter', token, usedAt: Date.now() + 1e9, state: { ...state, slide: 1 } });
  expect(await first).toMatchObject({ presenters: 2, state: { slide: 1 } });
  const before = Date.now();
  await expect.poll(() => Date.now()).toBeGreaterThan(before);
  const third = await join(running);
  const second = remote.next('presentation');
  third.say({ type: 'presenter', token, usedAt: Date.now(), state: { ...state, step: 7 } });
  expect(await second).toMatchObject({ presenters: 3, state: { step: 7 } });
});

test('the address for a phone is not that of a network which the machine has made up', () => {
  const at = (address: string, internal = false, family: 'IPv4' | 'IPv6' = 'IPv4') =>
    [{ address, internal, family }] as never;
  expect(
    outerAddresses([
      ['lo', at('127.0.0.1', true)],
      ['docker0', at('172.17.0.1')],
      ['eth1', at('169.254.3.4')],
      ['wlan0', at('192.168.1.20')],
      ['wlan0', at('fe80::1', false, 'IPv6')],
    ]),
  ).toEqual(['192.168.1.20', '172.17.0.1', '169.254.3.4']);
});
