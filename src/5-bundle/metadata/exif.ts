/**
 * The orientation in Exif data, which are a TIFF file: https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf
 *
 * @returns 1, upright, if there is none
 */
export function readOrientation(tiff: Buffer): number {
  try {
    const isLittle = tiff.toString('latin1', 0, 2) === 'II';
    const short = (at: number): number =>
      isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
    const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    const count = short(start);
    for (let i = 0; i < count; i++) {
      const entry = start + 2 + i * 12;
      if (short(entry) === orientationTag) return short(entry + 8);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}

const orientationTag = 0x0112;

/** Exif data with an orientation and nothing else; `undefined` for an upright image. */
export function writeOrientation(orientation: number): Buffer | undefined {
  if (orientation < 2 || orientation > 8) return undefined;
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(orientationTag, 10);
  // One value of the type SHORT.
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
