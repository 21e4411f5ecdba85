import { isAnimatedGif, isEndingGif } from '../../../5-bundle/assets/gif.ts';
import { withoutComments } from '../../../base/text/markup-sections.ts';
import { endlessAnimations } from './endless-animation.ts';

/** Whether an image is animated and does not end by itself: GIF, APNG, WebP or SVG. */
export function isEndless(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 16);
  if (start.startsWith('GIF8')) return isAnimatedGif(bytes) && !isEndingGif(bytes);
  if (start.startsWith('\x89PNG')) return isEndlessPng(bytes);
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return isEndlessWebp(bytes);
  return isEndlessSvg(bytes);
}

/** The chunk `acTL` comes before the image data: the count of frames, and that of rounds, 0 for no end. */
function isEndlessPng(bytes: Buffer): boolean {
  let at = 8;
  while (at + 16 <= bytes.length) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (name === 'acTL') return bytes.readUInt32BE(at + 8) > 1 && bytes.readUInt32BE(at + 12) === 0;
    if (name === 'IDAT') return false;
    at += bytes.readUInt32BE(at) + 12;
  }
  return false;
}

/** The chunk `ANIM` has the count of rounds in its last two bytes, 0 for no end. */
function isEndlessWebp(bytes: Buffer): boolean {
  let at = 12;
  while (at + 14 <= bytes.length) {
    const name = bytes.toString('latin1', at, at + 4);
    if (name === 'ANIM') return bytes.readUInt16LE(at + 12) === 0;
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return false;
}

function isEndlessSvg(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  if (!/<svg[\s>]/.test(text.slice(0, 10_000))) return false;
  const plain = withoutComments(text);
  const elements = plain.match(/<animate(?:Motion|Transform)?\b[^<>]*>/g) ?? [];
  return elements.some(isRepeated) || endlessAnimations(plain).length > 0;
}

function isRepeated(element: string): boolean {
  return /\brepeat(?:Count|Dur)\s*=\s*["']indefinite["']/.test(element);
}
