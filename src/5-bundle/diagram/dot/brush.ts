import type { Operation, PenColor } from '../../../base/graphviz/output.ts';
import type { Palette, Tint } from './palette.ts';

/** A gradient of the author's colors; positions are in points. */
export interface Gradient {
  readonly kind: 'linear' | 'radial';
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly stops: readonly { readonly share: number; readonly css: string }[];
}

/** The colors and styles that operations have set. */
export class Brush {
  line: Tint = 'line';
  fill: Tint | Gradient = 'none';
  width = 1;
  dash: 'solid' | 'dashed' | 'dotted' = 'solid';
  fontSize = 14;
  readonly #palette: Palette;

  constructor(palette: Palette) {
    this.#palette = palette;
  }

  /** Sets what an operation sets. */
  use(operation: Operation): void {
    switch (operation.op) {
      case 'c':
        this.line = this.#lineOf(operation);
        break;
      case 'C':
        this.fill = this.#fillOf(operation);
        break;
      case 'S':
        this.#useStyle(operation.style);
        break;
      case 'F':
        this.fontSize = operation.size;
        break;
      default:
    }
  }

  #useStyle(style: string): void {
    const [, width] = /^setlinewidth\(([\d.]+)\)/.exec(style) ?? [];
    if (width !== undefined) this.width = Number(width);
    else if (style === 'dashed' || style === 'dotted' || style === 'solid') this.dash = style;
  }

  /** Black is what Graphviz draws with: the theme's color of lines. */
  #lineOf(color: PenColor): Tint {
    if (color.grad !== 'none') return { css: color.stops[0]?.color ?? 'none' };
    return color.color === '#000000' ? 'line' : this.#palette.decode(color.color);
  }

  #fillOf(color: PenColor): Tint | Gradient {
    if (color.grad === 'none') return this.#palette.decode(color.color);
    const stops = color.stops.map(({ frac, color: css }) => {
      const tint = this.#palette.decode(css);
      return { share: frac, css: typeof tint === 'string' ? 'transparent' : tint.css };
    });
    return { kind: color.grad, from: color.p0, to: color.p1, stops };
  }
}

export function isGradient(fill: Tint | Gradient): fill is Gradient {
  return typeof fill !== 'string' && 'stops' in fill;
}

/** The mean color of a fill of the author's; `undefined` for one of the theme. */
export function cssOf(fill: Tint | Gradient): string | undefined {
  if (typeof fill === 'string') return undefined;
  if (!isGradient(fill)) return /^#.{6}[0-7].$/.test(fill.css) ? undefined : fill.css;
  const [first = 'transparent', last = first] = [fill.stops[0]?.css, fill.stops.at(-1)?.css];
  return first === last ? first : `color-mix(in oklab, ${first}, ${last})`;
}
