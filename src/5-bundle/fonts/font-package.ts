import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { didYouMean } from '../../base/diagnostics/suggest.ts';
import { findPackage } from '../../base/files/find-package.ts';
import { packageRoot } from '../../base/files/package-root.ts';
import type { Inputs } from '../../base/inputs.ts';
import type { AssetRef } from '../../model/source.ts';
import type { FontFace } from './font-face.ts';
import { nearestWeight } from './font-weights.ts';

/** The metadata.json of a @fontsource package. */
interface Metadata {
  readonly id: string;
  readonly family: string;
  readonly subsets: readonly string[];
  readonly weights: readonly number[];
  readonly styles: readonly string[];
}

/** A font family and its faces. */
export interface FontFamily {
  readonly family: string;
  readonly faces: readonly FontFace[];
}

/** Splits `npm:<package>/<path>` into package and file; the file is empty for a whole package. No name of a package begins with a dot. */
export function readPackageName(source: string): { readonly name: string; readonly file: string } {
  const [, name = '', file = ''] =
    /^npm:((?:@(?!\.)[^/@\\]+\/)?(?!\.)[^/@\\]+)(?:\/(.+))?$/.exec(source) ?? [];
  return { name, file };
}

/** The folder of a font package, resolved from the file that names it or else from Lectern's own. */
export function locatePackage(
  name: string,
  { path: source, from, span }: AssetRef,
  report: Report,
): string | undefined {
  const folder = findPackage(name, path.dirname(from)) ?? findPackage(name, packageRoot);
  if (folder !== undefined) return folder;
  const installed = [...installedNear(path.dirname(from)), ...installedNear(packageRoot)];
  const near = didYouMean(name, installed);
  const meant = near === undefined ? '' : `did you mean "npm:${near}"? else, `;
  report.add(
    'font-missing',
    span,
    `the package "${name || source}" is not installed`,
    name ? `${meant}npm install ${name}` : 'a font is named as npm:<package>/<path>',
  );
  return undefined;
}

/** The font packages that can be resolved from a folder. */
function installedNear(start: string): readonly string[] {
  const names: string[] = [];
  for (let folder = start; ; folder = path.dirname(folder)) {
    for (const scope of ['@fontsource', '@fontsource-variable']) {
      const found = path.join(folder, 'node_modules', scope);
      if (existsSync(found)) names.push(...readdirSync(found).map((name) => `${scope}/${name}`));
    }
    if (path.dirname(folder) === folder) return names.sort();
  }
}

/**
 * The faces of a @fontsource package for these weights.
 *
 * @returns `undefined` if the package is unusable, which is reported
 */
export function readFontPackage(
  ref: AssetRef,
  weights: readonly number[],
  inputs: Inputs,
  report: Report,
): FontFamily | undefined {
  const { name } = readPackageName(ref.path);
  const folder = locatePackage(name, ref, report);
  if (folder === undefined) return undefined;
  const metadata = readJson(path.join(folder, 'metadata.json'), inputs) as Metadata | undefined;
  const ranges = readJson(path.join(folder, 'unicode.json'), inputs);
  if (!metadata?.family || !ranges) {
    const message = `the package ${name} does not say what fonts it has, as those of @fontsource do`;
    report.add('font-missing', ref.span, message, `name one of its files: npm:${name}/<path>`);
    return undefined;
  }
  const pieces = piecesOf(metadata, ranges as Readonly<Record<string, string>>, folder);
  const chosen = new Set(weights.map((weight) => nearestWeight(metadata.weights, weight)));
  const faces = [...chosen].flatMap((weight) => {
    const upright = pieces.map((piece) => faceOf(metadata, piece, weight, 'normal', ref));
    const hasItalic = weight === 400 && metadata.styles.includes('italic');
    const italic = hasItalic ? pieces : [];
    return [...upright, ...italic.map((piece) => faceOf(metadata, piece, weight, 'italic', ref))];
  });
  return { family: metadata.family, faces };
}

interface Piece {
  readonly name: string;
  /** Absent if the package does not list the range. */
  readonly range?: string;
  readonly isVariable: boolean;
}

/** The subsets of a family. East Asian families have one whole file, and about a hundred parts of it. */
function piecesOf(
  { id, subsets }: Metadata,
  ranges: Readonly<Record<string, string>>,
  folder: string,
): readonly Piece[] {
  const names = readdirSync(path.join(folder, 'files'));
  const isVariable = names.some((file) => file.endsWith('-wght-normal.woff2'));
  const named = subsets.flatMap((name) => ({ name, range: ranges[name], isVariable }));
  const numbered = Object.entries(ranges).flatMap(([key, range]) => {
    const [, number] = /^\[(\d+)\]$/.exec(key) ?? [];
    return number === undefined ? [] : [{ name: number, range, isVariable }];
  });
  const hasFile = ({ name }: { name: string }) =>
    names.some((file) => file.startsWith(`${id}-${name}-`) && file.endsWith('-normal.woff2'));
  const whole = named.filter((piece) => piece.range === undefined && hasFile(piece));
  const parts = whole.length > 0 ? [] : numbered;
  // For each character, the last matching rule counts; rules with a range therefore come last.
  return [...whole, ...parts, ...named.filter(({ range }) => range !== undefined)].map(
    ({ range, ...piece }) => ({ ...piece, ...(range !== undefined && { range }) }),
  );
}

function faceOf(
  { id, family }: Metadata,
  { name, range, isVariable }: Piece,
  weight: number,
  style: 'normal' | 'italic',
  ref: AssetRef,
): FontFace {
  const { name: packageName } = readPackageName(ref.path);
  const file = `${id}-${name}-${isVariable ? 'wght' : weight}-${style}.woff2`;
  return {
    source: `npm:${packageName}/files/${file}`,
    from: ref.from,
    span: ref.span,
    descriptors: [
      ['font-family', JSON.stringify(family)],
      ['font-style', style],
      ['font-weight', String(weight)],
      ...(range === undefined ? [] : [['unicode-range', range] as const]),
    ],
    axes: isVariable ? { wght: weight } : {},
    ...(style === 'italic' && { elements: ['em', 'i', 'cite', 'dfn'] }),
    ...(range !== undefined && { range }),
  };
}

function readJson(file: string, inputs: Inputs): unknown {
  inputs.add(file);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
