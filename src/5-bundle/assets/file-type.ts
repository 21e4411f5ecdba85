import path from 'node:path';
import type { Report } from '../../base/diagnostics/report.ts';
import { detectFormat, type MediaType, mediaExtensions } from '../../base/files/media-types.ts';
import type { AssetRef } from '../../model/source.ts';

/** The number of bytes that the check of a file's type looks at. */
const headBytes = 64 * 1024;

/**
 * The type of a file by its bytes, whatever its name says.
 *
 * @param declared the type of its extension
 * @returns `undefined` if a page cannot show it, which is reported
 */
export function checkType(
  bytes: Buffer,
  declared: MediaType | undefined,
  ref: AssetRef,
  report: Report,
): MediaType | undefined {
  const head = bytes.subarray(0, headBytes);
  if (declared?.matches(head)) return declared;
  const reject = (message: string, hint: string): undefined => {
    report.add('image-type', ref.span, `"${ref.path}" ${message}`, hint);
    return undefined;
  };
  if (ref.isCaptions) {
    return reject(
      'is not WebVTT: its first line is not WEBVTT',
      'captions in another format, such as SRT, must be converted to WebVTT',
    );
  }
  if (bytes.length === 0) return reject('is empty', 'save or download it again');
  const found = detectFormat(head);
  if (!found && !declared) {
    return reject('is of no type that a page shows', `one of: ${mediaExtensions.join(', ')}`);
  }
  if (!found)
    return reject(`is not ${declared?.mime}, as its name says`, 'save or download it again');
  if ('name' in found) return reject(`is ${found.name}, which browsers do not show`, otherTypes);
  const { extension, type } = found;
  const hint = `rename it to ${path.basename(ref.path, path.extname(ref.path))}.${extension}`;
  // Its name has decided about its element.
  if (type.kind !== (declared?.kind ?? 'image'))
    return reject(`is of type ${extension.toUpperCase()}`, hint);
  const message = `"${ref.path}" is of type ${extension.toUpperCase()}`;
  report.add('image-extension', ref.span, message, hint);
  return type;
}

const otherTypes =
  'save images as PNG, JPEG, WebP, AVIF, GIF or SVG, video as MP4 or WebM, audio as MP3';
