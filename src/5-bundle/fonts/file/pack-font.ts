/**
 * A font as WOFF 2, the same bytes on every machine: neither zlib nor Brotli are that, as Node has
 * them. About 50 ms for a face of Latin letters.
 *
 * @param sfnt TrueType or OpenType
 */
export async function packFont(sfnt: Uint8Array): Promise<Buffer> {
  const { compress } = await import('woff2-encoder');
  return Buffer.from(await compress(sfnt));
}
