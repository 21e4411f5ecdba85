import { childOf, childrenOf, descend, type XmlElement } from '../../base/ooxml/xml-tree.ts';
import { ownValue } from '../../base/own-value.ts';

type Rgb = readonly [red: number, green: number, blue: number];

/** The colors of a theme, by the names that shapes use for them. */
export class ThemeColors {
  readonly #scheme: ReadonlyMap<string, string>;
  readonly #map: Readonly<Record<string, string>>;

  constructor(theme: XmlElement | undefined, colorMap: XmlElement | undefined) {
    const scheme = descend(theme, 'a:themeElements', 'a:clrScheme');
    this.#scheme = new Map(
      (scheme?.children ?? []).map(({ name, children: [color] }) => [
        name.slice(2),
        color?.attributes.lastClr ?? color?.attributes.val ?? '',
      ]),
    );
    this.#map = colorMap?.attributes ?? {};
  }

  /** The color in a fill, as CSS; `undefined` if it is not known. */
  css(holder: XmlElement | undefined, placeholder?: string): string | undefined {
    const color = holder?.children.find(({ name }) => /^a:\w+Clr$/.test(name));
    const base = color && this.#baseOf(color, placeholder);
    if (!color || base === undefined || !/^[\da-f]{6}$/i.test(base)) return undefined;
    const rgb = changed(parse(base), color);
    const alpha = childOf(color, 'a:alpha');
    const hex = `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
    const opacity = Number(alpha?.attributes.val ?? 100000) / 100000;
    return opacity >= 1
      ? hex
      : hex +
          Math.round(opacity * 255)
            .toString(16)
            .padStart(2, '0');
  }

  #baseOf({ name, attributes }: XmlElement, placeholder?: string): string | undefined {
    if (name === 'a:srgbClr') return attributes.val;
    if (name === 'a:sysClr')
      return attributes.lastClr ?? (attributes.val === 'window' ? 'ffffff' : '000000');
    if (name === 'a:prstClr') return ownValue(presets, attributes.val ?? '');
    if (name !== 'a:schemeClr') return undefined;
    const value = attributes.val ?? '';
    if (value === 'phClr') return placeholder?.slice(1);
    return this.#scheme.get(this.#map[value] ?? ownValue(usual, value) ?? value);
  }
}

const usual: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };

const presets: Readonly<Record<string, string>> = {
  black: '000000',
  white: 'ffffff',
  red: 'ff0000',
  green: '008000',
  blue: '0000ff',
  yellow: 'ffff00',
  gray: '808080',
};

function parse(hex: string): Rgb {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}

/** Applies the changes of a color that themes make: lighter, darker, tints and shades. */
function changed(rgb: Rgb, color: XmlElement): Rgb {
  let [red, green, blue] = rgb;
  const each = (change: (part: number) => number): void => {
    [red, green, blue] = [change(red), change(green), change(blue)].map((part) =>
      Math.min(255, Math.max(0, part)),
    ) as [number, number, number];
  };
  for (const { name, attributes } of color.children) {
    const share = Number(attributes.val ?? 0) / 100000;
    // The lightness of a color, scaled and moved.
    if (name === 'a:lumMod' || name === 'a:shade') each((part) => part * share);
    else if (name === 'a:lumOff') each((part) => part + 255 * share);
    else if (name === 'a:tint') each((part) => 255 - (255 - part) * share);
  }
  return [red, green, blue];
}

/** A linear gradient in CSS; `undefined` for others. */
export function gradientIn(
  fill: XmlElement,
  colors: ThemeColors,
  placeholder?: string,
): string | undefined {
  const stops = childrenOf(childOf(fill, 'a:gsLst'), 'a:gs').map((stop) => ({
    at: Number(stop.attributes.pos ?? 0) / 1000,
    css: colors.css(stop, placeholder),
  }));
  if (stops.length < 2 || stops.some(({ css }) => css === undefined)) return undefined;
  const angle = Number(childOf(fill, 'a:lin')?.attributes.ang ?? 0) / 60000;
  const parts = stops
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, css }, index) =>
      Math.abs(at - (index * 100) / (stops.length - 1)) < 0.5
        ? css
        : `${css} ${Number(at.toFixed(1))}%`,
    );
  const direction = Number(((angle + 90) % 360).toFixed(1));
  return `linear-gradient(${direction}deg, ${parts.join(', ')})`;
}
