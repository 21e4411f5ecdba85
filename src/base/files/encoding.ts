import { isUtf8 } from 'node:buffer';

/** A text and the encoding that it was read in. */
interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** Whether neither the file nor the author names the encoding, and it is not UTF-8. */
  readonly isAssumed: boolean;
}

/**
 * Decodes a data file. A byte-order mark decides; then the author's `encoding:`; then the pattern of zeros of
 * UTF-16; then whether the bytes are valid UTF-8. What is left is Windows-1252, unless it would be senseless.
 *
 * @returns `undefined` if the encoding is unknown, or the bytes are not text in it
 */
export function decodeData(bytes: Buffer, named?: string): DecodedText | undefined {
  const marked = byteOrderMarks.find(([mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return decodeAs(bytes.subarray(marked[0].length), marked[1], false);
  if (named !== undefined) return decodeAs(bytes, named, false);
  const wide = guessUtf16(bytes);
  if (wide) return decodeAs(bytes, wide, true);
  if (bytes.includes(0)) return undefined;
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), encoding: 'UTF-8', isAssumed: false };
  const text = decodeWindows1252(bytes);
  return isPlausible(text) ? { text, encoding: 'Windows-1252', isAssumed: true } : undefined;
}

const byteOrderMarks: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'UTF-8'],
  [[0xff, 0xfe], 'UTF-16LE'],
  [[0xfe, 0xff], 'UTF-16BE'],
];

/** Whether `TextDecoder` knows an encoding. */
export function isEncoding(name: string): boolean {
  try {
    return Boolean(new TextDecoder(name));
  } catch {
    return false;
  }
}

function decodeAs(bytes: Buffer, encoding: string, isAssumed: boolean): DecodedText | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const is1252 = decoder.encoding === 'windows-1252';
    const text = is1252 ? decodeWindows1252(bytes) : decoder.decode(bytes);
    return text.includes('\0') ? undefined : { text, encoding, isAssumed };
  } catch {
    return undefined;
  }
}

/** UTF-16 has a zero in most pairs of bytes, in any text with digits, separators and line ends. */
function guessUtf16(bytes: Buffer): 'UTF-16LE' | 'UTF-16BE' | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0];
  const end = Math.min(bytes.length, 8192);
  for (let i = 0; i < end; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (end / 2));
  if (odd > 0.3 && even < 0.02) return 'UTF-16LE';
  return even > 0.3 && odd < 0.02 ? 'UTF-16BE' : undefined;
}

/** The characters of the bytes 0x80 to 0x9F; U+FFFD for those without one. */
const upper = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';

/** Not by `TextDecoder`, which confuses it with Latin-1 in some versions of Node. */
function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (char) => upper[char.charCodeAt(0) - 0x80] ?? char);
}

/**
 * In Western languages, letters beyond ASCII stand alone or in pairs, and are not next to signs; elsewhere, whole
 * words consist of them.
 */
function isPlausible(text: string): boolean {
  return (
    !/\uFFFD|[\x01-\x08\x0e-\x1f]|[À-ÖØ-öø-ÿŠšŒœŽžŸƒ]{3}/.test(text) &&
    !/[À-ÖØ-öø-ÿ][¤¥¦¨¬®¯°±´¸¼½¾×÷]|[¤¥¦¨¬¯±´¸×÷][À-ÖØ-öø-ÿ]/.test(text)
  );
}
