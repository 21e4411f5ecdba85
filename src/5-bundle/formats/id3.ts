/** Reads a size in four groups of seven bits, as in the tags of MP3: https://id3.org/id3v2.4.0-structure */
export function readSize(bytes: Buffer, at: number): number {
  return [0, 1, 2, 3].reduce((size, i) => size * 128 + (bytes.readUInt8(at + i) & 0x7f), 0);
}

/** The offset after the ID3 tags at the start of a file. */
export function endOfTags(bytes: Buffer): number {
  let at = 0;
  while (bytes.toString('latin1', at, at + 3) === 'ID3') {
    const hasFooter = (bytes.readUInt8(at + 5) & 0x10) !== 0;
    at += 10 + readSize(bytes, at + 6) + (hasFooter ? 10 : 0);
  }
  return at;
}
