const orientationTag = 0x0112;

/**
 * The orientation in EXIF data, 1 to 8: https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf, 4.6.4.
 *
 * @param tiff begins with the header of the TIFF structure
 */
export function readOrientation(tiff: Buffer): number {
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return 1;
  const isLittle = order === 'II';
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return 1;
  const count = short(start);
  for (let i = 0; i < count; i++) {
    const entry = start + 2 + i * 12;
    if (entry + 12 > tiff.length) return 1;
    if (short(entry) === orientationTag) return short(entry + 8);
  }
  return 1;
}

/** Whether an orientation exchanges width and height. */
export function isTurned(orientation: number): boolean {
  return orientation >= 5 && orientation <= 8;
}
