import type { FontMetrics } from '../fonts/metrics.ts';
import {
  type Box,
  boxAround,
  concat,
  identity,
  type Matrix,
  mapBox,
  matrixOf,
  type Point,
  unite,
} from '../matrix.ts';
import { numbersBefore } from './operators.ts';

const paintsPath: ReadonlySet<string> = new Set('f F f* B B* b b* S s'.split(' '));

/** Finds out where marked content is on its page. */
export class BoxMeter {
  readonly #content: string;
  readonly #fontOf: (name: string) => FontMetrics;
  readonly #measured: ReadonlySet<number>;
  readonly #states: Matrix[] = [];
  /** By the content's number. */
  readonly boxes = new Map<number, Box>();
  /** The matrices of form XObjects by their names. */
  readonly forms = new Map<string, Matrix>();
  #matrix: Matrix;
  #line: Matrix = identity;
  #advance = 0;
  #font = '';
  #size = 0;
  #path: Point[] = [];

  /** @param measured the content to measure */
  constructor(
    content: string,
    matrix: Matrix,
    measured: ReadonlySet<number>,
    fontOf: (name: string) => FontMetrics,
  ) {
    this.#content = content;
    this.#matrix = matrix;
    this.#measured = measured;
    this.#fontOf = fontOf;
  }

  watch(operator: string, from: number, at: number, mcid: number | undefined): void {
    if (operator === 'q') this.#states.push(this.#matrix);
    else if (operator === 'Q') this.#matrix = this.#states.pop() ?? this.#matrix;
    else if (operator === 'cm') this.#matrix = concat(this.#matrix, this.#matrixBefore(from, at));
    else if (operator === 'Do') this.#show(from, at, mcid);
    else if (mcid !== undefined && this.#measured.has(mcid))
      this.#measure(operator, from, at, mcid);
    else if (operator === 'Tf') this.#setFont(from, at);
  }

  #measure(operator: string, from: number, at: number, mcid: number): void {
    switch (operator) {
      case 'Tf':
      case 'Tm':
      case 'Td':
      case 'Tj':
      case 'TJ':
        this.#measureText(operator, from, at, mcid);
        break;
      case 'BT':
        this.#setLine(identity);
        break;
      case 're': {
        const [x = 0, y = 0, width = 0, height = 0] = numbersBefore(this.#content, from, at);
        this.#path.push([x, y], [x + width, y], [x, y + height], [x + width, y + height]);
        break;
      }
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y': {
        const numbers = numbersBefore(this.#content, from, at);
        for (let i = 0; i + 1 < numbers.length; i += 2) {
          this.#path.push([numbers[i] ?? 0, numbers[i + 1] ?? 0]);
        }
        break;
      }
      case 'n':
        this.#path = [];
        break;
      default:
        if (paintsPath.has(operator)) this.#closePath(mcid);
    }
  }

  #closePath(mcid: number): void {
    const box = boxAround(this.#path);
    this.#add(mcid, box && mapBox(this.#matrix, box));
    this.#path = [];
  }

  #measureText(operator: string, from: number, at: number, mcid: number): void {
    if (operator === 'Tf') this.#setFont(from, at);
    else if (operator === 'Tm') this.#setLine(this.#matrixBefore(from, at));
    else if (operator === 'Td') {
      const [x = 0, y = 0] = numbersBefore(this.#content, from, at);
      this.#setLine(concat(this.#line, [1, 0, 0, 1, x, y]));
    } else if (operator === 'Tj' || operator === 'TJ') this.#showText(from, at, mcid);
  }

  #setLine(matrix: Matrix): void {
    this.#line = matrix;
    this.#advance = 0;
  }

  #setFont(from: number, at: number): void {
    const [name = '', size] = this.#content.slice(from, at).trim().split(/\s+/);
    this.#font = name.slice(1);
    this.#size = Number(size) || 0;
  }

  #showText(from: number, at: number, mcid: number): void {
    const { ascent, descent, codeLength, widthOf } = this.#fontOf(this.#font);
    let width = 0;
    for (const [, digits = '', offset] of this.#content
      .slice(from, at)
      .matchAll(/<([^>]*)>|(-?[\d.]+)/g)) {
      if (offset !== undefined) width -= Number(offset);
      for (let i = 0; i + codeLength * 2 <= digits.length; i += codeLength * 2) {
        width += widthOf(Number.parseInt(digits.slice(i, i + codeLength * 2), 16));
      }
    }
    const unit = this.#size / 1000;
    const start = this.#advance;
    this.#advance += width * unit;
    const box: Box = [start, descent * unit, this.#advance, ascent * unit];
    this.#add(mcid, mapBox(concat(this.#matrix, this.#line), box));
  }

  /** An image is a square of 1; what a form paints is not known. */
  #show(from: number, at: number, mcid: number | undefined): void {
    const name = this.#content.slice(from + 1, at).trim();
    this.forms.set(name, this.#matrix);
    if (mcid !== undefined && this.#measured.has(mcid)) {
      this.#add(mcid, mapBox(this.#matrix, [0, 0, 1, 1]));
    }
  }

  #add(mcid: number, box: Box | undefined): void {
    if (box) this.boxes.set(mcid, unite(this.boxes.get(mcid), box));
  }

  #matrixBefore(from: number, at: number): Matrix {
    const numbers = numbersBefore(this.#content, from, at);
    return numbers.length === 6 && numbers.every(Number.isFinite) ? matrixOf(numbers) : identity;
  }
}
