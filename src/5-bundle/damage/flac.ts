import { broken, type Damage } from './kinds.ts';

/** Checks the header and that a frame follows it: https://www.rfc-editor.org/rfc/rfc9639 @throws RangeError */
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
  const isFrame = (bytes.readUInt16BE(at) & 0xfffe) === 0xfff8;
  return isFrame ? undefined : broken('it contains invalid data');
}
