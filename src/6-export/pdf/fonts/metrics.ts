import type { PdfDraft } from '../draft.ts';
import { isDictionary, isReference, numbersOf, type PdfValue, parsePdfValue } from '../values.ts';

/** What the place of a text depends on; in thousandths of its size. */
export interface FontMetrics {
  readonly ascent: number;
  readonly descent: number;
  /** Bytes of a character code. */
  readonly codeLength: number;
  widthOf(code: number): number;
}

const unknown: FontMetrics = { ascent: 1000, descent: -300, codeLength: 2, widthOf: () => 1000 };

/** @param number of a font's object */
export function readFontMetrics(draft: PdfDraft, number: number): FontMetrics {
  const font = parsePdfValue(draft.textOf(number));
  const entry = (value: PdfValue | undefined, key: string): PdfValue | undefined => {
    const own = isDictionary(value) ? value.get(key) : undefined;
    return isReference(own) ? parsePdfValue(draft.textOf(own.object)) : own;
  };
  if (entry(font, 'Subtype') !== '/Type0') return { ...unknown, codeLength: 1 };
  const [first] = arrayOf(entry(font, 'DescendantFonts'));
  const inner = isReference(first) ? parsePdfValue(draft.textOf(first.object)) : first;
  const descriptor = entry(inner, 'FontDescriptor');
  const widths = readWidths(arrayOf(entry(inner, 'W')));
  const usual = Number(entry(inner, 'DW') ?? unknown.widthOf(0));
  const ascent = Number(entry(descriptor, 'Ascent') ?? unknown.ascent);
  const descent = Number(entry(descriptor, 'Descent') ?? unknown.descent);
  return { ascent, descent, codeLength: 2, widthOf: (code) => widths.get(code) ?? usual };
}

function arrayOf(value: PdfValue | undefined): readonly PdfValue[] {
  return Array.isArray(value) ? value : [];
}

/** Reads `[1 [500 600] 7 9 400]`: of 1 and 2 each, of 7 to 9 the same. */
function readWidths(list: readonly PdfValue[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (let at = 0; at < list.length; ) {
    const first = Number(list[at]);
    const next = list[at + 1];
    if (Array.isArray(next)) {
      for (const [index, width] of numbersOf(next).entries()) widths.set(first + index, width);
      at += 2;
    } else {
      const last = Math.min(Number(next), first + 0xffff);
      for (let code = first; code <= last; code++) widths.set(code, Number(list[at + 2]));
      at += 3;
    }
  }
  return widths;
}
