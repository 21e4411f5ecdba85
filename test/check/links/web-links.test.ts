import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPrivateHost, isPrivateIp } from '../../../src/base/web/private-address.ts';
import { matchesPattern } from '../../../src/check/web/address-pattern.ts';
import { WebLinks } from '../../../src/check/web/web-links.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const requests: IncomingMessage[] = [];
const times = new Map<string, number>();
/** Requests that are open now, and the most that there were at a time. */
let open = 0;
let mostOpen = 0;

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(code, headers).end();

const redirect = (code: number, location: string) => status(code, { location });

const answers: Record<string, Answer> = {
  '/ok': status(200),
  '/ok?a=1&b=2': status(200),
  '/missing': status(404),
  '/gone': status(410),
  '/private': status(403),
  '/login': status(401),
  '/broken': status(500),
  '/no-head': ({ method }, response) => response.writeHead(method === 'HEAD' ? 405 : 200).end('x'),
  '/lies-to-head': ({ method }, response) =>
    response.writeHead(method === 'HEAD' ? 404 : 200).end(),
  '/drops-head': ({ method, socket }, response) =>
    method === 'HEAD' ? socket.destroy() : response.writeHead(200).end(),
  '/drops': ({ socket }) => socket.destroy(),
  '/silent': () => {},
  '/early': ({ socket }) => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(100)),
  '/other-protocol': ({ socket }) =>
    socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\n\r\n'),
  '/long-way': ({ url = '' }, response) => {
    const [, step, id] = /\?(\d)-(\d+)$/.exec(url) ?? [];
    const next = `/long-way?${Number(step) + 1}-${id}`;
    response.writeHead(302, { location: step === '9' ? '/ok' : next }).end();
  },
  '/busy-once': ({ url }, response) =>
    response.writeHead(times.get(url ?? '') === 1 ? 503 : 200, { 'retry-after': '0' }).end(),
  '/busy': status(429, { 'retry-after': '0' }),
  '/busy-for-long': status(429, { 'retry-after': '3600' }),
  '/moved': redirect(301, '/ok'),
  '/moved-twice': redirect(308, '/moved'),
  '/moved-then-found': redirect(301, '/found'),
  '/found': redirect(302, '/moved'),
  '/moved-to-missing': redirect(301, '/missing'),
  '/around': redirect(302, '/around-again'),
  '/around-again': redirect(302, '/around'),
  '/to-file': redirect(302, 'file:///etc/passwd'),
  '/to-mail': redirect(301, 'smtp://127.0.0.1/'),
  '/to-port': redirect(302, 'http://127.0.0.1:22/'),
  '/endless': ({ method }, response) => {
    response.writeHead(method === 'HEAD' ? 405 : 200);
    if (method === 'HEAD') response.end();
    else response.write('the beginning');
  },
};

const server: Server = createServer((request, response) => {
  const { url = '' } = request;
  requests.push(request);
  times.set(url, (times.get(url) ?? 0) + 1);
  const answer =
    answers[url] ??
    answers[url.replace(/\d+$/, '')] ??
    answers[url.replace(/\?.*$/, '')] ??
    status(404);
  mostOpen = Math.max(mostOpen, ++open);
  setImmediate(() => {
    open--;
    answer(request, response);
  });
});

let base: string;

beforeAll(async () => {
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const quick = { allowsPrivate: true, pause: 1 };

const check = (path: string) => new WebLinks(quick).check(base + path);

const asked = (path: string): readonly (string | undefined)[] =>
  requests.filter(({ url }) => url === path).map(({ method }) => method);

describe('the state of an address', () => {
  test.each([
    ['/ok', 'alive', undefined],
    ['/ok?a=1&b=2', 'alive', undefined],
    ['/missing', 'dead', 'the server answers 404 (Not Found)'],
    ['/gone', 'dead', 'the server answers 410 (Gone)'],
    ['/moved-to-missing', 'dead', 'the server answers 404 (Not Found)'],
    ['/private', 'unknown', 'the server answers 403 (Forbidden)'],
    ['/login', 'unknown', 'the server answers 401 (Unauthorized)'],
    ['/broken', 'unknown', 'the server answers 500 (Internal Server Error)'],
    ['/busy', 'unknown', 'the server answers 429 (Too Many Requests)'],
    ['/busy-for-long', 'unknown', 'the server answers 429 (Too Many Requests)'],
    ['/busy-once', 'alive', undefined],
    ['/no-head', 'alive', undefined],
    ['/lies-to-head', 'alive', undefined],
    ['/drops-head', 'alive', undefined],
    ['/drops', 'unknown', 'the server ends the connection'],
    ['/found', 'alive', undefined],
    ['/around', 'dead', 'it redirects without end'],
    ['/to-file', 'dead', 'it redirects to nowhere'],
    ['/to-mail', 'dead', 'it redirects to nowhere'],
    ['/to-port', 'unknown', 'port 22 is not for the web'],
    ['/endless', 'alive', undefined],
    ['/other-protocol', 'alive', undefined],
    ['/early', 'unknown', 'the server does not answer in time'],
  ])('%s is %s', async (path, kind, reason) => {
    expect(await check(path)).toMatchObject({ kind, ...(reason && { reason }) });
  });

  test.each([
    ['/moved', '/ok'],
    ['/moved-twice', '/ok'],
    // What follows a temporary redirect may be different tomorrow.
    ['/moved-then-found', '/found'],
  ])('%s has moved to %s', async (path, to) => {
    expect(await check(path)).toEqual({ kind: 'moved', to: base + to });
  });

  test('a server that is silent', async () => {
    const links = new WebLinks({ ...quick, timeout: 100 });
    const reason = 'the server does not answer in time';
    expect(await links.check(`${base}/silent`)).toMatchObject({ kind: 'unknown', reason });
  });

  test('a name that nobody has, and a port where nobody listens', async () => {
    const links = new WebLinks(quick);
    const { kind } = await links.check('http://nothing-here.invalid/');
    // Without a network, names cannot be looked up.
    expect(['dead', 'unknown']).toContain(kind);
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    await new Promise((done) => other.close(done));
    expect(await links.check(`http://127.0.0.1:${port}/`)).toMatchObject({
      kind: 'unknown',
      reason: 'the server refuses the connection',
    });
  });
});

describe('requests', () => {
  test('one for an address, whatever its fragment, with an honest name and without secrets', async () => {
    const links = new WebLinks(quick);
    const path = '/ok?a=1&b=2';
    const before = asked(path).length;
    const host = base.replace('http://', '');
    for (const address of [path, `${path}#part`]) await links.check(base + address);
    await links.check(`http://user:secret@${host}${path}`);
    expect(asked(path).length - before).toBe(1);
    const { headers } = requests.findLast(({ url }) => url === path) ?? {};
    expect(headers).toMatchObject({ accept: '*/*' });
    expect(headers?.['user-agent']).toMatch(/^lectern\/\d\S* \(link check; https:\S+\)$/);
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('cookie');
  });

  test('the head, the whole only where that is refused, and again only once', async () => {
    times.clear();
    requests.length = 0;
    for (const path of ['/ok', '/no-head', '/busy-once', '/busy', '/busy-for-long', '/drops']) {
      await check(path);
    }
    expect(asked('/ok')).toEqual(['HEAD']);
    expect(asked('/no-head')).toEqual(['HEAD', 'GET']);
    expect(asked('/busy-once')).toEqual(['HEAD', 'GET']);
    expect(asked('/busy')).toEqual(['HEAD', 'GET']);
    expect(asked('/busy-for-long')).toEqual(['HEAD']);
    expect(asked('/drops')).toEqual(['HEAD', 'GET']);
  });

  test('two at a time to one server', async () => {
    mostOpen = 0;
    const links = new WebLinks(quick);
    const all = Array.from({ length: 20 }, (_, i) => links.check(`${base}/ok${i}`));
    const states = await Promise.all(all);
    expect(new Set(states.map(({ kind }) => kind))).toEqual(new Set(['alive']));
    expect(mostOpen).toBeLessThanOrEqual(2);
  });
});

test.each([
  ['https://example.org/a/b?c#d', 'https://example.org/*', true],
  ['https://example.org/', 'https://example.org/*', true],
  ['https://example.org.evil.net/', 'https://example.org/*', false],
  ['https://example.org/one', 'https://example.org/one', true],
  ['https://example.org/one/two', 'https://example.org/one', false],
  ['https://a.example.org/x.pdf', 'https://*.example.org/*.pdf', true],
  ['https://a.example.org/x.html', 'https://*.example.org/*.pdf', false],
  ['http://aa', 'http://a*aa', false],
  ['anything', '*', true],
])('%s and the pattern %s', (address, pattern, matches) => {
  expect(matchesPattern(address, pattern)).toBe(matches);
});

describe('private networks', () => {
  const closed = () => new WebLinks({ ...quick, allowsPrivate: false });

  test('are not asked, whatever they are called', async () => {
    requests.length = 0;
    const port = new URL(base).port;
    const hosts = ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '127.1', '[::1]', '0'];
    const mapped = ['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '127.0.0.1.', 'localhost.'];
    for (const host of [...hosts, ...mapped]) {
      const { kind } = await closed().check(`http://${host}:${port}/ok`);
      expect({ host, kind }).toEqual({ host, kind: 'private' });
    }
    expect(requests).toEqual([]);
  });

  test.each([
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '[fd00::1]',
    '[fe80::1]',
    '[::ffff:169.254.169.254]',
    '[64:ff9b::a9fe:a9fe]',
    '[::ffff:0:7f00:1]',
    '[3fff::1]',
    '[5f00::1]',
    '192.88.99.1',
    '168.63.129.16',
    'intranet',
    'printer.local',
    'wiki.internal',
    'a.localhost',
  ])('%s is private', (host) => {
    expect(isPrivateHost(host)).toBe(true);
  });

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '[2606:4700::1111]', 'example.org'])(
    '%s is public',
    (host) => {
      expect(isPrivateHost(host)).toBe(false);
    },
  );
});

test('networks that this machine is in are private, also with public addresses', () => {
  const own = ['8.8.8.10/29', '2606:4700::5/64', '2001:4860::/2'];
  const addresses = ['8.8.8.10', '8.8.8.9', '2606:4700::1', '8.8.8.20', '2606:4700:0:1::1'];
  const found = addresses.map((address) => isPrivateIp(address, own));
  expect(found).toEqual([true, true, true, false, false]);
  const machine = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  expect(machine.filter(({ address }) => !isPrivateIp(address))).toEqual([]);
});

describe('the end of a run', () => {
  test('comes after some minutes, however many servers are silent', async () => {
    const links = new WebLinks({ ...quick, timeout: 50, longest: 20 });
    const states = await Promise.all(
      Array.from({ length: 40 }, (_, i) => links.check(`${base}/silent?${i}`)),
    );
    const reasons = states.map((state) => ('reason' in state ? state.reason : ''));
    expect(reasons.at(-1)).toBe('links are checked for 0 minutes in a run');
  });

  test('comes after some requests, redirects included', async () => {
    const links = new WebLinks({ ...quick, most: 60 });
    const addresses = Array.from({ length: 20 }, (_, i) => `${base}/long-way?0-${i}`);
    const states = await Promise.all(addresses.map((address) => links.check(address)));
    expect(requests.filter(({ url }) => url?.startsWith('/long-way')).length).toBe(60);
    expect(states.at(-1)).toMatchObject({ reason: 'only 60 requests are sent in a run' });
  });
});
