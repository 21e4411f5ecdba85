import { type Chunk, readChunks } from '../formats/riff-chunks.ts';
import { broken, type Damage, partial } from './kinds.ts';

/** Checks the chunks and frame headers: https://developers.google.com/speed/webp/docs/riff_container */
export function checkWebp(bytes: Buffer): Damage | undefined {
  const end = bytes.readUInt32LE(4) + 8;
  const chunks = readChunks(bytes, 12, Math.min(end, bytes.length));
  const frames = chunks.flatMap(({ name, content, isCut }) =>
    name === 'ANMF' ? readChunks(content, 16, content.length) : { name, content, isCut },
  );
  const images = frames.filter(({ name }) => name === 'VP8 ' || name === 'VP8L');
  const [first] = images;
  if (!first) return broken('it contains no image');
  if (!isValidFrame(first)) return broken('its header is invalid');
  if (end > bytes.length || images.some(({ isCut }) => isCut)) {
    return partial('its end is missing');
  }
  return images.every(isValidFrame) ? undefined : partial('one of its images is damaged');
}

function isValidFrame({ name, content }: Chunk): boolean {
  if (name === 'VP8L') return content.length > 5 && content.readUInt8(0) === 0x2f;
  if (content.length <= 10 || content.readUIntBE(3, 3) !== 0x9d012a) return false;
  const isKeyFrame = (content.readUInt8(0) & 1) === 0;
  const isEmpty = [6, 8].some((at) => (content.readUInt16LE(at) & 0x3fff) === 0);
  return isKeyFrame && !isEmpty;
}

/** Checks the format and that there is sound. */
export function checkWav(bytes: Buffer): Damage | undefined {
  const chunks = readChunks(bytes, 12, bytes.length);
  const format = chunks.find(({ name }) => name === 'fmt ')?.content;
  const data = chunks.find(({ name }) => name === 'data');
  if (!format || format.length < 16) return broken('its header is missing');
  const hasFormat = [2, 4, 12, 14].every((at) => format.readUInt16LE(at) > 0);
  if (!hasFormat) return broken('its header is invalid');
  if (!data || data.content.length === 0) return broken('it contains no sound');
  return data.isCut ? partial('its end is missing') : undefined;
}
