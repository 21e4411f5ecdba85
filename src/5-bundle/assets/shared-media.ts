import type { RenderedSlide } from '../../model/rendered.ts';

/**
 * A video or audio file that is used more than once stands in the page once, where it is used first. The other
 * uses have no `src`, but name it by the length and the end of its URL:
 *
 *     <video data-media="media-81923-9HhYmZ0…">
 *
 * A script gives them the URL before the deck starts: see `src/runtime/slides/shared-media.ts`. Without scripts,
 * the first use plays.
 */
export interface SharedMedia {
  /** The names of the files that are shared, by their URLs. */
  readonly names: ReadonlyMap<string, string>;
  /** The numbers of the slides that contain the files, by their URLs. */
  readonly owners: ReadonlyMap<string, number>;
}

export function shareMedia(urls: readonly string[], slides: readonly RenderedSlide[]): SharedMedia {
  const owners = new Map<string, number>();
  const names = new Map<string, string>();
  for (const { content, number, numbers } of slides) {
    if (numbers.assets.length === 0) continue;
    for (const [, index] of content.html.matchAll(/\0asset (\d+)\0/g)) {
      const url = urls[numbers.assets[Number(index)] ?? -1] ?? '';
      if (!/^data:(?:video|audio)\//.test(url)) continue;
      if (owners.has(url)) names.set(url, mediaName(url));
      else owners.set(url, number);
    }
  }
  const used = [...names.values()];
  // Two files of the same length and the same end stay as they are.
  for (const [url, name] of names) {
    if (used.indexOf(name) !== used.lastIndexOf(name)) names.delete(url);
  }
  return { names, owners };
}

/** The name of a file, by its URL. */
export function mediaName(url: string): string {
  return `media-${url.length}-${url.slice(-24)}`;
}

export function isMediaName(text: string): boolean {
  return text.startsWith('media-');
}
