import { decodeHTML } from 'entities';
import { readSvgForUtf8 } from '../formats/svg-text.ts';
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
import { stripVtt } from './vtt.ts';

/** Removes metadata from a file; throws a `RangeError` if it has another structure. */
type Strip = (bytes: Buffer) => Buffer;

const strips: ReadonlyMap<string, Strip> = new Map([
  ['image/jpeg', stripJpeg],
  ['image/png', stripPng],
  ['image/gif', stripGif],
  ['image/webp', stripWebp],
  ['image/avif', stripAvif],
  ['image/svg+xml', (bytes) => Buffer.from(stripSvg(readSvgForUtf8(bytes), stripDataUrls))],
  ['video/mp4', stripMp4],
  ['audio/mp4', stripMp4],
  ['video/webm', stripMatroska],
  ['video/ogg', stripOgg],
  ['audio/ogg', stripOgg],
  ['audio/mpeg', stripMp3],
  ['audio/wav', stripWav],
  ['audio/flac', stripFlac],
  ['text/vtt', stripVtt],
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
    .replace(quotedUrl, (whole, quote: string, lead: string, svg: string) =>
      base64.test(lead) ? whole : `${quote}${stripSvgUrl(lead, svg)}${quote}`,
    )
    .replace(bareUrl, (_, lead: string, svg: string) => stripSvgUrl(lead, svg))
    .replace(dataUrl, (url: string, lead: string, mime: string, content: string) => {
      const stripped = stripMetadata(Buffer.from(content, 'base64'), mime.toLowerCase());
      return stripped ? `${lead}${stripped.toString('base64')}` : url;
    });
}

/** The same in the attributes of HTML; texts, such as code, stay. */
export function stripAttributes(html: string): string {
  return html.includes('data:') ? html.replace(tag, (each) => stripDataUrls(each)) : html;
}

const tag = /<[a-z][^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>/gi;
const dataUrl =
  /(data:((?:image|video|audio)\/[\w.+-]+)(?:;[\w=-]+)*;base64,)((?=[A-Za-z0-9+/])[A-Za-z0-9+/]*={0,2})/gi;
const base64 = /;base64,$/i;

/** An SVG image without base64 in quotes, as in CSS or an attribute. */
const quotedUrl =
  /(["'])(data:image\/svg\+xml[^,"'<>]{0,100},)([^"'\\]*(?:(?:\\[\s\S]|(?!\1)["'])[^"'\\]*)*)\1/gi;
/** Without quotes, in parentheses. The lookahead saves the lookbehind at all other places. */
const bareUrl = /(?=data:)(?<=\(\s*)(data:image\/svg\+xml(?:;(?!base64)[\w=-]+)*,)([^"'()\s<>]+)/gi;

/** @param written percent-encoded, with the escapes of CSS, or with character references */
function stripSvgUrl(lead: string, written: string): string {
  try {
    const svg = encodeURIComponent(stripSvg(readSvg(written), stripDataUrls));
    return lead + svg.replace(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  } catch (error) {
    if (error instanceof RangeError || error instanceof URIError) return lead + written;
    throw error;
  }
}

function readSvg(written: string): string {
  const plain = written.replace(/\\\n/g, '').replace(/\\(["'\\])/g, '$1');
  const text = /&lt;/i.test(plain) && !plain.includes('<') ? decodeHTML(plain) : plain;
  // A percent sign that begins no byte is one.
  return text.replace(/(?:%[\da-f]{2})+/gi, decodeURIComponent);
}
