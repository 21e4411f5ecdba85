import { readFileSync } from 'node:fs';
import { hash } from '../../base/hash.ts';
import { weights } from '../../chart/style.ts';
import type { TextMeasure } from '../../chart/svg/context.ts';
import { charactersInRange } from '../fonts/characters/unicode-range.ts';
import { readCharacterMap } from '../fonts/file/character-map.ts';
import { tableOf } from '../fonts/file/sfnt.ts';
import { FontError, orDamaged, unpackFont } from '../fonts/file/unpack-font.ts';
import { descriptor, type FontFace } from '../fonts/font-face.ts';
import { familyName, readStack } from '../fonts/font-stack.ts';
import { weightDistance } from '../fonts/font-weights.ts';
import { openFont, type ShapedFont } from './shaped-font.ts';

/** A face for the text of charts. */
export interface ImageFace {
  readonly face: FontFace;
  readonly file: string;
}

interface OpenFace {
  readonly range: string | undefined;
  readonly codes: ReadonlySet<number>;
  readonly sfnt: Buffer;
  readonly font: ShapedFont;
}

/** The families for the text of charts, in the order in which browsers try them. */
export function textFamilies(css: string): readonly string[] {
  return readStack('text', css).map(familyName);
}

/** The upright faces of the families, in order, that may have some of these characters. */
export function facesOf(
  families: readonly string[],
  characters: string,
  faces: readonly FontFace[],
): readonly FontFace[] {
  const distinct = [...new Set(characters)].join('');
  const upright = faces.filter((face) => {
    if (face.elements || /italic|oblique/.test(descriptor(face, 'font-style'))) return false;
    return face.range === undefined || charactersInRange(distinct, face.range) !== '';
  });
  return families.flatMap((family) => upright.filter((face) => familyOf(face) === family));
}

/** Measures text in these faces; the width of characters that none of them has is estimated. */
export async function measureWith(faces: readonly ImageFace[]): Promise<TextMeasure> {
  const [normal, bold] = await Promise.all([
    measureWeight(faces, weights.normal),
    measureWeight(faces, weights.bold),
  ]);
  // A chart's own options may set other families.
  const measureFor = (weight: number) => (weight < 500 ? normal : bold);
  return {
    width: (text, weight) => measureFor(weight).width(text),
    ascent: (weight) => measureFor(weight).ascent,
  };
}

async function measureWeight(faces: readonly ImageFace[], weight: number) {
  const families = [...new Set(faces.map(({ face }) => familyOf(face)))];
  const chosen = families.flatMap((family) => {
    const own = faces.filter(({ face }) => familyOf(face) === family);
    // For each character, the last matching rule counts.
    return facesForWeight(own, weight).toReversed();
  });
  const open = (await Promise.all(chosen.map((face) => openFace(face, weight)))).flat();
  const faceOf = remember((character) => open.find((face) => hasCharacter(face, character)));
  const width = remember((text) =>
    runsOf(text, faceOf).reduce(
      (sum, { face, run }) => sum + (face ? face.font.width(run) : estimate(run)),
      0,
    ),
  );
  return { width, ascent: ascentOf(open[0]?.sfnt) };
}

/** Memoizes a function of a string. */
function remember<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (!known.has(text)) known.set(text, make(text));
    return known.get(text) as T;
  };
}

/** The faces that browsers choose: those with the nearest weight; see `weightDistance`. */
function facesForWeight(faces: readonly ImageFace[], weight: number): readonly ImageFace[] {
  const distance = ({ face }: ImageFace): number => {
    const { low, high } = weightsOf(face);
    return weightDistance(low, high, weight);
  };
  const nearest = Math.min(...faces.map(distance));
  return faces.filter((face) => distance(face) === nearest);
}

function weightsOf(face: FontFace) {
  const named = { normal: '400', bold: '700' } as const;
  const written = descriptor(face, 'font-weight') || 'normal';
  const numbers = written.split(/\s+/).map((word) => Number(named[word as 'bold'] ?? word));
  const [low = 400, high = low] = numbers;
  return { low, high };
}

/** Opens the face; `undefined` if its file is unusable, which is reported when it is embedded. */
async function openFace(
  { face, file }: ImageFace,
  weight: number,
): Promise<OpenFace | readonly []> {
  const { low, high } = weightsOf(face);
  const wght = Math.min(Math.max(weight, low), high);
  const axes = low < high ? { wght, ...face.axes } : face.axes;
  const bytes = readFileSync(file);
  const key = hash(bytes, JSON.stringify(axes));
  const opened = openFonts.get(key) ?? open(bytes, axes);
  openFonts.set(key, opened);
  const font = await opened;
  return font ? { range: face.range, ...font } : [];
}

/** Spaces, joiners and direction marks do not change the font. */
const shapeless = /[\p{Zs}\p{Default_Ignorable_Code_Point}]/u;

function hasCharacter({ range, codes }: OpenFace, character: string): boolean {
  if (shapeless.test(character)) return true;
  if (!codes.has(character.codePointAt(0) ?? 0)) return false;
  return range === undefined || charactersInRange(character, range) !== '';
}

type OpenFont = Pick<OpenFace, 'sfnt' | 'codes' | 'font'>;

/** The opened fonts, shared by all decks of the process. */
const openFonts = new Map<string, Promise<OpenFont | undefined>>();

async function open(bytes: Buffer, axes: FontFace['axes']): Promise<OpenFont | undefined> {
  try {
    const sfnt = Buffer.from(await unpackFont(bytes));
    const codes = await orDamaged(() => readCharacterMap(sfnt));
    return { sfnt, codes, font: await orDamaged(() => openFont(sfnt, axes)) };
  } catch (error) {
    if (error instanceof FontError) return undefined;
    throw error;
  }
}

interface Run {
  readonly face: OpenFace | undefined;
  readonly run: string;
}

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Combining marks, joiners and selectors belong to the character before them. */
const dependent = /[\p{M}\p{Default_Ignorable_Code_Point}]/u;

/** Splits a text into runs of one face and one direction. */
function runsOf(text: string, faceOf: (character: string) => OpenFace | undefined): readonly Run[] {
  const runs: { face: OpenFace | undefined; isRtl: boolean; run: string }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    if (last && dependent.test(character)) {
      last.run += character;
      continue;
    }
    const face = faceOf(character);
    const isRtl = /\p{L}/u.test(character) ? rightToLeft.test(character) : (last?.isRtl ?? false);
    if (last && last.face === face && last.isRtl === isRtl) last.run += character;
    else runs.push({ face, isRtl, run: character });
  }
  return runs;
}

/** The approximate width in the system's sans-serif font. */
function estimate(text: string): number {
  return [...text].reduce((sum, character) => {
    if (/[ \u00A0.,:;'’|!iljItf()[\]]/.test(character)) return sum + 0.29;
    if (/[mwMW@%—]/.test(character)) return sum + 0.86;
    if (/[\u2E80-\u9FFF\uAC00-\uD7FF\uFF00-\uFF60]|\p{Extended_Pictographic}/u.test(character)) {
      return sum + 1;
    }
    return sum + (/[A-Z]/.test(character) ? 0.68 : 0.56);
  }, 0);
}

/**
 * The share of a line's height above the baseline with which browsers place text on a canvas: from the
 * typographic ascender and descender in the table `OS/2`.
 */
function ascentOf(sfnt: Buffer | undefined): number {
  const table = sfnt && tableOf(sfnt, 'OS/2');
  const [ascent, descent] = table ? [table.readInt16BE(68), -table.readInt16BE(70)] : [0, 0];
  return ascent > 0 && ascent + descent > 0 ? ascent / (ascent + descent) : 0.8;
}

function familyOf(face: FontFace): string {
  return familyName(descriptor(face, 'font-family'));
}
