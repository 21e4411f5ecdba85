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
import { FontError, subsetFont } from './subset.ts';
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
  { head, html, features }: RenderedDeck,
  options: BuildOptions,
  report: Report,
): readonly LocatedFont[] {
  if (styles.faces.length === 0) return [];
  const wanted = styles.faces.flatMap(({ elements = [] }) => elements);
  const letters = collectLetters(html, wanted);
  const hasChart = [...features].some((feature) => feature.startsWith('chart-'));
  const extra = always + styles.letters + (hasChart ? numberLetters(head.lang) : '');
  return styles.faces.flatMap((face) => {
    const file = locateFont(face, options, report);
    if (file !== undefined) report.noteFile(file);
    const own = lettersFor(face, letters, extra, styles.css);
    return file === undefined || own === '' ? [] : [{ face, file, letters: own }];
  });
}

/** The faces as `@font-face` rules, each with only the letters that the deck shows in it. */
export async function embedFonts(
  fonts: readonly LocatedFont[],
  styles: Styles,
  report: Report,
): Promise<string> {
  const features = featuresIn(styles.css);
  return (await Promise.all(fonts.map((font) => embedFont(font, features, report)))).join('');
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

/** What `font-variant-…` may turn on, and what the styles name as `"ss01"`. */
function featuresIn(css: string): readonly string[] {
  const variants = /font-variant/.test(css) ? variantFeatures : [];
  const named = [...css.matchAll(/["']([a-z]{2}[a-z0-9]{2})["']/g)].map(([, name = '']) => name);
  return [...new Set([...variants, ...named])].sort();
}

const variantFeatures =
  'afrc c2sc case dlig frac lnum onum ordn pnum smcp subs sups tnum zero'.split(' ');

async function embedFont(
  { face, file, letters }: LocatedFont,
  features: readonly string[],
  report: Report,
): Promise<string> {
  const font = readFileSync(file);
  const { axes, span, descriptors } = face;
  const subset = { letters, features, axes };
  const key = [fingerprint(), libraryVersion('harfbuzzjs'), JSON.stringify(subset), font];
  const make = async (): Promise<string> => subsetFont(font, subset).toString('base64');
  try {
    const data = await cached('font', key, make);
    const written = descriptors.map(([name, value]) => `${name}:${value};`).join('');
    return `@font-face{${written}src:url(data:font/ttf;base64,${data})}`;
  } catch (error) {
    if (!(error instanceof FontError)) throw error;
    report.add('font-missing', span, `this font cannot be used: ${error.message}`);
    return '';
  }
}
