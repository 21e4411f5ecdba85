import { isColor, isGradient } from '../../../../base/color/css-color.ts';
import { areMany, nameList } from '../../shared/name-list.ts';
import type { YamlValue } from '../../yaml-text.ts';
import { isFirstOfDeck, pathOf, type SlidevDeck } from '../deck.ts';
import type { SlideText } from '../elements/slide-text.ts';
import type { ChosenLayout } from '../layouts.ts';
import type { Matter } from './matter.ts';
import { transitionOf } from './transitions.ts';

/** Keys of slides that have a meaning here, or only concern Slidev's own editor and pages. */
const known = new Set(
  `layout class background backgroundSize backgroundImage image transition clicks disabled hide
  hideInToc title name level routeAlias src preload zoom dragPos layoutClass url scale clickAnimation page info
  codeCopy lang`.split(/\s+/),
);

/** The settings of a slide in Lectern. */
export function slideSettings(
  slide: SlideText,
  chosen: ChosenLayout,
): Record<string, YamlValue | undefined> {
  const { settings } = slide.slide;
  const { deck } = slide;
  // The layout's own class is next to that of the slide, on the same element.
  const own = ['class', 'layoutClass'].flatMap((key) =>
    (settings.words(key) ?? '').split(/\s+/).filter(Boolean),
  );
  deck.utilities.useForSlide(own);
  const background = backgroundSettings(settings, chosen, deck);
  const isOverImage = background['backgroundFilter'] !== undefined;
  const classes = [...chosen.classes, ...own, ...(isOverImage ? ['on-dark'] : [])];
  // An included file has no front matter for rules of the deck.
  const rules = deck.context.isIncluded ? [deck.utilities.css] : [];
  const css = [...rules, ...slide.styles].join('\n').trim();
  const title = settings.text('title') ?? settings.text('name');
  // The title of the deck is a key of its first slide, too.
  return {
    layout: chosen.layout === 'default' && !slide.isEmpty ? undefined : chosen.layout,
    class: classes.length > 0 ? classes.join(' ') : undefined,
    id: idOf(settings.text('routeAlias')),
    title:
      isFirstOfDeck(slide.slide, deck) && slide.hasHeading
        ? slide.headingText
        : (title ?? slide.headingText),
    ...background,
    transition: transitionOf(settings.get('transition')),
    hide: settings.isTrue('hide') || settings.isTrue('disabled') || undefined,
    css: css === '' ? undefined : css,
  };
}

function idOf(alias: string | undefined): string | undefined {
  return alias !== undefined && /^[\w-]+$/.test(alias) ? alias : undefined;
}

/** The settings next to `src`: they are those of the slides that it includes. */
export function includeSettings(
  settings: Matter,
  deck: SlidevDeck,
): Record<string, YamlValue | undefined> {
  const classes =
    ['class', 'layoutClass'].flatMap((key) => settings.words(key) ?? []).join(' ') || undefined;
  if (classes !== undefined) deck.utilities.useForSlide(classes.split(/\s+/));
  return {
    src: settings.text('src')?.replace(/^\/(?!\/)/, ''),
    class: classes,
    id: idOf(settings.text('routeAlias')),
    title: settings.text('title'),
    transition: transitionOf(settings.get('transition')),
    ...backgroundSettings(settings, { layout: settings.text('layout') ?? '', classes: [] }, deck),
    hide: settings.isTrue('hide') || settings.isTrue('disabled') || undefined,
  };
}

function backgroundSettings(
  settings: Matter,
  { layout }: ChosenLayout,
  deck: SlidevDeck,
): Record<string, YamlValue | undefined> {
  const isSide = layout === 'image-left' || layout === 'image-right';
  const image = isSide ? undefined : settings.text('image');
  const value = image ?? settings.text('background') ?? settings.text('backgroundImage');
  if (value === undefined) return {};
  const url = /^url\(\s*(?!\s)['"]?(.*?)['"]?\s*\)$/.exec(value)?.[1] ?? value;
  const isPlain = isColor(url) || isGradient(url);
  const size = settings.text('backgroundSize');
  if (isPlain) return { background: url };
  return {
    background: pathOf(url, deck),
    backgroundSize: size,
    // Text is white there; only the layout `image` shows the image as it is.
    backgroundFilter: image === undefined ? 'brightness(60%)' : 'brightness(100%)',
  };
}

/** Reports the keys of a slide without a counterpart, one message for each key, or for many of a slide. */
export function reportUnknownKeys({ slide, deck }: SlideText): void {
  if (isFirstOfDeck(slide, deck)) return;
  const unknown = slide.own.entries.filter(({ key }) => !known.has(key));
  const names = unknown.map(({ key }) => key);
  if (areMany(names)) {
    const message = `the settings ${nameList(names)} of slides have no meaning here`;
    deck.report.add('dialect-settings', unknown[0]?.keySpan, message);
    return;
  }
  for (const { key, keySpan } of unknown) {
    const message = `the setting "${key}" of slides has no meaning here`;
    deck.report.add('dialect-settings', keySpan, message);
  }
}
