import {
  type Color,
  decode,
  encode,
  fromHsl,
  parseColor,
  writeColor,
} from '../../base/color/color.ts';
import { namedColors } from '../../base/color/named-colors.ts';
import type { XmlElement } from '../../base/ooxml/xml-tree.ts';

/** The colors that `a:schemeClr` names on a slide, such as `tx1`, as six hexadecimal digits. */
export type ColorScheme = ReadonlyMap<string, string>;

const choices = new Set(
  ['srgbClr', 'schemeClr', 'sysClr', 'prstClr', 'scrgbClr', 'hslClr'].map((name) => `a:${name}`),
);

/**
 * The color in an element such as `a:solidFill`, without its opacity.
 *
 * @param placeholder the value of `phClr`, in the fills of a theme
 * @returns six hexadecimal digits; `undefined` if it has no color
 */
export function readColor(
  element: XmlElement | undefined,
  scheme: ColorScheme,
  placeholder?: string,
): string | undefined {
  const choice = element?.children.find(({ name }) => choices.has(name));
  const base = choice && baseColor(choice, scheme, placeholder);
  const color = base === undefined ? undefined : parseColor(`#${base}`);
  if (!choice || !color) return undefined;
  return hexOf(choice.children.reduce(transform, color));
}

/** Six hexadecimal digits in upper case. */
export function hexOf(color: Color): string {
  return writeColor(color.map(limit) as unknown as Color)
    .slice(1)
    .toUpperCase();
}

export function colorOf(hex: string): Color {
  return parseColor(`#${hex}`) ?? [0, 0, 0];
}

function baseColor(
  { name, attributes }: XmlElement,
  scheme: ColorScheme,
  placeholder: string | undefined,
): string | undefined {
  const { val = '', lastClr, r, g, b, hue, sat, lum } = attributes;
  if (name === 'a:srgbClr') return /^[\da-f]{6}$/i.test(val) ? val : undefined;
  if (name === 'a:sysClr') return lastClr ?? (val === 'window' ? 'FFFFFF' : '000000');
  if (name === 'a:schemeClr') return val === 'phClr' ? placeholder : scheme.get(val);
  if (name === 'a:prstClr') return named(val);
  if (name === 'a:scrgbClr')
    return hexOf([r, g, b].map((part) => gamma(share(part))) as unknown as Color);
  return hexOf(ofHsl([degrees(hue) / 360, share(sat), share(lum)]));
}

/** Office shortens `dark`, `light` and `medium` in the names of CSS. */
function named(name: string): string | undefined {
  const css = name.replace(/^dk/, 'dark').replace(/^lt/, 'light').replace(/^med/, 'medium');
  return namedColors.get(css.toLowerCase())?.replace('#', '');
}

function transform(color: Color, { name, attributes }: XmlElement): Color {
  const value = share(attributes.val);
  const [hue, saturation, lightness] = toHsl(color);
  switch (name) {
    case 'a:lumMod':
      return ofHsl([hue, saturation, lightness * value]);
    case 'a:lumOff':
      return ofHsl([hue, saturation, lightness + value]);
    case 'a:satMod':
      return ofHsl([hue, saturation * value, lightness]);
    case 'a:satOff':
      return ofHsl([hue, saturation + value, lightness]);
    case 'a:shade':
      return color.map((part) => gamma(decode(part) * value)) as unknown as Color;
    case 'a:tint':
      return color.map((part) => gamma(decode(part) * value + 1 - value)) as unknown as Color;
    case 'a:gray':
      return ofHsl([hue, 0, lightness]);
    case 'a:inv':
      return color.map((part) => 1 - part) as unknown as Color;
    default:
      return color;
  }
}

/** A share in thousandths of a percent, or with a percent sign. */
export function share(text: string | undefined): number {
  const value = Number.parseFloat(text ?? '');
  if (!Number.isFinite(value)) return 0;
  return text?.endsWith('%') ? value / 100 : value / 100_000;
}

function degrees(text: string | undefined): number {
  return Number(text ?? 0) / 60_000 || 0;
}

function gamma(linear: number): number {
  return encode(limit(linear));
}

function limit(value: number): number {
  return Math.min(1, Math.max(0, value));
}

type Hsl = readonly [hue: number, saturation: number, lightness: number];

function toHsl([red, green, blue]: Color): Hsl {
  const [max, min] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const [lightness, range] = [(max + min) / 2, max - min];
  if (range === 0) return [0, 0, lightness];
  const saturation = range / (1 - Math.abs(2 * lightness - 1));
  const sector =
    max === red
      ? ((green - blue) / range + 6) % 6
      : max === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  return [sector / 6, saturation, lightness];
}

function ofHsl([hue, saturation, lightness]: Hsl): Color {
  return fromHsl([hue * 360, limit(saturation) * 100, limit(lightness) * 100]);
}

/** A color as one of the scheme, made lighter or darker as PowerPoint's palette does. */
export interface ColorVariant {
  readonly name: string;
  readonly mod: number;
  readonly off: number;
}

/** The variants in PowerPoint's palette, from the color itself to those that differ most. */
const steps: readonly (readonly [mod: number, off: number])[] = [
  [100, 0],
  [95, 0],
  [95, 5],
  [85, 0],
  [85, 15],
  [75, 0],
  [75, 25],
  [65, 0],
  [65, 35],
  [60, 40],
  [50, 0],
  [50, 50],
  [40, 60],
  [25, 0],
  [20, 80],
  [10, 90],
  [10, 0],
];

function variantColor(hex: string, { mod, off }: Omit<ColorVariant, 'name'>): string {
  const [hue, saturation, lightness] = toHsl(colorOf(hex));
  return hexOf(ofHsl([hue, saturation, (lightness * mod + off) / 100]));
}

/** The variants of a color of the scheme, and what color each is. */
export function variantsOf(
  name: string,
  scheme: ColorScheme,
): readonly (ColorVariant & { readonly hex: string })[] {
  const hex = scheme.get(name) ?? '000000';
  return steps.map(([mod, off]) => ({ name, mod, off, hex: variantColor(hex, { mod, off }) }));
}
