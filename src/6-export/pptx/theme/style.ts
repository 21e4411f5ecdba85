import {
  resolveOn,
  type SlideTokens,
  type TokenRules,
  tokensOf,
} from '../../../5-bundle/colors/slide-tokens.ts';
import { type Color, composite, writeColor } from '../../../base/color/color.ts';
import { computeLength } from './length.ts';

/** The values of a theme's tokens on one slide. */
export class SlideStyle {
  readonly #tokens: SlideTokens;
  readonly #unit: { readonly width: number; readonly height: number };

  /**
   * @param classes of the slide, such as `layout-cover`
   * @param style the declarations in its attribute `style`
   * @param size of the slide, in slide pixels
   */
  constructor(
    rules: TokenRules,
    classes: readonly string[],
    style: string,
    size: { readonly width: number; readonly height: number },
  ) {
    const found = tokensOf(rules, { classes: new Set(['slide', ...classes]), style });
    this.#tokens = { root: found.root, own: new Map([...found.own, ...declarationsIn(style)]) };
    this.#unit = size;
  }

  /** The text of a token; `undefined` if it is not set. */
  text(token: string): string | undefined {
    return this.#tokens.own.get(token) ?? this.#tokens.root.get(token);
  }

  /** A color as six hexadecimal digits, as seen on the background of the slide. */
  color(css: string): string {
    return hexOf(this.rgb(css));
  }

  rgb(css: string): Color {
    const value = css.startsWith('--') ? `var(${css})` : css;
    const found = resolveOn(this.#tokens, value) ?? this.#relative(css);
    if (!found) return value === 'var(--color-text)' ? [0, 0, 0] : this.rgb('--color-text');
    if (found.alpha === 1) return found.color;
    const below = resolveOn(this.#tokens, 'var(--color-background)');
    return composite(found, below ? composite(below, [1, 1, 1]) : [1, 1, 1]);
  }

  /** The colors of series on slides with another background are relative, which only a browser can compute. */
  #relative(css: string) {
    const [, number] = /^--chart-(\d)$/.exec(css) ?? [];
    if (number === undefined) return undefined;
    const mixed = `color-mix(in oklab, var(--series-${number}) 60%, var(--color-text))`;
    return resolveOn(this.#tokens, mixed);
  }

  /** A length in slide pixels. @param em the type size around it */
  length(token: string, em?: number): number {
    const valueOfToken = (name: string): string | undefined => {
      if (name === '--slide-width') return `${this.#unit.width}px`;
      if (name === '--slide-height') return `${this.#unit.height}px`;
      return this.text(name);
    };
    return computeLength(`var(${token})`, valueOfToken, em, this.pixels(16)) ?? 0;
  }

  /** A length on a slide whose shorter side has 720 pixels, on this one. */
  pixels(length: number): number {
    return (length * Math.min(this.#unit.width, this.#unit.height)) / 720;
  }

  /** The first font of a stack that is no keyword. */
  font(token: string): string {
    return this.#fonts(token).find((name) => !keywords.test(name)) ?? 'Arial';
  }

  /** The first fixed-width font of a stack that comes with PowerPoint, as code needs one of that width. */
  get monoFont(): string {
    return this.#fonts('--font-mono').find((name) => officeMono.test(name)) ?? 'Consolas';
  }

  /** The names in a stack. */
  #fonts(token: string): readonly string[] {
    const names = this.#inlined(token, 0).split(',');
    return names.map((name) => name.trim().replace(/^["']|["']$/g, ''));
  }

  #inlined(token: string, depth: number): string {
    const value = this.text(token) ?? '';
    if (depth > 8) return '';
    return value.replace(/var\((--[\w-]+)[^)]*\)/g, (_, name: string) =>
      this.#inlined(name, depth + 1),
    );
  }
}

/** Names for whatever font a system has. */
const keywords =
  /^(?:$|system-ui|ui-|-apple|blinkmac|sans-serif|serif|monospace|inherit|SF Mono|lectern)/i;

const officeMono = /^(?:consolas|courier new|lucida console)$/i;

export function hexOf(color: Color): string {
  return writeColor(color).slice(1).toUpperCase();
}

function declarationsIn(style: string): readonly (readonly [string, string])[] {
  return style.split(';').flatMap((declaration) => {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, colon).trim();
    return colon > 0 && name.startsWith('--')
      ? [[name, declaration.slice(colon + 1).trim()] as const]
      : [];
  });
}
