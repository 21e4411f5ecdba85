import { isUrl } from '../../../base/files/locate-file.ts';
import type { Project } from '../project.ts';

/** Where the file of a reference is. */
export type LocatedAsset =
  /** From the folder of the text that names it. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'remote'; readonly address: string }
  /** The image itself, as `data:`. */
  | { readonly kind: 'data'; readonly url: string }
  | { readonly kind: 'missing'; readonly path: string };

/**
 * Finds the file that an image, a background or a style names: next to the text, in the folders above it up to the
 * root, and in folders of public files there.
 *
 * @param from the real path of the text
 * @param folders of public files, such as `public`
 */
export function locateAsset(
  reference: string,
  from: string,
  project: Project,
  folders: readonly string[] = ['public', 'static'],
): LocatedAsset {
  const written = reference.trim();
  if (/^data:/i.test(written)) return { kind: 'data', url: written };
  const address = written.startsWith('//') ? `https:${written}` : written;
  if (isUrl(address)) return { kind: 'remote', address };
  const path = project.locate(written, from, folders);
  return path === undefined ? { kind: 'missing', path: written } : { kind: 'file', path };
}

/** A path as the target of a link or an image in Markdown. */
export function markdownTarget(path: string): string {
  return /[\s()<>\\]/.test(path) ? `<${path.replace(/[<>\\]/g, '\\$&')}>` : path;
}
