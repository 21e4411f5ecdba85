import { escapeHtml } from '../../base/html.ts';
import { weights } from '../../chart/style.ts';
import { writeAttributes } from '../../chart/svg/attributes.ts';
import type { TextMeasure } from '../../chart/svg/context.ts';
import { round } from './svg.ts';

/** A text in lines, and the room that they take. */
export interface Lines {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

interface TextLook {
  readonly align?: 'start' | 'middle' | 'end';
  readonly tone?: 'plain' | 'strong' | 'muted';
  /** Sets it in a smaller size. */
  readonly isSmall?: boolean;
  readonly className?: string;
}

const leading = 1.28;
/** Smaller text, as a part of the size; the styles set it so. */
const smallSize = 0.86;

/** Sets text in the theme's face. */
export class Typesetter {
  readonly size: number;
  readonly #measure: TextMeasure;

  constructor(measure: TextMeasure, size: number) {
    this.#measure = measure;
    this.size = size;
  }

  /** Breaks a text where it is wider than `maxWidth`, in multiples of the size, into lines of about one length. */
  set(text: string, maxWidth: number, look: TextLook = {}): Lines {
    const lines = text.split('\n').flatMap((line) => this.#wrap(line, maxWidth * this.size, look));
    const width = Math.max(0, ...lines.map((line) => this.#width(line, look)));
    const height = text === '' ? 0 : lines.length * this.#lineHeight(look);
    return { lines, width: Math.ceil(width), height };
  }

  /**
   * Lines as SVG.
   *
   * @param x where they begin, or their middle or end, as `look.align` says
   * @param top of their box
   */
  write({ lines }: Lines, x: number, top: number, look: TextLook = {}): string {
    const { align = 'middle', tone, className, isSmall } = look;
    const names = [
      tone === 'strong' && 'strong',
      tone === 'muted' && 'muted',
      align !== 'middle' && align,
      isSmall && 'small',
      className,
    ].filter(Boolean);
    const lineHeight = this.#lineHeight(look);
    const size = this.#size(look);
    const ascent = this.#measure.ascent(weightOf(look));
    const baseline = (lineHeight - size) / 2 + ascent * size;
    return lines
      .map((line, index) => {
        if (line === '') return '';
        const y = round(top + index * lineHeight + baseline);
        const place = { class: names.join(' ') || undefined, x: round(x), y };
        return `<text${writeAttributes(place)}>${escapeHtml(line)}</text>`;
      })
      .join('');
  }

  #wrap(line: string, maxWidth: number, look: TextLook): readonly string[] {
    if (this.#width(line, look) <= maxWidth) return [line];
    const words = line.split(/\s+/).filter(Boolean);
    const fill = (limit: number): readonly string[] => {
      const lines: string[] = [];
      for (const word of words) {
        const last = lines.at(-1);
        const joined = last === undefined ? word : `${last} ${word}`;
        if (last === undefined || this.#width(joined, look) > limit) lines.push(word);
        else lines[lines.length - 1] = joined;
      }
      return lines;
    };
    const { length } = fill(maxWidth);
    // The narrowest column that needs no further line.
    let [low, high] = [maxWidth / 3, maxWidth];
    for (let i = 0; i < 6; i++) {
      const middle = (low + high) / 2;
      if (fill(middle).length > length) low = middle;
      else high = middle;
    }
    return fill(high);
  }

  #width(line: string, look: TextLook): number {
    return this.#measure.width(line, weightOf(look)) * this.#size(look);
  }

  #size({ isSmall }: TextLook): number {
    return isSmall ? this.size * smallSize : this.size;
  }

  #lineHeight(look: TextLook): number {
    return this.#size(look) * leading;
  }
}

function weightOf({ tone }: TextLook): number {
  return tone === 'strong' ? weights.bold : weights.normal;
}
