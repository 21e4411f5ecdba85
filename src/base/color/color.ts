import { namedColors } from './named-colors.ts';

/** A color in sRGB: red, green and blue from 0 to 1. */
export type Color = readonly [red: number, green: number, blue: number];

/**
 * Parses an opaque CSS color: `#rgb`, `#rrggbb`, a name, `rgb()`, `hsl()`, `hwb()`, `lab()`, `lch()`, `oklab()`,
 * `oklch()` or `color()` in sRGB.
 * Colors outside sRGB are clipped.
 *
 * @returns `undefined` for other texts, transparent colors, and colors that depend on a theme, such as
 *   `var(--x)`
 */
export function parseColor(text: string): Color | undefined {
  const parsed = parseTranslucent(text);
  return parsed?.alpha === 1 ? parsed.color : undefined;
}

/** A color that may be translucent. */
export interface Translucent {
  readonly color: Color;
  /** From 0 to 1. */
  readonly alpha: number;
}

/** Parses a CSS color like {@link parseColor}, also a translucent one; `undefined` for other texts. */
export function parseTranslucent(text: string): Translucent | undefined {
  const source = text.trim().toLowerCase();
  if (source === 'transparent') return { color: [0, 0, 0], alpha: 0 };
  const digits = namedColors.get(source) ?? /^#([0-9a-f]+)$/.exec(source)?.[1];
  return digits === undefined ? parseFunction(source) : parseHex(digits);
}

/** The color that is seen where a translucent one is over an opaque one. */
export function composite({ color, alpha }: Translucent, below: Color): Color {
  const channel = (i: 0 | 1 | 2): number => color[i] * alpha + below[i] * (1 - alpha);
  return [channel(0), channel(1), channel(2)];
}

function parseHex(digits: string): Translucent | undefined {
  const long = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits;
  if (!/^[0-9a-f]{6}(?:[0-9a-f]{2})?$/.test(long)) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 1] = [0, 2, 4, 6].map((at) =>
    at < long.length ? Number.parseInt(long.slice(at, at + 2), 16) / 255 : 1,
  );
  return { color: [red, green, blue], alpha };
}

type Triple = readonly [number, number, number];

/** By function: the value of 100 % for each argument, and the conversion to sRGB. */
const models: ReadonlyMap<string, readonly [full: Triple, convert: (values: Triple) => Color]> =
  new Map([
    ['rgb', [[255, 255, 255], ([r, g, b]) => [r / 255, g / 255, b / 255]]],
    ['srgb', [[1, 1, 1], (values) => values]],
    ['hsl', [[360, 100, 100], fromHsl]],
    ['hwb', [[360, 100, 100], fromHwb]],
    ['lab', [[100, 125, 125], fromLab]],
    ['lch', [[100, 150, 360], ([l, c, h]) => fromLab([l, ...polar(c, h)])]],
    ['oklab', [[1, 0.4, 0.4], fromOklab]],
    ['oklch', [[1, 0.4, 360], ([l, c, h]) => fromOklab([l, ...polar(c, h)])]],
  ]);

const turns: Readonly<Record<string, number>> = { turn: 360, rad: 180 / Math.PI, grad: 0.9 };

function parseFunction(source: string): Translucent | undefined {
  const written = source.replace(/^color\(\s*srgb\s/, 'srgb(');
  const [, name = '', inner = ''] =
    /^(rgb|hsl|hwb|lab|lch|oklab|oklch|srgb)a?\(([^()]*)\)$/.exec(written) ?? [];
  const [full, convert] = models.get(name) ?? [];
  const parts = inner.split(/[\s,/]+/).filter(Boolean);
  if (!full || !convert || parts.length < 3 || parts.length > 4) return undefined;
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, alpha = 1] = parts.map((part, i) =>
    parseNumber(part, full[i] ?? 1),
  );
  if ([a, b, c, alpha].some(Number.isNaN)) return undefined;
  return { color: clip(convert([a, b, c])), alpha: Math.min(1, Math.max(0, alpha)) };
}

function parseNumber(text: string, full: number): number {
  if (text === 'none') return 0;
  const [, number, unit = ''] =
    /^([+-]?(?:\d+\.?\d*|\.\d+))(%|deg|turn|grad|rad)?$/.exec(text) ?? [];
  if (number === undefined) return Number.NaN;
  return Number(number) * (unit === '%' ? full / 100 : (turns[unit] ?? 1));
}

function clip(values: Triple): Color {
  const [r, g, b] = values.map((value) => Math.min(1, Math.max(0, value)));
  return [r ?? 0, g ?? 0, b ?? 0];
}

/** A color by its hue in degrees, and its saturation and lightness in percent. */
export function fromHsl([hue, saturation, lightness]: Triple): Color {
  const [s, l] = [saturation / 100, lightness / 100];
  const channel = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

function fromHwb([hue, white, black]: Triple): Color {
  const sum = Math.max(1, (white + black) / 100);
  const [w, b] = [white / 100 / sum, black / 100 / sum];
  const [r, g, blue] = fromHsl([hue, 100, 50]).map((value) => value * (1 - w - b) + w);
  return [r ?? 0, g ?? 0, blue ?? 0];
}

function polar(chroma: number, hue: number): readonly [number, number] {
  const angle = (hue * Math.PI) / 180;
  return [chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

/** CIE Lab with the white point D50. @see https://www.w3.org/TR/css-color-4/#color-conversion-code */
function fromLab([lightness, a, b]: Triple): Color {
  const middle = (lightness + 16) / 116;
  const cube = (value: number): number =>
    value ** 3 > 216 / 24389 ? value ** 3 : (116 * value - 16) * (27 / 24389);
  const x = cube(middle + a / 500) * 0.9642956764;
  const y = lightness > 8 ? middle ** 3 : lightness * (27 / 24389);
  const z = cube(middle - b / 200) * 0.8251046025;
  return clip([
    encode(3.1341358529 * x - 1.6173863321 * y - 0.490661946 * z),
    encode(-0.978795503 * x + 1.9162543773 * y + 0.0334427311 * z),
    encode(0.0719553798 * x - 0.2289767598 * y + 1.405386058 * z),
  ]);
}

/** @see https://bottosson.github.io/posts/oklab/ */
function fromOklab([lightness, a, b]: Triple): Color {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return clip([
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]);
}

/** Lightness and the two axes of color. @see https://bottosson.github.io/posts/oklab/ */
export function oklabOf(color: Color): Triple {
  const [r, g, b] = [decode(color[0]), decode(color[1]), decode(color[2])];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The value of a channel in sRGB, of its linear light. */
export function encode(linear: number): number {
  return linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
}

/** The linear light of a channel in sRGB. */
export function decode(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** The relative luminance of a color as defined by WCAG, from 0 to 1. */
export function luminanceOf([red, green, blue]: Color): number {
  return 0.2126 * decode(red) + 0.7152 * decode(green) + 0.0722 * decode(blue);
}

/** The WCAG contrast of two colors, from 1 to 21. */
export function contrastOf(first: Color, second: Color): number {
  const [a, b] = [luminanceOf(first), luminanceOf(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Mixes two colors like `color-mix(in oklab, …)`. @param share of the first color, from 0 to 1 */
export function mixColors(first: Color, second: Color, share: number): Color {
  const [a, b] = [oklabOf(first), oklabOf(second)];
  const between = (i: 0 | 1 | 2): number => a[i] * share + b[i] * (1 - share);
  return fromOklab([between(0), between(1), between(2)]);
}

/** Mixes two colors like `color-mix()` in Oklab or sRGB. @param share of the first color, from 0 to 1 */
export function mixTranslucent(
  first: Translucent,
  second: Translucent,
  share: number,
  isOklab: boolean,
): Translucent {
  const alpha = first.alpha * share + second.alpha * (1 - share);
  // Colors count by their opacity.
  const weight = alpha === 0 ? share : (first.alpha * share) / alpha;
  const color = isOklab
    ? mixColors(first.color, second.color, weight)
    : composite({ color: first.color, alpha: weight }, second.color);
  return { color, alpha };
}

/** As `#rrggbb`, or `#rrggbbaa` if it is translucent. */
export function writeTranslucent({ color, alpha }: Translucent): string {
  const digits = Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0');
  return `${writeColor(color)}${digits === 'ff' ? '' : digits}`;
}

/** As `#rrggbb`. */
export function writeColor(color: Color): string {
  const digits = color.map((value) =>
    Math.round(value * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}
