import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { cached } from '../cache.ts';
import type { Report } from '../diagnostics.ts';
import { readCharacterMap } from './character-map.ts';
import { fingerprint } from './fingerprint.ts';
import { descriptor, type FontFace } from './font-face.ts';
import { axesOf, checkLicence } from './font-facts.ts';
import { mendAssemblies } from './math-table.ts';
import { packFont } from './pack-font.ts';
import { libraryVersion } from './packages.ts';
import { type Subset, subsetFont } from './subset.ts';
import { damagedHint, FontError, unpackFont } from './unpack-font.ts';

/** A font of all the world's scripts has less. */
const maxBytes = 40 * 1024 * 1024;

/** A face that the deck uses, its file found. */
export interface LocatedFont {
  readonly face: FontFace;
  readonly file: string;
  /** What it has to show. */
  readonly letters: string;
  /** What it is cut down to: these letters, or more. */
  readonly kept: string;
}

export interface EmbeddedFont {
  /** Its `@font-face` rule. */
  readonly rule: string;
  /** The letters that it should show and has no shapes for. */
  readonly lacking: string;
}

/** What the cache keeps of a font. */
interface Packed {
  /** WOFF 2 in base64. */
  readonly data: string;
  readonly lacking: string;
  /** Axes that nothing fixes. */
  readonly open: readonly string[];
}

/**
 * A face as a rule with the font inside, with only the letters that the deck shows in it.
 *
 * @param features that the deck's styles turn on
 * @returns `undefined` after a report of why the font cannot be used
 */
export async function embedFont(
  { face, file, letters, kept }: LocatedFont,
  features: readonly string[],
  report: Report,
): Promise<EmbeddedFont | undefined> {
  try {
    const { data, lacking, open } = await packed(face, readFont(file), kept, features);
    if (open.length > 0) tellOfAxes(face, open, report);
    const written = face.descriptors.map(([name, value]) => `${name}:${value};`).join('');
    const rule = `@font-face{${written}src:url(data:font/woff2;base64,${data})}`;
    return { rule, lacking: [...lacking].filter((letter) => letters.includes(letter)).join('') };
  } catch (error) {
    if (!(error instanceof FontError)) throw error;
    const message = `this font cannot be used: ${error.message}`;
    report.add('font-unusable', face.span, message, error.hint);
    return undefined;
  }
}

function readFont(file: string): Buffer {
  const { size } = statSync(file);
  if (size <= maxBytes) return readFileSync(file);
  const hint = 'take one for fewer languages, such as those of @fontsource on npm';
  const megabytes = Math.ceil(size / 1024 / 1024);
  throw new FontError(`${path.basename(file)} has ${megabytes} MB; at most 40 are read`, { hint });
}

async function packed(
  face: FontFace,
  font: Buffer,
  letters: string,
  features: readonly string[],
): Promise<Packed> {
  const own = Object.entries(face.features ?? {});
  const on = own.flatMap(([name, isOn]) => (isOn ? [name] : []));
  const subset = {
    letters,
    features: [...features, ...on],
    without: own.flatMap(([name, isOn]) => (isOn ? [] : [name])),
    axes: face.axes,
  };
  const style = ['font-weight', 'font-style', 'font-stretch'].map((name) => descriptor(face, name));
  const versions = ['harfbuzzjs', 'woff2-encoder'].map(libraryVersion);
  const key = [fingerprint(), ...versions, JSON.stringify([subset, style]), font];
  const make = async () => JSON.stringify(await pack(face, font, subset));
  return JSON.parse(await cached('font', key, make)) as Packed;
}

async function pack(face: FontFace, font: Buffer, subset: Subset): Promise<Packed> {
  const sfnt = Buffer.from(await unpackFont(font));
  const { codes, axes } = readFacts(sfnt);
  const fixed = { ...implied(face, axes), ...subset.axes };
  const small = subsetFont(sfnt, { ...subset, axes: fixed });
  const isOpen = (tag: string) => !(tag in fixed) && !(tag === 'wght' && hasRange(face));
  return {
    data: (await packFont(mendAssemblies(small))).toString('base64'),
    lacking: [...subset.letters]
      .filter((letter) => !codes.has(letter.codePointAt(0) ?? 0))
      .join(''),
    open: axes.flatMap(({ tag }) => (isOpen(tag) ? [tag] : [])),
  };
}

function readFacts(sfnt: Buffer) {
  try {
    checkLicence(sfnt);
    return { codes: readCharacterMap(sfnt), axes: axesOf(sfnt) };
  } catch (error) {
    if (error instanceof FontError) throw error;
    throw new FontError('it is damaged', { cause: error, hint: damagedHint });
  }
}

/** Where the face's own rule leaves a browser no choice: what it says of weight, width and slant. */
function implied(
  face: FontFace,
  axes: ReturnType<typeof axesOf>,
): Readonly<Record<string, number>> {
  const weight = { normal: 400, bold: 700 }[descriptor(face, 'font-weight') || 'normal'];
  const wanted: Readonly<Record<string, number>> = {
    ...(hasRange(face) ? {} : { wght: weight ?? Number(descriptor(face, 'font-weight')) }),
    ...(descriptor(face, 'font-stretch') ? {} : { wdth: 100 }),
    ...(/italic|oblique/.test(descriptor(face, 'font-style')) ? {} : { ital: 0, slnt: 0 }),
  };
  const found = axes.flatMap(({ tag, min, max }) => {
    const value = wanted[tag];
    return value === undefined ? [] : [[tag, Math.min(Math.max(value, min), max)] as const];
  });
  return Object.fromEntries(found);
}

/** Whether a face is for a range of weights, as in `font-weight: 100 900`. */
function hasRange(face: FontFace): boolean {
  return /\s/.test(descriptor(face, 'font-weight'));
}

function tellOfAxes({ span }: FontFace, open: readonly string[], report: Report): void {
  const named = open.map((tag) => `"${tag}"`).join(', ');
  const message = `this font is variable in ${named}, and larger for it`;
  const hint = `fix that with the shape you want, as in font-variation-settings: "${open[0]}" 32`;
  report.add('font-variable', span, message, hint);
}
