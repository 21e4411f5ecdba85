import { expect, test } from 'vitest';
import { findCharacters } from '../../../src/5-bundle/fonts/characters/font-characters.ts';
import { featuresIn } from '../../../src/5-bundle/fonts/file/font-features.ts';
import { subsetFont } from '../../../src/5-bundle/fonts/file/subset.ts';
import { unpackFont } from '../../../src/5-bundle/fonts/file/unpack-font.ts';
import type { FontFace } from '../../../src/5-bundle/fonts/font-face.ts';
import { axesOf } from '../../../src/5-bundle/fonts/font-facts.ts';
import { locateFonts } from '../../../src/5-bundle/fonts/fonts.ts';
import { noTokens } from '../../../src/5-bundle/styles/token-uses.ts';
import { Report } from '../../../src/base/diagnostics/report.ts';
import { Inputs } from '../../../src/base/inputs.ts';
import { temporaryFolder } from '../../support/files.ts';
import { optionsFor, problems, renderedDeck, stacksOf } from '../support.ts';
import { embedFaces, face, fontFile, inter, newsreader, noImages } from './support.ts';

const mono = '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2';

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

test.each(['woff', 'woff2'])('a font comes out of %s with its shapes', async (ending) => {
  const font = await unpackFont(fontFile(`${inter}.${ending}`));
  expect([...tables(font).keys()]).toEqual(
    expect.arrayContaining(['cmap', 'glyf', 'hmtx', 'loca']),
  );
  const shapes = tables(subsetFont(font, { characters: 'Wq', features: [], axes: {} })).get('glyf');
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

test('a subset holds its characters only, the same bytes each time', async () => {
  const packed = fontFile(newsreader);
  const font = await unpackFont(packed);
  const subset = { characters: 'abc', features: [], axes: { opsz: 16, wght: 400 } };
  const first = subsetFont(font, subset);
  expect(first.equals(subsetFont(font, subset))).toBe(true);
  expect(first.byteLength).toBeLessThan(packed.byteLength / 20);
  expect(tables(first).has('fvar')).toBe(false);
  const more = subsetFont(font, { ...subset, characters: 'abcdef' });
  expect(more.byteLength).toBeGreaterThan(first.byteLength);
});

test('a face has the characters of the deck, or of its elements, and is left out without any', () => {
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
  const styles = {
    css: '.a{text-transform:uppercase}',
    faces,
    characters: '→',
    tokens: noTokens,
    ok: true,
  };
  const fonts = locateFonts(
    styles,
    findCharacters(styles, renderedDeck('', { stacks: stacksOf(html) }), noImages),
    optionsFor(root),
    new Inputs(),
    report,
  );
  expect(problems(report)).toEqual([]);
  const [all = '', ...rest] = fonts.map(({ characters }) => characters);
  for (const letter of 'WwöÖrt→09€') expect(all).toContain(letter);
  expect(all).not.toContain('l');
  expect(rest).toEqual(['ö', 'LSls→']);
});

test('a letter in code is in the face of the text where that of code has it not', () => {
  const faces = [
    face(`npm:${inter}.woff2`),
    face(`npm:${inter}.woff`, { elements: ['pre', 'code'], range: 'U+0-FF' }),
  ];
  const styles = { css: '', faces, characters: '', tokens: noTokens, ok: true };
  const rendered = renderedDeck('', { stacks: stacksOf('<p>a</p><pre>zλ</pre>') });
  const fonts = locateFonts(
    styles,
    findCharacters(styles, rendered, noImages),
    optionsFor(temporaryFolder()),
    new Inputs(),
    new Report(),
  );
  const [text = '', code = ''] = fonts.map(({ characters }) => characters);
  expect(text).toMatch(/a.*λ/);
  expect(text).not.toContain('z');
  expect(code).toBe('z');
});

test('decks with common characters have the same fonts; others have their own characters only', () => {
  const kept = (text: string): string => {
    const styles = {
      css: '',
      faces: [face(`npm:${inter}.woff2`, { range: 'U+0-FF' })],
      characters: '',
      tokens: noTokens,
      ok: true,
    };
    const rendered = renderedDeck('', { stacks: stacksOf(`<p>${text}</p>`) });
    const fonts = locateFonts(
      styles,
      findCharacters(styles, rendered, noImages),
      optionsFor(temporaryFolder()),
      new Inputs(),
      new Report(),
    );
    return fonts[0]?.subset ?? '';
  };
  expect(kept('One talk')).toBe(kept('Quite another one (of 2): “Why?”'.replace(/[“”]/g, '"')));
  expect(kept('One talk')).toContain('Q');
  expect(kept('One talk')).not.toContain('—');
  expect(kept('{x}')).toBe(kept('~[y]'));
  expect(kept('Größe')).not.toContain('Q');
});

test('a face has the features that styles turn on, and goes without those that it turns off', async () => {
  const text = await unpackFont(fontFile(`${inter}.woff2`));
  const code = await unpackFont(fontFile(mono));
  const size = (font: Uint8Array, more: object) =>
    subsetFont(font, { characters: '0123456789=!<>-', features: [], axes: {}, ...more }).byteLength;
  const plain = size(text, {});
  expect(size(text, { features: ['tnum'] })).toBeGreaterThan(plain);
  expect(size(text, { characters: '0123456789=!<>-⁄' })).toBeGreaterThan(plain * 1.3);
  expect(size(code, { without: ['calt'] })).toBeLessThan(size(code, {}) / 2);
});

test.each([
  ['font-variant-numeric:tabular-nums lining-nums', ['lnum', 'tnum']],
  ['font-variant:small-caps', ['smcp']],
  ['font-feature-settings:"ss01","calt" 0,"cv02" 2,"liga" off', ['cv02', 'ss01']],
  ['font-variant-numeric:normal', []],
])('%s turns on %j', (rule, features) => {
  expect(featuresIn(`a{${rule}}b{color:red}`)).toEqual(features);
});

test('an axis is fixed by the weight of the face; one that nothing fixes is told of', async () => {
  const root = temporaryFolder();
  const embed = async (more: Partial<FontFace>) => {
    const { problems, rules } = await embedFaces([face(`npm:${newsreader}`, more)], root);
    return { problems, axes: await axesIn(rules[0] ?? '') };
  };
  const bold = [['font-weight', '700']] as const;
  const any = [['font-weight', '200 800']] as const;
  const told = 'font-variable 3:8 this font is variable in "opsz", and larger for it';
  expect(await embed({ descriptors: bold, axes: { opsz: 40 } })).toEqual({
    problems: [],
    axes: [],
  });
  expect(await embed({ descriptors: bold })).toEqual({ problems: [told], axes: ['opsz'] });
  expect(await embed({ descriptors: any, axes: { opsz: 40 } })).toEqual({
    problems: [],
    axes: ['wght'],
  });
});

async function axesIn(rule: string): Promise<readonly string[]> {
  const [, data = ''] = /base64,([^)]*)/.exec(rule) ?? [];
  const font = Buffer.from(await unpackFont(Buffer.from(data, 'base64')));
  return axesOf(font).map(({ tag }) => tag);
}
