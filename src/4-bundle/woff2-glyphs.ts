import { ByteReader } from './byte-reader.ts';

/** A font's outlines as an sfnt has them, and the left edge of each glyph. */
export interface Glyphs {
  readonly glyf: Uint8Array;
  readonly loca: Uint8Array;
  readonly lefts: readonly number[];
}

/** Outlines are taken apart into streams of numbers of one kind; see WOFF 2.0, section 5.1. */
interface Streams {
  readonly contours: ByteReader;
  readonly points: ByteReader;
  readonly flags: ByteReader;
  readonly glyphs: ByteReader;
  readonly composites: ByteReader;
  readonly boxes: ByteReader;
  readonly instructions: ByteReader;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

/** Puts the outlines together again. */
export function readGlyphs(table: Uint8Array): Glyphs {
  const reader = new ByteReader(table);
  reader.skip(2);
  const hasOverlaps = (reader.u16() & 1) !== 0;
  const count = reader.u16();
  const isLong = reader.u16() !== 0;
  const sizes = Array.from({ length: 7 }, () => reader.u32());
  const parts = sizes.map((size) => reader.bytes(size));
  const overlaps = hasOverlaps ? reader.bytes((count + 7) >> 3) : new Uint8Array();
  const boxBits = parts[5]?.subarray(0, ((count + 31) >> 5) << 2) ?? new Uint8Array();
  parts[5] = parts[5]?.subarray(boxBits.byteLength) ?? new Uint8Array();
  const streams = openStreams(parts);
  const glyphs = Array.from({ length: count }, (_, glyph) =>
    readGlyph(streams, bit(boxBits, glyph), bit(overlaps, glyph)),
  );
  return {
    glyf: Buffer.concat(glyphs),
    loca: writeOffsets(glyphs, isLong),
    lefts: glyphs.map((glyph) => (glyph.byteLength > 0 ? glyph.readInt16BE(2) : 0)),
  };
}

function openStreams(parts: readonly Uint8Array[]): Streams {
  const at = (index: number): ByteReader => new ByteReader(parts[index] ?? new Uint8Array());
  return {
    contours: at(0),
    points: at(1),
    flags: at(2),
    glyphs: at(3),
    composites: at(4),
    boxes: at(5),
    instructions: at(6),
  };
}

function bit(bits: Uint8Array, index: number): boolean {
  return ((bits[index >> 3] ?? 0) & (128 >> (index & 7))) !== 0;
}

/** Each glyph begins at a multiple of four. */
function readGlyph(streams: Streams, hasBox: boolean, overlaps: boolean): Buffer {
  const contours = streams.contours.i16();
  if (contours === 0) return Buffer.alloc(0);
  const box = hasBox ? streams.boxes.bytes(8) : undefined;
  const glyph =
    contours < 0 ? readComposite(streams, box) : readSimple(streams, contours, box, overlaps);
  return Buffer.concat([glyph, Buffer.alloc(-glyph.byteLength & 3)]);
}

const hasInstructions = 0x100;
const hasMore = 0x20;

function readComposite(streams: Streams, box: Uint8Array = new Uint8Array(8)): Buffer {
  const parts: Uint8Array[] = [shorts([-1]), box];
  let flags = hasMore;
  let instructed = false;
  while (flags & hasMore) {
    flags = streams.composites.u16();
    parts.push(shorts([flags]), streams.composites.bytes(componentLength(flags)));
    instructed ||= (flags & hasInstructions) !== 0;
  }
  if (instructed) parts.push(...readInstructions(streams));
  return Buffer.concat(parts);
}

/** Behind its flags: the glyph's number, two words or bytes, and the scales. */
function componentLength(flags: number): number {
  const offsets = flags & 0x1 ? 4 : 2;
  const scales = flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
  return 2 + offsets + scales;
}

function readSimple(
  streams: Streams,
  contours: number,
  box: Uint8Array | undefined,
  overlaps: boolean,
): Buffer {
  let total = 0;
  const ends = Array.from({ length: contours }, () => {
    total += streams.points.short255();
    return total - 1;
  });
  const points = readPoints(streams, total);
  const instructions = readInstructions(streams);
  return Buffer.concat([
    shorts([contours]),
    box ?? boxAround(points),
    shorts(ends),
    ...instructions,
    ...writePoints(points, overlaps),
  ]);
}

/** Their number, and they themselves. */
function readInstructions({ glyphs, instructions }: Streams): readonly Uint8Array[] {
  const length = glyphs.short255();
  return [shorts([length]), instructions.bytes(length)];
}

function readPoints({ flags, glyphs }: Streams, count: number): readonly Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < count; i++) {
    const flag = flags.u8();
    const [dx, dy] = readStep(flag & 127, glyphs);
    x += dx;
    y += dy;
    points.push({ x, y, onCurve: flag < 128 });
  }
  return points;
}

/** The way from one point to the next, by the table of WOFF 2.0, section 5.2. */
function readStep(code: number, data: ByteReader): readonly [dx: number, dy: number] {
  const sign = (value: number, isPositive: number): number => (isPositive ? value : -value);
  if (code < 10) return [0, sign(((code & 14) << 7) + data.u8(), code & 1)];
  if (code < 20) return [sign((((code - 10) & 14) << 7) + data.u8(), code & 1), 0];
  if (code < 84) {
    const [group, nibbles] = [code - 20, data.u8()];
    const dx = 1 + (group & 0x30) + (nibbles >> 4);
    const dy = 1 + ((group & 0x0c) << 2) + (nibbles & 15);
    return [sign(dx, code & 1), sign(dy, code & 2)];
  }
  if (code < 120) {
    const group = code - 84;
    const dx = 1 + (Math.floor(group / 12) << 8) + data.u8();
    const dy = 1 + (((group % 12) >> 2) << 8) + data.u8();
    return [sign(dx, code & 1), sign(dy, code & 2)];
  }
  if (code < 124) {
    const [high, middle, low] = [data.u8(), data.u8(), data.u8()];
    const dx = (high << 4) + (middle >> 4);
    const dy = ((middle & 15) << 8) + low;
    return [sign(dx, code & 1), sign(dy, code & 2)];
  }
  const dx = data.u16();
  return [sign(dx, code & 1), sign(data.u16(), code & 2)];
}

function boxAround(points: readonly Point[]): Buffer {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, bottom] = [xs, ys].map((numbers) => numbers.reduce((a, b) => Math.min(a, b)));
  const [right, top] = [xs, ys].map((numbers) => numbers.reduce((a, b) => Math.max(a, b)));
  return shorts([left ?? 0, bottom ?? 0, right ?? 0, top ?? 0]);
}

// Flags of points in an sfnt.
const onCurve = 1;
const repeats = 8;
const overlapsSimple = 0x40;
/** One byte; with the positive flag, one that is added. Without: the same as before, or a short. */
const xByte = { short: 2, same: 16 };
const yByte = { short: 4, same: 32 };

/** Flags, then all x, then all y, each as the way from the point before, in as few bytes as may be. */
function writePoints(points: readonly Point[], overlaps: boolean): readonly Buffer[] {
  const flags: number[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  let before: Omit<Point, 'onCurve'> = { x: 0, y: 0 };
  let [last, run] = [-1, 0];
  for (const [i, point] of points.entries()) {
    let flag = point.onCurve ? onCurve : 0;
    if (overlaps && i === 0) flag |= overlapsSimple;
    flag |= writeWay(point.x - before.x, xs, xByte) | writeWay(point.y - before.y, ys, yByte);
    if (flag === last && run < 255) {
      run++;
      if (run === 1) flags[flags.length - 1] = flag | repeats;
      else flags.pop();
      flags.push(run);
    } else {
      flags.push(flag);
      [last, run] = [flag, 0];
    }
    before = point;
  }
  return [flags, xs, ys].map((bytes) => Buffer.from(bytes));
}

function writeWay(way: number, bytes: number[], flag: typeof xByte): number {
  if (way === 0) return flag.same;
  if (Math.abs(way) < 256) {
    bytes.push(Math.abs(way));
    return flag.short | (way > 0 ? flag.same : 0);
  }
  bytes.push((way >> 8) & 255, way & 255);
  return 0;
}

function writeOffsets(glyphs: readonly Buffer[], isLong: boolean): Uint8Array {
  const loca = Buffer.alloc((glyphs.length + 1) * (isLong ? 4 : 2));
  let at = 0;
  for (let i = 0; i <= glyphs.length; i++) {
    if (isLong) loca.writeUInt32BE(at, i * 4);
    else loca.writeUInt16BE(at / 2, i * 2);
    at += glyphs[i]?.byteLength ?? 0;
  }
  return loca;
}

/** Numbers of 16 bits, with or without a sign. */
function shorts(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 2);
  for (const [i, number] of numbers.entries()) bytes.writeUInt16BE(number & 0xffff, i * 2);
  return bytes;
}
