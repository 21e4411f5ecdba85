import { createHash } from 'node:crypto';
import type { DiagramImage, RenderedSlide } from '../../model/rendered.ts';
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
 *
 * Browsers ignore a custom property of more than 2 MB. A larger image stands in the rules themselves: once for
 * all `img` elements, once for all backgrounds of slides, once for all posters.
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
  diagrams: readonly DiagramImage[],
  css: string,
): SharedImages {
  const uses = countUses(slides, diagrams, urls);
  replaceImageUrls(css, (url) => {
    uses.add(url, 'values');
    return undefined;
  });
  const shared = new Map<string, SharedImage>();
  for (const [url, counts] of uses.byUrl) {
    const isInRules = url.length > maxProperty;
    if (isShared(url, counts, isInRules)) shared.set(url, { name: nameOf(url), counts, isInRules });
  }
  if (shared.size === 0) return { urls, css, images: '' };
  const placed = urls.map((url, index) => {
    const image = shared.get(url);
    return image ? placeholder(image.name, imageSizes[index]) : url;
  });
  const referring = replaceImageUrls(css, (url) => {
    const image = shared.get(url);
    return image && !image.isInRules ? `var(--${image.name})` : undefined;
  });
  return { urls: placed, css: referring, images: writeImages(shared) };
}

/** The placeholder of a smaller image would be longer than its URL. */
const minLength = 200;

/** The length of a URL that every browser accepts as a custom property. */
const maxProperty = 2_000_000;

/** How often an image is shown: as `img`, as a poster, as the background of a slide, by the page's style sheet. */
type UseCounts = Record<'images' | 'posters' | 'backgrounds' | 'values', number>;

interface SharedImage {
  readonly name: string;
  readonly counts: Readonly<UseCounts>;
  /** Whether it is too large for a custom property. */
  readonly isInRules: boolean;
}

/** In rules, an image stands once for each kind of use on slides. */
function isShared(url: string, counts: Readonly<UseCounts>, isInRules: boolean): boolean {
  const { values, ...onSlides } = counts;
  const kinds = Object.values(onSlides);
  const count = kinds.reduce((sum, each) => sum + each, 0);
  if (isInRules) return count > kinds.filter((each) => each > 0).length;
  return count + values > 1 && url.length > minLength;
}

class Uses {
  readonly byUrl = new Map<string, UseCounts>();

  add(url: string, kind: keyof UseCounts): void {
    const counts = this.byUrl.get(url) ?? { images: 0, posters: 0, backgrounds: 0, values: 0 };
    this.byUrl.set(url, counts);
    counts[kind]++;
  }
}

/** How slides show each image. */
function countUses(
  slides: readonly RenderedSlide[],
  diagrams: readonly DiagramImage[],
  urls: readonly string[],
): Uses {
  const uses = new Uses();
  for (const { content, numbers } of slides) {
    if (numbers.assets.length === 0) continue;
    const count = (index: number, kind: keyof UseCounts) => {
      const url = urls[numbers.assets[index] ?? -1] ?? '';
      if (isImage.test(url)) uses.add(url, kind);
    };
    for (const [, poster, mark, index] of content.html.matchAll(marks)) {
      const kind = poster !== undefined ? 'posters' : mark === 'image' ? 'backgrounds' : 'images';
      count(Number(index), kind);
    }
    for (const number of numbers.diagrams) {
      for (const index of imagesIn(diagrams[number])) count(index, 'images');
    }
  }
  return uses;
}

/** The asset of each node with an image, by the indexes of the slide. */
function imagesIn(diagram: DiagramImage | undefined): readonly number[] {
  if (diagram?.spec.kind !== 'graph') return [];
  const { spec, figures = [] } = diagram;
  return spec.nodes.flatMap(({ picture }) => {
    const figure = picture && figures[picture.figure];
    return figure?.kind === 'image' ? [figure.index] : [];
  });
}

const marks = /(poster=["'])?\0(asset|image) (\d+)\0/g;

const isImage = /^data:image\//;

function nameOf(url: string): string {
  return `image-${createHash('sha256').update(url).digest('hex').slice(0, 16)}`;
}

/** Without spaces and quotation marks, as it may stand in the author's own HTML. */
function placeholder(name: string, size: ImageSize | undefined): string {
  const attributes = size ? `%20width=%22${size.width}%22%20height=%22${size.height}%22` : '';
  return `data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22${attributes}/%3E#${name}`;
}

function writeImages(shared: ReadonlyMap<string, SharedImage>): string {
  const images = [...shared].sort(([, a], [, b]) => (a.name < b.name ? -1 : 1));
  const properties = images.flatMap(([url, { name, isInRules }]) =>
    isInRules ? [] : [`--${name}:url("${url}")`],
  );
  const rules = images.map(([url, image]) =>
    image.isInRules ? rulesWith(url, image) : rulesFor(image),
  );
  return `:root{${properties.join(';')}}${rules.join('')}`;
}

function rulesFor({ name, counts }: SharedImage): string {
  const value = `var(--${name})`;
  return imageRule(name, value) + (counts.posters > 0 ? posterRule(name, value) : '');
}

function rulesWith(url: string, { name, counts }: SharedImage): string {
  const value = `url("${url}")`;
  return [
    counts.images > 0 && imageRule(name, value),
    counts.posters > 0 && posterRule(name, value),
    // The style of the element names a custom property that does not exist.
    counts.backgrounds > 0 && `[style*="--${name}"]{background-image:${value}!important}`,
  ]
    .filter(Boolean)
    .join('');
}

function imageRule(name: string, value: string): string {
  return `img[src$="#${name}"]{content:${value}}`;
}

function posterRule(name: string, value: string): string {
  const poster = `video[poster$="#${name}"]`;
  const cover = `${poster}[style*="cover"]{background-size:cover}`;
  return `${poster}{background:${value} center/contain no-repeat}${cover}`;
}

/** An image as a value in a `style` attribute. @param url of an asset, escaped for an attribute */
export function cssImage(url: string): string {
  const name = /^data:image\/svg\+xml,[^#]*#(image-[0-9a-f]{16})$/.exec(url)?.[1];
  return name === undefined ? `url(&quot;${url}&quot;)` : `var(--${name})`;
}
