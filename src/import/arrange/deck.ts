import { ownValue } from '../../base/own-value.ts';
import { isSlideSide } from '../../base/slide-side.ts';
import type { LayoutName } from '../../model/deck.ts';
import type { Deck, DeckSlide, Setting } from '../blocks.ts';
import { plainText } from '../inlines.ts';
import type { Losses } from '../losses.ts';
import type { MediaFile, ReadPresentation, ReadSlide } from '../model.ts';
import { type Edges, findLogo, logoKey, readEdges, usualOf } from './edges.ts';
import { type ArrangedSlide, arrangeSlide } from './slide.ts';

/** Layouts that show neither header, footer nor number. */
const bareLayouts: ReadonlySet<LayoutName> = new Set(['cover', 'full-image', 'blank', 'end']);

/** Arranges a presentation as a deck. */
export function arrangeDeck(presentation: ReadPresentation, losses: Losses): Deck {
  const { slides } = presentation;
  const edges = slides.map((slide) => readEdges(slide, presentation));
  const logo = findLogo(edges.map(({ others }) => others));
  const arranged = slides.map((slide, index): readonly [ArrangedSlide, Edges] => {
    const own = edges[index] ?? { others: [], hasDate: false };
    losses.startSlide(slide.number);
    reportEdges(slide, own, presentation, losses);
    const shapes = own.others.filter((shape) => logo === undefined || logoKey(shape) !== logo);
    return [arrangeSlide(slide, shapes, presentation), own];
  });
  const usual = usualEdges(arranged);
  const file = logo === undefined ? undefined : logoFile(edges, logo);
  return {
    frontMatter: frontMatterOf(presentation, arranged, usual),
    ...(file && { logo: file }),
    slides: arranged.map(([slide, own]) => withEdges(slide, own, usual)),
  };
}

function reportEdges(
  { section, number, layout }: ReadSlide,
  { hasDate }: Edges,
  { isOwn }: ReadPresentation,
  losses: Losses,
): void {
  if (hasDate && number === 1) losses.add('date');
  if (section && !isOwn && number > 1 && layout.type !== 'secHead') losses.add('section', section);
}

function logoFile(edges: readonly Edges[], key: string): MediaFile | undefined {
  const found = edges.flatMap(({ others }) => others).find((shape) => logoKey(shape) === key);
  return found?.kind === 'picture' ? found.file : undefined;
}

interface UsualEdges {
  readonly header: string | undefined;
  readonly footer: string | undefined;
  readonly numbers: 'n' | 'n/total' | undefined;
}

/** What the front matter says of the edges: what most slides have that show some. */
function usualEdges(slides: readonly (readonly [ArrangedSlide, Edges])[]): UsualEdges {
  const shown = slides.filter(
    ([{ layout, settings }]) => !bareLayouts.has(layout) && settings.get('hide') !== true,
  );
  const all = (shown.length > 0 ? shown : slides).map(([, own]) => own);
  return {
    header: usualOf(all.map(({ header }) => header)),
    footer: usualOf(all.map(({ footer }) => footer)),
    numbers: usualOf(all.map(({ numbers }) => numbers)),
  };
}

/** Adds the settings of a slide whose edges differ from the deck's. */
function withEdges({ layout, ...slide }: ArrangedSlide, own: Edges, usual: UsualEdges): DeckSlide {
  const settings = new Map(slide.settings);
  const isShown = !bareLayouts.has(layout);
  for (const key of ['header', 'footer'] as const) {
    const [text, expected] = [own[key], usual[key]];
    if (text === undefined) {
      if (expected !== undefined && isShown) settings.set(key, false);
    } else if (text !== expected) settings.set(key, escapeMarkdown(text));
    else if (!isShown) settings.set(key, true);
  }
  if (usual.numbers !== undefined) {
    const has = own.numbers !== undefined;
    if (has !== isShown) settings.set('numbers', has);
  }
  return { ...slide, settings };
}

function frontMatterOf(
  presentation: ReadPresentation,
  slides: readonly (readonly [ArrangedSlide, Edges])[],
  usual: UsualEdges,
): ReadonlyMap<string, Setting> {
  const { author, description, keywords, size, isRightToLeft } = presentation;
  const title = usefulTitle(presentation.title) || plainText(slides[0]?.[0].title ?? []);
  const lang = languageTag(presentation.lang);
  const ratio = ratioOf(size);
  const theme = presentation.isOwn ? /^Lectern ([\w-]+)$/.exec(presentation.theme)?.[1] : undefined;
  const transition = transitionOf(presentation);
  const settings: readonly (readonly [string, Setting | undefined])[] = [
    ['title', title || undefined],
    ['author', author || undefined],
    ['description', description || undefined],
    ['keywords', keywords || undefined],
    ['lang', lang],
    ['dir', isRightToLeft ? 'rtl' : undefined],
    ['theme', theme],
    ['ratio', ratio],
    ['size', ratio === undefined ? sizeOf(size) : undefined],
    ['header', usual.header && escapeMarkdown(usual.header)],
    ['footer', usual.footer && escapeMarkdown(usual.footer)],
    ['numbers', usual.numbers === 'n' ? true : usual.numbers],
    ['transition', transition],
  ];
  return new Map(
    settings.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}

/** Texts at the edges are Markdown. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<{~^$]/g, '\\$&');
}

/** Programs put a title of their own where the author has none. */
function usefulTitle(title: string): string {
  const isMade =
    /^(?:powerpoint[ -]pr[äe]sentation|pr[ée]sentation powerpoint|presentaci[óo]n de powerpoint|pptxgenjs presentation|slide 1|folie 1|no slide title|untitled|title|presentation ?\d*)$/i;
  return isMade.test(title) ? '' : title;
}

function languageTag(lang: string): string | undefined {
  try {
    const { language, region } = new Intl.Locale(lang);
    if (language === 'und') return undefined;
    return ['US', 'DE', 'FR', 'ES', 'JP', 'IT', undefined].includes(region)
      ? language
      : `${language}-${region}`;
  } catch {
    return undefined;
  }
}

/** In pixels; `undefined` for the usual ratio, and beyond the sizes that a deck can have. */
function sizeOf({ width, height }: ReadPresentation['size']): string | undefined {
  const isUsual = Math.abs(width / height - 16 / 9) < 0.01;
  const fits = [width, height].every(isSlideSide);
  return fits && !isUsual ? `${width}x${height}` : undefined;
}

/** A usual ratio; 16:9 is the default. */
function ratioOf({ width, height }: ReadPresentation['size']): string | undefined {
  const usual = ['4:3', '16:10', '1:1', '9:16', '3:4'];
  return usual.find((ratio) => {
    const [w = 1, h = 1] = ratio.split(':').map(Number);
    return Math.abs(width / height - w / h) < 0.01;
  });
}

/** The transition that most slides have, by its name in decks; fading is the default. */
function transitionOf({ slides, isOwn }: ReadPresentation): string | undefined {
  const names: Readonly<Record<string, string>> = { push: 'slide', zoom: 'zoom', fade: 'fade' };
  const all = slides.map(({ transition }) =>
    transition === undefined ? (isOwn ? 'none' : undefined) : ownValue(names, transition),
  );
  const usual = usualOf(all);
  return usual === 'fade' ? undefined : usual;
}
