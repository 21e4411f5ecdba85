import { PartsError } from '../formats/parts.ts';
import { checkFlac } from './flac.ts';
import { checkGif } from './gif.ts';
import { checkAvif, checkMp4 } from './iso-media.ts';
import { checkJpeg } from './jpeg.ts';
import { broken, type Damage } from './kinds.ts';
import { checkMp3 } from './mp3.ts';
import { checkOgg } from './ogg.ts';
import { checkPng } from './png.ts';
import { checkWav, checkWebp } from './riff.ts';
import { checkSvg } from './svg.ts';
import { checkWebm } from './webm.ts';

/** Finds damage in a file; throws a `RangeError` if the file ends within its header. */
type Check = (bytes: Buffer) => Damage | undefined;

const checks: ReadonlyMap<string, Check> = new Map([
  ['image/jpeg', checkJpeg],
  ['image/png', checkPng],
  ['image/gif', checkGif],
  ['image/webp', checkWebp],
  ['image/avif', checkAvif],
  ['image/svg+xml', checkSvg],
  ['video/mp4', checkMp4],
  ['audio/mp4', checkMp4],
  ['video/webm', checkWebm],
  ['video/ogg', checkOgg],
  ['audio/ogg', checkOgg],
  ['audio/mpeg', checkMp3],
  ['audio/wav', checkWav],
  ['audio/flac', checkFlac],
]);

/**
 * Checks whether a file can be shown, as far as its structure, sizes, checksums and end marks tell. Pixels and
 * sound are decoded only where that is quick.
 *
 * @param mime its media type
 * @returns `undefined` if nothing is wrong
 */
export function findDamage(bytes: Buffer, mime: string): Damage | undefined {
  try {
    return checks.get(mime)?.(bytes);
  } catch (error) {
    if (error instanceof PartsError) return broken(error.message);
    if (error instanceof RangeError) return broken('it ends within its header');
    throw error;
  }
}
