import { broken, type Damage, partial } from './kinds.ts';

/** Checks the header, and the checksum of each frame: https://www.rfc-editor.org/rfc/rfc9639 @throws RangeError */
export function checkFlac(bytes: Buffer): Damage | undefined {
  const isStreamInfo = (bytes.readUInt8(4) & 0x7f) === 0 && bytes.readUIntBE(5, 3) === 34;
  if (!isStreamInfo) return broken('its header is missing');
  // 20 bits of the rate.
  if (bytes.readUIntBE(18, 3) >> 4 === 0) return broken('its header is invalid');
  let at = 4;
  for (let isLast = false; !isLast; ) {
    isLast = (bytes.readUInt8(at) & 0x80) !== 0;
    at += 4 + bytes.readUIntBE(at + 1, 3);
  }
  if (at + 8 > bytes.length) return broken('it contains no sound');
  // 36 bits; 0 if unknown.
  const samples = (bytes.readUInt8(21) & 15) * 2 ** 32 + bytes.readUInt32BE(22);
  return checkFrames(bytes.subarray(0, endOfSound(bytes)), at, samples);
}

/** An ID3 tag may follow. */
function endOfSound(bytes: Buffer): number {
  const tag = bytes.length - 128;
  return tag > 0 && bytes.toString('latin1', tag, tag + 3) === 'TAG' ? tag : bytes.length;
}

function checkFrames(bytes: Buffer, start: number, samples: number): Damage | undefined {
  let [at, found] = [start, 0];
  while (at < bytes.length) {
    const frame = readFrameHeader(bytes, at);
    if (!frame) return found > 0 ? partial(cutOff) : broken('it contains invalid data');
    const end = findFrameEnd(bytes, at, at + frame.length);
    if (typeof end === 'string') return found > 0 ? partial(end) : broken(end);
    found += frame.samples;
    at = end;
  }
  return found < samples ? partial(cutOff) : undefined;
}

const cutOff = 'its end is missing';

/** The end of a frame, where another one begins and its checksum is right; or what is wrong with it. */
function findFrameEnd(bytes: Buffer, start: number, content: number): number | string {
  let [crc, isFollowed] = [0, false];
  for (let at = start; at < bytes.length; at++) {
    if (at > content && bytes[at] === 0xff && readFrameHeader(bytes, at)) {
      // The checksum of a frame with its own checksum is 0.
      if (crc === 0) return at;
      isFollowed = true;
    }
    crc = ((crc << 8) & 0xffff) ^ (crcTable[(crc >> 8) ^ (bytes[at] ?? 0)] ?? 0);
  }
  if (crc === 0) return bytes.length;
  return isFollowed ? 'a checksum is wrong' : cutOff;
}

/** The bytes of a frame's header and the samples of the frame; `undefined` if there is none. */
function readFrameHeader(
  bytes: Buffer,
  start: number,
): { readonly length: number; readonly samples: number } | undefined {
  const [first = 0, second = 0, sizes = 0, channels = 0, number = 0] = bytes.subarray(
    start,
    start + 5,
  );
  const isHeader = first === 0xff && (second & 0xfe) === 0xf8 && (channels & 1) === 0;
  const [sizeCode, rateCode] = [sizes >> 4, sizes & 15];
  if (!isHeader || sizeCode === 0 || rateCode === 15) return undefined;
  // As in UTF-8, the leading ones of the first byte count the bytes.
  let at = start + 4 + Math.max(1, Math.clz32(~(number << 24)));
  const ownSize = sizeCode === 6 ? 1 : sizeCode === 7 ? 2 : 0;
  const ownRate = rateCode === 12 ? 1 : rateCode === 13 || rateCode === 14 ? 2 : 0;
  if (at + ownSize + ownRate >= bytes.length) return undefined;
  const samples = ownSize > 0 ? bytes.readUIntBE(at, ownSize) + 1 : samplesOf(sizeCode);
  at += ownSize + ownRate;
  let crc = 0;
  for (let i = start; i < at; i++) crc = shortCrcTable[crc ^ (bytes[i] ?? 0)] ?? 0;
  return crc === bytes[at] ? { length: at + 1 - start, samples } : undefined;
}

function samplesOf(code: number): number {
  if (code === 1) return 192;
  return code < 6 ? 576 << (code - 2) : 256 << (code - 8);
}

/** The remainders of all bytes, for a polynomial of a count of bits. */
function createCrcTable(bits: number, polynomial: number): Uint16Array {
  const [top, mask] = [1 << (bits - 1), 2 ** bits - 1];
  return Uint16Array.from({ length: 256 }, (_, byte) => {
    let crc = byte << (bits - 8);
    for (let i = 0; i < 8; i++) crc = ((crc << 1) ^ (crc & top ? polynomial : 0)) & mask;
    return crc;
  });
}

const crcTable = createCrcTable(16, 0x8005);
const shortCrcTable = createCrcTable(8, 0x07);
