import { type Box, readBoxes } from '../formats/iso-boxes.ts';

/** Boxes that contain boxes. */
const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf', 'edts']);
const metadata = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide', 'cprt']);
/** Boxes with the times of creation and modification. */
const timed = new Set(['mvhd', 'tkhd', 'mdhd']);

/**
 * Clears the metadata of an MP4 file in place, as offsets in it refer to the sound and the images: ISO/IEC
 * 14496-12.
 *
 * @throws RangeError
 */
export function stripMp4(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  clearBoxes(copy, 0, copy.length);
  return copy;
}

function clearBoxes(bytes: Buffer, start: number, end: number): void {
  for (const box of readBoxes(bytes, start, end)) {
    if (containers.has(box.type)) clearBoxes(bytes, box.inner, box.end);
    else if (metadata.has(box.type)) {
      bytes.write('free', box.start + 4, 'latin1');
      bytes.fill(0, box.inner, box.end);
    } else if (box.type === 'hdlr') {
      // Its name, at the end.
      bytes.fill(0, Math.min(box.end, box.inner + 24), box.end);
    } else if (timed.has(box.type)) {
      const size = bytes.readUInt8(box.inner) === 1 ? 16 : 8;
      bytes.fill(0, box.inner + 4, box.inner + 4 + size);
    }
  }
}

/**
 * Clears the Exif data and XMP of an AVIF file in place. Its orientation and color profile are elsewhere:
 * ISO/IEC 23008-12.
 *
 * @throws RangeError
 */
export function stripAvif(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  // A sequence of images has a movie, too.
  for (const box of readBoxes(copy, 0, copy.length)) {
    if (box.type === 'meta') clearItems(copy, box);
    else if (containers.has(box.type)) clearBoxes(copy, box.inner, box.end);
    else if (metadata.has(box.type)) copy.fill(0, box.inner, box.end);
  }
  return copy;
}

function clearItems(bytes: Buffer, meta: Box): void {
  const boxes = readBoxes(bytes, meta.inner + 4, meta.end);
  const find = (type: string): Box | undefined => boxes.find((box) => box.type === type);
  const [info, locations, data] = [find('iinf'), find('iloc'), find('idat')];
  if (!info || !locations) return;
  const wanted = metadataItems(bytes, info);
  for (const { item, start, length } of readExtents(bytes, locations, data)) {
    if (!wanted.has(item)) continue;
    bytes.fill(0, start, start + length);
    // An empty TIFF file.
    if (wanted.get(item) === 'Exif' && length >= 18)
      bytes.write('MM\0*\0\0\0\b', start + 4, 'latin1');
  }
}

/** The types of the items that are Exif data or texts, by id. */
function metadataItems(bytes: Buffer, info: Box): ReadonlyMap<number, string> {
  const isLong = bytes.readUInt8(info.inner) > 0;
  const found = new Map<number, string>();
  for (const { type, inner } of readBoxes(bytes, info.inner + (isLong ? 8 : 6), info.end)) {
    const version = bytes.readUInt8(inner);
    if (type !== 'infe' || version < 2) continue;
    const id = version === 2 ? bytes.readUInt16BE(inner + 4) : bytes.readUInt32BE(inner + 4);
    const at = inner + (version === 2 ? 8 : 10);
    const name = bytes.toString('latin1', at, at + 4);
    if (name === 'Exif' || name === 'mime' || name === 'uri ') found.set(id, name);
  }
  return found;
}

interface Extent {
  readonly item: number;
  readonly start: number;
  readonly length: number;
}

/** The places of all items. */
function readExtents(bytes: Buffer, { inner }: Box, data: Box | undefined): readonly Extent[] {
  const version = bytes.readUInt8(inner);
  const sizes = [...bytes.subarray(inner + 4, inner + 6)].flatMap((byte) => [byte >> 4, byte & 15]);
  const [offsetSize = 0, lengthSize = 0, baseSize = 0, indexSize = 0] = sizes;
  let at = inner + 6;
  const read = (size: number): number => {
    if (size === 0) return 0;
    // Larger than any file if more than six bytes are used.
    const value = size > 6 ? bytes.readUIntBE(at + size - 6, 6) : bytes.readUIntBE(at, size);
    at += size;
    return value;
  };
  const extents: Extent[] = [];
  const count = read(version < 2 ? 2 : 4);
  for (let i = 0; i < count; i++) {
    const item = read(version < 2 ? 2 : 4);
    const isInData = version > 0 && (read(2) & 15) === 1;
    read(2);
    const base = read(baseSize) + (isInData ? (data?.inner ?? 0) : 0);
    for (let left = read(2); left > 0; left--) {
      if (version > 0) read(indexSize);
      const start = base + read(offsetSize);
      extents.push({ item, start, length: read(lengthSize) || bytes.length - start });
    }
  }
  return extents;
}
