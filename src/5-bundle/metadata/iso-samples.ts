import { StepLimit } from '../../base/time/step-limit.ts';
import { type Box, readBoxes } from '../formats/iso-boxes.ts';

/** The samples of all tracks of a film of many hours are some million. */
const maxSamples = 20_000_000;

/** Counts the samples that are read of a file. */
export function sampleLimit(): StepLimit {
  return new StepLimit(maxSamples);
}

/** Bytes from `start` up to `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export function findBox(bytes: Buffer, parent: Box, ...path: readonly string[]): Box | undefined {
  const [type, ...rest] = path;
  if (type === undefined) return parent;
  const child = readBoxes(bytes, parent.inner, parent.end).find((box) => box.type === type);
  return child && findBox(bytes, child, ...rest);
}

/** The places of the samples of a track: ISO/IEC 14496-12, 8.7. @throws RangeError */
export function samplesOf(bytes: Buffer, track: Box, limit: StepLimit): readonly Range[] {
  const table = findBox(bytes, track, 'mdia', 'minf', 'stbl');
  if (!table) return [];
  const find = (type: string): number | undefined => findBox(bytes, table, type)?.inner;
  const [short, long, groups] = [find('stco'), find('co64'), find('stsc')];
  const sizeOf = sizeReader(bytes, find('stsz'), find('stz2'));
  if (groups === undefined || (short ?? long) === undefined) return [];
  const chunkCount = bytes.readUInt32BE((short ?? long ?? 0) + 4);
  const groupCount = bytes.readUInt32BE(groups + 4);
  limit.take(chunkCount);
  const ranges: Range[] = [];
  let sample = 0;
  let group = -1;
  for (let chunk = 0; chunk < chunkCount; chunk++) {
    while (
      group + 1 < groupCount &&
      bytes.readUInt32BE(groups + 8 + (group + 1) * 12) <= chunk + 1
    ) {
      group++;
    }
    const start =
      short === undefined
        ? Number(bytes.readBigUInt64BE((long ?? 0) + 8 + chunk * 8))
        : bytes.readUInt32BE(short + 8 + chunk * 4);
    let end = start;
    const count = group < 0 ? 0 : bytes.readUInt32BE(groups + 12 + group * 12);
    const read = Math.min(count, sizeOf.count - sample);
    end += sizeOf.sum(sample, read, limit);
    sample += read;
    ranges.push({ start, end });
  }
  return ranges;
}

function sizeReader(bytes: Buffer, sizes: number | undefined, compact: number | undefined) {
  const at = sizes ?? compact;
  const count = at === undefined ? 0 : bytes.readUInt32BE(at + 8);
  const same = sizes === undefined ? 0 : bytes.readUInt32BE(sizes + 4);
  const read = (sample: number): number => {
    if (sizes !== undefined) return bytes.readUInt32BE(sizes + 12 + sample * 4);
    const bits = bytes.readUInt8((compact ?? 0) + 7);
    const table = (compact ?? 0) + 12;
    if (bits === 16) return bytes.readUInt16BE(table + sample * 2);
    if (bits === 8) return bytes.readUInt8(table + sample);
    const pair = bytes.readUInt8(table + (sample >> 1));
    return sample % 2 === 0 ? pair >> 4 : pair & 15;
  };
  const sum = (from: number, samples: number, limit: StepLimit): number => {
    if (same > 0) return samples * same;
    limit.take(samples);
    let total = 0;
    for (let sample = from; sample < from + samples; sample++) total += read(sample);
    return total;
  };
  return { count, sum };
}

/**
 * The places of the samples of a fragment that belong to these tracks: ISO/IEC 14496-12, 8.8.
 *
 * @param defaults the sizes of samples by track, where the fragment has none
 * @throws RangeError
 */
export function samplesOfFragment(
  bytes: Buffer,
  fragment: Box,
  tracks: ReadonlySet<number>,
  defaults: ReadonlyMap<number, number>,
  limit: StepLimit,
): readonly Range[] {
  const ranges: Range[] = [];
  let end = fragment.start;
  for (const track of readBoxes(bytes, fragment.inner, fragment.end)) {
    const header = findBox(bytes, track, 'tfhd')?.inner;
    if (track.type !== 'traf' || header === undefined) continue;
    const { id, base, size } = readTrackHeader(bytes, header);
    if (base !== undefined) end = base;
    else if (bytes.readUIntBE(header + 1, 3) & 0x20000) end = fragment.start;
    const start = end;
    for (const run of readBoxes(bytes, track.inner, track.end)) {
      if (run.type !== 'trun') continue;
      const sizes = { same: size ?? defaults.get(id) ?? 0, limit };
      const range = readRun(bytes, run.inner, start, end, sizes);
      if (tracks.has(id)) ranges.push(range);
      end = range.end;
    }
  }
  return ranges;
}

function readTrackHeader(bytes: Buffer, header: number) {
  const flags = bytes.readUIntBE(header + 1, 3);
  const id = bytes.readUInt32BE(header + 4);
  let at = header + 8;
  const skip = (flag: number, length: number): number | undefined => {
    if (!(flags & flag)) return undefined;
    at += length;
    return at - length;
  };
  const base = skip(0x1, 8);
  skip(0x2, 4);
  skip(0x8, 4);
  const size = skip(0x10, 4);
  return {
    id,
    base: base === undefined ? undefined : Number(bytes.readBigUInt64BE(base)),
    size: size === undefined ? undefined : bytes.readUInt32BE(size),
  };
}

/** @param start the base of its offset, if it has one; else it follows the run before, at `end` */
function readRun(
  bytes: Buffer,
  run: number,
  start: number,
  end: number,
  { same, limit }: { readonly same: number; readonly limit: StepLimit },
): Range {
  const flags = bytes.readUIntBE(run + 1, 3);
  const count = bytes.readUInt32BE(run + 4);
  const hasOffset = (flags & 0x1) !== 0;
  const first = hasOffset ? start + bytes.readInt32BE(run + 8) : end;
  let at = run + 8 + (hasOffset ? 4 : 0) + (flags & 0x4 ? 4 : 0);
  if (!(flags & 0x200)) return { start: first, end: first + count * same };
  limit.take(count);
  let length = 0;
  for (let i = 0; i < count; i++) {
    if (flags & 0x100) at += 4;
    length += bytes.readUInt32BE(at);
    at += 4 + (flags & 0x400 ? 4 : 0) + (flags & 0x800 ? 4 : 0);
  }
  return { start: first, end: first + length };
}
