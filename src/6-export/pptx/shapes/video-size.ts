import { type Box, readBoxes } from '../../../5-bundle/formats/iso-boxes.ts';
import { findBox } from '../../../5-bundle/metadata/iso-samples.ts';
import type { Picture } from '../slide/items.ts';

type Size = Picture['size'];

/** The size of a video as it is shown; a usual one if the file does not say it. */
export function shownSize(bytes: Uint8Array): Size {
  return videoSize(bytes) ?? { width: 16, height: 9 };
}

/** The size of a video in an MP4 or QuickTime file, as it is shown; `undefined` if the file does not say it. */
export function videoSize({ buffer, byteOffset, byteLength }: Uint8Array): Size | undefined {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  try {
    const movies = readBoxes(bytes).filter(({ type }) => type === 'moov');
    const tracks = movies.flatMap(({ inner, end }) => readBoxes(bytes, inner, end));
    return tracks
      .filter(({ type }) => type === 'trak')
      .map((track) => sizeOfTrack(bytes, findBox(bytes, track, 'tkhd')))
      .find((size) => size !== undefined);
  } catch (error) {
    // It is damaged.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The header of a track ends with a matrix of nine numbers, and its size: in 16.16 fixed point. */
function sizeOfTrack(bytes: Buffer, header: Box | undefined): Size | undefined {
  if (!header || header.end - header.inner < 44) return undefined;
  const { end } = header;
  const [width, height] = [
    bytes.readUInt32BE(end - 8) / 65536,
    bytes.readUInt32BE(end - 4) / 65536,
  ];
  if (width < 1 || height < 1) return undefined;
  // Videos of phones that were held upright are turned by a quarter.
  const isTurned = bytes.readInt32BE(end - 44) === 0 && bytes.readInt32BE(end - 40) !== 0;
  return isTurned ? { width: height, height: width } : { width, height };
}
