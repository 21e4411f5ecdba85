import { detectFormat, type MediaType } from '../../base/files/media-types.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import type { AssetRef } from '../../model/source.ts';
import { FileContent } from './file-contents.ts';

const dataUrl = /^data:[^,]*?(;\s*base64)?,(.*)$/is;

export function isDataUrl(reference: string): boolean {
  return /^data:/i.test(reference);
}

/**
 * Reads an image that the deck contains as a `data:` URL. Its type is that of its bytes.
 *
 * @returns `undefined` if it is no image that a page shows, which is reported
 */
export function readDataUrl(
  ref: AssetRef,
  report: Report,
): { readonly content: FileContent; readonly type: MediaType } | undefined {
  const bytes = decode(ref.path);
  const found = bytes && detectFormat(bytes);
  if (bytes && found && 'type' in found && found.type.kind === 'image') {
    return { content: new FileContent(bytes), type: found.type };
  }
  const what = found && 'name' in found ? `${found.name}, which browsers do not show` : 'no image';
  const hint = 'write data:image/png;base64, and the image in Base64, or name a file';
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
