import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isInside, locateFile } from '../1-load/locate.ts';
import { cached } from '../cache.ts';
import type { BuildOptions, RenderedDeck } from '../deck.ts';
import type { Report } from '../diagnostics.ts';
import { packageRoot } from '../package-root.ts';
import { fingerprint } from './fingerprint.ts';
import type { FontFace } from './font-face.ts';
import { collectLetters } from './letters.ts';
import { findPackage, libraryVersion } from './packages.ts';
import type { Styles } from './styles.ts';
import { subsetFont } from './subset.ts';
import { lettersInRange } from './unicode-range.ts';
import { FontError, unpackFont } from './unpack-font.ts';

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
  rendered: RenderedDeck,
  options: BuildOptions,
  report: Report,
): readonly LocatedFont[] {
  if (styles.faces.length === 0) return [];
  const lettersFor = letterFinder(styles, rendered);
  return styles.faces.flatMap((face) => {
    const letters = lettersFor(face);
    const file = letters === '' ? undefined : locateFont(face, options, report);
    return file === undefined ? [] : [{ face, file, letters }];
  });
}

/** Gives the letters that a face has to show: in the whole deck, or in the elements that it is for. */
function letterFinder(
  styles: Styles,
  { head, html, features }: RenderedDeck,
): (face: FontFace) => string {
  const wanted = styles.faces.flatMap(({ elements = [] }) => elements);
  const { all, within } = collectLetters(html, wanted);
  const hasChart = [...features].some((feature) => feature.startsWith('chart-'));
  const numbers = hasChart ? numberLetters(head.lang) : '';
  const isCased = /text-transform|small-caps|font-variant-caps/.test(styles.css);
  const prepare = (letters: string): string => {
    const cased = isCased ? letters + letters.toUpperCase() + letters.toLowerCase() : letters;
    return [...new Set(cased.replace(/[\n\t\r]/g, ''))].sort().join('');
  };
  const everywhere = prepare(all + always + styles.letters + numbers);
  return ({ elements, range }) => {
    const own = elements?.map((name) => within.get(name) ?? '').join('');
    // What the rules write, they may write in any face that the deck has a use for.
    const letters = own === undefined ? everywhere : own && prepare(own + styles.letters);
    return range === undefined ? letters : lettersInRange(letters, range);
  };
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

export function locateFont(
  face: FontFace,
  options: BuildOptions,
  report: Report,
): string | undefined {
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
  report.noteFile(file);
  if (existsSync(file) && isInside(realpathSync(file), realpathSync(folder))) return file;
  report.add('font-missing', span, `the package ${name} has no file "${rest}"`);
  return undefined;
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
  const make = async () => subsetFont(await unpackFont(font), subset).toString('base64');
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
