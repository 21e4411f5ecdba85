import type { Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { RunStyle } from '../text/paragraph.ts';
import type { Xml } from '../xml.ts';
import { RowWriter } from './rows.ts';
import { accentOf, isArrow, isGrouping, partsOf, signOf, spaceOf, textIn } from './signs.ts';
import { type Content, Structures } from './structures.ts';

export interface OmmlOptions {
  /** The properties of text in the formula, `a:rPr`. */
  readonly properties: (style: RunStyle) => Xml;
  /** The numbers of the rows of a formula, after each of them; empty for none. */
  readonly rowNumbers?: readonly string[];
  /** The number of the formula, after it. */
  readonly number?: string | undefined;
}

/**
 * A formula as PowerPoint edits it: the children of `m:oMath`.
 *
 * @param mathml the children of a `math` element
 */
export function writeOmml(
  mathml: string,
  { properties, rowNumbers = [], number }: OmmlOptions,
): Content {
  const structures = new Structures(properties);
  const content = new OmmlWriter(structures, rowNumbers).all(
    parseDocument(mathml, { xmlMode: true }),
  );
  return number === undefined ? content : [...content, structures.number(number)];
}

class OmmlWriter {
  readonly #structures: Structures;
  readonly #rows: RowWriter;
  #rowNumbers: readonly string[];

  constructor(structures: Structures, rowNumbers: readonly string[]) {
    this.#structures = structures;
    this.#rowNumbers = rowNumbers;
    this.#rows = new RowWriter(structures, (part) => this.#one(part));
  }

  /** What is in an element, in a row. */
  all(part: Pick<Element, 'children'>): Content {
    return this.#rows.write(partsOf(part));
  }

  #one(part: Element | undefined): Content {
    if (!part) return [];
    const before = this.#structures.style;
    const [, css] = /(?:^|;)color:([^;]+)/.exec(part.attribs.style ?? '') ?? [];
    const color = css ?? part.attribs.mathcolor;
    if (color !== undefined) this.#structures.style = { ...before, color };
    const content = this.#element(part);
    this.#structures.style = before;
    return content;
  }

  #element(part: Element): Content {
    const write = this.#structures;
    const [base, first, second] = partsOf(part);
    switch (part.name) {
      case 'mi':
      case 'mn':
      case 'mo':
        return this.#token(part);
      case 'mtext':
      case 'ms':
        return [write.run(textIn(part), 'text')];
      case 'mspace': {
        const space = spaceOf(Number.parseFloat(part.attribs.width ?? '0'));
        return space === '' ? [] : [write.run(space, 'variable')];
      }
      case 'mfrac': {
        const hasLine = Number.parseFloat(part.attribs.linethickness ?? '1') !== 0;
        return [write.fraction(hasLine, this.#one(base), this.#one(first))];
      }
      case 'msqrt':
        return [write.root(this.all(part))];
      case 'mroot':
        return [write.root(this.#one(base), this.#one(first))];
      case 'msub':
        return [write.scripts(this.#one(base), this.#one(first))];
      case 'msup':
        return [write.scripts(this.#one(base), undefined, this.#one(first))];
      case 'msubsup':
        return [write.scripts(this.#one(base), this.#one(first), this.#one(second))];
      case 'munder':
        return this.#beyond(base, first, 'bot');
      case 'mover':
        return this.#beyond(base, first, 'top');
      case 'munderover':
        return [write.limit('bot', this.#beyond(base, second, 'top'), this.#one(first))];
      case 'mtable':
        return [this.#table(part)];
      case 'mphantom':
        return [write.phantom(this.all(part))];
      case 'annotation':
      case 'annotation-xml':
        return [];
      default:
        return this.#row(part);
    }
  }

  #token(part: Element): Content {
    const text = textIn(part).trim();
    // Invisible operators only tell how to read a formula.
    if (/^[\u2061-\u2064]?$/.test(text)) return [];
    const isUpright = part.name === 'mi' && ([...text].length > 1 || part.attribs.mathvariant);
    return [this.#structures.run(text, isUpright ? 'upright' : 'variable')];
  }

  /** A row, with the border or the line that the page draws. */
  #row(part: Element): Content {
    const { class: classes = '', style = '' } = part.attribs;
    if (/(?:^|;)border:/.test(style)) return [this.#structures.bordered([], this.all(part))];
    if (!/\bmenclose\b/.test(classes)) return this.all(part);
    if (/underline/.test(classes)) return [this.#structures.bar('bot', this.all(part))];
    if (/overline/.test(classes)) return [this.#structures.bar('top', this.all(part))];
    const strikes = partsOf(part).flatMap(({ attribs }) => strikesOf(attribs.class ?? ''));
    if (strikes.length === 0) return this.all(part);
    return [this.#structures.bordered([...hiddenSides, ...strikes], this.all(part))];
  }

  /** A base with something above or below it: an accent, a brace or a text; or an arrow below or above a text. */
  #beyond(base: Element | undefined, part: Element | undefined, side: 'top' | 'bot'): Content {
    // A wide space below an arrow only makes it longer.
    if (part?.name === 'mspace') return this.#one(base);
    const write = this.#structures;
    const [sign, own] = [signOf(part), signOf(base)];
    const other = side === 'top' ? 'bot' : 'top';
    if (sign === '' && isArrow(own)) return [write.grouped(own, other, other, this.#one(part))];
    const content = this.#one(base);
    const accent = accentOf(sign);
    if (accent !== undefined && side === 'top') return [write.accent(accent, content)];
    if (accent === '\u0305') return [write.bar('bot', content)];
    if (isGrouping(sign)) return [write.grouped(sign, side, other, content)];
    return [write.limit(side, content, this.#one(part))];
  }

  #table(part: Element): Xml {
    const rows = partsOf(part).map(partsOf);
    const { class: classes = '' } = part.attribs;
    const numbers = this.#rowNumbers;
    this.#rowNumbers = [];
    if (/\b(?:aligned|multline)\b/.test(classes) || numbers.length > 0) {
      return this.#equations(rows, numbers);
    }
    const count = Math.max(1, ...rows.map((row) => row.length));
    const sides = Array.from({ length: count }, (_, index) => sideOf(rows, index, classes));
    const cells = rows.map((row) => row.map((cell) => this.all(cell)));
    return this.#structures.matrix(sides, cells);
  }

  #equations(rows: readonly (readonly Element[])[], numbers: readonly string[]): Xml {
    const write = this.#structures;
    const lines = rows.map((row, at) => {
      const cells = row.map((cell) => this.all(cell));
      const joined = cells.flatMap((cell, index) =>
        index === 0 ? cell : [write.run('&', 'variable'), ...cell],
      );
      const number = numbers[at] ?? '';
      return number === '' ? joined : [...joined, write.number(number)];
    });
    return write.equations(lines);
  }
}

const hiddenSides = ['hideTop', 'hideBot', 'hideLeft', 'hideRight'];

function strikesOf(classes: string): readonly string[] {
  if (/xcancel/.test(classes)) return ['strikeBLTR', 'strikeTLBR'];
  if (/sout/.test(classes)) return ['strikeH'];
  if (/downstrike/.test(classes)) return ['strikeTLBR'];
  return /upstrike|cancelto/.test(classes) ? ['strikeBLTR'] : [];
}

/** The side of a column's cells. */
function sideOf(rows: readonly (readonly Element[])[], index: number, classes: string): string {
  if (/\bcases\b/.test(classes)) return 'left';
  const cells = rows.map((row) => row[index]?.attribs.class ?? '').join(' ');
  return /tml-left/.test(cells) ? 'left' : /tml-right/.test(cells) ? 'right' : 'center';
}
