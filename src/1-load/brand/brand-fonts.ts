import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { findPackage } from '../../base/files/find-package.ts';
import { packageRoot } from '../../base/files/package-root.ts';
import type { YamlEntry } from '../../base/yaml/yaml.ts';
import { entryAt, textAt } from './entries.ts';

interface BrandFonts {
  /** Rules of `@font-face`. */
  readonly css: string;
  /** Declarations of tokens. */
  readonly tokens: string;
}

const roles = [
  ['base', '--font-text', 'sans-serif'],
  ['headings', '--font-heading', 'sans-serif'],
  ['monospace', '--font-mono', 'monospace'],
] as const;

/**
 * The fonts of a brand: its files, or packages of fontsource.org that are installed. One that is neither is a font
 * of the system, which is reported.
 *
 * @param root a folder to find packages from
 */
export function brandFonts(
  entries: readonly YamlEntry[],
  root: string,
  report: Report,
): BrandFonts {
  const faces = new Map<string, readonly string[]>();
  const tokens: string[] = [];
  for (const [role, token, generic] of roles) {
    const entry = entryAt(entries, ['typography', role]);
    const named = entry?.source === undefined ? entryAt(entry?.items ?? [], ['family']) : entry;
    if (!entry || named?.source === undefined) continue;
    const family = named.source.replace(/[\\\n\r"<>{};]/g, '').trim();
    tokens.push(`  ${token}: "${family}", ${generic};`);
    const weight = textAt(entry.items, ['weight']);
    if (role === 'headings' && weight !== undefined && /^[1-9]00$/.test(weight))
      tokens.push(`  --weight-heading: ${weight};`);
    if (faces.has(family)) continue;
    const own = facesOf(entries, family, root);
    faces.set(family, own);
    if (own.length > 0) continue;
    const message = `"${family}" is a font of the system: machines without it show the next font`;
    const slug = slugOf(family);
    report.add(
      'font-system',
      named.span,
      message,
      `install npm:@fontsource/${slug}, or name its files in "typography: fonts"`,
    );
  }
  return { css: [...faces.values()].flat().join('\n'), tokens: tokens.join('\n') };
}

function facesOf(entries: readonly YamlEntry[], family: string, root: string): readonly string[] {
  const fonts = entryAt(entries, ['typography', 'fonts'])?.items ?? [];
  const named = fonts.find(({ items }) => textAt(items, ['family']) === family);
  const files = entryAt(named?.items ?? [], ['files'])?.items ?? [];
  const own = files.flatMap((file) => {
    const target = file.source ?? textAt(file.items, ['path']);
    const weight = textAt(file.items, ['weight']) ?? '400';
    const style = textAt(file.items, ['style']) ?? 'normal';
    return target === undefined ? [] : [writeFace(family, weight, style, target)];
  });
  return own.length > 0 ? own : installedFaces(family, root);
}

const styles = ['400-normal', '400-italic', '600-normal', '700-normal'];

function installedFaces(family: string, root: string): readonly string[] {
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

function slugOf(family: string): string {
  return family.toLowerCase().replace(/[^a-z\d]+/g, '-');
}

function writeFace(family: string, weight: string, style: string, file: string): string {
  const values = [weight, style].map((value) => value.replace(/[^\w. -]/g, ''));
  const url = file.replace(/["\\\n\r<]/g, '');
  return `@font-face { font-family: "${family}"; font-weight: ${values[0]}; font-style: ${values[1]}; src: url("${url}"); }`;
}
