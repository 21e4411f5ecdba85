import type { HtmlPart } from '../../../model/inline.ts';
import type { AssetRef } from '../../../model/source.ts';
import type { Source } from '../../source.ts';
import type { StartTag } from '../html/tag-balance.ts';

/**
 * Writes the file that was chosen for an `<img>` from several.
 *
 * @param parts end within its tag
 * @returns the file that it shows
 */
export function choosePicture(
  { source: own, isSized, index }: StartTag,
  parts: HtmlPart[],
  { file, report, scope }: Source,
): AssetRef | undefined {
  const chosen = scope.tags.pictures.choose(own?.path, isSized, report);
  if (!chosen) return own;
  const ref = { ...chosen, from: file.realPath };
  const at = parts.findIndex((part, i) => i >= index && part === own);
  if (at < 0) parts.push(' src="', ref, '"');
  else parts[at] = ref;
  return ref;
}
