import { isDictionary, numbersOf, type PdfDictionary, type PdfValue } from '../values.ts';

/** Computes the color at a position between 0 and 1. */
export type Ramp = (position: number) => readonly number[];

/**
 * Compiles a function of one input: exponential (type 2), or stitched of those (type 3).
 *
 * @returns `undefined` for other types
 */
export function compileRamp(value: PdfValue | undefined): Ramp | undefined {
  if (!isDictionary(value)) return undefined;
  const type = value.get('FunctionType');
  if (type === 2) return compileExponential(value);
  return type === 3 ? compileStitched(value) : undefined;
}

function compileExponential(value: PdfDictionary): Ramp {
  const from = numbersOf(value.get('C0'));
  const to = numbersOf(value.get('C1'));
  const exponent = Number(value.get('N') ?? 1);
  return (position) => {
    const share = exponent === 1 ? position : position ** exponent;
    return from.map((start, index) => start + share * ((to[index] ?? start) - start));
  };
}

function compileStitched(value: PdfDictionary): Ramp | undefined {
  const functions = value.get('Functions');
  if (!Array.isArray(functions)) return undefined;
  const ramps = functions.map(compileRamp);
  const domain = numbersOf(value.get('Domain'));
  const edges = [domain[0] ?? 0, ...numbersOf(value.get('Bounds')), domain[1] ?? 1];
  const encode = numbersOf(value.get('Encode'));
  if (ramps.length === 0 || ramps.includes(undefined)) return undefined;
  return (position) => {
    let part = 0;
    while (part + 1 < ramps.length && position >= (edges[part + 1] ?? 1)) part++;
    const [start, end] = [edges[part] ?? 0, edges[part + 1] ?? 1];
    const [from, to] = [encode[2 * part] ?? 0, encode[2 * part + 1] ?? 1];
    const share = end > start ? (position - start) / (end - start) : 0;
    return ramps[part]?.(from + share * (to - from)) ?? [];
  };
}
