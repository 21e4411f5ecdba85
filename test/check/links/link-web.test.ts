import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebLinks } from '../../../src/check/web/web-links.ts';
import type { CheckLevels } from '../../../src/model/check.ts';
import { findingsOf } from '../source.ts';

const asked: string[] = [];

const server: Server = createServer(({ url = '' }, response) => {
  asked.push(url);
  if (url.startsWith('/moved')) response.writeHead(301, { location: '/new' }).end();
  else response.writeHead(url.startsWith('/dead') ? 404 : 200).end();
});

let base: string;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

interface Options {
  readonly ignored?: readonly string[];
  readonly levels?: CheckLevels;
  readonly allowsPrivate?: boolean;
}

/** What is found with `--links`; `BASE` in the text and in what is found is the address of the server. */
async function check(
  text: string,
  { ignored = [], levels = new Map(), allowsPrivate = true }: Options = {},
): Promise<readonly string[]> {
  const links = new WebLinks({ allowsPrivate, pause: 1 });
  const web = { links, ignored: ignored.map((pattern) => pattern.replace('BASE', base)) };
  const found = await findingsOf('link-web', text.replaceAll('BASE', base), {}, levels, { web });
  return found.map((line) => line.replaceAll(base, 'BASE'));
}

const dead = (address: string): string =>
  `"${address}" is a dead link: the server answers 404 (Not Found)`;

test('links of all kinds, each at its place', async () => {
  const found = await check(`---
title: Links
image: BASE/dead-image
footer: "[x](BASE/dead-footer)"
---

# A

[good](BASE/good), [a](BASE/dead-a) and <BASE/dead-b>, [c][ref], BASE/dead-d [^n]

| Cell |
|---|
| [e](BASE/dead-e "Title") |

<a href="BASE/dead-f">f</a> <a
  href='BASE/dead-g'>g</a>

\`\`\`qr
BASE/dead-h
\`\`\`

\`BASE/dead-code\`

\`\`\`sh
curl BASE/dead-code
\`\`\`

<!-- [x](BASE/dead-comment) -->

[^n]: See [note](BASE/dead-i).

[ref]: BASE/dead-c

Note:

[j](BASE/dead-j)
`);
  expect(found).toEqual([
    `3:8 ${dead('BASE/dead-image')}`,
    `4:10 ${dead('BASE/dead-footer')}`,
    `9:38 ${dead('BASE/dead-a')}`,
    `9:77 ${dead('BASE/dead-b')}`,
    `9:110 ${dead('BASE/dead-c')}`,
    `9:120 ${dead('BASE/dead-d')}`,
    `13:3 ${dead('BASE/dead-e')}`,
    `15:1 ${dead('BASE/dead-f')}`,
    `15:47 ${dead('BASE/dead-g')}`,
    `18:1 ${dead('BASE/dead-h')}`,
    `30:11 ${dead('BASE/dead-i')}`,
    `36:1 ${dead('BASE/dead-j')}`,
  ]);
});

test('one request for an address, and a finding at each of its places', async () => {
  asked.length = 0;
  const found = await check('# A\n\n[a](BASE/dead#x)\n\n[b](BASE/dead#y)\n\n[c](BASE/moved#z)\n');
  expect(found).toEqual([
    `3:1 ${dead('BASE/dead#x')}`,
    `5:1 ${dead('BASE/dead#y')}`,
    '7:1 "BASE/moved#z" has moved',
  ]);
  expect(asked.filter((url) => url === '/dead')).toHaveLength(2);
  expect(asked.filter((url) => url === '/moved')).toHaveLength(1);
});

test('no request for exceptions, where the check is off, and without --links', async () => {
  asked.length = 0;
  const text = '# A\n\n[a](BASE/dead/a) [b](BASE/dead/b)\n';
  expect(await check(text, { ignored: ['BASE/dead/*'] })).toEqual([]);
  expect(await check(text, { levels: new Map([['link-web', 'off']]) })).toEqual([]);
  expect(await check(`---\ncheck: { link-web: off }\n---\n\n${text}`)).toEqual([]);
  expect(await findingsOf('link-web', text.replaceAll('BASE', base))).toEqual([]);
  expect(asked).toEqual([]);
});

test('a private network is not asked unless the user says so', async () => {
  asked.length = 0;
  expect(await check('# A\n\n[a](BASE/dead)\n', { allowsPrivate: false })).toEqual([
    '3:1 "BASE/dead" was not checked: "127.0.0.1" is in a private network',
  ]);
  expect(asked).toEqual([]);
});

test('a comment excuses a dead link, also where links are not checked', async () => {
  const text = '# A\n\n<!-- check-ignore link-web: opens in May -->\n[a](BASE/dead)\n';
  expect(await check(text)).toEqual([]);
  expect(await findingsOf('check-comment' as never, text.replaceAll('BASE', base))).toEqual([]);
});
