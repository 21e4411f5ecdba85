import { truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { tableOf } from '../../../src/5-bundle/fonts/file/sfnt.ts';
import { unpackFont } from '../../../src/5-bundle/fonts/file/unpack-font.ts';
import { temporaryFolder } from '../../support/files.ts';
import { embedFaces, face, fontFile, inter, newsreader } from './support.ts';

test('what is missing or no font is an error at its place', async () => {
  const root = temporaryFolder({ 'own.css': '', 'page.woff2': '<html>' });
  const from = path.join(root, 'own.css');
  const faces = [
    face('npm:no-such-font/files/a.woff2'),
    face('npm:@fontsource/inter/files/none.woff2'),
    face('npm:@fontsource/inter/../../../package.json'),
    face('npm:'),
    face('none.woff2', { from }),
    face('page.woff2', { from }),
    face(`npm:${newsreader}`, { axes: { GRAD: 1 } }),
  ];
  const { problems } = await embedFaces(faces, root);
  expect(problems).toEqual([
    'font-missing 3:8 the package "no-such-font" is not installed',
    'font-missing 3:8 the package @fontsource/inter has no file "files/none.woff2"',
    'font-missing 3:8 the package @fontsource/inter has no file "../../../package.json"',
    'font-missing 3:8 the package "npm:" is not installed',
    'file-missing 3:8 there is no file "none.woff2"',
    'font-unusable 3:8 this font cannot be used: it is not a font file',
    'font-unusable 3:8 this font cannot be used: it has no axis "GRAD"',
  ]);
});

describe('a font that a deck may not or cannot carry is refused with the reason:', () => {
  const refusals: readonly (readonly [string, Buffer | Promise<Buffer>, string])[] = [
    ['no embedding', withEmbedding(2), 'its license forbids embedding (fsType 2)'],
    [
      'no subsetting',
      withEmbedding(0x108),
      'its license forbids embedding a subset (fsType 0x100)',
    ],
    ['bitmaps only', withEmbedding(0x204), 'its license forbids embedding outlines (fsType 0x200)'],
    ['a collection', Buffer.from('ttcf\0\x01\0\0'), 'it is a collection of several (TTC)'],
    ['a damaged one', Buffer.from('OTTO\0\x09\0\0rest'), 'it is damaged'],
    ['another file', Buffer.from('%PDF-1.7'), 'it is not a font file'],
  ];
  test.each(refusals)('%s', async (_, font, reason) => {
    expect(await problemsOf(await font)).toEqual([
      `font-unusable 3:8 this font cannot be used: ${reason}`,
    ]);
  });

  test('a huge one, before it is read', async () => {
    const root = temporaryFolder({ 'own.css': '', 'own.ttf': '' });
    truncateSync(path.join(root, 'own.ttf'), 60 * 1024 * 1024);
    expect(await problemsIn(root)).toEqual([
      'font-unusable 3:8 this font cannot be used: own.ttf has 60 MB; at most 40 are read',
    ]);
  });
});

test('a font may be embedded for preview, to be edited, or freely', async () => {
  for (const type of [0, 4, 8, 6]) expect(await problemsOf(await withEmbedding(type))).toEqual([]);
});

/** Inter with what its maker says of embedding, `fsType`, changed. */
async function withEmbedding(type: number): Promise<Buffer> {
  const font = Buffer.from(await unpackFont(fontFile(`${inter}.woff2`)));
  tableOf(font, 'OS/2')?.writeUInt16BE(type, 8);
  return font;
}

async function problemsOf(font: Buffer): Promise<readonly string[]> {
  return problemsIn(temporaryFolder({ 'own.css': '', 'own.ttf': font }));
}

async function problemsIn(root: string): Promise<readonly string[]> {
  const own = face('own.ttf', { from: path.join(root, 'own.css') });
  return (await embedFaces([own], root)).problems;
}
