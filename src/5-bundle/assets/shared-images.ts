import { createHash } from 'node:crypto';
import type { RenderedSlide } from '../../model/rendered.ts';
import { replaceImageUrls } from '../styles/image-urls.ts';
import type { ImageSize } from './image-size.ts';

/**
 * An image that is used more than once stands in the page once, as a custom property in a style sheet of its
 * own:
 *
 *     :root{--image-1f0c…:url("data:…")}
 *     img[src$="#image-1f0c…"]{content:var(--image-1f0c…)}
 *
 * The `src` of each `img` is an empty SVG of the same size, whose fragment names the image. Browsers show
 * the `content` in its place: without scripts, in print, with `object-fit`, and with the element's own text
 * alternative. Backgrounds and the values of style sheets refer to the custom property. Names are digests, so
 * that slides stay the same when other images come and go.
 */
export interface SharedImages {
  /** The URL of each asset: the placeholder of a shared image. */
  readonly urls: readonly string[];
  /** The page's style sheet with references to shared images. */
  readonly css: string;
  /** The style sheet with the shared images; empty if there are none. */
  readonly images: string;
}

/** The assets of a deck, by their indexes in marks. */
interface DeckAssets {
  readonly urls: readonly string[];
  readonly imageSizes: readonly (ImageSize | undefined)[];
}

export function shareImages(
  { urls, imageSizes }: DeckAssets,
  slides: readonly RenderedSlide[],
  css: string,
): SharedImages {
  const uses = countUses(slides, urls);
  replaceImageUrls(css, (url) => {
    uses.set(url, (uses.get(url) ?? 0) + 1);
    return undefined;
  });
  const shared = new Map<string, string>();
  for (const [url, count] of uses) {
    if (count > 1 && url.length > minLength) shared.set(url, nameOf(url));
  }
  if (shared.size === 0) return { urls, css, images: '' };
  const placed = urls.map((url, index) => {
    const name = shared.get(url);
    return name === undefined ? url : placeholder(name, imageSizes[index]);
  });
  const referring = replaceImageUrls(css, (url) => {
    const name = shared.get(url);
    return name === undefined ? undefined : `var(--${name})`;
  });
  return { urls: placed, css: referring, images: writeImages(shared) };
}

/** The placeholder of a smaller image would be longer than its URL. */
const minLength = 200;

/** The number of times that slides show each image. */
function countUses(slides: readonly RenderedSlide[], urls: readonly string[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { content, numbers } of slides) {
    if (numbers.assets.length === 0) continue;
    for (const [, index] of content.html.matchAll(/\0(?:asset|image) (\d+)\0/g)) {
      const url = urls[numbers.assets[Number(index)] ?? -1] ?? '';
      if (isImage.test(url)) uses.set(url, (uses.get(url) ?? 0) + 1);
    }
  }
  return uses;
}

const isImage = /^data:image\//;

function nameOf(url: string): string {
  return `image-${createHash('sha256').update(url).digest('hex').slice(0, 16)}`;
}

/** Without spaces and quotation marks, as it may stand in the author's own HTML. */
function placeholder(name: string, size: ImageSize | undefined): string {
  const attributes = size ? `%20width=%22${size.width}%22%20height=%22${size.height}%22` : '';
  return `data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22${attributes}/%3E#${name}`;
}

function writeImages(shared: ReadonlyMap<string, string>): string {
  const images = [...shared].sort(([, a], [, b]) => (a < b ? -1 : 1));
  const properties = images.map(([url, name]) => `--${name}:url("${url}")`);
  const rules = images.map(
    ([, name]) =>
      `img[src$="#${name}"]{content:var(--${name})}` +
      `video[poster$="#${name}"]{background:var(--${name}) center/contain no-repeat}`,
  );
  return `:root{${properties.join(';')}}${rules.join('')}`;
}

/** An image as a value in a `style` attribute. @param url of an asset, escaped for an attribute */
export function cssImage(url: string): string {
  const name = /^data:image\/svg\+xml,[^#]*#(image-[0-9a-f]{16})$/.exec(url)?.[1];
  return name === undefined ? `url(&quot;${url}&quot;)` : `var(--${name})`;
}
