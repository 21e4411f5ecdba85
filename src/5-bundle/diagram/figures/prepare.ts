import type { DiagramFigure } from '../../../model/rendered.ts';
import type { Size } from '../shapes.ts';
import { type Figure, iconFigure, imageFigure } from './figure.ts';

/** The size of an image file in pixels, if it is known. */
export type SizeOfImage = (path: string, from: string) => Size | undefined;

/** What the drawing of a figure depends on; `null` for one that is missing. Plain JSON. */
export type KnownFigure =
  | Exclude<DiagramFigure, { kind: 'image' }>
  | { readonly kind: 'image'; readonly index: number; readonly size?: Size }
  | null;

/** Adds the sizes of images. */
export function describeFigures(
  figures: readonly (DiagramFigure | null)[],
  sizeOf: SizeOfImage,
): readonly KnownFigure[] {
  return figures.map((figure) => {
    if (figure?.kind !== 'image') return figure;
    const size = sizeOf(figure.path, figure.from);
    const known = size && { width: size.width, height: size.height };
    return { kind: 'image', index: figure.index, ...(known && { size: known }) };
  });
}

/** Prepares figures to be drawn. What typesets formulas is loaded only if there are any. */
export async function prepareFigures(
  figures: readonly KnownFigure[],
): Promise<readonly (Figure | undefined)[]> {
  const hasFormulas = figures.some((figure) => figure?.kind === 'formula');
  const drawFormula = hasFormulas ? await (await import('./formula.ts')).openMath() : undefined;
  return figures.map((figure) => {
    switch (figure?.kind) {
      case 'icon':
        return iconFigure(figure);
      case 'image':
        return imageFigure(figure.index, figure.size);
      case 'formula':
        return drawFormula?.(figure.mathml);
      default:
        return undefined;
    }
  });
}
