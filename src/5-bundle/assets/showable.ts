import type { Report } from '../../base/diagnostics/report.ts';
import type { MediaType } from '../../base/files/media-types.ts';
import type { AssetRef } from '../../model/source.ts';
import { isDataUrl } from './data-url.ts';
import type { FileContent } from './file-contents.ts';

/** Whether browsers show the file, or a part of it; reports damage. */
export function isShowable(
  content: FileContent,
  { mime, kind }: MediaType,
  { path: name, span }: AssetRef,
  report: Report,
): boolean {
  const damage = content.damage(mime);
  if (!damage) return true;
  const { what, isPartial } = damage;
  const file = isDataUrl(name) ? `this ${kind}` : `"${name}"`;
  const code = isPartial ? 'file-incomplete' : 'file-damaged';
  const effect = isPartial ? 'is damaged and shown in part' : 'is damaged and cannot be shown';
  report.add(code, span, `${file} ${effect}: ${what}`, 'save, export or download it again');
  return isPartial;
}
