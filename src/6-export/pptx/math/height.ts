import type { Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { largeOperator, partsOf } from './signs.ts';

/** The height of a line with a formula, in em of its text. @param mathml the children of a `math` element */
export function heightOfMath(mathml: string, isDisplay: boolean): number {
  const height = heightOfRow(partsOf(parseDocument(mathml, { xmlMode: true })));
  return isDisplay ? height + 0.5 : 1 + (height - 1) * 0.7;
}

function heightOfRow(parts: readonly Element[]): number {
  return Math.max(1.2, ...parts.map(heightOf));
}

function heightOf(part: Element): number {
  const parts = partsOf(part);
  const [base = 0, first = 0, second = 0] = parts.map(heightOf);
  const hasLargeSign = largeOperator(part) !== undefined;
  switch (part.name) {
    case 'mfrac':
      return base + first + 0.2;
    case 'msub':
    case 'msup':
      return hasLargeSign ? 2.2 : Math.max(base, base * 0.7 + first * 0.6);
    case 'msubsup':
      return hasLargeSign ? 2.4 : base + 0.5;
    case 'munder':
    case 'mover':
      return base + first * 0.6;
    case 'munderover':
      return base + (first + second) * 0.6;
    case 'mtable':
      return parts.reduce((sum, row) => sum + heightOfRow(partsOf(row)) + 0.25, 0);
    case 'mi':
    case 'mn':
    case 'mtext':
      return 1.2;
    case 'mo':
      return hasLargeSign ? 1.8 : 1.2;
    default:
      return heightOfRow(parts);
  }
}
