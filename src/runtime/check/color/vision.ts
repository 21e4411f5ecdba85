import { linearOf, type Rgba } from './color.ts';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/**
 * How people with dichromacy see linear sRGB: Machado, Oliveira and Fernandes, “A physiologically-based
 * model for simulation of color vision deficiency” (2009), severity 1.
 */
const visions: Readonly<Record<string, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/**
 * The name of a color vision that cannot tell two colors apart.
 *
 * @param wanted the difference that they should have
 */
export function indistinctFor(first: Rgba, second: Rgba, wanted: number): string | undefined {
  const found = Object.entries(visions).find(
    ([, matrix]) => difference(see(first, matrix), see(second, matrix)) < wanted,
  );
  return found?.[0];
}

/** The difference of two colors as most people see them. */
export function differenceOf(first: Rgba, second: Rgba): number {
  return difference(labOf(linearOf(first)), labOf(linearOf(second)));
}

/** In CIE Lab. */
function see(color: Rgba, matrix: Matrix): Triple {
  const linear = linearOf(color);
  const seen = matrix.map((row) =>
    Math.min(1, Math.max(0, row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2])),
  );
  return labOf(seen as unknown as Triple);
}

/** Converts linear sRGB to CIE Lab with the white point D65. */
function labOf([r, g, b]: Triple): Triple {
  const f = (value: number) =>
    value > 216 / 24389 ? Math.cbrt(value) : (value * 24389) / 27 / 116 + 16 / 116;
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000: https://doi.org/10.1002/col.20070 */
function difference([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const c7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const g = 1 + 0.5 * (1 - Math.sqrt(c7 / (c7 + 25 ** 7)));
  const [c1, c2] = [Math.hypot(a1 * g, b1), Math.hypot(a2 * g, b2)];
  const [h1, h2] = [hueOf(a1 * g, b1), hueOf(a2 * g, b2)];
  const isGray = c1 * c2 === 0;
  const turn = isGray ? 0 : ((((h2 - h1 + 180) % 360) + 360) % 360) - 180;
  const hue = isGray ? h1 + h2 : meanHue(h1, h2);
  const light = (l1 + l2) / 2;
  const chroma = (c1 + c2) / 2;
  const t =
    1 -
    0.17 * cos(hue - 30) +
    0.24 * cos(2 * hue) +
    0.32 * cos(3 * hue + 6) -
    0.2 * cos(4 * hue - 63);
  const sl = 1 + (0.015 * (light - 50) ** 2) / Math.sqrt(20 + (light - 50) ** 2);
  const sc = 1 + 0.045 * chroma;
  const sh = 1 + 0.015 * chroma * t;
  const rotation = 30 * Math.exp(-(((hue - 275) / 25) ** 2));
  const rc = 2 * Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
  const dl = (l2 - l1) / sl;
  const dc = (c2 - c1) / sc;
  const dh = (2 * Math.sqrt(c1 * c2) * sin(turn / 2)) / sh;
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 - rc * sin(2 * rotation) * dc * dh);
}

/** In degrees, from 0 to 360. */
function hueOf(a: number, b: number): number {
  return ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}

function meanHue(first: number, second: number): number {
  const sum = first + second;
  if (Math.abs(first - second) <= 180) return sum / 2;
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

function cos(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}

function sin(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}
