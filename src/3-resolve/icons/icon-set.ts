import { ownValue } from '../../base/own-value.ts';
import { makeSafe } from '../../base/safe-html/safe-html.ts';

/** An icon in `currentColor`, or in its own colors. */
export interface Icon {
  /** Without the name of its set. */
  readonly name: string;
  readonly viewBox: string;
  /** The content of the `<svg>` element. */
  readonly body: string;
}

/** The used part of Iconify's format: https://iconify.design/docs/types/iconify-json.html */
interface IconSetFile extends ViewBox {
  readonly icons: Readonly<Record<string, Drawing>>;
  readonly aliases?: Readonly<Record<string, Partial<Drawing> & { readonly parent: string }>>;
}

interface ViewBox {
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
}

interface Drawing extends ViewBox {
  readonly body: string;
  readonly hFlip?: boolean;
  readonly vFlip?: boolean;
  /** In quarter turns. */
  readonly rotate?: number;
}

/** Shapes with plain attributes, as in most icons. */
const shapes =
  /^(?:<(?:circle|ellipse|g|line|path|polygon|polyline|rect)(?: (?!on)[a-z][a-z\d-]*="[^"<>&(:]*")*\/?>|<\/g>|\s)*$/;

/** The icons of a package. */
export class IconSet {
  readonly #file: IconSetFile;

  /** @throws SyntaxError if the text is not JSON */
  constructor(text: string) {
    this.#file = JSON.parse(text) as IconSetFile;
  }

  get names(): readonly string[] {
    const { icons = {}, aliases = {} } = this.#file;
    return [...Object.keys(icons), ...Object.keys(aliases)];
  }

  /** @returns `undefined` if there is none; `'unsafe'` if it contains more than shapes */
  find(name: string): Icon | 'unsafe' | undefined {
    const drawing = this.#draw(name);
    if (!drawing || typeof drawing.body !== 'string') return undefined;
    const shown = safeBody(drawing.body);
    if (shown === undefined) return 'unsafe';
    const { left = 0, top = 0, width = 16, height = 16 } = { ...this.#box, ...drawing };
    const transform = turn(drawing, { left, top, width, height });
    return {
      name,
      viewBox: [left, top, width, height].map(Number).join(' '),
      body: transform ? `<g transform="${transform}">${shown}</g>` : shown,
    };
  }

  get #box(): ViewBox {
    const { left, top, width, height } = this.#file;
    const given = Object.entries({ left, top, width, height });
    return Object.fromEntries(given.filter(([, value]) => value !== undefined));
  }

  /** An alias refers to another icon or alias, possibly rotated or flipped. */
  #draw(name: string, depth = 0): Drawing | undefined {
    const { icons = {}, aliases = {} } = this.#file;
    const icon = ownValue(icons, name);
    if (icon) return icon;
    const alias = ownValue(aliases, name);
    const parent = alias && depth < 5 ? this.#draw(alias.parent, depth + 1) : undefined;
    if (!alias || !parent) return undefined;
    return {
      ...parent,
      ...alias,
      body: parent.body,
      hFlip: Boolean(parent.hFlip) !== Boolean(alias.hFlip),
      vFlip: Boolean(parent.vFlip) !== Boolean(alias.vFlip),
      rotate: (parent.rotate ?? 0) + (alias.rotate ?? 0),
    };
  }
}

/** The body of an icon; `undefined` if it contains more than a drawing. */
function safeBody(body: string): string | undefined {
  if (shapes.test(body)) return body;
  const { html, removed } = makeSafe(`<svg>${body}</svg>`);
  const isDrawing = html.startsWith('<svg>') && html.indexOf('</svg>') === html.length - 6;
  const hasContent = /<(?:a|foreignObject)\b/.test(html);
  return removed.length > 0 || !isDrawing || hasContent ? undefined : html.slice(5, -6);
}

function turn(
  { hFlip, vFlip, rotate = 0 }: Drawing,
  { left, top, width, height }: Required<ViewBox>,
): string {
  const [x, y] = [left + width / 2, top + height / 2];
  return [
    ...(rotate % 4 === 0 ? [] : [`rotate(${(rotate % 4) * 90} ${x} ${y})`]),
    ...(hFlip ? [`translate(${2 * x} 0) scale(-1 1)`] : []),
    ...(vFlip ? [`translate(0 ${2 * y}) scale(1 -1)`] : []),
  ].join(' ');
}
