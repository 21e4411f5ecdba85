import { endOfTags } from '../formats/id3.ts';
import { broken, type Damage } from './kinds.ts';

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

/** Checks that there are frames of sound, the end of each where the next begins. */
export function checkMp3(bytes: Buffer): Damage | undefined {
  const start = endOfTags(bytes);
  if (start + 4 > bytes.length) return broken('it contains no sound');
  const limit = Math.min(bytes.length - 4, start + maxPadding);
  for (let at = start; at <= limit; at++) {
    const length = frameLength(bytes, at);
    if (length === undefined) continue;
    const next = at + length;
    if (next === bytes.length || (next < bytes.length && isAfterFrame(bytes, next))) {
      return undefined;
    }
  }
  return broken('it contains no sound');
}

function isAfterFrame(bytes: Buffer, at: number): boolean {
  const isTag = /^(?:TAG|APETAGEX|ID3|LYRICS)/.test(bytes.toString('latin1', at, at + 8));
  return isTag || (at + 4 <= bytes.length && frameLength(bytes, at) !== undefined);
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
