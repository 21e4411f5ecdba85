import type { Report } from '../../base/diagnostics/report.ts';
import { readTextFile } from '../../base/files/text-file.ts';
import { spanAt } from '../../base/span.ts';
import { parseYaml, type YamlEntry } from '../../base/yaml/yaml.ts';
import type { Theme } from '../../model/front-matter.ts';
import type { BuildOptions, Span, TemplateFile } from '../../model/source.ts';
import { slideColors } from '../template/slide-colors.ts';
import { writeColors, writeFixedColors, writeOtherColors } from '../template/write-colors.ts';
import { brandColors } from './brand-colors.ts';
import { brandFonts } from './brand-fonts.ts';
import { entryAt, textAt } from './entries.ts';

/** Whether a theme is a brand file, such as the `_brand.yml` of Quarto. */
export function isBrandName(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

/** Reads the colors, fonts and the logo of a brand file as a theme; see https://posit-dev.github.io/brand-yml/. */
export function readBrandTheme(
  { name, file, span }: TemplateFile,
  options: BuildOptions,
  report: Report,
): Theme | undefined {
  const source = readTextFile(file, options.cwd, span, report);
  const entries =
    source && parseYaml(source.text, (offset, length) => spanAt(source, offset, length), report);
  if (!entries) return undefined;
  const scheme = brandColors(entries, report);
  const color = (key: string): string => scheme.get(key) ?? '000000';
  const wanted = { text: color('tx1'), heading: color('heading') };
  const colors = slideColors(scheme, color('bg1'), wanted);
  const { css: faces, tokens } = brandFonts(entries, options.root, report);
  const root = [writeColors(colors), writeOtherColors(scheme), writeFixedColors(colors), tokens];
  const logo = logoOf(entries);
  return {
    name,
    cssFile: file,
    css: `${faces}\n:root {\n${root.join('\n')}\n}`,
    ...(logo !== undefined && { logo: { path: logo.path, from: file, span: logo.span } }),
  };
}

/** The logo for slides: the small one, as there is little room, or what there is. */
function logoOf(
  entries: readonly YamlEntry[],
): { readonly path: string; readonly span: Span } | undefined {
  const logo = entryAt(entries, ['logo']);
  const sizes =
    logo === undefined
      ? []
      : [
          logo,
          ...['small', 'medium', 'large'].flatMap((size) => entryAt(logo.items, [size]) ?? []),
        ];
  for (const entry of sizes) {
    const text =
      textAt([entry], [entry.key]) ??
      textAt(entry.items, ['light']) ??
      textAt(entry.items, ['path']);
    if (text === undefined) continue;
    const image = logo && entryAt(logo.items, ['images', text]);
    const target = image?.source ?? textAt(image?.items ?? [], ['path']) ?? text;
    return { path: target, span: entry.span };
  }
  return undefined;
}
