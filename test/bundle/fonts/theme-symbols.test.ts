import { describe, expect } from 'vitest';
import { charactersInRange } from '../../../src/5-bundle/fonts/characters/unicode-range.ts';
import { embedFont } from '../../../src/5-bundle/fonts/embed-font.ts';
import { readCharacterMap } from '../../../src/5-bundle/fonts/file/character-map.ts';
import { readFont } from '../../../src/5-bundle/fonts/file/read-font.ts';
import { tableLength, tableOf } from '../../../src/5-bundle/fonts/file/sfnt.ts';
import { unpackFont } from '../../../src/5-bundle/fonts/file/unpack-font.ts';
import { type FontFace, isMathFace } from '../../../src/5-bundle/fonts/font-face.ts';
import { locateFont } from '../../../src/5-bundle/fonts/locate-font.ts';
import { buildStyles } from '../../../src/5-bundle/styles/styles.ts';
import { Report } from '../../../src/base/diagnostics/report.ts';
import { packageRoot } from '../../../src/base/files/package-root.ts';
import { Inputs } from '../../../src/base/inputs.ts';
import { themeNames } from '../../looks/support.ts';
import { test } from '../../support/browser/browser.ts';
import { buildMarkdown } from '../../support/builds.ts';
import { optionsFor, renderedDeck } from '../support.ts';

/** Unicode's blocks of symbols, and spaces, which have no outlines. */
const blocks = {
  'general punctuation': [0x2000, 0x206f],
  'super- and subscripts': [0x2070, 0x209f],
  'currency symbols': [0x20a0, 0x20cf],
  'letterlike symbols': [0x2100, 0x214f],
  'number forms': [0x2150, 0x218f],
  arrows: [0x2190, 0x21ff],
  'mathematical operators': [0x2200, 0x22ff],
  'technical symbols': [0x2300, 0x23ff],
  'enclosed alphanumerics': [0x2460, 0x24ff],
  'box drawing and blocks': [0x2500, 0x259f],
  'geometric shapes': [0x25a0, 0x25ff],
  'miscellaneous symbols': [0x2600, 0x26ff],
  dingbats: [0x2700, 0x27bf],
  'more arrows and operators': [0x27c0, 0x2bff],
  'CJK punctuation': [0x3000, 0x303f],
  'mathematical letters': [0x1d400, 0x1d7ff],
} as const;

const symbols = Object.values(blocks)
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
  .map((code) => String.fromCodePoint(code))
  .join('');

async function facesOf(theme: string): Promise<readonly FontFace[]> {
  const deck = renderedDeck(`${packageRoot}/themes/${theme}/theme.css`, {
    features: new Set(['math']),
  });
  const { faces } = await buildStyles(deck, optionsFor(packageRoot), new Inputs(), new Report());
  return faces;
}

/** The glyphs of a face for some of the symbols, once embedded; `undefined` if nothing is. */
async function embed(face: FontFace, file: string, characters: string) {
  const font = { face, file, characters, subset: characters };
  const embedded = await embedFont(font, [], new Report());
  const [, data = ''] = /base64,([^)]*)\)/.exec(embedded?.rule ?? '') ?? [];
  if (!embedded) return undefined;
  const sfnt = Buffer.from(await unpackFont(Buffer.from(data, 'base64')));
  return { shown: embedded.shown, sfnt };
}

describe('a face has the symbols that its file has, and none is embedded without glyphs:', () => {
  const seen = new Set<string>();
  test.each(themeNames)('%s', async (theme) => {
    for (const face of await facesOf(theme)) {
      const name = `${face.source} ${JSON.stringify(face.axes)}`;
      if (seen.has(name)) continue;
      seen.add(name);
      const file = locateFont(face, optionsFor(packageRoot), new Inputs(), new Report()) ?? '';
      const codes = readCharacterMap(Buffer.from(await unpackFont(readFont(file))));
      const claimed = isMathFace(face)
        ? symbols
        : charactersInRange(symbols, face.range ?? 'U+?????');
      const [had, lacking] = [true, false].map((wanted) =>
        [...claimed].filter((one) => codes.has(one.codePointAt(0) ?? 0) === wanted).join(''),
      );
      if (lacking) expect(await embed(face, file, lacking), name).toBeUndefined();
      const spaces = [...(had ?? '')].filter((one) => /\p{Zs}/u.test(one)).join('');
      if (spaces && !isMathFace(face))
        expect(await embed(face, file, spaces), name).toBeUndefined();
      if (had === undefined || had.trim() === '') continue;
      const embedded = await embed(face, file, had + lacking);
      expect(embedded?.shown, name).toBe(had);
      if (embedded) expect(tableLength(embedded.sfnt, 'glyf'), name).not.toBe(0);
      const found = embedded && readCharacterMap(embedded.sfnt);
      const lost = [...had].filter((one) => !found?.has(one.codePointAt(0) ?? 0));
      expect(lost, name).toEqual([]);
    }
  });
});

test.each(themeNames)('%s shows signs as they are typed, without ligatures', async (theme) => {
  const typed = '!#&*+-./:;<=>?|~';
  const faces = (await facesOf(theme)).filter(
    (face) => !isMathFace(face) && charactersInRange(typed, face.range ?? 'U+??').length > 0,
  );
  expect(faces.length).toBeGreaterThan(2);
  for (const face of faces) {
    const file = locateFont(face, optionsFor(packageRoot), new Inputs(), new Report()) ?? '';
    const { sfnt } = (await embed(face, file, typed)) ?? {};
    const glyphs = sfnt && tableOf(sfnt, 'maxp')?.readUInt16BE(4);
    // Some fonts have parts of signs; ligatures would be dozens.
    expect(glyphs, face.source).toBeLessThan(typed.length + 6);
  }
});

test('ligatures of letters stay, those of signs do not', async () => {
  const [face] = (await facesOf('ink')).filter(({ source }) => source.includes('hanken'));
  if (!face) throw new Error('no such face');
  const file = locateFont(face, optionsFor(packageRoot), new Inputs(), new Report()) ?? '';
  const count = async (characters: string) => {
    const { sfnt } = (await embed(face, file, characters)) ?? {};
    return sfnt && tableOf(sfnt, 'maxp')?.readUInt16BE(4);
  };
  // One glyph is for characters that the font does not have.
  expect(await count('-<>')).toBe(4);
  expect(await count('fil')).toBeGreaterThan(5);
});

test('a page has no font that its browser rejects, whatever its characters', async ({
  openDeck,
}) => {
  const lines = ['Price ₹499', '₺ ₿ ₩ ₦ ₡ *₹* **₹** `₹`', '*\u2003* `\u2009` $₹$', '→ ∑ ╬ № ⅓ ◆ ✔'];
  for (const theme of themeNames) {
    const text = lines.map((line) => `## ${line}\n\n${line}\n`).join('\n---\n\n');
    const { page, consoleErrors } = await openDeck(
      await buildMarkdown(`---\ntheme: ${theme}\n---\n\n${text}`),
    );
    const states = await page.evaluate(async () => {
      const faces = [...document.fonts];
      await Promise.allSettled(faces.map((face) => face.load()));
      return faces.map(({ family, status }) => `${family} ${status}`);
    });
    expect(states.filter((state) => !state.endsWith(' loaded'))).toEqual([]);
    expect(consoleErrors).toEqual([]);
  }
});
