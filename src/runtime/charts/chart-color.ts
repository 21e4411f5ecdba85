/**
 * Replaces the color library of Chart.js: the style of a chart sets every color, and colors are not
 * interpolated.
 */
export class Color {
  readonly valid = false;
  readonly #css: unknown;

  constructor(css: unknown) {
    this.#css = css;
  }

  saturate(): this {
    return this;
  }

  darken(): this {
    return this;
  }

  mix(): this {
    return this;
  }

  hexString(): unknown {
    return this.#css;
  }
}
