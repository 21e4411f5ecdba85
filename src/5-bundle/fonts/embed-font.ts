import { cached } from '../../base/cache/cache.ts';
import { codeFingerprint } from '../../base/code-fingerprint.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { libraryVersion } from '../../base/files/libraries.ts';
import type { Span } from '../../model/source.ts';
import { readCharacterMap } from './file/character-map.ts';
import { repairAssemblies } from './file/math-table.ts';
import { packFont } from './file/pack-font.ts';
import { readFont } from './file/read-font.ts';
import { tableLength } from './file/sfnt.ts';
import { type Subset, subsetFont } from './file/subset.ts';
import { FontError, orDamaged, unpackFont } from './file/unpack-font.ts';
import { descriptor, type FontFace } from './font-face.ts';
import { axesOf, checkLicense } from './font-facts.ts';
import { familyName } from './font-stack.ts';

/** A face that the deck uses, with its file. */
export interface LocatedFont {
  readonly face: FontFace;
  readonly file: string;
  /** The characters that the deck shows in it. */
  readonly characters: string;
  /** The characters of the subset: these, or more. */
  readonly subset: string;
}

export interface EmbeddedFont {
  /** The name of its family, in lower case. */
  readonly family: string;
  /** Its `@font-face` rule. */
  readonly rule: string;
  /** The wanted characters that it has glyphs for. */
  readonly shown: string;
}

/** What the cache keeps of a font. */
interface Packed {
  /** WOFF 2 in base64. */
  readonly data: string;
  /** The characters that it has no glyphs for. */
  readonly missing: string;
  /** The axes that are still variable. */
  readonly unfixedAxes: readonly string[];
}

/**
 * Embeds a face as a `@font-face` rule with a subset of the font.
 *
 * @param features the features that the deck's styles turn on
 * @returns `undefined` if the font is unusable, which is reported, or has none of the characters: browsers
 *   reject a font without glyphs
 */
export async function embedFont(
  { face, file, characters, subset }: LocatedFont,
  features: readonly string[],
  report: Report,
): Promise<EmbeddedFont | undefined> {
  try {
    const { data, missing, unfixedAxes } = await packed(face, readFont(file), subset, features);
    if (unfixedAxes.length > 0) reportUnfixedAxes(face, unfixedAxes, report);
    const shown = [...characters].filter((character) => !missing.includes(character)).join('');
    if (shown === '') return undefined;
    const written = face.descriptors.map(([name, value]) => `${name}:${value};`).join('');
    const rule = `@font-face{${written}src:url(data:font/woff2;base64,${data})}`;
    return { family: familyName(descriptor(face, 'font-family')), rule, shown };
  } catch (error) {
    reportUnusable(error, face.span, report);
    return undefined;
  }
}

async function packed(
  face: FontFace,
  font: Buffer,
  characters: string,
  features: readonly string[],
): Promise<Packed> {
  const own = Object.entries(face.features ?? {});
  const on = own.flatMap(([name, isOn]) => (isOn ? [name] : []));
  const subset = {
    characters,
    features: [...features, ...on],
    without: own.flatMap(([name, isOn]) => (isOn ? [] : [name])),
    axes: face.axes,
  };
  const style = ['font-weight', 'font-style', 'font-stretch'].map((name) => descriptor(face, name));
  const versions = ['harfbuzzjs', 'woff2-encoder'].map(libraryVersion);
  const code = codeFingerprint('src/5-bundle/fonts/embed-font.ts');
  const key = [code, ...versions, JSON.stringify([subset, style]), font];
  const make = async () => JSON.stringify(await pack(face, font, subset));
  return JSON.parse(await cached('font', key, make)) as Packed;
}

async function pack(face: FontFace, font: Buffer, subset: Subset): Promise<Packed> {
  const sfnt = Buffer.from(await unpackFont(font));
  await orDamaged(() => checkLicense(sfnt));
  const axes = await orDamaged(() => axesOf(sfnt));
  const fixed = { ...implied(face, axes), ...subset.axes };
  const small = subsetFont(sfnt, { ...subset, axes: fixed });
  const codes = await orDamaged(() => codesWithGlyphs(small));
  const data = await orDamaged(() => packFont(repairAssemblies(small)));
  const isUnfixed = (tag: string) => !(tag in fixed) && !(tag === 'wght' && hasRange(face));
  return {
    data: data.toString('base64'),
    missing: [...subset.characters]
      .filter((character) => !codes.has(character.codePointAt(0) ?? 0))
      .join(''),
    unfixedAxes: axes.flatMap(({ tag }) => (isUnfixed(tag) ? [tag] : [])),
  };
}

/** The code points of a subset; none if it has no outlines, as browsers reject such a font. */
function codesWithGlyphs(subset: Buffer): ReadonlySet<number> {
  // Spaces have no outlines. Where nothing else is in it, HarfBuzz fills the table with one byte.
  const hasOutlines = (tableLength(subset, 'glyf') ?? Number.POSITIVE_INFINITY) > 1;
  return hasOutlines ? readCharacterMap(subset) : new Set();
}

/** The axis values that follow from the weight, width and slant in the face's rule. */
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

/** Reports a {@link FontError}; throws any other error. */
export function reportUnusable(error: unknown, span: Span, report: Report): void {
  if (!(error instanceof FontError)) throw error;
  report.add('font-unusable', span, `this font cannot be used: ${error.message}`, error.hint);
}

function reportUnfixedAxes(
  { span }: FontFace,
  unfixedAxes: readonly string[],
  report: Report,
): void {
  const named = unfixedAxes.map((tag) => `"${tag}"`).join(', ');
  const message = `this font is variable in ${named}, and larger for it`;
  const hint = `fix that with the shape you want, as in font-variation-settings: "${unfixedAxes[0]}" 32`;
  report.add('font-variable', span, message, hint);
}
