import { backgroundRepeats } from '../../../model/deck.ts';
import type { YamlValue } from '../yaml-text.ts';
import { lengthOf } from './image-text.ts';
import { inlineValue } from './inline-value.ts';
import type { BackgroundImage } from './inlines.ts';
import { meaningful } from './meaningful.ts';
import { type Directives, textValue } from './read/loose-yaml.ts';
import { transitionOf } from './transition.ts';

export type Settings = Readonly<Record<string, YamlValue | undefined>>;

/** The settings that a deck can have for all its slides. */
const common = ['header', 'footer', 'numbers', 'transition'] as const;

/** The value of each common setting that most slides have. */
export function commonSettings(slides: readonly Settings[]): Settings {
  const most = common.map((key) => [key, mostFrequent(slides.map((slide) => slide[key]))] as const);
  // A slide shows its number only in a deck that has numbers.
  const numbers = slides.some((slide) => slide.numbers !== false);
  return { ...Object.fromEntries(most), numbers };
}

/** The settings in which a slide differs from those of the deck. */
export function ownSettings(slide: Settings, deck: Settings): Settings {
  const isSame = (key: string) => common.some((name) => name === key) && slide[key] === deck[key];
  return Object.fromEntries(Object.entries(slide).filter(([key]) => !isSame(key)));
}

function mostFrequent(values: readonly (YamlValue | undefined)[]): YamlValue | undefined {
  const counts = new Map<YamlValue | undefined, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [undefined, 0])[0];
}

/** The settings of a slide. A header or footer that it does not have is `false`. */
export function slideSettings(
  directives: Directives,
  backgrounds: readonly BackgroundImage[],
  page: PageNumbers,
): Settings {
  const text = (name: string) => textValue(directives.get(name)) || undefined;
  const { name: transition } = transitionOf(text('transition'));
  return {
    class: classesOf(directives),
    ...backgroundSettings(text, backgrounds),
    color: text('color'),
    header: edgeText(text('header')),
    footer: edgeText(text('footer')),
    numbers: page.next(text('paginate')?.toLowerCase()),
    transition,
  };
}

/** The page numbers of the slides, in their order; some slides are not counted. */
export class PageNumbers {
  #slides = 0;
  #pages = 0;

  /** @returns whether the slide shows its number, or which other one */
  next(paginate: string | undefined): boolean | number {
    this.#slides++;
    if (paginate !== 'hold' && paginate !== 'skip') this.#pages++;
    if (paginate !== 'true' && paginate !== 'hold') return false;
    this.#pages = Math.max(1, this.#pages);
    return this.#pages === this.#slides || this.#pages;
  }
}

function edgeText(text: string | undefined): string | false {
  return text === undefined ? false : inlineValue(text, meaningful);
}

function classesOf(directives: Directives): readonly string[] | string | undefined {
  const names = (textValue(directives.get('class')) ?? '').split(/\s+/).filter(Boolean);
  return names.length > 1 ? names : names[0];
}

function backgroundSettings(
  text: (name: string) => string | undefined,
  backgrounds: readonly BackgroundImage[],
): Settings {
  const images = backgrounds.filter(({ url }) => url !== '' && !isColor(url));
  const color = backgrounds.findLast(({ url }) => isColor(url))?.url ?? text('backgroundColor');
  if (images.length === 0) {
    const image = urlOf(text('backgroundImage') ?? '');
    const size = text('backgroundSize');
    return {
      background: image ?? color,
      backgroundSize: image === undefined || size === 'cover' ? undefined : size,
      backgroundPosition: image === undefined ? undefined : text('backgroundPosition'),
      backgroundRepeat: image === undefined ? undefined : repeatOf(text('backgroundRepeat')),
    };
  }
  const lastOf = <K extends 'side' | 'share' | 'direction'>(key: K) =>
    images.findLast((image) => image.options[key])?.options[key];
  const [side, direction] = [lastOf('side'), lastOf('direction')];
  const filters = images.map(({ options }) => options.filter);
  return {
    background: images.length > 1 ? images.map(({ url }) => url) : images[0]?.url,
    backgroundSize: oneOrList(
      images.map(({ options }) => sizeOf(options) ?? 'cover'),
      'cover',
    ),
    backgroundSide: side && [side, lastOf('share')].filter(Boolean).join(' '),
    backgroundDirection: images.length > 1 && direction === 'vertical' ? direction : undefined,
    backgroundFilter: filters.some(Boolean)
      ? oneOrList(filters.map((filter) => filter ?? 'opacity(1)'))
      : undefined,
  };
}

/** @returns `undefined` if it is no value of CSS */
function repeatOf(text: string | undefined): string | undefined {
  return backgroundRepeats.find((name) => name === text);
}

/** Equal values as one; @param usual the value that need not be written */
function oneOrList(
  values: readonly string[],
  usual?: string,
): string | readonly string[] | undefined {
  const unique = new Set(values);
  const [first] = values;
  if (unique.size > 1) return values;
  return first === usual ? undefined : first;
}

/** Rules for the color of a slide next to or around its images. */
export function colorBesideImages(
  directives: Directives,
  backgrounds: readonly BackgroundImage[],
): string {
  const color = textValue(directives.get('backgroundColor'));
  const leavesRoom = backgrounds.some(({ options }) => options.side ?? sizeOf(options));
  return color && leavesRoom ? `:scope { --color-background: ${color} }` : '';
}

function isColor(url: string): boolean {
  return /^(?:#[\da-f]{3,8}|(?:rgb|hsl)a?\(.*\)|[a-z]+)$/i.test(url);
}

/** The file in `url(…)`, or a gradient. */
function urlOf(css: string): string | undefined {
  if (css === '' || css === 'none') return undefined;
  return /^url\((["']?)(.*?)\1\)$/.exec(css)?.[2] ?? css;
}

/** @returns `undefined` for `cover` */
function sizeOf({ size, width, height }: BackgroundImage['options']): string | undefined {
  if (size !== 'contain' && size !== 'cover' && (width ?? height) !== undefined) {
    return [width ?? size, height ?? size].map((value) => cssLength(value ?? 'auto')).join(' ');
  }
  return size === 'cover' ? undefined : size;
}

function cssLength(css: string): string {
  const length = lengthOf(css) ?? 'auto';
  return /\d$/.test(length) ? `${length}px` : length;
}
