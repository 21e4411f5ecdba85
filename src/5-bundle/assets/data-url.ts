import type { Report } from '../../base/diagnostics/report.ts';
import { detectFormat, type MediaType, mediaTypeOfMime } from '../../base/files/media-types.ts';
import type { AssetRef } from '../../model/source.ts';
import { FileContent } from './file-contents.ts';

const dataUrl = /^data:[^,]*?(;\s*base64)?,(.*)$/is;

export function isDataUrl(reference: string): boolean {
  return /^data:/i.test(reference);
}

/**
 * Reads an image, a video or audio that the deck contains as a `data:` URL. Its type is that of its bytes, if these tell it.
 *
 * @returns `undefined` if a page cannot show it, which is reported
 */
export function readDataUrl(
  ref: AssetRef,
  report: Report,
): { readonly content: FileContent; readonly type: MediaType } | undefined {
  const bytes = decode(ref.path);
  const [, mime = ''] = /^data:([\w.+/-]+)/.exec(ref.path.toLowerCase()) ?? [];
  const declared = mediaTypeOfMime(mime);
  const found =
    declared && bytes && declared.matches(bytes)
      ? { type: declared }
      : bytes && detectFormat(bytes);
  const isMedia = /^(?:video|audio)\//.test(mime);
  if (bytes && found && 'type' in found && (found.type.kind !== 'image') === isMedia) {
    return { content: new FileContent(bytes), type: found.type };
  }
  const nothing = isMedia ? 'no video or audio' : 'no image';
  const what = found && 'name' in found ? `${found.name}, which browsers do not show` : nothing;
  const example = isMedia
    ? 'data:video/mp4;base64, and the file'
    : 'data:image/png;base64, and the image';
  const hint = `write ${example} in Base64, or name a file`;
  report.add('image-type', ref.span, `this data: URL contains ${what}`, hint);
  return undefined;
}

function decode(url: string): Buffer | undefined {
  const [, isBase64, data = ''] = dataUrl.exec(url) ?? [];
  try {
    const text = decodeURIComponent(data);
    return isBase64 ? Buffer.from(text, 'base64') : Buffer.from(text);
  } catch {
    return undefined;
  }
}
