import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isInside, locateFile } from '../1-load/locate.ts';
import { cached } from '../cache.ts';
import type { BuildOptions, RenderedDeck } from '../deck.ts';
import type { Report } from '../diagnostics.ts';
import { packageRoot } from '../package-root.ts';
import { fingerprint } from './fingerprint.ts';
import type { FontFace } from './font-face.ts';
import { collectLetters, type Letters } from './letters.ts';
import { findPackage, libraryVersion } from './packages.ts';
import type { Styles } from './styles.ts';
import { lettersInRange } from './unicode-range.ts';

/** Stand in every face: what the browser may write of its own, in lists, numbers and charts. */
const always = '0123456789.,-−–%+ $€£…\u00A0\u202F';

/** A face that the deck uses, its file found. */
export interface LocatedFont {
  readonly face: FontFace;
  readonly file: string;
  readonly letters: string;
}

/** Finds the files of the faces that have letters to show in this deck; reports each that is missing. */
export function locateFonts(
  styles: Styles,
  { head, html }: RenderedDeck,
  options: BuildOptions,
  report: Report,
): readonly LocatedFont[] {
  if (styles.faces.length === 0) return [];
  const wanted = styles.faces.flatMap(({ elements = [] }) => elements);
  const letters = collectLetters(html, wanted);
  const extra = `${always}${styles.letters}${numberLetters(head.lang)}`;
  return styles.faces.flatMap((face) => {
    const file = locateFont(face, options, report);
    const own = lettersFor(face, letters, extra, styles.css);
    return file === undefined || own === '' ? [] : [{ face, file, letters: own }];
  });
}

/** The faces as `@font-face` rules, each with only the letters that the deck shows in it. */
export async function embedFonts(fonts: readonly LocatedFont[], report: Report): Promise<string> {
  return (await Promise.all(fonts.map((font) => embedFont(font, report)))).join('');
}

function locateFont(face: FontFace, options: BuildOptions, report: Report): string | undefined {
  const { source, from, span } = face;
  if (!source.startsWith('npm:')) {
    const root = isInside(from, packageRoot) ? packageRoot : options.root;
    return locateFile({ path: source, from, span }, root, report);
  }
  const [, name = '', rest = ''] = /^npm:((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(source) ?? [];
  const folder = name && (findPackage(name, packageRoot) ?? findPackage(name, options.root));
  if (!folder) {
    const hint = name ? `npm install ${name}` : 'a font is named as npm:<package>/<path>';
    report.add('font-missing', span, `the package "${name || source}" is not installed`, hint);
    return undefined;
  }
  const file = path.join(folder, rest);
  if (existsSync(file) && isInside(realpathSync(file), realpathSync(folder))) return file;
  report.add('font-missing', span, `the package ${name} has no file "${rest}"`);
  return undefined;
}

/** A face for some elements holds their letters only; it is left out where the deck has none of them. */
function lettersFor(face: FontFace, letters: Letters, extra: string, css: string): string {
  const { elements, range } = face;
  const own = elements
    ? elements.map((name) => letters.within.get(name) ?? '').join('')
    : letters.all + extra;
  const cased = /text-transform|small-caps|font-variant-caps/.test(css)
    ? own + own.toUpperCase() + own.toLowerCase()
    : own;
  const sorted = [...new Set(cased.replace(/[\n\t\r]/g, ''))].sort().join('');
  return range === undefined ? sorted : lettersInRange(sorted, range);
}

/** The signs by which a language writes numbers, as in `1’234.5`. */
function numberLetters(lang: string): string {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(-9_876_543_210.1);
}

async function embedFont({ face, file, letters }: LocatedFont, report: Report): Promise<string> {
  const font = readFileSync(file);
  const axes = JSON.stringify(face.axes);
  const key = [fingerprint(), libraryVersion('subset-font'), axes, letters, font];
  try {
    const woff = await cached('font', key, () => subset(font, face, letters));
    const descriptors = face.descriptors.map(([name, value]) => `${name}:${value};`).join('');
    return `@font-face{${descriptors}src:url(data:font/woff;base64,${woff}) format("woff")}`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report.add('font-missing', face.span, `the font cannot be used: ${explain(reason)}`);
    return '';
  }
}

/** @returns the letters' shapes as WOFF in base64; WOFF 2 would be smaller, and take nine times as long */
async function subset(font: Buffer, face: FontFace, letters: string): Promise<string> {
  const { default: subsetFont } = await import('subset-font');
  const options = { targetFormat: 'woff', variationAxes: face.axes, noHinting: true } as const;
  return (await subsetFont(font, letters, options)).toString('base64');
}

function explain(reason: string): string {
  const [, axis] = /when pinning (\S+) to/.exec(reason) ?? [];
  if (axis !== undefined) return `it has no axis "${axis}"`;
  return /signature|corrupted|create_or_fail/.test(reason) ? 'it is not a font file' : reason;
}
