/** The shorter side of a slide has 45 rem. */
const remOnSlide = 16;

/**
 * Computes a length of CSS in slide pixels: numbers, `rem`, `em`, `px`, `var()`, `calc()`, `min()` and `max()`.
 *
 * @param valueOfToken the value of a token
 * @param em the type size around it, in slide pixels
 * @param rem in slide pixels
 * @returns `undefined` if only a browser can compute it
 */
export function computeLength(
  css: string,
  valueOfToken: (token: string) => string | undefined,
  em: number | undefined,
  rem: number = remOnSlide,
): number | undefined {
  const tokens =
    inline(css, valueOfToken, 0).match(/[\d.]+(?:rem|em|px|%)?|[a-z-]+\(|[-+*/(),]/gi) ?? [];
  const parser = new LengthParser(tokens, em ?? rem, rem);
  const value = parser.parseSum();
  return parser.isDone && Number.isFinite(value) ? value : undefined;
}

const maxDepth = 16;

function inline(
  css: string,
  valueOfToken: (token: string) => string | undefined,
  depth: number,
): string {
  if (depth > maxDepth) return '';
  return css.replace(
    /var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*(?:\([^()]*\))?[^()]*))?\)/g,
    (_, name: string, fallback = '') =>
      `(${inline(valueOfToken(name) ?? fallback, valueOfToken, depth + 1)})`,
  );
}

class LengthParser {
  readonly #tokens: readonly string[];
  readonly #em: number;
  readonly #rem: number;
  #at = 0;

  constructor(tokens: readonly string[], em: number, rem: number) {
    this.#tokens = tokens;
    this.#em = em;
    this.#rem = rem;
  }

  get isDone(): boolean {
    return this.#at === this.#tokens.length;
  }

  parseSum(): number {
    let sum = this.#parseProduct();
    for (;;) {
      if (this.#take('+')) sum += this.#parseProduct();
      else if (this.#take('-')) sum -= this.#parseProduct();
      else return sum;
    }
  }

  #parseProduct(): number {
    let product = this.#parseValue();
    for (;;) {
      if (this.#take('*')) product *= this.#parseValue();
      else if (this.#take('/')) product /= this.#parseValue();
      else return product;
    }
  }

  #parseValue(): number {
    const token = this.#tokens[this.#at++] ?? '';
    if (token === '-') return -this.#parseValue();
    if (token.endsWith('(')) return this.#parseFunction(token.slice(0, -1));
    const [, number, unit] = /^([\d.]+)(rem|em|px)?$/.exec(token) ?? [];
    if (number === undefined) return Number.NaN;
    return Number(number) * (unit === 'rem' ? this.#rem : unit === 'em' ? this.#em : 1);
  }

  #parseFunction(name: string): number {
    const values = [this.parseSum()];
    while (this.#take(',')) values.push(this.parseSum());
    if (!this.#take(')')) return Number.NaN;
    if (name === 'min') return Math.min(...values);
    if (name === 'max') return Math.max(...values);
    return (name === '' || name === 'calc') && values.length === 1 ? (values[0] ?? 0) : Number.NaN;
  }

  #take(token: string): boolean {
    const isNext = this.#tokens[this.#at] === token;
    if (isNext) this.#at++;
    return isNext;
  }
}
