import type { PdfDraft } from '../draft.ts';
import { type Box, intersect, mapBox, matrixOf } from '../matrix.ts';
import {
  isDictionary,
  isReference,
  numbersOf,
  type PdfDictionary,
  type PdfValue,
  parsePdfValue,
} from '../values.ts';
import { combine, type Gradient } from './gradient.ts';
import { addGradientImage } from './image.ts';
import { rasterize } from './raster.ts';
import { readShading } from './shading.ts';
import { findUsage, type Usage } from './usage.ts';

/**
 * Replaces gradients that several viewers do not draw by images. Chromium writes a repeating, conic or
 * translucent gradient as a shading of type 1, computed by a program at every point, and transparency as
 * a mask of the brightness of a second shading.
 */
export function replaceGradients(draft: PdfDraft): void {
  replaceAll(draft, findTranslucent(draft));
  // What only those used is no longer there.
  draft.removeUnused();
  replaceAll(draft, findFunctionShadings(draft));
}

/** A pattern that is a gradient. */
interface Found {
  readonly number: number;
  readonly gradient: Gradient;
  /** Where it can be used. */
  readonly box: Box;
}

function replaceAll(draft: PdfDraft, all: readonly Found[]): void {
  if (all.length === 0) return;
  const usage = findUsage(draft, new Set(all.map(({ number }) => number)));
  for (const found of all) {
    const used = usage.get(found.number);
    if (used) replace(draft, found, used);
  }
}

/** The edge of an image is soft: it is outside of what is painted. */
const margin = 2;

function replace(draft: PdfDraft, { number, gradient, box }: Found, usage: Usage): void {
  const around = margin / usage.pixels;
  const [left, bottom, right, top] = usage.box ?? box;
  const wanted = intersect(box, [left - around, bottom - around, right + around, top + around]);
  const raster = wanted && rasterize(gradient, wanted, usage.pixels);
  const image = raster && addGradientImage(draft, raster);
  const resources = image === undefined ? '' : `/XObject <</X${image} ${image} 0 R>>`;
  const content =
    image === undefined ? '' : `q\n${numbers(raster?.matrix ?? [])} cm\n/X${image} Do\nQ\n`;
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const keys = [
    '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1',
    `/BBox [${numbers(box)}] /XStep ${numbers([width + 2])} /YStep ${numbers([height + 2])}`,
    `/Resources <<${resources}>> /Length ${content.length}`,
  ];
  draft.replace(number, `<<${keys.join(' ')}>>`, Buffer.from(content, 'latin1'));
}

/** PDF has no exponents. */
function numbers(values: readonly number[]): string {
  return values.map((value) => value.toFixed(6).replace(/\.?0+$/, '')).join(' ');
}

/** Finds tiling patterns whose only tile is a shading under a mask of another shading. */
function findTranslucent(draft: PdfDraft): readonly Found[] {
  return draft.numbers.flatMap((number) => {
    const text = draft.textOf(number);
    if (!text.includes('/PatternType 1') || !text.includes('/ExtGState')) return [];
    const pattern = parsePdfValue(text);
    const resources = entry(pattern, 'Resources');
    const color = firstReference(entry(resources, 'Pattern'));
    const state = firstReference(entry(resources, 'ExtGState'));
    const mask = state === undefined ? undefined : luminosityMask(draft, state);
    const box = boxOf(entry(pattern, 'BBox'));
    if (color === undefined || mask === undefined || box === undefined) return [];
    const [colors, alphas] = [readShading(draft, color), readShading(draft, mask)];
    const gradient = colors && alphas && combine(colors, alphas);
    return gradient ? [{ number, gradient, box }] : [];
  });
}

/** @returns the number of the pattern that fills the mask */
function luminosityMask(draft: PdfDraft, state: number): number | undefined {
  const mask = entry(parsePdfValue(draft.textOf(state)), 'SMask');
  const group = entry(mask, 'G');
  if (entry(mask, 'S') !== '/Luminosity' || !isReference(group)) return undefined;
  const form = parsePdfValue(draft.textOf(group.object));
  return firstReference(entry(entry(form, 'Resources'), 'Pattern'));
}

function findFunctionShadings(draft: PdfDraft): readonly Found[] {
  return draft.numbers.flatMap((number) => {
    const text = draft.textOf(number);
    if (!text.includes('/ShadingType 1\n') || !text.includes('/PatternType 2')) return [];
    const shading = readShading(draft, number);
    const gradient = shading && combine(shading, undefined);
    const pattern = parsePdfValue(text);
    const [x0, x1, y0, y1] = numbersOf(entry(entry(pattern, 'Shading'), 'Domain'));
    const matrix = numbersOf(entry(pattern, 'Matrix'));
    if (!gradient || x0 === undefined || x1 === undefined || matrix.length !== 6) return [];
    if (y0 === undefined || y1 === undefined) return [];
    return [{ number, gradient, box: mapBox(matrixOf(matrix), [x0, y0, x1, y1]) }];
  });
}

function entry(value: PdfValue | undefined, key: string): PdfValue | undefined {
  return isDictionary(value) ? value.get(key) : undefined;
}

function firstReference(value: PdfValue | undefined): number | undefined {
  const references = isDictionary(value) ? [...(value as PdfDictionary).values()] : [];
  const [first] = references.filter(isReference);
  return first?.object;
}

function boxOf(value: PdfValue | undefined): Box | undefined {
  const [left, bottom, right, top] = numbersOf(value);
  if (left === undefined || bottom === undefined || right === undefined) return undefined;
  return top === undefined ? undefined : [left, bottom, right, top];
}
