import type { Report } from '../../base/diagnostics/report.ts';
import type { YamlEntry } from '../../base/yaml/yaml.ts';
import { installedFaces, reportMissingFont, writeFace } from '../theme-fonts.ts';
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
    reportMissingFont(family, named.span, report);
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
