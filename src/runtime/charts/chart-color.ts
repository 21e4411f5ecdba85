/**
 * Stands in for the package that Chart.js mixes colours with: a chart's look names each colour that
 * it shows, and colours change at once.
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
