/** Lengths are in slide pixels, of which the shorter side of a slide has 720; a file has English Metric Units. */
export const emuPerPixel = 9525;

export function emu(pixels: number): number {
  return Math.round(pixels * emuPerPixel);
}

/** A type size in hundredths of a point, of a size in slide pixels. */
export function typeSize(pixels: number): number {
  return Math.max(100, Math.round(pixels * 7.5) * 10);
}

/** A distance between paragraphs in hundredths of a point; unlike that of a type size, it may be 0. */
export function spaceSize(pixels: number): number {
  return pixels === 0 ? 0 : typeSize(pixels);
}

/** An area of a slide, in slide pixels from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box whose distance is from the start of its area: in slides from right to left, it is on the other side. */
export function atStart(
  box: Box,
  area: Box,
  { isRightToLeft }: { readonly isRightToLeft: boolean },
): Box {
  return isRightToLeft ? { ...box, x: 2 * area.x + area.width - box.x - box.width } : box;
}
