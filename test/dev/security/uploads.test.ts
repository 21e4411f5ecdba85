import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dot } from '../editing/dropped-images.ts';
import { baseOf, cookieOf } from '../session.ts';
import { badUploads, rightUpload } from './bad-uploads.ts';
import { ask, attack, statusOf } from './raw-request.ts';
import { strangeFiles } from './strange-files.ts';
import { contentsOf, serveTalk } from './visitor.ts';

test('uploads that are wrong in any way leave nothing', async () => {
  const { port, token, folder, outside } = await serveTalk();
  const before = [contentsOf(folder), contentsOf(outside)];
  const attacks = badUploads(port, token);
  expect(attacks.length).toBeGreaterThan(70);
  const won: string[] = [];
  for (const { name, request } of attacks) {
    const answer = await attack(port, request);
    if (answer !== '' && !(statusOf(answer) >= 400)) won.push(`${name}: ${answer.slice(0, 60)}`);
  }
  expect(won).toEqual([]);
  expect([contentsOf(folder), contentsOf(outside)]).toEqual(before);
  const answer = await ask(port, rightUpload(port, token));
  expect(statusOf(answer)).toBe(200);
  expect(readdirSync(folder)).toContain('x.svg');
});

/** Sends a picture as a page does, with whatever names. */
async function upload(port: number, token: string, names: Readonly<Record<string, string>>) {
  const given = { deck: 'talk', file: 'talk.md', name: 'x.png', ...names };
  const headers = Object.entries(given).map(([key, name]) => [
    `X-Lectern-${key}`,
    encodeURIComponent(name),
  ]);
  const origin = `http://127.0.0.1:${port}`;
  const response = await fetch(`${origin}${baseOf(port)}/upload`, {
    method: 'POST',
    headers: {
      ...Object.fromEntries(headers),
      Origin: origin,
      Cookie: cookieOf(port),
      'X-Lectern-Token': token,
    },
    body: dot,
  });
  return response.json();
}

test('a picture lies beside a file of the deck, whatever names are said', async () => {
  const { port, token, folder, outside } = await serveTalk();
  const before = contentsOf(folder);
  for (const file of strangeFiles.filter(({ length }) => length < 1000)) {
    expect(await upload(port, token, { file })).toHaveProperty('reason');
  }
  for (const deck of ['', '..', 'Talk', 'talk/', '__proto__', '../talk']) {
    expect(await upload(port, token, { deck })).toHaveProperty('reason');
  }
  expect(contentsOf(folder)).toEqual(before);
  const hostile = ['../../evil.png', '/etc/evil.png', 'con.png', 'a\0.png', '.htaccess', 'talk.md'];
  for (const name of [...hostile, 'linked/evil.png', '<img onerror=x>.png']) {
    const { path: added = '' } = (await upload(port, token, { name })) as { path?: string };
    expect(added).toMatch(/^[\p{L}\p{N}._-]+\.png$/u);
    expect(readFileSync(path.join(folder, added))).toEqual(dot);
  }
  expect(contentsOf(folder)).toMatchObject(before);
  expect(readdirSync(outside)).toEqual(['secret.txt']);
});

test('a folder of pictures that is a link is not used, nor is a file that is one overwritten', async () => {
  const { port, token, folder, outside } = await serveTalk();
  symlinkSync(outside, path.join(folder, 'assets'));
  symlinkSync(path.join(outside, 'new.png'), path.join(folder, 'x.png'));
  expect(await upload(port, token, {})).toEqual({ path: 'x-2.png' });
  expect(readdirSync(outside)).toEqual(['secret.txt']);
});

test('a picture of 25 MB is taken, a larger one is not, and that is said', async () => {
  const { port, token, folder } = await serveTalk();
  const send = (bytes: number) =>
    fetch(`http://127.0.0.1:${port}${baseOf(port)}/upload`, {
      method: 'POST',
      headers: {
        Origin: `http://127.0.0.1:${port}`,
        Cookie: cookieOf(port),
        'X-Lectern-Token': token,
        'X-Lectern-Deck': 'talk',
        'X-Lectern-File': 'talk.md',
        'X-Lectern-Name': 'large.png',
      },
      body: Buffer.concat([dot, Buffer.alloc(bytes - dot.length)]),
    }).catch(() => undefined);
  const limit = 25 * 1024 * 1024;
  expect(await (await send(limit))?.json()).toEqual({ path: 'large.png' });
  const refused = await send(limit + 1);
  expect(refused?.status ?? 413).toBe(413);
  const names = readdirSync(folder).filter((name) => name.startsWith('large'));
  expect(names).toEqual(['large.png']);
});
