import { checksum, checksumAt } from '../formats/ogg-checksum.ts';
import { broken, type Damage, partial } from './kinds.ts';

/** How the first packet of a stream begins: Vorbis, Opus, Theora, FLAC, and the index of streams. */
const codecs = ['\x01vorbis', 'OpusHead', '\x80theora', '\x7fFLAC', 'fishead\0'];

/** Checks the pages and their checksums: https://www.rfc-editor.org/rfc/rfc3533 @throws RangeError */
export function checkOgg(bytes: Buffer): Damage | undefined {
  const open = new Set<number>();
  let [at, pages] = [0, 0];
  while (at + 27 <= bytes.length) {
    const damage = (what: string): Damage => (pages > 2 ? partial(what) : broken(what));
    if (bytes.toString('latin1', at, at + 4) !== 'OggS') return damage('it contains invalid data');
    const table = bytes.subarray(at + 27, at + 27 + bytes.readUInt8(at + 26));
    const start = at + 27 + table.length;
    const end = table.reduce((sum, size) => sum + size, start);
    if (end > bytes.length) return damage('its end is missing');
    if (checksum(bytes.subarray(at, end)) !== bytes.readUInt32LE(at + checksumAt)) {
      return damage('a checksum is wrong');
    }
    const [flags, stream] = [bytes.readUInt8(at + 5), bytes.readUInt32LE(at + 14)];
    if (flags & 2) {
      const head = bytes.toString('latin1', start, start + 8);
      if (!codecs.some((codec) => head.startsWith(codec)) && pages === 0) {
        return broken('it is in a format that browsers do not play');
      }
      open.add(stream);
    }
    if (flags & 4) open.delete(stream);
    pages += 1;
    at = end;
  }
  if (pages < 2) return broken('it contains no sound');
  return open.size > 0 || at < bytes.length ? partial('its end is missing') : undefined;
}
