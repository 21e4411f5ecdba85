import { identity, type Matrix, multiply } from '../../../chart/svg/matrix.ts';
import { readContent } from '../content/streams.ts';
import type { PdfDraft } from '../draft.ts';
import {
  type Box,
  boxAround,
  intersect,
  mapPoint,
  matrixOf,
  type Point,
  unite,
} from '../matrix.ts';

/** Where patterns are painted. */
export interface Usage {
  /** In the coordinates of the content that uses the pattern; `undefined` if not all of it is known. */
  readonly box: Box | undefined;
  /** CSS pixels per unit of these coordinates. */
  readonly pixels: number;
}

/** Pages are measured in points. */
const pixelsOnPage = 96 / 72;

/** Chromium prints at 300 dots per inch, and draws forms in dots. */
const pixelsInForm = 96 / 300;

/** Finds where each pattern is painted. @param patterns numbers of patterns */
export function findUsage(
  draft: PdfDraft,
  patterns: ReadonlySet<number>,
): ReadonlyMap<number, Usage> {
  const usage = new Map<number, Usage>();
  for (const owner of draft.numbers) {
    const text = draft.textOf(owner);
    if (!text.includes('/Pattern <<')) continue;
    const page = /\/Contents (\d+) 0 R/.exec(text)?.[1];
    const names = new Map<string, number>();
    for (const [, name = '', number] of text.matchAll(/\/(P\d+) (\d+) 0 R/g)) {
      if (patterns.has(Number(number))) names.set(name, Number(number));
    }
    if (names.size === 0) continue;
    const pixels = page === undefined ? pixelsInForm : pixelsOnPage;
    const content = readContent(draft, page === undefined ? owner : Number(page));
    const boxes = content === undefined ? new Map() : paintedBoxes(content, names);
    for (const number of names.values()) {
      const box: Box | undefined = boxes.get(number);
      const before = usage.get(number);
      const all = before !== undefined && box ? before.box && unite(before.box, box) : box;
      usage.set(number, { box: all, pixels: Math.max(pixels, before?.pixels ?? 0) });
    }
  }
  return usage;
}

interface State {
  matrix: Matrix;
  clip: Box | undefined;
  pattern: string | undefined;
}

/** Patterns that paint text or lines are not in the result. */
function paintedBoxes(
  content: string,
  names: ReadonlyMap<string, number>,
): ReadonlyMap<number, Box> {
  const boxes = new Map<number, Box>();
  const unknown = new Set<number>();
  const states: State[] = [];
  let state: State = { matrix: identity, clip: undefined, pattern: undefined };
  let path: Point[] = [];
  let isClip = false;
  const paint = (): void => {
    const number = names.get(state.pattern ?? '');
    const box = boxAround(path);
    const visible = box && state.clip ? intersect(box, state.clip) : box;
    if (number !== undefined && visible) boxes.set(number, unite(boxes.get(number), visible));
  };
  for (const line of content.split('\n')) {
    const operator = /\S+$/.exec(line)?.[0] ?? '';
    const numbers = line.split(' ').slice(0, -1).map(Number);
    if (operator === 'q') states.push({ ...state });
    else if (operator === 'Q') state = states.pop() ?? state;
    else if (operator === 'cm') state.matrix = multiply(state.matrix, matrixOf(numbers));
    else if (operator === 'scn') state.pattern = /\/(P\d+) scn$/.exec(line)?.[1];
    else if (operator === 'rg') state.pattern = undefined;
    else if (operator === 're') path.push(...cornersOf(numbers, state.matrix));
    else if (/^[mlcvy]$/.test(operator)) path.push(...pointsOf(numbers, state.matrix));
    else if (/^(?:S|s|[bB]\*?|T[jJ])$/.test(operator)) {
      const number = names.get(state.pattern ?? '');
      if (number !== undefined) unknown.add(number);
    }
    if (/^W\*?(?: n)?$/.test(line)) isClip = true;
    if (/^[fF]\*?$/.test(operator)) paint();
    if (/^(?:n|[fFbB]\*?|[sS])$/.test(operator)) {
      const box = boxAround(path);
      if (isClip && box) state.clip = state.clip ? intersect(state.clip, box) : box;
      isClip = false;
      path = [];
    }
  }
  for (const number of unknown) boxes.delete(number);
  return boxes;
}

function cornersOf([x = 0, y = 0, width = 0, height = 0]: readonly number[], matrix: Matrix) {
  const corners: readonly Point[] = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ];
  return corners.map((corner) => mapPoint(matrix, corner));
}

function pointsOf(numbers: readonly number[], matrix: Matrix): readonly Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    points.push(mapPoint(matrix, [numbers[i] ?? 0, numbers[i + 1] ?? 0]));
  }
  return points;
}
