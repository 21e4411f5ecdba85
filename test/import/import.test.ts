import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { filesIn, temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';
import { lectern } from '../support/lectern.ts';
import { box, picture, placeholder, presentation, textBox } from './presentation.ts';

const place = box(838200, 1825625, 5000000, 4000000);

function talk(title = 'Apples'): Buffer {
  const shapes =
    placeholder('title', title) + textBox(5, 'Text', place) + picture(6, 'i', place, 'A tree');
  const links = { i: ['image', '../media/image1.png'] } as const;
  return presentation([{ shapes, links }], { parts: { 'ppt/media/image1.png': png(8, 8) } });
}

describe('a presentation is imported', () => {
  test('into a folder with its name, as a deck that builds', async () => {
    const cwd = temporaryFolder({ 'talk.pptx': talk() });
    const { exitCode, output, errors } = await lectern(['import', 'talk.pptx'], cwd);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' });
    expect(output).toMatch(/^talk\/talk\.md +\d+ B {5}1 slide {3}and 1 other file, \d+ B\n$/);
    expect(filesIn(cwd)).toEqual(['talk.pptx', 'talk/media/image1.png', 'talk/talk.md']);
    expect(await lectern(['build', 'talk/talk.md', '--strict'], cwd)).toMatchObject({
      exitCode: 0,
    });
  });

  test('into another folder, or under another name', async () => {
    const cwd = temporaryFolder({ 'talk.pptx': talk() });
    await lectern(['import', 'talk.pptx', '--out', 'slides/a'], cwd);
    await lectern(['import', 'talk.pptx', '--out', 'slides/b/harvest.md'], cwd);
    expect(filesIn(path.join(cwd, 'slides'))).toEqual([
      'a/media/image1.png',
      'a/talk.md',
      'b/harvest.md',
      'b/media/image1.png',
    ]);
  });

  test('again, until somebody has changed the deck', async () => {
    const cwd = temporaryFolder({ 'talk.pptx': talk() });
    const run = (...more: readonly string[]) => lectern(['import', 'talk.pptx', ...more], cwd);
    const deck = path.join(cwd, 'talk/talk.md');
    await run();
    writeFileSync(path.join(cwd, 'talk.pptx'), talk('Pears'));
    expect(await run()).toMatchObject({ exitCode: 0 });
    expect(readFileSync(deck, 'utf8')).toContain('# Pears');
    writeFileSync(deck, 'mine');
    const { exitCode, errors } = await run();
    expect(exitCode).toBe(1);
    expect(errors).toContain(
      'talk/talk.md was not written by Lectern, or was changed since, and is not replaced',
    );
    expect(readFileSync(deck, 'utf8')).toBe('mine');
    expect(await run('--force')).toMatchObject({ exitCode: 0 });
  });

  test('all of it or nothing, if a file is in the way', async () => {
    const cwd = temporaryFolder({ 'talk.pptx': talk(), 'talk/media/image1.png': 'mine' });
    expect(await lectern(['import', 'talk.pptx'], cwd)).toMatchObject({ exitCode: 1 });
    expect(filesIn(cwd)).toEqual(['talk.pptx', 'talk/media/image1.png']);
  });

  test('with a report for programs', async () => {
    const cwd = temporaryFolder({ 'talk.pptx': talk() });
    const { output } = await lectern(['import', 'talk.pptx', '--json'], cwd);
    expect(JSON.parse(output)).toEqual({
      decks: [
        {
          file: 'talk.pptx',
          output: 'talk/talk.md',
          files: ['talk/talk.md', 'talk/media/image1.png'],
          slides: 1,
        },
      ],
      diagnostics: [],
    });
  });

  test('and the same file gives the same deck', async () => {
    const cwd = temporaryFolder({ 'talk.pptx': talk() });
    await lectern(['import', 'talk.pptx', '--out', 'a'], cwd);
    await lectern(['import', 'talk.pptx', '--out', 'b'], cwd);
    expect(readFileSync(path.join(cwd, 'a/talk.md'))).toEqual(
      readFileSync(path.join(cwd, 'b/talk.md')),
    );
  });
});

describe('one clear error', () => {
  const compound = (text: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(text, 'utf16le'),
    ]);
  const part = (name: string, content: string) =>
    presentation([{ shapes: placeholder('title', 'A') }], { parts: { [name]: content } });
  const deep = `${'<p:grpSp>'.repeat(5000)}${'</p:grpSp>'.repeat(5000)}`;

  test.for([
    ['is protected by a password', compound('EncryptedPackage')],
    ['is a presentation of PowerPoint 97 to 2003 (.ppt)', compound('PowerPoint Document')],
    ['is a PDF', Buffer.from('%PDF-1.7')],
    ['is empty', Buffer.alloc(0)],
    ['is damaged or incomplete', talk().subarray(0, 900)],
    ['is a ZIP archive without a presentation', Buffer.from(zipSync({ 'a.txt': strToU8('a') }))],
    ['contains a part with the unsafe name', part('ppt/../../evil.sh', 'rm')],
    ['is nested deeper than 200 levels', presentation([{ shapes: deep }])],
  ] as const)('%s', async ([message, bytes]) => {
    const cwd = temporaryFolder({ 'talk.pptx': bytes });
    const { exitCode, errors } = await lectern(['import', 'talk.pptx'], cwd);
    expect(exitCode).toBe(1);
    expect(errors).toContain(`error: talk.pptx ${message}`);
    expect(errors).toMatch(/\n1 error: talk\/talk\.md was not written\n$/);
    expect(filesIn(cwd)).toEqual(['talk.pptx']);
  });

  test('if a slide unpacks to more than any has', async () => {
    const bytes = presentation([{ shapes: ' '.repeat(70_000_000) }]);
    expect(bytes.length).toBeLessThan(1_000_000);
    const cwd = temporaryFolder({ 'talk.pptx': bytes });
    const { exitCode, errors } = await lectern(['import', 'talk.pptx'], cwd);
    expect(exitCode).toBe(1);
    expect(errors).toContain('error: talk.pptx has a part with more than 64 MB of text');
  });

  test('if there is no such file, or it is a folder', async () => {
    const cwd = temporaryFolder();
    mkdirSync(path.join(cwd, 'folder.pptx'));
    const { exitCode, errors } = await lectern(['import', 'gone.pptx', 'folder.pptx'], cwd);
    expect(exitCode).toBe(1);
    expect(errors).toContain('error: file not found: gone.pptx [file-missing]');
    expect(errors).toContain('error: folder.pptx is not an ordinary file [file-kind]');
  });

  test('without a file to import, or with one output for two', async () => {
    const cwd = temporaryFolder({ 'a.pptx': talk(), 'b.pptx': talk() });
    expect(await lectern(['import'], cwd)).toMatchObject({ exitCode: 2 });
    expect(await lectern(['import', 'a.pptx', 'b.pptx', '--out', 'c'], cwd)).toMatchObject({
      exitCode: 2,
    });
  });
});

test('entities and external parts are not followed', async () => {
  const shapes = placeholder('title', 'A &lol; B') + picture(6, 'e', place);
  const links = { e: ['image', 'https://example.org/track.png'] } as const;
  const entity = '<!DOCTYPE a [<!ENTITY lol "lollol"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
  const bytes = presentation([{ shapes, links }], { parts: { 'ppt/a.xml': entity } });
  const cwd = temporaryFolder({ 'talk.pptx': bytes });
  const { errors } = await lectern(['import', 'talk.pptx'], cwd);
  expect(errors).toContain(
    'a file that is not in the presentation is only linked: https://example.org/track.png',
  );
  const text = readFileSync(path.join(cwd, 'talk/talk.md'), 'utf8');
  expect(text).not.toContain('lollol');
  expect(text).not.toContain('track.png');
  expect(existsSync(path.join(cwd, 'talk/media'))).toBe(false);
});
