import { parseColor } from '../../base/color/color.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import type { YamlEntry } from '../../base/yaml/yaml.ts';
import { type ColorScheme, hexOf } from '../template/office-color.ts';
import { contrast } from '../template/slide-colors.ts';
import { entryAt, textAt } from './entries.ts';

/** The series of charts for which a brand has no color. */
const usualSeries = ['2576A0', '885000', '644EB9', '04613A', 'A83366', '926A07'];

const series = ['primary', 'secondary', 'tertiary', 'info', 'success', 'warning', 'danger'];

/** The colors of a brand, by the names that they have in the scheme of a template. */
export function brandColors(entries: readonly YamlEntry[], report: Report): ColorScheme {
  const reader = new BrandColors(entries, report);
  const background = reader.role('background') ?? 'FFFFFF';
  const foreground = reader.role('foreground') ?? farFrom(background);
  const own = series.flatMap((name) => reader.role(name) ?? []);
  const others = reader.palette.filter((hex) => hex !== background && hex !== foreground);
  const accents = [...new Set([...own, ...others])].slice(0, 6);
  const [accent = foreground] = accents;
  const all = [...accents, ...usualSeries.slice(accents.length)];
  const isDark = farFrom(background) === 'FFFFFF';
  return new Map([
    ['bg1', background],
    ['tx1', foreground],
    ['dk1', reader.role('dark') ?? (isDark ? background : foreground)],
    ['lt1', reader.role('light') ?? (isDark ? foreground : background)],
    ...all.map((hex, index) => [`accent${index + 1}`, hex] as const),
    ['hlink', reader.at(['typography', 'link', 'color']) ?? accent],
    ['heading', reader.at(['typography', 'headings', 'color']) ?? foreground],
  ]);
}

/** Black or white, whichever can be read on a color. */
function farFrom(hex: string): string {
  return contrast(hex, '000000') >= contrast(hex, 'FFFFFF') ? '000000' : 'FFFFFF';
}

class BrandColors {
  readonly #entries: readonly YamlEntry[];
  readonly #report: Report;

  constructor(entries: readonly YamlEntry[], report: Report) {
    this.#entries = entries;
    this.#report = report;
  }

  /** All colors of the palette, in its order. */
  get palette(): readonly string[] {
    const palette = entryAt(this.#entries, ['color', 'palette']);
    return (palette?.items ?? []).flatMap(({ key }) => this.at(['color', 'palette', key]) ?? []);
  }

  role(name: string): string | undefined {
    return this.at(['color', name]);
  }

  /** The color at a path of keys: one of CSS, or the name of another one. */
  at(keys: readonly string[], depth = 0): string | undefined {
    const found = entryAt(this.#entries, keys);
    const entry = found?.source === undefined ? entryAt(found?.items ?? [], ['light']) : found;
    if (entry?.source === undefined || depth > 8) return undefined;
    const name = entry.source.trim();
    const color = parseColor(name);
    for (const path of [
      ['color', 'palette', name],
      ['color', name],
    ]) {
      if (textAt(this.#entries, path) !== undefined && path.join() !== keys.join())
        return this.at(path, depth + 1);
    }
    if (color) return hexOf(color);
    const message = `"${name}" is neither a color nor the name of one in the palette`;
    this.#report.add('brand-value', entry.span, message);
    return undefined;
  }
}
