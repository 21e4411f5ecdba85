import { truncateSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readCharacterMap } from '../../../src/5-bundle/fonts/file/character-map.ts';
import { packFont } from '../../../src/5-bundle/fonts/file/pack-font.ts';
import { writeSfnt } from '../../../src/5-bundle/fonts/file/sfnt.ts';
import { withoutSignLigatures } from '../../../src/5-bundle/fonts/file/sign-ligatures.ts';
import { subsetFont } from '../../../src/5-bundle/fonts/file/subset.ts';
import { FontError, orDamaged, unpackFont } from '../../../src/5-bundle/fonts/file/unpack-font.ts';
import { fontFile, inter } from '../../bundle/fonts/support.ts';
import { temporaryFolder } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';
import { u16, u32 } from './binary.ts';

const trueType = 0x00010000;

function sfnt(tables: Readonly<Record<string, Uint8Array>>): Buffer {
  const all = Object.entries(tables).map(([tag, bytes]) => ({ tag, bytes }));
  return Buffer.from(writeSfnt(trueType, all));
}

/** A WOFF file whose tables are all the same bytes of it. @param length of a table unpacked */
function woff(packed: Buffer, length: number, count: number): Buffer {
  const start = 44 + 20 * count;
  const tables = Array.from({ length: count }, (_, i) => [
    Buffer.from(`t${String(i).padStart(3, '0')}`),
    u32(start, packed.length, length, 0),
  ]).flat();
  const head = Buffer.concat([Buffer.from('wOFF'), u32(trueType, 0), u16(count), Buffer.alloc(30)]);
  return Buffer.concat([head, ...tables, packed]);
}

/** All groups have the same 4096 characters. */
function characterMap(groups: number): Buffer {
  const table = [u16(12, 0), u32(16 + 12 * groups, 0, groups)];
  const all = Buffer.concat(Array(groups).fill(u32(0, 0xfff, 1)));
  return Buffer.concat([u16(0, 1, 3, 10), u32(12), ...table, all]);
}

/** Lists of 16,000 offsets that all lead to the same list: three levels of them. */
function overlappingLists(): Buffer {
  const table = Buffer.alloc(64 * 1024);
  for (let at = 0; at < table.length; at += 2) table.writeUInt16BE(4, at);
  table.writeUInt16BE(10, 8);
  for (const at of [10, 14, 18]) table.writeUInt16BE(16_000, at);
  return table;
}

const deck = (font: string) => `---\nfonts: {text: ${font}}\n---\n\n# Title\n\nText -> text\n`;

async function build(name: string, font: Buffer): Promise<string> {
  const folder = temporaryFolder({ 'talk.md': deck(name), [name]: font });
  return (await lectern(['build', 'talk.md'], folder)).errors;
}

describe('a font that unpacks to gigabytes is refused before that', () => {
  const zeros = deflateSync(Buffer.alloc(8 * 1024 * 1024));
  test('with one table', async () => {
    expect(await build('a.woff', woff(zeros, 0xf0000000, 1))).toContain('more than 128 MB');
  });

  test('with tables that are all the same bytes', async () => {
    expect(await build('a.woff', woff(zeros, 8 * 1024 * 1024, 20))).toContain('more than 128 MB');
  });

  test('with a table that is larger than it says', async () => {
    expect(await build('a.woff', woff(zeros, 100, 1))).toContain('it is damaged');
  });

  test('as WOFF 2', async () => {
    const font = Buffer.concat([
      Buffer.from('wOF2'),
      u32(trueType, 60),
      u16(1, 0),
      u32(0xf0000000),
    ]);
    expect(await build('a.woff2', font)).toContain('more than 128 MB');
    expect(await build('a.woff2', font.subarray(0, 12))).toContain('it is damaged');
  });
});

test('tables whose parts overlap are read in a bounded time', () => {
  const map = characterMap(5000);
  expect(() => readCharacterMap(sfnt({ cmap: map }))).toThrow(RangeError);
  const lists = sfnt({ cmap: characterMap(1), GSUB: overlappingLists() });
  expect(withoutSignLigatures(lists)).toBe(lists);
  const font = sfnt({ cmap: map, GSUB: overlappingLists(), name: u16(0, 0, 6) });
  expect(() => subsetFont(font, { characters: 'a', features: [], axes: {} })).toThrow(FontError);
});

test('fonts with damaged tables are used or refused, and nothing else', async () => {
  const font = Buffer.from(await unpackFont(fontFile(`${inter}.woff2`)));
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return seed % below;
  };
  for (let round = 0; round < 60; round++) {
    const damaged = Buffer.from(font);
    for (let i = random(8); i >= 0; i--) {
      const entry = 12 + 16 * random(font.readUInt16BE(4));
      const place = random(3) === 0 ? entry + 8 + 4 * random(2) : font.readUInt32BE(entry + 8);
      damaged.writeUInt16BE([0xffff, 0, 0x7fff, 1][random(4)] ?? 0, place + random(4));
    }
    const characters = 'Hello -> fi';
    try {
      const small = subsetFont(damaged, { characters, features: ['liga'], axes: {} });
      await orDamaged(() => packFont(small));
    } catch (error) {
      expect(error, `round ${round}`).toBeInstanceOf(FontError);
    }
  }
});

test('the files of all faces count, also one that many faces name', async () => {
  const css = Array.from(
    { length: 12 },
    (_, i) => `@font-face { font-family: F${i}; src: url(big.ttf) } .f${i} { font-family: F${i} }`,
  );
  const folder = temporaryFolder({
    'talk.md': '---\nstyles: a.css\n---\n\n# Title\n',
    'a.css': css.join('\n'),
    'big.ttf': '',
  });
  truncateSync(path.join(folder, 'big.ttf'), 39 * 1024 * 1024);
  const { errors } = await lectern(['build', 'talk.md'], folder);
  expect(errors).toContain('a.css:8:');
  expect(errors).toContain('with "big.ttf", the files of all fonts have more than 300 MB');
  expect(errors.match(/all fonts/g)).toHaveLength(1);
});
