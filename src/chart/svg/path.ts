import { type Matrix, scaleOf } from './matrix.ts';

/** Rounds to two decimals: a hundredth of a slide pixel is invisible. */
export function round(number: number): number {
  // Adding 0 turns −0 into 0.
  return Math.round(number * 100) / 100 + 0;
}

/** A canvas path, written as the `d` attribute of SVG. As on a canvas, non-finite coordinates are ignored. */
export class SvgPath {
  #text = '';
  #isOpen = false;
  /** The current point, as written. */
  #last = '';
  #bounds: readonly number[] = [];
  #rectangles = 0;

  get text(): string {
    return this.#text;
  }

  /** The bounds of the path: left, top, right, bottom; empty for an empty path. */
  get bounds(): readonly number[] {
    return this.#bounds;
  }

  /** Whether the path is a single axis-aligned rectangle, equal to its bounds. */
  get isRectangle(): boolean {
    return this.#rectangles === 1 && /^M[^MQCA]+ZM[^A-Z]+$/.test(this.#text);
  }

  moveTo(x: number, y: number, matrix: Matrix): void {
    if (!areFinite(x, y)) return;
    this.#write('M', [x, y], matrix);
    this.#isOpen = true;
  }

  lineTo(x: number, y: number, matrix: Matrix): void {
    if (!areFinite(x, y)) return;
    this.#write(this.#isOpen ? 'L' : 'M', [x, y], matrix);
    this.#isOpen = true;
  }

  curveTo(points: readonly number[], matrix: Matrix): void {
    if (!areFinite(...points)) return;
    if (!this.#isOpen) this.moveTo(points[0] ?? 0, points[1] ?? 0, matrix);
    this.#write(points.length === 4 ? 'Q' : 'C', points, matrix);
  }

  close(): void {
    if (this.#isOpen) this.#text += 'Z';
  }

  rect(x: number, y: number, width: number, height: number, matrix: Matrix): void {
    if (!areFinite(x, y, width, height)) return;
    if (matrix[1] === 0 && matrix[2] === 0) this.#rectangles += 1;
    this.moveTo(x, y, matrix);
    this.lineTo(x + width, y, matrix);
    this.lineTo(x + width, y + height, matrix);
    this.lineTo(x, y + height, matrix);
    this.close();
    this.moveTo(x, y, matrix);
  }

  /** @param rotation of the whole ellipse, clockwise, in radians */
  ellipse(
    [cx, cy, rx, ry, rotation]: readonly [number, number, number, number, number],
    start: number,
    end: number,
    isCounterclockwise: boolean,
    matrix: Matrix,
  ): void {
    if (!areFinite(cx, cy, rx, ry, rotation, start, end)) return;
    const sweep = sweepOf(start, end, isCounterclockwise);
    const at = (angle: number): readonly [number, number] => {
      const [x, y] = [rx * Math.cos(angle), ry * Math.sin(angle)];
      return [
        cx + x * Math.cos(rotation) - y * Math.sin(rotation),
        cy + x * Math.sin(rotation) + y * Math.cos(rotation),
      ];
    };
    this.lineTo(...at(start), matrix);
    if (round(rx) === 0 || round(ry) === 0) return;
    // The arc may extend beyond its ends, at most as far as the enclosing circle.
    const reach = Math.max(rx, ry);
    this.#extend([cx - reach, cy - reach, cx + reach, cy + reach], matrix);
    // An SVG arc cannot end where it starts: a circle needs two halves.
    const parts = Math.abs(sweep) > Math.PI ? 2 : 1;
    const scale = scaleOf(matrix);
    const [a, b, c, d] = matrix;
    const isMirrored = a * d < b * c;
    const degrees = ((Math.atan2(b, a) + (isMirrored ? -rotation : rotation)) * 180) / Math.PI;
    for (let part = 1; part <= parts; part++) {
      const radii = [round(rx * scale), round(ry * scale), round(rx === ry ? 0 : degrees)];
      const flags = `0 ${sweep > 0 !== isMirrored ? 1 : 0}`;
      this.#text += `A${radii.join(' ')} ${flags} `;
      this.#write('', at(start + (sweep * part) / parts), matrix);
    }
  }

  #write(command: string, points: readonly number[], matrix: Matrix): void {
    const mapped = this.#extend(points, matrix);
    const written = mapped.map(round).join(' ');
    if (command === 'L' && written === this.#last) return;
    this.#text += command + written;
    this.#last = mapped.slice(-2).map(round).join(' ');
  }

  /** Transforms points and extends the bounds to contain them; returns the transformed points. */
  #extend(points: readonly number[], [a, b, c, d, e, f]: Matrix): readonly number[] {
    const mapped: number[] = [];
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [x = 0, y = 0] = [points[i], points[i + 1]];
      mapped.push(a * x + c * y + e, b * x + d * y + f);
    }
    const [left, top, right, bottom] = this.#bounds;
    const xs = mapped.filter((_, i) => i % 2 === 0);
    const ys = mapped.filter((_, i) => i % 2 === 1);
    this.#bounds = [
      Math.min(left ?? Number.POSITIVE_INFINITY, ...xs),
      Math.min(top ?? Number.POSITIVE_INFINITY, ...ys),
      Math.max(right ?? Number.NEGATIVE_INFINITY, ...xs),
      Math.max(bottom ?? Number.NEGATIVE_INFINITY, ...ys),
    ];
    return mapped;
  }
}

function areFinite(...numbers: readonly number[]): boolean {
  return numbers.every(Number.isFinite);
}

/** The signed angle of an arc, clockwise; see "ellipse method steps" in the HTML standard. */
function sweepOf(start: number, end: number, isCounterclockwise: boolean): number {
  const full = 2 * Math.PI;
  const difference = isCounterclockwise ? start - end : end - start;
  const sweep = difference >= full ? full : ((difference % full) + full) % full;
  return isCounterclockwise ? -sweep : sweep;
}
