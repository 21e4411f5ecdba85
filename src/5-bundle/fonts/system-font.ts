import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { findPackage } from '../../base/files/find-package.ts';
import { ownValue } from '../../base/own-value.ts';
import type { AssetRef } from '../../model/source.ts';
import type { FontFamily } from './font-package.ts';
import { familyName } from './font-stack.ts';

/** Free fonts with the same widths as fonts that come with an operating system or an office suite. */
const substitutes: Readonly<Record<string, string>> = {
  arial: 'arimo',
  calibri: 'carlito',
  cambria: 'caladea',
  'courier new': 'cousine',
  helvetica: 'arimo',
  'times new roman': 'tinos',
};

const generic =
  /^(?:ui-)?(?:serif|sans-serif|monospace|rounded)$|^(?:system-ui|cursive|fantasy|math)$/;

/** Whether a font of the front matter is the name of a family rather than a package or the path of a file. */
export function isSystemFont(font: string): boolean {
  return !/^npm:|[/\\]|\.(?:[ot]t[fc]|woff2?|eot|svg|pfb|dfont)$/i.test(font);
}

/**
 * The family of a font of the system, or several separated by commas. It has no faces, as it is not in the
 * page; a warning says so.
 */
export function readSystemFont(ref: AssetRef, report: Report): FontFamily {
  for (const name of namesIn(ref.path)) {
    if (generic.test(name)) continue;
    const message = `"${name}" is a font of the system: machines without it show the next font`;
    report.add('font-system', ref.span, message, hintFor(name, ref));
  }
  return { family: ref.path, faces: [] };
}

/** The names of {@link readSystemFont} in CSS. */
export function writeSystemFont(families: string): readonly string[] {
  return namesIn(families).map((name) => (generic.test(name) ? name : JSON.stringify(name)));
}

function namesIn(families: string): readonly string[] {
  const names = families.split(',').map((name) => name.trim().replace(/^["']|["']$/g, ''));
  return names.filter((name) => name !== '');
}

function hintFor(name: string, { from }: AssetRef): string {
  const slug = familyName(name).replace(/\s+/g, '-');
  if (findPackage(`@fontsource/${slug}`, path.dirname(from))) {
    return `"npm:@fontsource/${slug}" puts it into the page`;
  }
  const substitute = ownValue(substitutes, familyName(name));
  return substitute === undefined
    ? 'the file of a font, or a package such as npm:@fontsource/inter, is put into the page'
    : `npm:@fontsource/${substitute} has the same widths and is put into the page`;
}
