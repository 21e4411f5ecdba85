import { type Color, oklabOf } from '../../../src/base/color/color.ts';

type Matrix = readonly (readonly [number, number, number])[];

/**
 * How red- and green-blind people see linear sRGB: Machado, Oliveira and Fernandes, “A
 * physiologically-based model for simulation of color vision deficiency” (2009), severity 1.
 */
const visions: Readonly<Record<string, Matrix>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** The smallest distance in Oklab between two colors, over all kinds of sight; 0.02 is just noticeable. */
export function distanceSeen(first: Color, second: Color): number {
  const distances = Object.values(visions).map((matrix) => {
    const [a, b] = [oklabOf(see(first, matrix)), oklabOf(see(second, matrix))];
    return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  });
  return Math.min(...distances);
}

function see(color: Color, matrix: Matrix): Color {
  const linear = color.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  const [r = 0, g = 0, b = 0] = matrix
    .map((row) => row.reduce((sum, share, i) => sum + share * (linear[i] ?? 0), 0))
    .map((value) => Math.min(1, Math.max(0, value)))
    .map((value) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055));
  return [r, g, b];
}
