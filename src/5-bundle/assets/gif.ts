/**
 * Whether a GIF is animated and ends by itself, after one or more rounds.
 * See https://www.w3.org/Graphics/GIF/spec-gif89a.txt; the count of rounds is Netscape's extension.
 */
export function isEndingGif(bytes: Buffer): boolean {
  const { frames, isEndless } = readAnimation(bytes);
  return frames > 1 && !isEndless;
}

export function isAnimatedGif(bytes: Buffer): boolean {
  return readAnimation(bytes).frames > 1;
}

function readAnimation(bytes: Buffer): { readonly frames: number; readonly isEndless: boolean } {
  let [at, frames, isEndless] = [13 + tableLength(bytes[10]), 0, false];
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === extension) {
      const name = bytes.toString('latin1', at + 3, at + 14);
      const rounds = bytes.subarray(at + 14, at + 18);
      if (/^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(name) && rounds[0] === 3) {
        isEndless = rounds[2] === 0 && rounds[3] === 0;
      }
      at = afterBlocks(bytes, at + 2);
    } else if (kind === image) {
      frames += 1;
      at = afterBlocks(bytes, at + 11 + tableLength(bytes[at + 9]));
    } else break;
  }
  return { frames, isEndless };
}

const extension = 0x21;
const image = 0x2c;

/** The bytes of a color table, by the flags that announce it. */
function tableLength(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Skips blocks, each with its length before it, up to an empty one. */
function afterBlocks(bytes: Buffer, start: number): number {
  let at = start;
  for (let length = bytes[at]; length !== undefined; length = bytes[at]) {
    at += length + 1;
    if (length === 0) break;
  }
  return at;
}
