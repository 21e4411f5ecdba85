import { StepLimit } from '../../base/time/step-limit.ts';
import { type Box, readBoxes } from '../formats/iso-boxes.ts';
import { findBox, type Range, sampleLimit, samplesOf, samplesOfFragment } from './iso-samples.ts';

/** Boxes that contain boxes. */
const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf', 'edts', 'tref']);
const metadata = new Set([
  'udta',
  'meta',
  'uuid',
  'free',
  'skip',
  'wide',
  'cprt',
  'chap',
  'subt',
  'cdsc',
]);
/** The boxes of a file that a player needs. */
const parts = new Set('ftyp styp moov mdat moof mfra sidx ssix pdin meta'.split(' '));
/** Boxes with the times of creation and modification. */
const timed = new Set(['mvhd', 'tkhd', 'mdhd']);

/**
 * Clears the metadata of an MP4 file in place, as offsets in it refer to the sound and the images: ISO/IEC
 * 14496-12. Of the tracks, only sound and images stay: others are chapters, subtitles, places and times.
 *
 * @throws RangeError
 */
export function stripMp4(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const boxes = readBoxes(copy, 0, copy.length);
  clearSamples(copy, boxes);
  for (const movie of boxes) {
    if (movie.type !== 'moov') continue;
    for (const box of readBoxes(copy, movie.inner, movie.end)) {
      if (box.type === 'trak' && !isShown(copy, box)) erase(copy, box);
    }
  }
  for (const box of boxes) if (!parts.has(box.type)) erase(copy, box);
  clearBoxes(copy, 0, copy.length);
  return copy;
}

/** Clears the data that belong to no sound and no images. */
function clearSamples(bytes: Buffer, boxes: readonly Box[]): void {
  const movie = boxes.find(({ type }) => type === 'moov');
  if (!movie) return;
  const tracks = readBoxes(bytes, movie.inner, movie.end).filter((box) => isShown(bytes, box));
  const limit = sampleLimit();
  const kept: Range[] = tracks.flatMap((track) => samplesOf(bytes, track, limit));
  const ids = new Set(tracks.map((track) => idOf(bytes, track)));
  const defaults = readDefaults(bytes, movie);
  for (const box of boxes) {
    if (box.type !== 'moof') continue;
    for (const range of samplesOfFragment(bytes, box, ids, defaults, limit)) kept.push(range);
  }
  const ranges = merge(kept);
  let next = 0;
  for (const { type, inner, end } of boxes) {
    if (type !== 'mdat') continue;
    let at = inner;
    // Both are in the order of the file.
    while ((ranges[next]?.end ?? Number.POSITIVE_INFINITY) <= inner) next++;
    for (let i = next; at < end; i++) {
      const range = ranges[i] ?? { start: end, end };
      if (range.start > at) bytes.fill(0, at, Math.min(range.start, end));
      at = Math.max(at, range.end);
    }
  }
}

/** In the order of the file, those that touch as one. */
function merge(ranges: readonly Range[]): readonly Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else merged.push(range);
  }
  return merged;
}

function isShown(bytes: Buffer, track: Box): boolean {
  const handler = track.type === 'trak' ? findBox(bytes, track, 'mdia', 'hdlr') : undefined;
  if (!handler) return track.type === 'trak';
  return /^(?:vide|soun|auxv|pict)$/.test(
    bytes.toString('latin1', handler.inner + 8, handler.inner + 12),
  );
}

function idOf(bytes: Buffer, track: Box): number {
  const header = findBox(bytes, track, 'tkhd');
  if (!header) return 0;
  return bytes.readUInt32BE(header.inner + (bytes.readUInt8(header.inner) === 1 ? 20 : 12));
}

/** The sizes of samples in fragments, by track. */
function readDefaults(bytes: Buffer, movie: Box): ReadonlyMap<number, number> {
  const extension = findBox(bytes, movie, 'mvex');
  if (!extension) return new Map();
  return new Map(
    readBoxes(bytes, extension.inner, extension.end)
      .filter(({ type }) => type === 'trex')
      .map(({ inner }) => [bytes.readUInt32BE(inner + 4), bytes.readUInt32BE(inner + 16)]),
  );
}

function erase(bytes: Buffer, box: Box): void {
  bytes.write('free', box.start + 4, 'latin1');
  bytes.fill(0, box.inner, box.end);
}

function clearBoxes(bytes: Buffer, start: number, end: number): void {
  for (const box of readBoxes(bytes, start, end)) {
    if (containers.has(box.type)) clearBoxes(bytes, box.inner, box.end);
    else if (metadata.has(box.type)) erase(bytes, box);
    else if (box.type === 'hdlr') {
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

/** How often the bytes of a file are cleared at most. */
const maxCleared = 20;

function clearItems(bytes: Buffer, meta: Box): void {
  const boxes = readBoxes(bytes, meta.inner + 4, meta.end);
  const find = (type: string): Box | undefined => boxes.find((box) => box.type === type);
  const [info, locations, data] = [find('iinf'), find('iloc'), find('idat')];
  if (!info || !locations) return;
  const wanted = metadataItems(bytes, info);
  // An Exif item is as long as the file at most, however often it is named.
  const limit = new StepLimit(maxCleared * bytes.length);
  for (const { item, start, length } of readExtents(bytes, locations, data)) {
    if (!wanted.has(item)) continue;
    limit.take(length);
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

/** An image in a thousand tiles has some thousand. */
const maxExtents = 200_000;

/** The places of all items. @throws RangeError */
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
  const limit = new StepLimit(maxExtents);
  const count = read(version < 2 ? 2 : 4);
  for (let i = 0; i < count; i++) {
    const item = read(version < 2 ? 2 : 4);
    const isInData = version > 0 && (read(2) & 15) === 1;
    read(2);
    const base = read(baseSize) + (isInData ? (data?.inner ?? 0) : 0);
    const ofItem = read(2);
    limit.take(1 + ofItem);
    for (let left = ofItem; left > 0; left--) {
      if (version > 0) read(indexSize);
      const start = base + read(offsetSize);
      extents.push({ item, start, length: read(lengthSize) || bytes.length - start });
    }
  }
  return extents;
}
