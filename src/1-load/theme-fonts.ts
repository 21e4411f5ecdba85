import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../base/diagnostics/report.ts';
import { findPackage } from '../base/files/find-package.ts';
import { packageRoot } from '../base/files/package-root.ts';
import type { Span } from '../model/source.ts';

const styles = ['400-normal', '400-italic', '600-normal', '700-normal'];

/**
 * The rules of `@font-face` for a family, if a package of fontsource.org with it is installed.
 *
 * @param root a folder to find packages from
 */
export function installedFaces(family: string, root: string): readonly string[] {
  const slug = slugOf(family);
  const name = `@fontsource/${slug}`;
  const folder = findPackage(name, root) ?? findPackage(name, packageRoot);
  if (folder === undefined) return [];
  return styles.flatMap((style) => {
    const file = `${slug}-latin-${style}.woff2`;
    const [weight = '400', slant = 'normal'] = style.split('-');
    return existsSync(path.join(folder, 'files', file))
      ? [writeFace(family, weight, slant, `npm:${name}/files/${file}`)]
      : [];
  });
}

/** Warns of a font that the page does not contain. */
export function reportMissingFont(family: string, span: Span | undefined, report: Report): void {
  const message = `"${family}" is a font of the system: machines without it show the next font`;
  const hint = `install the package @fontsource/${slugOf(family)}, or set "fonts" in the front matter`;
  report.add('font-system', span, message, hint);
}

function slugOf(family: string): string {
  return family.toLowerCase().replace(/[^a-z\d]+/g, '-');
}

export function writeFace(family: string, weight: string, style: string, file: string): string {
  const values = [weight, style].map((value) => value.replace(/[^\w. -]/g, ''));
  const [name, url] = [family, file].map((text) => text.replace(/["\\\n\r\f<]/g, ''));
  return `@font-face { font-family: "${name}"; font-weight: ${values[0]}; font-style: ${values[1]}; src: url("${url}"); }`;
}
