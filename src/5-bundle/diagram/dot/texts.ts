import type { Operation } from '../../../base/graphviz/output.ts';
import { escapeHtml } from '../../../base/html.ts';
import { writeAttributes } from '../../../chart/svg/attributes.ts';
import type { DotText } from '../../../model/diagram/dot.ts';
import { type Point, round } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import { Brush } from './brush.ts';
import type { Canvas } from './canvas.ts';
import type { Palette, Tint } from './palette.ts';
import type { ShownLine } from './source.ts';

/** Smaller letters, raised or lowered. */
const shiftedShare = 0.7;

/** The width of a text, in multiples of its font size. */
export function widthOf(text: string, { styles }: DotText, typesetter: Typesetter): number {
  const tone = styles.includes('bold') ? 'strong' : 'plain';
  const width = typesetter.width(text, { tone }) / typesetter.size;
  return isShifted(styles) ? width * shiftedShare : width;
}

function isShifted(styles: DotText['styles']): boolean {
  return styles.includes('super') || styles.includes('sub');
}

/** Writes the texts of a graph in the theme's font. */
export class TextWriter {
  /** The size of the smallest text, in slide pixels. */
  smallest = Number.POSITIVE_INFINITY;
  readonly #canvas: Canvas;
  readonly #typesetter: Typesetter;
  readonly #palette: Palette;

  constructor(canvas: Canvas, typesetter: Typesetter, palette: Palette) {
    this.#canvas = canvas;
    this.#typesetter = typesetter;
    this.#palette = palette;
  }

  /** The width of the longest line, in multiples of its font size. */
  widest(lines: readonly ShownLine[]): number {
    return Math.max(0, ...lines.map(({ text, style }) => widthOf(text, style, this.#typesetter)));
  }

  /**
   * Writes the texts that operations draw.
   *
   * @param lines the real texts in place of the fillers, in the same order
   * @param kind labels of edges interrupt the lines below them; those of groups are muted
   */
  write(
    operations: readonly Operation[] = [],
    lines: readonly ShownLine[] = [],
    kind: 'node' | 'edge' | 'group' = 'node',
  ): string {
    const brush = new Brush(this.#palette);
    let next = 0;
    return operations
      .map((operation) => {
        brush.use(operation);
        if (operation.op !== 'T') return '';
        const line = lines[next++] ?? { text: operation.text, style: plain };
        const { scale } = this.#canvas;
        const at = { x: operation.pt[0] * scale, y: operation.pt[1] * scale };
        return this.#line(line, at, operation.align, brush, kind);
      })
      .join('');
  }

  #line(
    { text, style }: ShownLine,
    at: Point,
    align: 'l' | 'c' | 'r',
    brush: Brush,
    kind: 'node' | 'edge' | 'group',
  ): string {
    if (text.trim() === '') return '';
    const { styles } = style;
    const full = brush.fontSize * this.#canvas.scale;
    const size = isShifted(styles) ? full * shiftedShare : full;
    this.smallest = Math.min(this.smallest, size);
    const width = widthOf(text, style, this.#typesetter) * full;
    const left = align === 'l' ? at.x : align === 'r' ? at.x - width : at.x - width / 2;
    this.#canvas.bounds.push({ x: left, y: at.y - size, width, height: size * 1.25 });
    const shift = styles.includes('super') ? -0.35 : styles.includes('sub') ? 0.15 : 0;
    const middle = { x: left + width / 2, y: at.y - size * 0.3 };
    const background = this.#canvas.backgroundAt(middle);
    const share = size / this.#typesetter.size;
    const isSmall = Math.abs(share - 0.86) < 0.01;
    const isUsual = Math.abs(share - 1) < 0.01;
    const color = inkOf(brush.line, background?.css);
    const decorations = [
      styles.includes('underline') && 'underline',
      styles.includes('overline') && 'overline',
      styles.includes('strike') && 'line-through',
    ].filter(Boolean);
    const isOnGroup = background?.part === 'group';
    const classes = [
      align === 'l' && 'start',
      align === 'r' && 'end',
      styles.includes('bold') && 'strong',
      isSmall && 'small',
      kind === 'group' && color === undefined && 'muted',
      kind !== 'node' && background?.css === undefined && 'label beside',
      kind !== 'node' && background?.css === undefined && isOnGroup && 'inside',
    ].filter(Boolean);
    const attributes = {
      class: classes.join(' ') || undefined,
      x: round(at.x),
      y: round(at.y + shift * full),
      'font-size': isSmall || isUsual ? undefined : round(size),
      'font-style': styles.includes('italic') ? 'italic' : undefined,
      'text-decoration': decorations.join(' ') || undefined,
      style: color,
    };
    return `<text${writeAttributes(attributes)}>${escapeHtml(text)}</text>`;
  }
}

const plain: DotText = { text: '', size: 14, styles: [] };

/** The color of a text: the author's, or one that is readable on the color below. */
function inkOf(ink: Tint, below: string | undefined): string | undefined {
  const own = typeof ink === 'string' ? [] : [`--ink:${ink.css}`];
  const background = below === undefined ? [] : [`--fill:${below}`];
  return [...own, ...background].join(';') || undefined;
}
