import { escapeHtml } from '../../base/html.ts';
import { type Attributes, idPlaceholder, writeAttributes } from './attributes.ts';
import { type Bounds, type Clip, Clips, clipFor } from './clips.ts';
import { identity, type Matrix, multiply, scaleOf } from './matrix.ts';
import { round, SvgPath } from './path.ts';
import { type ContextState, initialState, readFont } from './state.ts';

/** Measures text as the browser will set it. Lengths are in multiples of the text size. */
export interface TextMeasure {
  width(text: string, weight: number): number;
  /** The share of the height above the baseline; the rest, up to 1, is below. */
  ascent(weight: number): number;
}

/**
 * A drawing context that writes SVG: the part of `CanvasRenderingContext2D` that Chart.js and the
 * plugins of `src/chart/` use. Colors may be any CSS value, such as `var(--chart-1)`; texts inherit the
 * font family of the page.
 */
export class SvgContext {
  fillStyle = initialState.fillStyle;
  strokeStyle = initialState.strokeStyle;
  lineWidth = initialState.lineWidth;
  lineCap = initialState.lineCap;
  lineJoin = initialState.lineJoin;
  globalAlpha = initialState.globalAlpha;
  font = initialState.font;
  textAlign = initialState.textAlign;
  textBaseline = initialState.textBaseline;
  lineDashOffset = initialState.lineDashOffset;
  /** Chart.js changes its size and style. */
  readonly canvas: object;

  readonly #measure: TextMeasure;
  readonly #textSize: number;
  readonly #stack: (() => void)[] = [];
  readonly #clips = new Clips();
  #body = '';
  /** The active clips, the innermost last. */
  #clipping: readonly Clip[] = [];
  /** The clip of the `g` element that is open in the output. */
  #openClip: number | undefined;
  #dash: readonly number[] = [];
  #matrix = identity;
  #path = new SvgPath();

  /** @param textSize the size of most texts, in pixels */
  constructor(width: number, height: number, textSize: number, measure: TextMeasure) {
    this.#measure = measure;
    this.#textSize = textSize;
    this.canvas = { width, height, style: {}, getContext: () => this };
  }

  /** The drawing as the content of an `svg` element. Each id starts with {@link idPlaceholder}. */
  get content(): string {
    this.#enterClip(undefined);
    return this.#clips.definitions + this.#body;
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha } = this;
    const { font, textAlign, textBaseline, lineDashOffset } = this;
    const pen = { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha };
    const state: ContextState = { ...pen, font, textAlign, textBaseline, lineDashOffset };
    const [clipping, dash, matrix] = [this.#clipping, this.#dash, this.#matrix];
    this.#stack.push(() => {
      Object.assign(this, state);
      this.#clipping = clipping;
      this.#dash = dash;
      this.#matrix = matrix;
    });
  }

  restore(): void {
    this.#stack.pop()?.();
  }

  translate(x: number, y: number): void {
    this.#matrix = multiply(this.#matrix, [1, 0, 0, 1, x, y]);
  }

  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.#matrix = multiply(this.#matrix, [cos, sin, -sin, cos, 0, 0]);
  }

  scale(x: number, y: number): void {
    this.#matrix = multiply(this.#matrix, [x, 0, 0, y, 0, 0]);
  }

  setTransform(...matrix: Matrix): void {
    this.#matrix = matrix;
  }

  resetTransform(): void {
    this.#matrix = identity;
  }

  beginPath(): void {
    this.#path = new SvgPath();
  }

  moveTo(x: number, y: number): void {
    this.#path.moveTo(x, y, this.#matrix);
  }

  lineTo(x: number, y: number): void {
    this.#path.lineTo(x, y, this.#matrix);
  }

  bezierCurveTo(...points: readonly number[]): void {
    this.#path.curveTo(points, this.#matrix);
  }

  quadraticCurveTo(...points: readonly number[]): void {
    this.#path.curveTo(points, this.#matrix);
  }

  closePath(): void {
    this.#path.close();
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.rect(x, y, width, height, this.#matrix);
  }

  arc(x: number, y: number, radius: number, start: number, end: number, back = false): void {
    this.ellipse(x, y, radius, radius, 0, start, end, back);
  }

  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    start: number,
    end: number,
    back = false,
  ): void {
    this.#path.ellipse([x, y, radiusX, radiusY, rotation], start, end, back, this.#matrix);
  }

  fill(rule: CanvasFillRule = 'nonzero'): void {
    this.#drawPath(this.#path, {
      fill: this.fillStyle,
      'fill-rule': rule === 'evenodd' ? rule : undefined,
      'fill-opacity': this.globalAlpha < 1 ? round(this.globalAlpha) : undefined,
    });
  }

  stroke(): void {
    if (this.lineWidth > 0) this.#drawPath(this.#path, this.#strokeAttributes());
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const path = new SvgPath();
    path.rect(x, y, width, height, this.#matrix);
    this.#drawPath(path, { fill: this.fillStyle });
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    const path = new SvgPath();
    path.rect(x, y, width, height, this.#matrix);
    this.#drawPath(path, this.#strokeAttributes());
  }

  /** Does nothing: each chart is drawn once. */
  clearRect(): void {}

  clip(rule: CanvasFillRule = 'nonzero'): void {
    const clip = this.#clips.create(this.#path, rule, this.#clipping.at(-1));
    this.#clipping = [...this.#clipping, clip];
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = [...dash];
  }

  getLineDash(): number[] {
    return [...this.#dash];
  }

  measureText(text: string): { readonly width: number } {
    const { size, weight } = readFont(this.font);
    return { width: this.#measure.width(text, weight) * size };
  }

  fillText(text: string, x: number, y: number): void {
    this.#drawText(text, x, y, { fill: this.fillStyle });
  }

  strokeText(text: string, x: number, y: number): void {
    this.#drawText(text, x, y, this.#strokeAttributes());
  }

  #drawText(text: string, x: number, y: number, paint: Attributes): void {
    if (text.trim() === '' || isInvisible(paint)) return;
    const { size, weight } = readFont(this.font);
    const [a, b, c, d, e, f] = this.#matrix;
    const isRotated = b !== 0 || c !== 0;
    const baseline = y + this.#baselineShift(size, weight);
    const position = isRotated
      ? {
          transform: `matrix(${[a, b, c, d, e, f].map(roundFine).join(' ')})`,
          x: round(x),
          y: round(baseline),
        }
      : { x: round(a * x + e), y: round(d * baseline + f) };
    const attributes = writeAttributes({
      ...position,
      'text-anchor': anchors[this.textAlign],
      'font-size': size === this.#textSize ? undefined : round(size),
      'font-weight': weight === 400 ? undefined : weight,
      ...paint,
    });
    const bounds = isRotated ? undefined : this.#textBounds(text, position.x, position.y);
    this.#enterClip(clipFor(this.#clipping, bounds, 0));
    this.#body += `<text${attributes}>${escapeHtml(text)}</text>`;
  }

  /** The distance from the y coordinate of a text to its baseline. */
  #baselineShift(size: number, weight: number): number {
    const ascent = this.#measure.ascent(weight);
    if (this.textBaseline === 'middle') return size * (ascent - 0.5);
    if (this.textBaseline === 'top' || this.textBaseline === 'hanging') return size * ascent;
    return this.textBaseline === 'alphabetic' ? 0 : -size * (1 - ascent);
  }

  #strokeAttributes(): Attributes {
    const scale = scaleOf(this.#matrix);
    const dash = this.#dash.map((length) => round(length * scale)).join(' ');
    return {
      stroke: this.strokeStyle,
      fill: 'none',
      'stroke-width': this.lineWidth * scale === 1 ? undefined : round(this.lineWidth * scale),
      'stroke-linecap': this.lineCap === 'butt' ? undefined : this.lineCap,
      'stroke-linejoin': this.lineJoin === 'miter' ? undefined : this.lineJoin,
      'stroke-dasharray': dash || undefined,
      'stroke-dashoffset': dash && this.lineDashOffset ? round(this.lineDashOffset) : undefined,
      'stroke-opacity': this.globalAlpha < 1 ? round(this.globalAlpha) : undefined,
    };
  }

  #drawPath(path: SvgPath, attributes: Attributes): void {
    // Paths without a segment and invisible paint are omitted.
    if (!/[LCQA]/.test(path.text) || isInvisible(attributes)) return;
    const margin = attributes.stroke ? this.lineWidth : 0;
    this.#enterClip(clipFor(this.#clipping, path.bounds, margin));
    this.#body += `<path${writeAttributes({ d: path.text, ...attributes })}/>`;
  }

  /** The bounds of a line of text; `y` is its baseline. */
  #textBounds(text: string, x: number, y: number): Bounds {
    const { size, weight } = readFont(this.font);
    const width = this.#measure.width(text, weight) * size;
    const ascent = this.#measure.ascent(weight) * size;
    const share = { middle: 0.5, end: 1 }[anchors[this.textAlign] ?? ''] ?? 0;
    return [x - width * share, y - ascent, x + width * (1 - share), y + size - ascent];
  }

  /** Opens a `g` element with this clip for the following elements, unless it is open already. */
  #enterClip(clip: Clip | undefined): void {
    if (clip?.id === this.#openClip) return;
    if (this.#openClip !== undefined) this.#body += '</g>';
    if (clip) {
      this.#body += `<g clip-path="url(#${idPlaceholder}${clip.id})">`;
      this.#clips.use(this.#clipping);
    }
    this.#openClip = clip?.id;
  }
}

const anchors: Readonly<Record<CanvasTextAlign, string | undefined>> = {
  left: undefined,
  start: undefined,
  center: 'middle',
  right: 'end',
  end: 'end',
};

function roundFine(number: number): number {
  return Math.round(number * 1e4) / 1e4 + 0;
}

function isInvisible({ fill, stroke }: Attributes): boolean {
  const paint = stroke ?? fill;
  return paint === 'transparent' || paint === 'rgba(0,0,0,0)';
}
