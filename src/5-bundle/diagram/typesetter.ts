import type { TextSpan } from '../../model/diagram.ts';
import { weights } from '../../chart/style.ts';
import { writeAttributes } from '../../chart/svg/attributes.ts';
import type { TextMeasure } from '../../chart/svg/context.ts';
import { divideByStyle, spansOfLines, writeStyled } from './styled-text.ts';
import { round } from './svg.ts';

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
  /** Parts with a style of their own, by their place in the whole text. */
  readonly spans?: readonly TextSpan[];
}

const leading = 1.28;
/** The size of small text, relative to the text size; the styles have the same value. */
const smallSize = 0.86;

/** Sets text in the theme's font. */
export class Typesetter {
  readonly size: number;
  readonly #measure: TextMeasure;

  constructor(measure: TextMeasure, size: number) {
    this.#measure = measure;
    this.size = size;
  }

  /** Wraps a text at `maxWidth`, in multiples of the text size, into lines of similar length. */
  set(text: string, maxWidth: number, style: TextStyle = {}): Lines {
    const lines = text.split('\n').flatMap((line) => this.#wrap(line, maxWidth * this.size, style));
    const spans = style.spans?.length ? spansOfLines(text, lines, style.spans) : undefined;
    const widths = lines.map((line, i) =>
      spans ? this.#styledWidth(line, spans[i] ?? [], style) : this.width(line, style),
    );
    const height = text === '' ? 0 : lines.length * this.#lineHeight(style);
    const width = Math.ceil(Math.max(0, ...widths));
    return { lines, width, height, ...(spans && { spans }) };
  }

  /**
   * Writes lines as SVG.
   *
   * @param x their start, middle or end, depending on `style.align`
   * @param top the top of the first line
   */
  write({ lines, spans }: Lines, x: number, top: number, style: TextStyle = {}): string {
    const { align = 'middle', tone, className, isSmall } = style;
    const names = [
      tone === 'strong' && 'strong',
      tone === 'muted' && 'muted',
      align !== 'middle' && align,
      isSmall && 'small',
      className,
    ].filter(Boolean);
    const lineHeight = this.#lineHeight(style);
    const size = this.#size(style);
    const ascent = this.#measure.ascent(weightOf(style));
    const baseline = (lineHeight - size) / 2 + ascent * size;
    return lines
      .map((line, index) => {
        if (line === '') return '';
        const y = round(top + index * lineHeight + baseline);
        const place = { class: names.join(' ') || undefined, x: round(x), y };
        return `<text${writeAttributes(place)}>${writeStyled(line, spans?.[index] ?? [])}</text>`;
      })
      .join('');
  }

  #wrap(line: string, maxWidth: number, style: TextStyle): readonly string[] {
    if (this.width(line, style) <= maxWidth) return [line];
    const words = line.split(/\s+/).filter(Boolean);
    const fill = (limit: number): readonly string[] => {
      const lines: string[] = [];
      for (const word of words) {
        const last = lines.at(-1);
        const joined = last === undefined ? word : `${last} ${word}`;
        if (last === undefined || this.width(joined, style) > limit) lines.push(word);
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
    return this.#measure.width(line, weightOf(style)) * this.#size(style);
  }

  #styledWidth(line: string, spans: readonly TextSpan[], style: TextStyle): number {
    const parts = divideByStyle(line, spans).map(({ text, styles }) =>
      this.width(text, styles.includes('strong') ? { ...style, tone: 'strong' } : style),
    );
    return parts.reduce((sum, width) => sum + width, 0);
  }

  #size({ isSmall }: TextStyle): number {
    return isSmall ? this.size * smallSize : this.size;
  }

  #lineHeight(style: TextStyle): number {
    return this.#size(style) * leading;
  }
}

function weightOf({ tone }: TextStyle): number {
  return tone === 'strong' ? weights.bold : weights.normal;
}
