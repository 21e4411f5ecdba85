import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { versionOf, versionOfBytes } from '../../../src/base/files/edit/edited-file.ts';
import { saveText } from '../../../src/dev/files/save.ts';
import type { FileText, ServerMessage } from '../../../src/dev/protocol/messages.ts';
import { temporaryFolder } from '../../support/files.ts';
import { serveDeck } from '../session.ts';
import { strangeFiles } from './strange-files.ts';
import { contentsOf, secret, serveTalk, Visitor } from './visitor.ts';

test('without the token nothing is sent, shown or written', async () => {
  const { port, token, folder, url } = await serveTalk();
  const before = contentsOf(folder);
  const wrong = ['', `${token}A`, token.slice(1), token.toLowerCase(), 'null'];
  const requests = [
    { type: 'edit', of: 'talk.md' },
    { type: 'edit', of: 0 },
    { type: 'draft', file: 'talk.md', id: '1', text: '# Hacked' },
    { type: 'save', file: 'talk.md', text: '# Hacked', version: 'none' },
    { type: 'close' },
  ];
  const visitor = await Visitor.open(port);
  for (const shown of wrong) {
    for (const request of requests) {
      expect(await visitor.ask({ ...request, token: shown }, 'reload')).toEqual({ type: 'reload' });
    }
  }
  const kinds = new Set(visitor.messages.map(({ type }) => type));
  expect([...kinds]).toEqual(['reload']);
  expect(contentsOf(folder)).toEqual(before);
  expect(await (await fetch(url)).text()).not.toContain('Hacked');
});

test('no file is read, shown or written but the Markdown of the deck', async () => {
  const { port, token, folder, outside } = await serveTalk();
  const before = [contentsOf(folder), contentsOf(outside)];
  const visitor = await Visitor.open(port);
  const { version } = (await visitor.ask({ type: 'edit', token, of: 'talk.md' }, 'text')) as {
    version: string;
  } & ServerMessage;
  for (const file of strangeFiles) {
    const requests = [
      { type: 'edit', token, of: file },
      { type: 'draft', token, file, id: '1', text: '# Hacked' },
      { type: 'save', token, file, text: '# Hacked', version },
      { type: 'save', token, file, text: '# Hacked', version: 'none' },
    ];
    for (const request of requests) {
      const answer = await visitor.ask(request, 'refused');
      expect(answer, file).toMatchObject({ type: 'refused', file });
      expect(JSON.stringify(visitor.messages)).not.toContain(secret);
    }
  }
  expect([contentsOf(folder), contentsOf(outside)]).toEqual(before);
});

test('a file that a deck includes is not written unless it is Markdown', async () => {
  const { port, token, folder } = await serveTalk();
  const visitor = await Visitor.open(port);
  await visitor.ask({ type: 'edit', token, of: 'talk.md' }, 'built');
  const text = '# A\n\n---\nsrc: package.json\n---\n\n---\nsrc: part.md\n---\n';
  const draft = { type: 'draft', token, file: 'talk.md', id: 'included', text };
  await visitor.ask(draft, 'patch');
  for (const type of ['edit', 'save']) {
    const file = 'package.json';
    const request = { type, token, of: file, file, text: '{}', version: 'none' };
    expect(await visitor.ask(request, 'refused')).toMatchObject({ file });
  }
  expect(readFileSync(path.join(folder, 'package.json'), 'utf8')).toContain(secret);
  await visitor.ask({ type: 'edit', token, of: 'part.md' }, 'text');
});

test('a page of one deck edits no file of another', async () => {
  const { port, token } = await serveTalk();
  const visitor = await Visitor.open(port, '');
  // The list of all decks has nothing to edit.
  visitor.say({ type: 'edit', token, of: 'talk.md' });
  await visitor.hear('text');
  expect(visitor.closed).toBe(1008);
});

test('an invalid or too long request ends the connection', async () => {
  const { port, token, folder } = await serveTalk();
  const before = contentsOf(folder);
  const base = { token, file: 'talk.md' };
  const requests = [
    { type: 'edit', token },
    { type: 'edit', of: 'talk.md' },
    { type: 'edit', token, of: -1 },
    { type: 'edit', token, of: 0.5 },
    { type: 'edit', token, of: null },
    { type: 'edit', token, of: ['talk.md'] },
    { type: 'edit', token: [token], of: 0 },
    { type: 'draft', ...base },
    { type: 'draft', ...base, id: 1, text: '' },
    { type: 'draft', ...base, id: 'x'.repeat(65), text: '' },
    { type: 'draft', ...base, id: '1', text: null },
    { type: 'draft', ...base, id: '1', text: 'x'.repeat(1_000_001) },
    { type: 'draft', ...base, id: '1', text: 'x'.repeat(5_000_000) },
    { type: 'save', ...base, version: 'none' },
    { type: 'save', ...base, text: '' },
    { type: 'save', ...base, text: 1, version: 'none' },
    { type: 'save', ...base, text: 'x'.repeat(1_000_001), version: 'none' },
    { type: 'save', token, file: { toString: 'talk.md' }, text: '', version: 'none' },
    { type: 'upload', ...base },
  ];
  for (const request of requests) {
    const visitor = await Visitor.open(port);
    visitor.say(request);
    await visitor.hear('saved');
    expect(visitor.closed, JSON.stringify(request).slice(0, 80)).toBeGreaterThan(0);
  }
  expect(contentsOf(folder)).toEqual(before);
});

test('a slide that is not there is the deck itself', async () => {
  const { port, token } = await serveTalk();
  const visitor = await Visitor.open(port);
  for (const of of [99, Number.MAX_SAFE_INTEGER]) {
    const answer = await visitor.ask({ type: 'edit', token, of }, 'text');
    expect(answer).toMatchObject({ file: 'talk.md' });
  }
});

test('a link that replaces a file of the deck is not followed', async () => {
  const { port, token, folder, outside } = await serveTalk();
  const visitor = await Visitor.open(port);
  const { version } = (await visitor.ask({ type: 'edit', token, of: 'part.md' }, 'text')) as {
    version: string;
  } & ServerMessage;
  const part = path.join(folder, 'part.md');
  unlinkSync(part);
  symlinkSync(path.join(outside, 'secret.txt'), part);
  const save = { type: 'save', token, file: 'part.md', text: '## Hacked' };
  for (const shown of [version, 'none']) {
    expect(await visitor.ask({ ...save, version: shown }, 'refused')).toMatchObject({
      reason: 'it was replaced by a link',
    });
  }
  expect(await visitor.ask({ type: 'edit', token, of: 'part.md' }, 'refused')).toBeDefined();
  expect(JSON.stringify(visitor.messages)).not.toContain(secret);
  // Nor is one that leads nowhere yet.
  unlinkSync(part);
  symlinkSync(path.join(outside, 'new.txt'), part);
  expect(await visitor.ask({ ...save, version: 'none' }, 'refused')).toBeDefined();
  expect(readdirSync(outside)).toEqual(['secret.txt']);
  // Nor a folder.
  unlinkSync(part);
  mkdirSync(part);
  expect(await visitor.ask({ ...save, version: 'none' }, 'refused')).toBeDefined();
});

test('a folder that becomes a link does not lead elsewhere', async () => {
  const outside = temporaryFolder({ 'part.md': secret });
  const folder = temporaryFolder({
    'package.json': '{}',
    'talk.md': '# A talk\n\n---\nsrc: parts/part.md\n---\n',
    'parts/part.md': '## Part',
  });
  const { port, url } = await serveDeck(folder, 'talk.md');
  const [, token = ''] = /"token":"([\w-]+)"/.exec(await (await fetch(url)).text()) ?? [];
  const visitor = await Visitor.open(port);
  const { version } = (await visitor.ask({ type: 'edit', token, of: 'parts/part.md' }, 'text')) as {
    version: string;
  } & ServerMessage;
  renameSync(path.join(folder, 'parts'), path.join(folder, 'old'));
  symlinkSync(outside, path.join(folder, 'parts'));
  for (const shown of [version, 'none']) {
    const save = { type: 'save', token, file: 'parts/part.md', text: '## Hacked', version: shown };
    expect(await visitor.ask(save, 'refused')).toBeDefined();
  }
  rmSync(path.join(outside, 'part.md'));
  const save = { type: 'save', token, file: 'parts/part.md', text: '## Hacked', version: 'none' };
  expect(await visitor.ask(save, 'refused')).toBeDefined();
  expect(readdirSync(outside)).toEqual([]);
  expect(JSON.stringify(visitor.messages)).not.toContain(secret);
});

test('a deck that is a link out of its project is shown, and not edited', async () => {
  const outside = temporaryFolder({ 'real.md': '# Elsewhere' });
  const folder = temporaryFolder({ 'package.json': '{}' });
  symlinkSync(path.join(outside, 'real.md'), path.join(folder, 'talk.md'));
  const { port, url } = await serveDeck(folder, 'talk.md');
  const page = await (await fetch(url)).text();
  const [, token = ''] = /"token":"([\w-]+)"/.exec(page) ?? [];
  const visitor = await Visitor.open(port);
  for (const of of [0, path.relative(folder, path.join(outside, 'real.md'))]) {
    expect(await visitor.ask({ type: 'edit', token, of }, 'refused')).toBeDefined();
  }
});

test('a text with a NUL is not written', async () => {
  const { port, token, folder } = await serveTalk();
  const visitor = await Visitor.open(port);
  const { version } = (await visitor.ask({ type: 'edit', token, of: 'talk.md' }, 'text')) as {
    version: string;
  } & ServerMessage;
  const save = { type: 'save', token, file: 'talk.md', text: 'a\0b', version };
  expect(await visitor.ask(save, 'refused')).toMatchObject({ file: 'talk.md' });
  expect(readFileSync(path.join(folder, 'talk.md'), 'utf8')).not.toContain('a\0b');
});

test('a save from another version than the file has writes nothing, and gives what it has', async () => {
  const { port, token, folder } = await serveTalk();
  const visitor = await Visitor.open(port);
  const deck = path.join(folder, 'talk.md');
  const before = readFileSync(deck, 'utf8');
  for (const version of ['none', '', '0'.repeat(32), '__proto__']) {
    const save = { type: 'save', token, file: 'talk.md', text: '# Hacked', version };
    const answer = await visitor.ask(save, 'text');
    expect(answer).toMatchObject({ file: 'talk.md', text: before, isConflict: true });
  }
  expect(readFileSync(deck, 'utf8')).toBe(before);
});

test('of two saves at once from the same version only the first is written', async () => {
  const { port, token, folder } = await serveTalk();
  const [first, second] = [await Visitor.open(port), await Visitor.open(port)];
  const { version } = (await first.ask({ type: 'edit', token, of: 'talk.md' }, 'text')) as {
    version: string;
  } & ServerMessage;
  const save = { type: 'save', token, file: 'talk.md', version };
  const answers = await Promise.all([
    first.ask({ ...save, text: '# One' }, 'saved'),
    second.ask({ ...save, text: '# Two' }, 'text'),
  ]);
  expect(answers).toMatchObject([{ type: 'saved' }, { text: '# One', isConflict: true }]);
  expect(readFileSync(path.join(folder, 'talk.md'), 'utf8')).toBe('# One');
});

test('the editor is a script that no other site may use', async () => {
  const { url } = await serveTalk();
  const address = new URL('/editor.js', url);
  address.search = new URL(url).search;
  const response = await fetch(address);
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(await response.text()).toContain('openEditor');
});

test('a file that is read-only is not written', async () => {
  const { port, token, folder } = await serveTalk();
  const deck = path.join(folder, 'talk.md');
  chmodSync(deck, 0o444);
  const visitor = await Visitor.open(port);
  const asked = await visitor.ask({ type: 'edit', token, of: 'talk.md' }, 'text');
  const { version } = asked as FileText;
  const save = { type: 'save', token, file: 'talk.md', text: '# Mine', version };
  expect(await visitor.ask(save, 'refused')).toMatchObject({ reason: 'it is read-only' });
  expect(readFileSync(deck, 'utf8')).toContain('# A talk');
});

test('a save is answered with the version of what was written, whatever another program writes then', async () => {
  const folder = temporaryFolder({ 'talk.md': '# Before' });
  const file = path.join(folder, 'talk.md');
  // Writes as soon as it sees what is saved.
  const other = new Worker(
    `const { readFileSync, writeFileSync } = require('node:fs');
     const { workerData: file, parentPort } = require('node:worker_threads');
     parentPort.postMessage('ready');
     while (readFileSync(file, 'utf8') !== '# Mine');
     writeFileSync(file, '# Theirs');`,
    { eval: true, workerData: file },
  );
  await new Promise((resolve) => other.once('message', resolve));
  const version = versionOf(file);
  const answer = await saveText(
    { type: 'save', token: '', file: 'talk.md', text: '# Mine', version },
    file,
    folder,
  );
  await new Promise((resolve) => other.once('exit', resolve));
  expect(readFileSync(file, 'utf8')).toBe('# Theirs');
  expect(answer).toEqual({
    type: 'saved',
    file: 'talk.md',
    version: versionOfBytes(Buffer.from('# Mine')),
  });
});
