import { type Box, round } from './svg.ts';

export type Corner = readonly [x: number, y: number];

/** The height of a wavy border. */
export const wave = 12;

/** Writes a path, with numbers rounded to a tenth of a pixel. */
export function arcPath(texts: TemplateStringsArray, ...numbers: readonly number[]): string {
  return texts.map((text, i) => (i === 0 ? text : `${round(numbers[i - 1] ?? 0)}${text}`)).join('');
}

/** Points on an ellipse that fills its box; every other one at `inner` of its distance from the center. */
export function ellipsePoints(count: number, inner = 1): readonly Corner[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI;
    const distance = (i % 2 === 0 ? 1 : inner) / 2;
    return [0.5 + Math.cos(angle) * distance, 0.5 + Math.sin(angle) * distance];
  });
}

/** A sheet with a wavy lower border. */
export function sheet({ x, y, width, height }: Box): string {
  return `${arcPath`M${x},${y}h${width}v${height - wave / 2}`}${waveTo(-width)}z`;
}

/** A tape with a wavy border above and below. */
export function tape({ x, y, width, height }: Box): string {
  const start = arcPath`M${x},${y + wave / 2}`;
  const side = arcPath`v${height - wave}`;
  return `${start}${waveTo(width)}${side}${waveTo(-width)}z`;
}

function waveTo(width: number): string {
  const [half, quarter] = [width / 2, width / 4];
  return arcPath`q${quarter},${-wave} ${half},0q${quarter},${wave} ${half},0`;
}
