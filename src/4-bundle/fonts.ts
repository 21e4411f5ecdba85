import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { findPackage } from '../1-load/find-package.ts';
import { isInside, locateFile } from '../1-load/locate.ts';
import type { BuildOptions, RenderedDeck } from '../deck.ts';
import type { Report } from '../diagnostics.ts';
import { packageRoot } from '../package-root.ts';
import { type EmbeddedFont, embedFont, type LocatedFont } from './embed-font.ts';
import type { FontFace } from './font-face.ts';
import { featuresIn } from './font-features.ts';
import { letterFinder, roundUp } from './font-letters.ts';
import { isForMaths } from './maths-letters.ts';
import type { Styles } from './styles.ts';

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
    // Few formulas have the same signs, and each sign of many sizes is dear.
    const kept = isForMaths(face) ? letters : roundUp(letters, face.range);
    return file === undefined ? [] : [{ face, file, letters, kept }];
  });
}

/** The faces as `@font-face` rules, each with only the letters that the deck shows in it. */
export async function embedFonts(
  fonts: readonly LocatedFont[],
  styles: Styles,
  report: Report,
): Promise<readonly EmbeddedFont[]> {
  const features = featuresIn(styles.css);
  const embedded = fonts.map((font) => embedFont(font, features, report));
  return (await Promise.all(embedded)).flatMap((font) => font ?? []);
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
  const folder = name && (findPackage(name, path.dirname(from)) ?? findPackage(name, packageRoot));
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
