import { readElement, segment } from '../formats/matroska.ts';

const [header, information, tracks, cluster] = [0x1a45dfa3, 0x1549a966, 0x1654ae6b, 0x1f43b675];
const [track, trackNumber, trackType] = [0xae, 0xd7, 0x83];
const [block, simpleBlock, blockGroup] = [0xa1, 0xa3, 0xa0];
const containers = new Set([segment, information, tracks, track, cluster]);

/**
 * What a player needs of a file and its clusters: the positions of elements (0x114d9b74), cues, times and sizes.
 * Everything else is removed: tags, attachments, chapters.
 */
const kept = new Set([
  ...[header, segment, information, tracks, track, cluster, simpleBlock, blockGroup],
  ...[0x114d9b74, 0x1c53bb6b, 0xe7, 0xa7, 0xab],
]);
/** The scale of times and the duration. */
const keptInformation = new Set([0x2ad7b1, 0x4489]);
/** Of a track: its name, and that of the codec; empty space, which may contain what was there before. */
const cleared = new Set([0x536e, 0x258688, 0xec, 0x7446]);
/** The programs that wrote the file, which it must name. */
const programs = new Set([0x4d80, 0x5741]);
const empty = 0xec;

/**
 * Clears the metadata of a WebM file in place, as offsets in it refer to its clusters. Of the tracks, only sound and
 * images stay: others are subtitles, chapters and data.
 *
 * @throws RangeError
 */
export function stripMatroska(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  new Matroska(copy).clear(0, copy.length, 0);
  return copy;
}

class Matroska {
  readonly #bytes: Buffer;
  readonly #removed = new Set<number>();

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** @param parent the id of the element that contains them */
  clear(start: number, end: number, parent: number): void {
    for (let at = start; at < end; ) {
      const { id, inner, end: ownEnd } = readElement(this.#bytes, at);
      const next = Math.min(end, ownEnd);
      if (programs.has(id)) this.#bytes.fill(0x20, inner, next);
      else if (this.#isRemoved(id, inner, next, parent)) erase(this.#bytes, at, next);
      else if (containers.has(id)) this.clear(inner, next, id);
      at = next;
    }
  }

  #isRemoved(id: number, inner: number, end: number, parent: number): boolean {
    if (parent === track) return cleared.has(id);
    if (parent === information) return !keptInformation.has(id);
    if (id === track) return this.#isOtherTrack(inner, end);
    if (id === simpleBlock) return this.#removed.has(this.#readNumber(inner, 'vint'));
    if (id !== blockGroup) return !kept.has(id);
    const found = this.#find(block, inner, end);
    return found !== undefined && this.#removed.has(this.#readNumber(found.inner, 'vint'));
  }

  /** Whether a track is neither sound nor images; its blocks are removed, too. */
  #isOtherTrack(inner: number, end: number): boolean {
    const type = this.#find(trackType, inner, end);
    const number = this.#find(trackNumber, inner, end);
    if (!type || !number || this.#readNumber(type.inner, type.end) <= 2) return false;
    this.#removed.add(this.#readNumber(number.inner, number.end));
    return true;
  }

  #find(wanted: number, start: number, end: number) {
    for (let at = start; at < end; ) {
      const element = readElement(this.#bytes, at);
      if (element.id === wanted) return element;
      at = element.end;
    }
    return undefined;
  }

  /** An integer up to `end`, or one that begins with its length in bits, as in blocks. */
  #readNumber(start: number, end: number | 'vint'): number {
    if (end !== 'vint') return end === start ? 0 : this.#bytes.readUIntBE(start, end - start);
    const length = Math.clz32(this.#bytes.readUInt8(start)) - 23;
    return this.#bytes.readUIntBE(start, length) - 2 ** (7 * length);
  }
}

/** Turns an element into an empty one of the same size. */
function erase(bytes: Buffer, start: number, end: number): void {
  const size = end - start;
  // Its size is one byte, or eight.
  const header = size < 100 ? 2 : 9;
  bytes.fill(0, start, end);
  bytes.writeUInt8(empty, start);
  if (header === 2) bytes.writeUInt8(0x80 | (size - header), start + 1);
  else bytes.writeBigUInt64BE((1n << 56n) | BigInt(size - header), start + 1);
}
