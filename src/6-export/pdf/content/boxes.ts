import { identity, type Matrix, multiply } from '../../../chart/svg/matrix.ts';
import type { FontMetrics } from '../fonts/metrics.ts';
import { type Box, matrixOf } from '../matrix.ts';
import { Bounds } from './bounds.ts';
import { readNumbers, widthOfText } from './operands.ts';

/** Finds out where marked content is on its page. */
export class BoxMeter {
  readonly #content: string;
  readonly #fontOf: (name: string) => FontMetrics;
  readonly #measured: ReadonlySet<number>;
  readonly #states: Matrix[] = [];
  readonly #boxes = new Map<number, Bounds>();
  /** The matrices of form XObjects by their names. */
  readonly forms = new Map<string, Matrix>();
  #matrix: Matrix;
  /** The operands of an operator. */
  readonly #numbers: number[] = [0, 0, 0, 0, 0, 0];
  readonly #path = new Bounds();
  /** Where the operator before ends. */
  #end = 0;
  /** What a text object has shown with one matrix, and in which content. */
  readonly #text = new Bounds();
  #textOwner = -1;
  #textMatrix: Matrix = identity;
  /** Where the line begins, and how far it has come. */
  #x = 0;
  #y = 0;
  #advance = 0;
  #fontOperands: readonly [from: number, at: number] = [0, 0];
  #font: FontMetrics | undefined;
  #size = 0;

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

  /** By the content's number. */
  get boxes(): ReadonlyMap<number, Box> {
    this.#closeText();
    return new Map(Array.from(this.#boxes, ([mcid, { box }]) => [mcid, box]));
  }

  watch(operator: string, from: number, at: number, mcid: number | undefined): void {
    switch (operator) {
      case 'q':
        this.#states.push(this.#matrix);
        break;
      case 'Q':
        this.#setMatrix(this.#states.pop() ?? this.#matrix);
        break;
      case 'cm':
        this.#setMatrix(multiply(this.#matrix, this.#matrixBefore(from, at)));
        break;
      case 'Do':
        this.#show(from, at, mcid);
        break;
      case 'Tf':
        this.#fontOperands = [from, at];
        this.#font = undefined;
        break;
      default:
        if (mcid !== undefined && this.#measured.has(mcid)) {
          if (from > this.#end + 4) this.#addPoints(from);
          this.#measure(operator, from, at, mcid);
        }
    }
    this.#end = at + operator.length;
  }

  /** Adds the points of the path between the operator before and this one. */
  #addPoints(to: number): void {
    const numbers = this.#content.slice(this.#end, to).match(/[-+.\d]+/g) ?? [];
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      this.#path.add(Number(numbers[i]), Number(numbers[i + 1]));
    }
  }

  #measure(operator: string, from: number, at: number, mcid: number): void {
    switch (operator) {
      case 'Td':
        readNumbers(this.#content, from, at, this.#numbers);
        this.#setLine(this.#x + (this.#numbers[0] ?? 0), this.#y + (this.#numbers[1] ?? 0));
        break;
      case 'Tj':
      case 'TJ':
        this.#showText(from, at, mcid);
        break;
      case 'Tm':
        this.#beginText(this.#matrixBefore(from, at));
        break;
      case 'BT':
        this.#beginText(identity);
        break;
      case 're':
        this.#addRectangle(from, at);
        break;
      case 'n':
        this.#path.clear();
        break;
      default:
        if (paintsPath.has(operator)) this.#closePath(mcid);
    }
  }

  #addRectangle(from: number, at: number): void {
    readNumbers(this.#content, from, at, this.#numbers);
    const [x = 0, y = 0, width = 0, height = 0] = this.#numbers;
    this.#path.add(x, y);
    this.#path.add(x + width, y + height);
  }

  #closePath(mcid: number): void {
    this.#add(mcid, this.#path, this.#matrix);
    this.#path.clear();
  }

  #setMatrix(matrix: Matrix): void {
    this.#closeText();
    this.#matrix = matrix;
  }

  #beginText(matrix: Matrix): void {
    this.#closeText();
    this.#textMatrix = matrix;
    this.#setLine(0, 0);
  }

  #setLine(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
    this.#advance = 0;
  }

  /** Reads the operands of the last `Tf`: most texts are not measured. */
  #readFont(): FontMetrics {
    const [from, at] = this.#fontOperands;
    const [name = '', size] = this.#content.slice(from, at).trim().split(/\s+/);
    this.#size = Number(size) || 0;
    return this.#fontOf(name.slice(1));
  }

  #showText(from: number, at: number, mcid: number): void {
    if (this.#textOwner !== mcid) this.#closeText();
    this.#textOwner = mcid;
    this.#font ??= this.#readFont();
    const { ascent, descent, codeLength, widthOf } = this.#font;
    const unit = this.#size / 1000;
    const start = this.#x + this.#advance;
    this.#advance += widthOfText(this.#content, from, at, codeLength, widthOf) * unit;
    this.#text.add(start, this.#y + descent * unit);
    this.#text.add(this.#x + this.#advance, this.#y + ascent * unit);
  }

  #closeText(): void {
    if (this.#text.isEmpty) return;
    this.#add(this.#textOwner, this.#text, multiply(this.#matrix, this.#textMatrix));
    this.#text.clear();
  }

  /** An image is a square of 1; what a form paints is not known. */
  #show(from: number, at: number, mcid: number | undefined): void {
    const name = this.#content.slice(from + 1, at).trim();
    this.forms.set(name, this.#matrix);
    if (mcid !== undefined && this.#measured.has(mcid)) this.#add(mcid, unitSquare, this.#matrix);
  }

  #add(mcid: number, bounds: Bounds, matrix: Matrix): void {
    if (bounds.isEmpty) return;
    const all = this.#boxes.get(mcid) ?? new Bounds();
    all.addMapped(matrix, bounds);
    this.#boxes.set(mcid, all);
  }

  #matrixBefore(from: number, at: number): Matrix {
    const count = readNumbers(this.#content, from, at, this.#numbers);
    return count === 6 ? matrixOf(this.#numbers) : identity;
  }
}

const paintsPath: ReadonlySet<string> = new Set('f F f* B B* b b* S s'.split(' '));

const unitSquare = new Bounds();
unitSquare.add(0, 0);
unitSquare.add(1, 1);
