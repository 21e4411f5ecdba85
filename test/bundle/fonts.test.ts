import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { FontFace } from '../../src/4-bundle/font-face.ts';
import { embedFonts, locateFonts } from '../../src/4-bundle/fonts.ts';
import { libraryFolder } from '../../src/4-bundle/packages.ts';
import { subsetFont } from '../../src/4-bundle/subset.ts';
import { unpackFont } from '../../src/4-bundle/unpack-font.ts';
import { Report } from '../../src/diagnostics.ts';
import { temporaryFolder } from '../support/files.ts';
import { faults, optionsFor, renderedDeck } from './support.ts';

const inter = '@fontsource/inter/files/inter-latin-400-normal';
const newsreader = '@fontsource-variable/newsreader/files/newsreader-latin-standard-normal.woff2';

function fontFile(source: string): Buffer {
  const [, name = '', rest = ''] = /^(@[^/]+\/[^/]+)\/(.*)$/.exec(source) ?? [];
  return readFileSync(path.join(libraryFolder(name), rest));
}

/** The tables of an sfnt, by tag. */
function tables(sfnt: Uint8Array): ReadonlyMap<string, Buffer> {
  const font = Buffer.from(sfnt);
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const at = 12 + i * 16;
    const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
    return [font.toString('latin1', at, at + 4), font.subarray(offset, offset + length)] as const;
  });
  return new Map(entries);
}

function face(source: string, more: Partial<FontFace> = {}): FontFace {
  return {
    source,
    from: '/project/own.css',
    span: { file: 'own.css', line: 3, column: 8, length: source.length },
    descriptors: [['font-family', 'Text']],
    axes: {},
    ...more,
  };
}

test.each(['woff', 'woff2'])('a font comes out of %s with its shapes', async (ending) => {
  const font = await unpackFont(fontFile(`${inter}.${ending}`));
  expect([...tables(font).keys()]).toEqual(
    expect.arrayContaining(['cmap', 'glyf', 'hmtx', 'loca']),
  );
  const shapes = tables(subsetFont(font, { letters: 'Wq', features: [], axes: {} })).get('glyf');
  expect(shapes?.byteLength).toBeGreaterThan(100);
});

test('a damaged font, and a file that is none, are refused', async () => {
  for (const name of [`${inter}.woff`, `${inter}.woff2`]) {
    for (const length of [40, 2000]) {
      const damaged = fontFile(name).subarray(0, length);
      await expect(unpackFont(damaged)).rejects.toThrow('it is damaged');
    }
  }
  await expect(unpackFont(Buffer.from('<html>'))).rejects.toThrow('it is not a font file');
});

test('a subset holds its letters only, the same bytes each time', async () => {
  const packed = fontFile(newsreader);
  const font = await unpackFont(packed);
  const subset = { letters: 'abc', features: [], axes: { opsz: 16, wght: 400 } };
  const first = subsetFont(font, subset);
  expect(first.equals(subsetFont(font, subset))).toBe(true);
  expect(first.byteLength).toBeLessThan(packed.byteLength / 20);
  expect(tables(first).has('fvar')).toBe(false);
  const more = subsetFont(font, { ...subset, letters: 'abcdef' });
  expect(more.byteLength).toBeGreaterThan(first.byteLength);
});

test('a face has the letters of the deck, or of its elements, and is left out without any', () => {
  const html = '<p>Wörter</p><pre>ls</pre>';
  const faces = [
    face(`npm:${inter}.woff2`),
    face(`npm:${inter}.woff`, { range: 'U+F6' }),
    face(`npm:${inter}.woff`, { elements: ['pre', 'code'] }),
    face(`npm:${inter}.woff`, { elements: ['table'] }),
    face(`npm:${inter}.woff`, { range: 'U+400-4FF' }),
  ];
  const root = temporaryFolder();
  const report = new Report();
  const styles = { css: '.a{text-transform:uppercase}', faces, letters: '→' };
  const fonts = locateFonts(styles, renderedDeck('', { html }), optionsFor(root), report);
  expect(faults(report)).toEqual([]);
  const [all = '', ...rest] = fonts.map(({ letters }) => letters);
  for (const letter of 'WwöÖrt→09€') expect(all).toContain(letter);
  expect(rest).toEqual(['ö', 'LSls→']);
});

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
  const report = new Report();
  const styles = { css: '', faces, letters: '' };
  const fonts = locateFonts(styles, renderedDeck(''), optionsFor(root), report);
  await embedFonts(fonts, styles, report);
  expect(faults(report)).toEqual([
    'font-missing 3:8 the package "no-such-font" is not installed',
    'font-missing 3:8 the package @fontsource/inter has no file "files/none.woff2"',
    'font-missing 3:8 the package @fontsource/inter has no file "../../../package.json"',
    'font-missing 3:8 the package "npm:" is not installed',
    'file-missing 3:8 there is no file "none.woff2"',
    'font-missing 3:8 this font cannot be used: it is not a font file',
    'font-missing 3:8 this font cannot be used: it has no axis "GRAD"',
  ]);
});
