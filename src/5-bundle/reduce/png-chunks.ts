/** The chunks of a PNG before its image, by name; https://www.w3.org/TR/png-3/, 5.3. @throws RangeError */
export function readPngChunks(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; ; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (name === 'IDAT' || name === 'IEND') return chunks;
    chunks.set(name, bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
}

/** The gamma of sRGB in a PNG; programs round it differently. */
const [minGamma, maxGamma] = [45000, 46000];

/** Whether the colors of a PNG are those of sRGB or of its ICC profile. */
export function hasKnownColors(chunks: ReadonlyMap<string, Buffer>): boolean {
  if (chunks.has('cICP')) return false;
  if (chunks.has('iCCP') || chunks.has('sRGB')) return true;
  const gamma = chunks.get('gAMA')?.readUInt32BE(0);
  return gamma === undefined || (gamma >= minGamma && gamma <= maxGamma);
}
