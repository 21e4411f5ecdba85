/** The checksum of an Ogg page, in which its own counts as zero: https://www.rfc-editor.org/rfc/rfc3533 */
export function checksum(page: Buffer): number {
  let sum = 0;
  for (let i = 0; i < page.length; i++) {
    const byte = i >= checksumAt && i < checksumAt + 4 ? 0 : (page[i] ?? 0);
    sum = ((sum << 8) ^ (checksums[((sum >>> 24) & 0xff) ^ byte] ?? 0)) >>> 0;
  }
  return sum;
}

/** The offset of the checksum in a page. */
export const checksumAt = 22;

const checksums = Uint32Array.from({ length: 256 }, (_, i) => {
  let sum = i << 24;
  for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  return sum >>> 0;
});
