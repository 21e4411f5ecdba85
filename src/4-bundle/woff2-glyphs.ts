import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

/** A font's outlines as an sfnt has them, and the left edge of each glyph. */
export interface Glyphs {
  readonly glyf: Uint8Array;
  readonly loca: Uint8Array;
  readonly lefts: readonly number[];
}

/** Outlines are taken apart into streams of numbers of one kind; see WOFF 2.0, section 5.1. */
interface Streams {
  readonly contours: ByteReader;
  readonly counts: ByteReader;
  readonly flags: ByteReader;
  readonly steps: ByteReader;
  readonly composites: ByteReader;
  readonly boxes: ByteReader;
  readonly instructions: ByteReader;
}

/** The points of one glyph, each as the way from the one before. */
interface Points {
  readonly onCurve: readonly boolean[];
  readonly dx: readonly number[];
  readonly dy: readonly number[];
}

/** Puts the outlines together again. */
export function readGlyphs(table: Uint8Array): Glyphs {
  const reader = new ByteReader(table);
  reader.skip(2);
  const hasOverlaps = (reader.u16() & 1) !== 0;
  const count = reader.u16();
  const isLong = reader.u16() !== 0;
  const sizes = Array.from({ length: 7 }, () => reader.u32());
  const [contours, counts, flags, steps, composites, boxes, instructions] = sizes.map(
    (size) => new ByteReader(reader.bytes(size)),
  ) as [ByteReader, ByteReader, ByteReader, ByteReader, ByteReader, ByteReader, ByteReader];
  const streams = { contours, counts, flags, steps, composites, boxes, instructions };
  const overlaps = hasOverlaps ? reader.bytes((count + 7) >> 3) : new Uint8Array();
  const boxed = boxes.bytes(((count + 31) >> 5) << 2);
  const glyf = new ByteWriter(2 * table.byteLength);
  const loca = new ByteWriter(4 * count + 4);
  const lefts: number[] = [];
  const writeOffset = (): void => (isLong ? loca.u32(glyf.length) : loca.u16(glyf.length / 2));
  for (let glyph = 0; glyph < count; glyph++) {
    writeOffset();
    const start = glyf.length;
    writeGlyph(streams, glyf, bit(boxed, glyph), bit(overlaps, glyph));
    lefts.push(glyf.length > start ? glyf.bytes.readInt16BE(start + 2) : 0);
  }
  writeOffset();
  return { glyf: glyf.bytes, loca: loca.bytes, lefts };
}

function bit(bits: Uint8Array, index: number): boolean {
  return ((bits[index >> 3] ?? 0) & (128 >> (index & 7))) !== 0;
}

/** Each glyph begins at a multiple of four. */
function writeGlyph(streams: Streams, glyf: ByteWriter, isBoxed: boolean, overlaps: boolean): void {
  const contours = streams.contours.i16();
  if (contours === 0) return;
  const box = isBoxed ? streams.boxes.bytes(8) : undefined;
  glyf.u16(contours);
  if (contours < 0) writeComposite(streams, glyf, box);
  else writeSimple(streams, glyf, contours, box, overlaps);
  glyf.align();
}

const hasInstructions = 0x100;
const hasMore = 0x20;

function writeComposite(
  streams: Streams,
  glyf: ByteWriter,
  box: Uint8Array = new Uint8Array(8),
): void {
  glyf.copy(box);
  let flags = hasMore;
  let instructed = false;
  while (flags & hasMore) {
    flags = streams.composites.u16();
    glyf.u16(flags);
    glyf.copy(streams.composites.bytes(componentLength(flags)));
    instructed ||= (flags & hasInstructions) !== 0;
  }
  if (instructed) writeInstructions(streams, glyf);
}

/** Behind its flags: the glyph's number, two words or bytes, and the scales. */
function componentLength(flags: number): number {
  const offsets = flags & 0x1 ? 4 : 2;
  const scales = flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
  return 2 + offsets + scales;
}

function writeSimple(
  streams: Streams,
  glyf: ByteWriter,
  contours: number,
  box: Uint8Array | undefined,
  overlaps: boolean,
): void {
  const ends: number[] = [];
  let total = 0;
  for (let i = 0; i < contours; i++) {
    total += streams.counts.short255();
    ends.push(total - 1);
  }
  const points = readPoints(streams, total);
  if (box) glyf.copy(box);
  else writeBox(points, glyf);
  for (const end of ends) glyf.u16(end);
  writeInstructions(streams, glyf);
  writePoints(points, overlaps, glyf);
}

/** Their number, and they themselves. */
function writeInstructions({ steps, instructions }: Streams, glyf: ByteWriter): void {
  const length = steps.short255();
  glyf.u16(length);
  glyf.copy(instructions.bytes(length));
}

function readPoints({ flags, steps }: Streams, count: number): Points {
  const points = { onCurve: [] as boolean[], dx: [] as number[], dy: [] as number[] };
  for (let i = 0; i < count; i++) {
    const flag = flags.u8();
    points.onCurve.push(flag < 128);
    readStep(flag & 127, steps, points.dx, points.dy);
  }
  return points;
}

/** The way from one point to the next, by the table of WOFF 2.0, section 5.2. */
function readStep(code: number, steps: ByteReader, dx: number[], dy: number[]): void {
  let [x, y] = [0, 0];
  if (code < 10) {
    y = ((code & 14) << 7) + steps.u8();
  } else if (code < 20) {
    x = (((code - 10) & 14) << 7) + steps.u8();
  } else if (code < 84) {
    const nibbles = steps.u8();
    x = 1 + ((code - 20) & 0x30) + (nibbles >> 4);
    y = 1 + (((code - 20) & 0x0c) << 2) + (nibbles & 15);
  } else if (code < 120) {
    x = 1 + (Math.floor((code - 84) / 12) << 8) + steps.u8();
    y = 1 + ((((code - 84) % 12) >> 2) << 8) + steps.u8();
  } else if (code < 124) {
    const [high, middle] = [steps.u8(), steps.u8()];
    x = (high << 4) + (middle >> 4);
    y = ((middle & 15) << 8) + steps.u8();
  } else {
    x = steps.u16();
    y = steps.u16();
  }
  // Where there is one number, its sign is in the last bit.
  const isUp = code < 10 ? code & 1 : code & 2;
  dx.push(code & 1 ? x : -x);
  dy.push(isUp ? y : -y);
}

function writeBox({ dx, dy }: Points, glyf: ByteWriter): void {
  const [left, right] = extent(dx);
  const [bottom, top] = extent(dy);
  for (const edge of [left, bottom, right, top]) glyf.u16(edge);
}

function extent(ways: readonly number[]): readonly [least: number, most: number] {
  let at = 0;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const way of ways) {
    at += way;
    least = Math.min(least, at);
    most = Math.max(most, at);
  }
  return [least, most];
}

// Flags of points in an sfnt.
const onCurveFlag = 1;
const repeatFlag = 8;
const overlapFlag = 0x40;
/** `short`: one byte, added if `same` is set too, else taken away. `same` alone: no way at all. */
const xFlags = { short: 2, same: 16 };
const yFlags = { short: 4, same: 32 };

/** Flags, then all x, then all y, in as few bytes as may be. */
function writePoints({ onCurve, dx, dy }: Points, overlaps: boolean, glyf: ByteWriter): void {
  const flags = onCurve.map(
    (on, i) =>
      (on ? onCurveFlag : 0) |
      (overlaps && i === 0 ? overlapFlag : 0) |
      flagOf(dx[i] ?? 0, xFlags) |
      flagOf(dy[i] ?? 0, yFlags),
  );
  for (let i = 0; i < flags.length; ) {
    const flag = flags[i] ?? 0;
    let run = 0;
    while (run < 255 && flags[i + run + 1] === flag) run++;
    glyf.u8(run > 0 ? flag | repeatFlag : flag);
    if (run > 0) glyf.u8(run);
    i += run + 1;
  }
  for (const way of dx) writeWay(way, glyf);
  for (const way of dy) writeWay(way, glyf);
}

function flagOf(way: number, { short, same }: typeof xFlags): number {
  if (way === 0) return same;
  return Math.abs(way) < 256 ? short | (way > 0 ? same : 0) : 0;
}

function writeWay(way: number, glyf: ByteWriter): void {
  if (way === 0) return;
  if (Math.abs(way) < 256) glyf.u8(Math.abs(way));
  else glyf.u16(way);
}
