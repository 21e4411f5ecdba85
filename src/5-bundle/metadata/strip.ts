import { stripFlac } from './flac.ts';
import { stripGif } from './gif.ts';
import { stripAvif, stripMp4 } from './iso-media.ts';
import { stripJpeg } from './jpeg.ts';
import { stripMatroska } from './matroska.ts';
import { stripMp3 } from './mp3.ts';
import { stripOgg } from './ogg.ts';
import { stripPng } from './png.ts';
import { stripWav, stripWebp } from './riff.ts';
import { stripSvg } from './svg.ts';

/** Removes metadata from a file; throws a `RangeError` if it has another structure. */
type Strip = (bytes: Buffer) => Buffer;

const strips: ReadonlyMap<string, Strip> = new Map([
  ['image/jpeg', stripJpeg],
  ['image/png', stripPng],
  ['image/gif', stripGif],
  ['image/webp', stripWebp],
  ['image/avif', stripAvif],
  ['image/svg+xml', (bytes) => Buffer.from(stripSvg(bytes.toString('utf8'), stripDataUrls))],
  ['video/mp4', stripMp4],
  ['audio/mp4', stripMp4],
  ['video/webm', stripMatroska],
  ['video/ogg', stripOgg],
  ['audio/ogg', stripOgg],
  ['audio/mpeg', stripMp3],
  ['audio/wav', stripWav],
  ['audio/flac', stripFlac],
]);

/**
 * Removes from an image, video or audio file what does not affect how it is shown: places, dates, names,
 * comments, previews. Orientation and color profile stay; pixels and sound are not encoded again.
 *
 * @returns `undefined` if the file is damaged, or of a type without metadata
 */
export function stripMetadata(bytes: Buffer, mime: string): Buffer | undefined {
  try {
    return strips.get(mime)?.(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Removes the metadata of the files in a text as `data:` URLs; those that are damaged stay. */
export function stripDataUrls(text: string): string {
  return text
    .replace(svgUrl, stripSvgUrl)
    .replace(dataUrl, (url: string, mime: string, base64: string) => {
      const stripped = stripMetadata(Buffer.from(base64, 'base64'), mime.toLowerCase());
      return stripped ? `data:${mime};base64,${stripped.toString('base64')}` : url;
    });
}

const dataUrl = /data:((?:image|video|audio)\/[\w.+-]+);base64,([A-Za-z0-9+/]+={0,2})/gi;

/** SVG with percent-encoding, in quotes or parentheses. */
const svgUrl = /(data:image\/svg\+xml(?:;(?:charset=)?[\w-]+)?,)([^"'()\s<>]+)/gi;

function stripSvgUrl(url: string, lead: string, encoded: string): string {
  try {
    const svg = encodeURIComponent(stripSvg(decodeURIComponent(encoded), stripDataUrls));
    return lead + svg.replace(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  } catch (error) {
    if (error instanceof RangeError || error instanceof URIError) return url;
    throw error;
  }
}
