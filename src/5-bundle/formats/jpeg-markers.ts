/** Markers of a JPEG: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1.3 */
export const [startOfScan, endOfImage, comment, quantization] = [0xda, 0xd9, 0xfe, 0xdb];

/** Whether a marker starts a frame: SOF0 to SOF15, except the tables and conditions for codes among them. */
export function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** The offset of the marker after the compressed data of a scan. */
export function findScanEnd(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    // A byte that is part of the data, a fill byte, or a restart.
    const isData =
      next === 0 || next === 0xff || (next !== undefined && next >= 0xd0 && next <= 0xd7);
    if (next !== undefined && !isData) return at;
  }
  return bytes.length;
}
