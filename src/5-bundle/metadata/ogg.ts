import { checksum, checksumAt } from '../formats/ogg-checksum.ts';

/** How the packet with the tags begins: in Vorbis, Opus, Theora, and FLAC in Ogg. */
const tagPackets = ['\x03vorbis', 'OpusTags', '\x81theora'];

/**
 * Overwrites the tags of an Ogg file with spaces, and computes the checksums of their pages again:
 * https://www.rfc-editor.org/rfc/rfc3533
 *
 * @throws RangeError
 */
export function stripOgg(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const packets = new Map<number, number[]>();
  const pages: { readonly start: number; readonly end: number }[] = [];
  for (let at = 0; at + 27 <= copy.length; ) {
    if (copy.toString('latin1', at, at + 4) !== 'OggS') throw new RangeError('no page');
    const stream = copy.readUInt32LE(at + 14);
    const table = copy.subarray(at + 27, at + 27 + copy.readUInt8(at + 26));
    let place = at + 27 + table.length;
    for (const size of table) {
      const packet = packets.get(stream) ?? [];
      for (let i = 0; i < size; i++) packet.push(place + i);
      packets.set(stream, packet);
      place += size;
      if (size === 255) continue;
      clearTags(copy, packet);
      packets.set(stream, []);
    }
    pages.push({ start: at, end: Math.min(place, copy.length) });
    at = place;
    // Tags are in the first pages.
    if (pages.length > mostPages) break;
  }
  for (const { start, end } of pages) {
    copy.writeUInt32LE(checksum(copy.subarray(start, end)), start + checksumAt);
  }
  return copy;
}

const mostPages = 400;

/** @param packet the offsets of its bytes */
function clearTags(bytes: Buffer, packet: readonly number[]): void {
  const at = (i: number): number => bytes[packet[i] ?? bytes.length] ?? 0;
  const name = tagPackets.find((each) => [...each].every((c, i) => at(i) === c.charCodeAt(0)));
  if (name === undefined) return;
  const read = (i: number): number =>
    at(i) + at(i + 1) * 2 ** 8 + at(i + 2) * 2 ** 16 + at(i + 3) * 2 ** 24;
  let place = name.length;
  const clearText = (): void => {
    const length = Math.min(read(place), packet.length);
    for (let i = 0; i < length; i++) bytes[packet[place + 4 + i] ?? bytes.length] = 0x20;
    place += 4 + length;
  };
  clearText();
  const count = Math.min(read(place), packet.length);
  place += 4;
  for (let i = 0; i < count; i++) clearText();
}
