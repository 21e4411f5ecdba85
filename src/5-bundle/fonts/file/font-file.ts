import { cached } from '../../../base/cache/cache.ts';
import { codeFingerprint } from '../../../base/code-fingerprint.ts';
import type { Report } from '../../../base/diagnostics/report.ts';
import { libraryVersion } from '../../../base/files/libraries.ts';
import type { Inputs } from '../../../base/inputs.ts';
import type { AssetRef, BuildOptions } from '../../../model/source.ts';
import { reportUnusable } from '../embed-font.ts';
import type { FontFace } from '../font-face.ts';
import { type Axis, axesOf, type Identity, identityOf } from '../font-facts.ts';
import type { FontFamily } from '../font-package.ts';
import { locateFont } from '../locate-font.ts';
import { readFont } from './read-font.ts';
import { orDamaged, unpackFont } from './unpack-font.ts';

interface Facts extends Identity {
  readonly axes: readonly Axis[];
}

/** The approximate apparent size, in points, of slide text from the front row. */
const opticalSize = 28;

/**
 * The faces of a font file for these weights: one, or an instance of a variable font for each weight.
 *
 * @returns `undefined` if the file is unusable, which is reported
 */
export async function readFontFile(
  ref: AssetRef,
  weights: readonly number[],
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): Promise<FontFamily | undefined> {
  const plain: FontFace = { source: ref.path, ...ref, descriptors: [], axes: {} };
  const file = locateFont(plain, options, inputs, report);
  if (file === undefined) return undefined;
  try {
    const facts = await factsOf(readFont(file));
    return { family: facts.family || ref.path, faces: facesOf(facts, plain, weights) };
  } catch (error) {
    reportUnusable(error, ref.span, report);
    return undefined;
  }
}

async function factsOf(font: Buffer): Promise<Facts> {
  const make = async () => {
    const sfnt = Buffer.from(await unpackFont(font));
    return JSON.stringify(await orDamaged(() => ({ ...identityOf(sfnt), axes: axesOf(sfnt) })));
  };
  const code = codeFingerprint('src/5-bundle/fonts/file/font-file.ts');
  const key = [code, libraryVersion('woff2-encoder'), font];
  return JSON.parse(await cached('facts', key, make)) as Facts;
}

function facesOf(
  { family, weight, isItalic, axes }: Facts,
  plain: FontFace,
  weights: readonly number[],
): readonly FontFace[] {
  const range = axes.find(({ tag }) => tag === 'wght');
  const wanted = range
    ? weights.map((each) => Math.min(Math.max(each, range.min), range.max))
    : [weight];
  return [...new Set(wanted)].map((each) => ({
    ...plain,
    descriptors: [
      ['font-family', JSON.stringify(family || plain.source)],
      ['font-style', isItalic ? 'italic' : 'normal'],
      ['font-weight', String(each)],
    ],
    axes: Object.fromEntries(axes.map((axis) => [axis.tag, placeOn(axis, each)])),
    ...(isItalic && { elements: ['em', 'i', 'cite', 'dfn'] }),
  }));
}

function placeOn({ tag, min, normal, max }: Axis, weight: number): number {
  const wanted = { wght: weight, opsz: opticalSize }[tag] ?? normal;
  return Math.min(Math.max(wanted, min), max);
}
