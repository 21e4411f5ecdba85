import { endOfTags } from '../formats/id3.ts';
import { broken, type Damage, partial } from './kinds.ts';

/** Kilobits a second: of layers I, II and III in MPEG-1, and of I and the others in MPEG-2. */
const rates = {
  one: [
    [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  ],
  two: [
    [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  ],
} as const;
const samplingRates = [44_100, 48_000, 32_000];

/** Some bytes between a tag and the first frame are usual. */
const maxPadding = 64 * 1024;

/** Checks that there are frames of sound, the end of each where the next begins, and none is cut off. */
export function checkMp3(bytes: Buffer): Damage | undefined {
  const start = endOfTags(bytes);
  if (start + 4 > bytes.length) return broken('it contains no sound');
  const first = findFrame(bytes, start);
  if (first === undefined) return broken('it contains no sound');
  let frames = 0;
  for (let at: number | undefined = first; at !== undefined && at < bytes.length; frames++) {
    const next: number = at + (frameLength(bytes, at) ?? 0);
    if (next > bytes.length || isCut(bytes, next)) return partial('its end is missing');
    at = isHeader(bytes, next) ? next : findFrame(bytes, next);
  }
  return frames < announcedFrames(bytes, first) ? partial('its end is missing') : undefined;
}

/** Whether the file ends within a frame's header, or in the tag that is always 128 bytes long. */
function isCut(bytes: Buffer, at: number): boolean {
  const left = bytes.length - at;
  if (left < 4) return left > 0 && bytes[at] === 0xff;
  return left < 128 && bytes.toString('latin1', at, at + 3) === 'TAG';
}

/** The next frame that ends where another one, a tag or the end of the file follows. */
function findFrame(bytes: Buffer, start: number): number | undefined {
  if (isTag(bytes, start)) return undefined;
  const limit = Math.min(bytes.length - 4, start + maxPadding);
  for (let at = start; at <= limit; at++) {
    const length = frameLength(bytes, at);
    if (length === undefined) continue;
    const next = at + length;
    if (next === bytes.length || (next < bytes.length && isAfterFrame(bytes, next))) return at;
  }
  return undefined;
}

/** The count of frames in the first one, which encoders write for players; 0 if it is unknown. */
function announcedFrames(bytes: Buffer, first: number): number {
  const frame = bytes.subarray(first, first + (frameLength(bytes, first) ?? 0));
  const at = Math.max(frame.indexOf('Xing'), frame.indexOf('Info'));
  const isKnown = at >= 0 && at <= 36 && at + 12 <= frame.length;
  return isKnown && frame.readUInt32BE(at + 4) & 1 ? frame.readUInt32BE(at + 8) : 0;
}

function isAfterFrame(bytes: Buffer, at: number): boolean {
  return isTag(bytes, at) || isHeader(bytes, at);
}

function isTag(bytes: Buffer, at: number): boolean {
  return /^(?:TAG|APETAGEX|ID3|LYRICS)/.test(bytes.toString('latin1', at, at + 8));
}

function isHeader(bytes: Buffer, at: number): boolean {
  return at + 4 <= bytes.length && frameLength(bytes, at) !== undefined;
}

/** The bytes of a frame; `undefined` if there is none. See http://www.mp3-tech.org/programmer/frame_header.html */
function frameLength(bytes: Buffer, at: number): number | undefined {
  const header = bytes.readUInt32BE(at);
  if (header >>> 21 !== 0x7ff) return undefined;
  const [version, layerBits] = [(header >> 19) & 3, (header >> 17) & 3];
  const [rateIndex, samplingIndex] = [(header >> 12) & 15, (header >> 10) & 3];
  if (version === 1 || layerBits === 0) return undefined;
  const [isFirst, layer] = [version === 3, 3 - layerBits];
  const rate = rates[isFirst ? 'one' : 'two'][layer]?.[rateIndex - 1];
  const sampling = samplingRates[samplingIndex];
  if (rate === undefined || sampling === undefined) return undefined;
  const hertz = sampling / (isFirst ? 1 : version === 2 ? 2 : 4);
  const padding = (header >> 9) & 1;
  if (layer === 0) return (Math.floor((12_000 * rate) / hertz) + padding) * 4;
  const samples = layer === 2 && !isFirst ? 72_000 : 144_000;
  return Math.floor((samples * rate) / hertz) + padding;
}
