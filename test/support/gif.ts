/**
 * Encodes an animated GIF of one pixel.
 *
 * @param frames its colors: 0 is red, 1 is blue
 * @param rounds how often it plays, 0 for ever; without, once, as most say by saying nothing
 */
export function encodeGif(frames: readonly (0 | 1)[], rounds?: number): Buffer {
  const screen = [1, 0, 1, 0, 0x80, 0, 0, ...[255, 0, 0], ...[0, 0, 255]];
  const repeat =
    rounds === undefined
      ? []
      : [0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0'), 3, 1, rounds & 255, rounds >> 8, 0];
  const images = frames.flatMap((color) => {
    const delay = [0x21, 0xf9, 4, 0, 10, 0, 0, 0];
    // Clear, the color and the end, in codes of three bits.
    const codes = 4 | (color << 3) | (5 << 6);
    return [...delay, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, codes & 255, codes >> 8, 0];
  });
  return Buffer.from([...Buffer.from('GIF89a'), ...screen, ...repeat, ...images, 0x3b]);
}
