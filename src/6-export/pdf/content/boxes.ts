import { identity, type Matrix, multiply } from '../../../chart/svg/matrix.ts';
import type { FontMetrics } from '../fonts/metrics.ts';
import { type Box, mapBox, matrixOf } from '../matrix.ts';
import { Bounds } from './bounds.ts';
import { Clips } from './clips.ts';
import {
  endOfNumber,
  isLetter,
  isNumeral,
  numberAt,
  readNumbers,
  widthOfText,
} from './operands.ts';

/** Finds out where marked content is on its page. */
export class BoxMeter {
  readonly #content: string;
  readonly #fontOf: (name: string) => FontMetrics;
  readonly #measured: Set<number>;
  readonly #states: Matrix[] = [];
  readonly #clips = new Clips();
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
    this.#measured = new Set(measured);
    this.#fontOf = fontOf;
  }

  /** By the content's number. */
  get boxes(): ReadonlyMap<number, Box> {
    this.#closeText();
    return new Map(Array.from(this.#boxes, ([mcid, { box }]) => [mcid, box]));
  }

  /** Whether content is still to be measured. */
  isWanted(mcid: number | undefined): boolean {
    return mcid !== undefined && this.#measured.has(mcid);
  }

  watch(operator: string, from: number, at: number, mcid: number | undefined): void {
    switch (operator) {
      case 'q':
        this.#states.push(this.#matrix);
        this.#clips.save();
        break;
      case 'Q':
        this.#setMatrix(this.#states.pop() ?? this.#matrix);
        this.#clips.restore();
        break;
      case 'W':
      case 'W*':
        this.#clip(at, mcid);
        break;
      case 'BDC':
        this.#beginContent(mcid);
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
        if (paints.has(operator)) this.#clips.paint();
        if (mcid !== undefined && this.#measured.has(mcid)) {
          if (from > this.#end + 4) this.#measureSkipped(from, mcid);
          this.#measure(operator, from, at, mcid);
        }
    }
    this.#end = at + operator.length;
  }

  #clip(at: number, mcid: number | undefined): void {
    const path = clipRectangle.exec(this.#content.slice(Math.max(0, at - 80), at));
    this.#clips.add(path ? this.#rectangle(path.slice(1).map(Number)) : undefined);
    // In measured content, the path was collected for a box, which it is no part of.
    if (this.isWanted(mcid)) this.#path.clear();
  }

  #rectangle([x = 0, y = 0, width = 0, height = 0]: readonly number[]): Box {
    return mapBox(this.#matrix, [x, y, x + width, y + height]);
  }

  /** A drawing with an area of its own is as large as that, whatever it paints. */
  #beginContent(mcid: number | undefined): void {
    const area = this.isWanted(mcid) ? this.#clips.own : undefined;
    if (mcid === undefined || area === undefined) return;
    const [left, bottom, right, top] = area;
    const bounds = new Bounds();
    bounds.add(left, bottom);
    bounds.add(right, top);
    this.#boxes.set(mcid, bounds);
    this.#measured.delete(mcid);
  }

  /** Measures the paths and texts between the operator before and this one. */
  #measureSkipped(to: number, mcid: number): void {
    const content = this.#content;
    let count = 0;
    for (let at = this.#end; at < to; ) {
      const code = content.charCodeAt(at);
      if (isNumeral(code)) {
        const end = endOfNumber(content, at, to);
        this.#numbers[count++] = numberAt(content, at, end);
        at = end;
      } else if (code === 0x3c) {
        const end = content.indexOf('>', at) + 1 || to;
        this.#showText(at, end, mcid);
        at = end;
      } else if (isLetter(code)) {
        const next = content.charCodeAt(at + 1);
        this.#measurePath(code, isLetter(next) ? next : 0, count);
        count = 0;
        at += isLetter(next) ? 2 : 1;
      } else at++;
    }
  }

  /** @param count of numbers before the operator, which has one letter or two */
  #measurePath(first: number, second: number, count: number): void {
    const numbers = this.#numbers;
    if (second === 0) {
      if (!pointOperators.has(first)) return;
      for (let i = 0; i + 1 < count; i += 2) this.#path.add(numbers[i] ?? 0, numbers[i + 1] ?? 0);
    } else if (first === 0x54 && second === 0x64) {
      this.#setLine(this.#x + (numbers[0] ?? 0), this.#y + (numbers[1] ?? 0));
    } else if (first === 0x72 && second === 0x65) {
      const [x = 0, y = 0, width = 0, height = 0] = numbers;
      this.#path.add(x, y);
      this.#path.add(x + width, y + height);
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
    this.#clips.paint();
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

/** `m l c v y`. */
const pointOperators: ReadonlySet<number> = new Set([0x6d, 0x6c, 0x63, 0x76, 0x79]);

/** A rectangle right before an operator. */
const clipRectangle = /([-+.\d]+) ([-+.\d]+) ([-+.\d]+) ([-+.\d]+) re\s*$/;

const paints: ReadonlySet<string> = new Set([...paintsPath, 'BT', 'BI', 'sh']);

const unitSquare = new Bounds();
unitSquare.add(0, 0);
unitSquare.add(1, 1);
