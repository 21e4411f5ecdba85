import { imageSize } from '../assets/image-size.ts';
import { type Box, readBoxes } from '../formats/iso-boxes.ts';
import { broken, type Damage, partial } from './kinds.ts';

function contentOf(bytes: Buffer, { inner, end }: Box): Buffer {
  return bytes.subarray(inner, end);
}

/** The content of the box at a path of types. */
function find(bytes: Buffer, [type, ...path]: readonly string[]): Buffer | undefined {
  const box = readBoxes(bytes).find((each) => each.type === type);
  const content = box && contentOf(bytes, box);
  return content && path.length > 0 ? find(content, path) : content;
}

/** Checks the index of an MP4 file, and that the data that it names are there. @throws RangeError */
export function checkMp4(bytes: Buffer): Damage | undefined {
  const boxes = readBoxes(bytes);
  const movie = boxes.find(({ type }) => type === 'moov');
  const isCut = boxes.some((box) => box.isCut);
  if (!movie || movie.isCut) return broken('its index is missing');
  const movieContent = contentOf(bytes, movie);
  const tracks = readBoxes(movieContent).filter(({ type }) => type === 'trak');
  const samples = tracks.flatMap(
    (track) => find(contentOf(movieContent, track), ['mdia', 'minf', 'stbl']) ?? [],
  );
  if (samples.length === 0) return broken('it contains neither film nor sound');
  if (boxes.some(({ type }) => type === 'moof')) {
    return isCut ? partial('its end is missing') : undefined;
  }
  if (!boxes.some(({ type }) => type === 'mdat')) {
    return broken('it contains neither film nor sound');
  }
  const last = Math.max(...samples.map(lastOffset));
  if (last < 0) return broken('it contains neither film nor sound');
  return isCut || last >= bytes.length ? partial('its end is missing') : undefined;
}

/** The largest offset of a chunk of samples; negative without one. */
function lastOffset(samples: Buffer): number {
  const [short, long] = [find(samples, ['stco']), find(samples, ['co64'])];
  const table = short ?? long;
  if (!table) return -1;
  const count = Math.min(table.readUInt32BE(4), Math.floor((table.length - 8) / (short ? 4 : 8)));
  let last = -1;
  for (let i = 0; i < count; i++) {
    const at = short ? table.readUInt32BE(8 + i * 4) : Number(table.readBigUInt64BE(8 + i * 8));
    last = Math.max(last, at);
  }
  return last;
}

/** Checks the size and the data of an AVIF image, or of a sequence of them. @throws RangeError */
export function checkAvif(bytes: Buffer): Damage | undefined {
  const boxes = readBoxes(bytes);
  if (!boxes.some(({ type }) => type === 'meta')) return checkMp4(bytes);
  if (!imageSize(bytes, 'image/avif')) return broken('its header is invalid');
  // Browsers show no part of it.
  if (boxes.some(({ isCut }) => isCut)) return broken('its end is missing');
  const hasData = boxes.some(({ type, inner, end }) => type === 'mdat' && end > inner);
  const meta = find(bytes, ['meta'])?.subarray(4);
  const isInside = meta !== undefined && find(meta, ['idat']) !== undefined;
  return hasData || isInside ? undefined : broken('it contains no pixels');
}
