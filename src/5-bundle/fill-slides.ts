import { escapeHtml } from '../base/html.ts';
import { noMemo } from '../base/memo/memo.ts';
import type { BuiltSlide, SlideTone } from '../model/page.ts';
import type { RenderedDeck, RenderedSlide, SlideNumbers } from '../model/rendered.ts';
import type { Memo } from '../model/source.ts';
import type { ImageSize } from './assets/image-size.ts';
import { cssImage } from './assets/shared-images.ts';
import { isMediaName, type SharedMedia } from './assets/shared-media.ts';
import { fillSizes } from './fill-sizes.ts';

/** The replacements for the marks in slides, by the deck's indexes. */
export interface Fills {
  /** URLs, escaped for an attribute. */
  readonly assets: readonly string[];
  readonly media?: SharedMedia;
  /** The facts of the assets that are images of a known size. */
  readonly sizes: readonly (ImageFacts | undefined)[];
  /** SVG. */
  readonly charts: readonly string[];
  readonly diagrams: readonly string[];
  /** By the numbers of the slides. */
  readonly tones: ReadonlyMap<number, SlideTone>;
}

export interface ImageFacts extends ImageSize {
  /** Photos may be cropped a little, drawings never. */
  readonly isPhoto: boolean;
  /** Whether it is drawn from shapes, sharp at any size. */
  readonly isVector: boolean;
}

/** The largest share of a photo that is cropped so that it fills its box. */
const maxCropped = 0.15;

export interface FilledSlide extends BuiltSlide {
  /** The HTML of its speaker notes; empty if it has none. */
  readonly notes: string;
}

/**
 * Inserts files and images into slides, and writes their numbers and times.
 *
 * @returns the slides in their stacks; in consecutive builds the same object for the same slide
 */
export function fillSlides(
  { stacks }: Pick<RenderedDeck, 'stacks'>,
  fills: Fills,
  memo: Memo = noMemo,
): readonly (readonly FilledSlide[])[] {
  const total = stacks.flat().length;
  return stacks.map((stack) =>
    stack.map((slide) => {
      const { content, number, seconds, numbers } = slide;
      const own = ownFills(number, numbers, fills);
      const tone = fills.tones.get(number);
      const colors = tone && Object.values(tone).join('\0');
      const position = [content, number, total, seconds, numbers.firstIcon, colors] as const;
      const inputs = own === noFills ? position : ([...position, ...inputsOf(own)] as const);
      return memo.get(fillSlide, inputs, () => fillSlide(slide, total, own, tone));
    }),
  );
}

/** The replacements for the marks in one slide, by its own indexes. */
interface OwnFills extends Omit<Fills, 'tones' | 'media'> {
  /** The URLs after the first use in the slide. */
  readonly repeated: readonly string[];
}

const noFills: OwnFills = { assets: [], repeated: [], sizes: [], charts: [], diagrams: [] };

const noMedia: SharedMedia = { names: new Map(), owners: new Map() };

function ownFills(
  number: number,
  { assets, charts, diagrams }: SlideNumbers,
  fills: Fills,
): OwnFills {
  // Most slides have text only, and this runs for each slide in each build.
  if (assets.length + charts.length + diagrams.length === 0) return noFills;
  const { names, owners } = fills.media ?? noMedia;
  const urls = assets.map((index) => fills.assets[index] ?? '');
  const repeated = urls.map((url) => names.get(url) ?? url);
  return {
    assets: urls.map((url, i) => (owners.get(url) === number ? url : (repeated[i] ?? url))),
    repeated,
    sizes: assets.map((index) => fills.sizes[index]),
    charts: charts.map((index) => fills.charts[index] ?? ''),
    diagrams: diagrams.map((index) => fills.diagrams[index] ?? ''),
  };
}

/** The parts of a memo key. */
function inputsOf(own: OwnFills): readonly string[] {
  const { assets, repeated, sizes, charts, diagrams } = own;
  const facts = sizes.map(
    (size) => `${size?.width} ${size?.height} ${size?.isPhoto} ${size?.isVector}`,
  );
  return [...assets, ...repeated, ...facts, ...charts, ...diagrams];
}

/** The mark of a class is removed with the space before it. */
const marks =
  /(?: src=(["'])(?=\0asset))?(?:\0(asset|image|chart|diagram|icon|ratio|pixels)| \0(cover)) (\d+)(?: ([\d.]+))?\0/g;

/** @param quote the quotation mark of the attribute `src`; without one, it is another attribute's value */
function writeUrl(url: string, quote: string | undefined): string {
  if (quote === undefined) return url;
  if (url === '') return ` data-missing=${quote}`;
  return `${isMediaName(url) ? ' data-media' : ' src'}=${quote}${url}`;
}

function ratioOf(image: ImageFacts | undefined): number {
  return image ? image.width / image.height : 1;
}

/** The width up to which an image may be enlarged, as far as that is limited. */
function pixelsOf(image: ImageFacts | undefined): number {
  return image && !image.isVector ? image.width : 9999;
}

/** Whether an image loses little when it fills a box. @param box its ratio of width to height */
function mayCover(image: ImageFacts | undefined, box: number): boolean {
  if (!image?.isPhoto) return false;
  const ratio = ratioOf(image);
  return Math.min(ratio / box, box / ratio) >= 1 - maxCropped;
}

function fillSlide(
  { content, number, seconds, numbers }: RenderedSlide,
  total: number,
  fills: OwnFills,
  tone: SlideTone | undefined,
): FilledSlide {
  const used = new Set<number>();
  const urlOf = (index: number): string => {
    const list = used.has(index) ? fills.repeated : fills.assets;
    used.add(index);
    return list[index] ?? '';
  };
  const fill = (html: string): string =>
    fillSizes(html, fills.sizes).replace(
      marks,
      (
        _,
        quote: string | undefined,
        value: string | undefined,
        name: string,
        digits: string,
        box?: string,
      ) => {
        const kind = value ?? name;
        const index = Number(digits);
        if (kind === 'icon') return String(numbers.firstIcon + index);
        if (kind === 'image') return cssImage(fills.assets[index] ?? '');
        if (kind === 'ratio') return String(Number(ratioOf(fills.sizes[index]).toFixed(4)));
        if (kind === 'pixels') return String(pixelsOf(fills.sizes[index]));
        if (kind === 'cover') return mayCover(fills.sizes[index], Number(box)) ? ' cover' : '';
        if (kind === 'asset') return writeUrl(urlOf(index), quote);
        if (kind === 'chart') return fills.charts[index] ?? '';
        // A diagram has marks of its own, for icons and images.
        return fill(fills.diagrams[index] ?? '');
      },
    );
  const values = {
    number: String(number),
    total: String(total),
    seconds: seconds === undefined ? '' : ` data-seconds="${seconds}"`,
  };
  const filled = fillTone(withBoxes(fill(content.html)), tone);
  return {
    html: filled.replace(
      /\0(number|total|seconds)\0/g,
      (_, name: string) => values[name as keyof typeof values],
    ),
    content: filled,
    notes: withBoxes(fill(content.notes)),
    ...(seconds !== undefined && { seconds }),
  };
}

const missingImage =
  /<img((?:\s+[\w-]+(?:="[^"]*"|='[^']*')?)*?)\s+data-missing=(?:""|'')((?:\s+[\w-]+(?:="[^"]*"|='[^']*')?)*)\s*>/g;

/** Puts a box with its text in place of each image whose file is missing. */
function withBoxes(html: string): string {
  if (!html.includes(' data-missing=')) return html;
  return html.replace(missingImage, (_, before: string, after: string) => {
    const written = `${before}${after}`;
    const take = (name: string): string =>
      new RegExp(`\\s${name}=("[^"]*"|'[^']*')`).exec(written)?.[1]?.slice(1, -1) ?? '';
    const rest = written.replace(/\s(?:alt|class|title|role)=(?:"[^"]*"|'[^']*')/g, '');
    const [alt, classes] = [take('alt'), take('class')];
    const label = alt === '' ? ' aria-hidden="true"' : ` role="img" aria-label="${alt}"`;
    return `<span class="frame missing${classes && ` ${classes}`}"${label}${rest}>${alt}</span>`;
  });
}

function fillTone(html: string, tone: SlideTone | undefined): string {
  if (!tone) return html;
  const styled = tone.style === '' ? html.replace(/(?:;\0style\0| style="\0style\0")/, '') : html;
  return styled.replace(/( ?)\0(tone|style|opacity)\0/g, (_, space: string, name: string) => {
    const value = escapeHtml(tone[name as keyof SlideTone]);
    return value && `${space}${value}`;
  });
}

/** The HTML of all slides. */
export function joinSlides(stacks: readonly (readonly BuiltSlide[])[]): string {
  const texts = stacks.map((stack) => {
    const slides = stack.map(({ html }) => html).join('');
    return stack.length > 1 ? `<section class="stack">\n${slides}</section>\n` : slides;
  });
  return texts.join('');
}
