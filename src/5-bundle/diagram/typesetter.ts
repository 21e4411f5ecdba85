import { weights } from '../../chart/style.ts';
import { writeAttributes } from '../../chart/svg/attributes.ts';
import type { TextMeasure } from '../../chart/svg/context.ts';
import type { TextSpan } from '../../model/diagram/diagram.ts';
import type { Figure } from './figures/figure.ts';
import { type LinePart, partsOf } from './figures/line-parts.ts';
import { divideByStyle, spansOfLines, spansWithin, writeStyled } from './styled-text.ts';
import { type Box, grow, type Point, round, tag } from './svg.ts';

/** A text in lines, and its size. */
export interface Lines {
  readonly lines: readonly string[];
  /** The parts of each line that have a style, if there are any. */
  readonly spans?: readonly (readonly TextSpan[])[];
  readonly width: number;
  readonly height: number;
}

interface TextStyle {
  readonly align?: 'start' | 'middle' | 'end';
  readonly tone?: 'plain' | 'strong' | 'muted';
  /** Sets the text in a smaller size. */
  readonly isSmall?: boolean;
  readonly className?: string;
  /** Words that are too long for a line are broken, where a part of a name ends. */
  readonly breaksWords?: boolean;
  /** Parts with a style of their own, by their place in the whole text. */
  readonly spans?: readonly TextSpan[];
}

const leading = 1.28;
/** The size of small text, relative to the text size; the styles have the same value. */
const smallSize = 0.86;

/** The space above and below a figure that is higher than a line of text, in multiples of the text size. */
const figureGap = 0.12;
/** The space that a label leaves free on its line. */
const haloWidth = 6;

/** Between the parts of a name such as `a.b`, `a_b` or `aB`. */
const nameParts = /(?<=[._/:-])(?=\w)|(?<=[a-z\d])(?=[A-Z])/;

/** Sets text in the theme's font. */
export class Typesetter {
  readonly size: number;
  /** What marks in texts stand for, by index. */
  readonly figures: readonly (Figure | undefined)[];
  readonly #measure: TextMeasure;

  constructor(measure: TextMeasure, size: number, figures: readonly (Figure | undefined)[] = []) {
    this.#measure = measure;
    this.size = size;
    this.figures = figures;
  }

  /** The same font, with other figures. */
  with(figures: readonly (Figure | undefined)[]): Typesetter {
    return new Typesetter(this.#measure, this.size, figures);
  }

  /** Wraps a text at `maxWidth`, in multiples of the text size, into lines of similar length. */
  set(text: string, maxWidth: number, style: TextStyle = {}): Lines {
    const lines = text.split('\n').flatMap((line) => this.#wrap(line, maxWidth * this.size, style));
    const spans = style.spans?.length ? spansOfLines(text, lines, style.spans) : undefined;
    const widths = lines.map((line, i) =>
      spans ? this.#styledWidth(line, spans[i] ?? [], style) : this.width(line, style),
    );
    const rises = lines.map((line) => this.#excess(line, style));
    const extra = rises.reduce((sum, { above, below }) => sum + above + below, 0);
    const height = text === '' ? 0 : lines.length * this.#lineHeight(style) + extra;
    const width = Math.ceil(Math.max(0, ...widths));
    return { lines, width, height, ...(spans && { spans }) };
  }

  /**
   * Writes lines as SVG.
   *
   * @param x their start, middle or end, depending on `style.align`
   * @param top the top of the first line
   */
  write(text: Lines, x: number, top: number, style: TextStyle = {}): string {
    const { className = '' } = style;
    if (text.lines.length < 2 || !hasHalo(className)) return this.#writeLines(text, x, top, style);
    // A line between two lines of text would remain visible.
    const inner = { ...style, className: withoutHalo(className) };
    return drawHalo(boxOf(text, x, top, style), className) + this.#writeLines(text, x, top, inner);
  }

  #writeLines({ lines, spans }: Lines, x: number, top: number, style: TextStyle): string {
    const lineHeight = this.#lineHeight(style);
    const baseline = this.#baseline(style);
    let extra = 0;
    return lines
      .map((line, index) => {
        const { above, below } = this.#excess(line, style);
        const at = { x, y: top + index * lineHeight + baseline + extra + above };
        extra += above + below;
        if (line === '') return '';
        const own = spans?.[index] ?? [];
        const parts = partsOf(line, this.figures);
        const isPlain = parts.every(({ figure }) => figure === undefined);
        return isPlain ? writeText(line, own, at, style) : this.#writeParts(parts, own, at, style);
      })
      .join('');
  }

  /** Writes a line with figures part by part. */
  #writeParts(
    parts: readonly LinePart[],
    spans: readonly TextSpan[],
    { x, y }: Point,
    style: TextStyle,
  ): string {
    const widths = parts.map((part) => this.#partWidth(part, spans, style));
    const total = widths.reduce((sum, width) => sum + width, 0);
    const { align = 'middle', className = '' } = style;
    const size = this.#size(style);
    const isLabel = hasHalo(className);
    let left = align === 'start' ? x : align === 'end' ? x - total : x - total / 2;
    // The halos of texts and figures do not cover what is next to them.
    const [halos, texts, figures]: [string[], string[], string[]] = [[], [], []];
    for (const [i, part] of parts.entries()) {
      const width = widths[i] ?? 0;
      if (part.figure === undefined) {
        // Spaces next to a figure are not underlined.
        const text = part.text.trim();
        const lead = part.text.length - part.text.trimStart().length;
        const before = { text: part.text.slice(0, lead), start: part.start };
        const inner = { text, start: part.start + lead };
        const at = { x: left + this.#partWidth(before, spans, style), y };
        const own = { ...style, align: 'start', className: withoutHalo(className) } as const;
        const length = this.#partWidth(inner, spans, style);
        if (text !== '') texts.push(writeText(text, spansWithin(inner, spans), at, own, length));
        const box = { x: left, y: y - 0.8 * size, width, height: 1.05 * size };
        if (isLabel) halos.push(drawHalo(box, className));
      }
      const { inText, draw } = part.figure ?? {};
      if (inText && draw) {
        const height = (inText.ascent + inText.descent) * size;
        const box = { x: left, y: y - inText.ascent * size, width, height };
        if (isLabel) halos.push(drawHalo(box, className));
        figures.push(draw(box, classesOf({ ...style, align: 'middle' })));
      }
      left += width;
    }
    return [...halos, ...texts, ...figures].join('');
  }

  /** By how much figures are higher than a line of text. */
  #excess(line: string, style: TextStyle): { readonly above: number; readonly below: number } {
    const sizes = partsOf(line, this.figures).flatMap(({ figure }) => figure?.inText ?? []);
    if (sizes.length === 0) return { above: 0, below: 0 };
    const size = this.#size(style);
    const baseline = this.#baseline(style);
    const ascent = (Math.max(...sizes.map((each) => each.ascent)) + figureGap) * size;
    const descent = (Math.max(...sizes.map((each) => each.descent)) + figureGap) * size;
    return {
      above: Math.max(0, ascent - baseline),
      below: Math.max(0, descent - (this.#lineHeight(style) - baseline)),
    };
  }

  /** The distance of letters' feet from the top of a line of text. */
  #baseline(style: TextStyle): number {
    const size = this.#size(style);
    return (this.#lineHeight(style) - size) / 2 + this.#measure.ascent(weightOf(style)) * size;
  }

  #wrap(line: string, maxWidth: number, style: TextStyle): readonly string[] {
    if (this.width(line, style) <= maxWidth) return [line];
    const words = line.split(/\s+/).filter(Boolean);
    const isLong = (word: string) => style.breaksWords && this.width(word, style) > maxWidth;
    const parts = words.flatMap((word) =>
      (isLong(word) ? word.split(nameParts) : [word]).map((text, i) => ({
        text,
        isStart: i === 0,
      })),
    );
    const fill = (limit: number): readonly string[] => {
      const lines: string[] = [];
      for (const { text, isStart } of parts) {
        const last = lines.at(-1);
        const joined = last === undefined ? text : `${last}${isStart ? ' ' : ''}${text}`;
        if (last === undefined || this.width(joined, style) > limit) lines.push(text);
        else lines[lines.length - 1] = joined;
      }
      return lines;
    };
    const { length } = fill(maxWidth);
    // The narrowest width that needs no additional line.
    let [low, high] = [maxWidth / 3, maxWidth];
    for (let i = 0; i < 6; i++) {
      const middle = (low + high) / 2;
      if (fill(middle).length > length) low = middle;
      else high = middle;
    }
    return fill(high);
  }

  /** The width of a line, in slide pixels. */
  width(line: string, style: TextStyle = {}): number {
    return this.#styledWidth(line, [], style);
  }

  #styledWidth(line: string, spans: readonly TextSpan[], style: TextStyle): number {
    const parts = partsOf(line, this.figures);
    return parts.reduce((sum, part) => sum + this.#partWidth(part, spans, style), 0);
  }

  #partWidth(part: LinePart, spans: readonly TextSpan[], style: TextStyle): number {
    const size = this.#size(style);
    if (part.figure !== undefined) return (part.figure?.inText?.width ?? 0) * size;
    const own = divideByStyle(part.text, spansWithin(part, spans));
    return own.reduce((sum, { text, styles }) => {
      const tone = styles.includes('strong') ? 'strong' : style.tone;
      return sum + this.#measure.width(text, weightOf({ ...style, ...(tone && { tone }) })) * size;
    }, 0);
  }

  #size({ isSmall }: TextStyle): number {
    return isSmall ? this.size * smallSize : this.size;
  }

  #lineHeight(style: TextStyle): number {
    return this.#size(style) * leading;
  }
}

/** @param length that the text is set to, so that what is next to it has its place */
function writeText(
  line: string,
  spans: readonly TextSpan[],
  { x, y }: Point,
  style: TextStyle,
  length?: number,
): string {
  const place = {
    class: classesOf(style) || undefined,
    x: round(x),
    y: round(y),
    textLength: length === undefined ? undefined : round(length),
  };
  return `<text${writeAttributes(place)}>${writeStyled(line, spans)}</text>`;
}

function classesOf({ align = 'middle', tone, className, isSmall }: TextStyle): string {
  return [
    tone === 'strong' && 'strong',
    tone === 'muted' && 'muted',
    align !== 'middle' && align,
    isSmall && 'small',
    className,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The strokes of letters would cover those next to them, as they are set one by one. */
function withoutHalo(className: string): string {
  return className.replace(/\b(?:label|inside)\b/g, '').trim();
}

function hasHalo(className: string): boolean {
  return /\blabel\b/.test(className);
}

/** Where a text is written. The halo of a box is as high as its lines, which are set with space between. */
function boxOf({ width, height }: Lines, x: number, top: number, { align }: TextStyle): Box {
  const left = align === 'start' ? x : align === 'end' ? x - width : x - width / 2;
  return { x: left, y: top + haloWidth, width, height: height - 2 * haloWidth };
}

/** Interrupts a line below a figure or several lines of text, as the stroke of glyphs does. */
function drawHalo(box: Box, className: string): string {
  return tag('rect', { ...grow(box, haloWidth), class: `halo ${className}` });
}

function weightOf({ tone }: TextStyle): number {
  return tone === 'strong' ? weights.bold : weights.normal;
}
