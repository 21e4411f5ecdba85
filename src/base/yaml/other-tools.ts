import { type DeckKey, deckKeys, type SlideKey, slideKeys } from './keys.ts';

/** Keys of other tools whose meaning a key of front matter has. */
const deckKeyNames: Readonly<Partial<Record<DeckKey, readonly string[]>>> = {
  author: ['authors', 'creator', 'presenter', 'speaker', 'by'],
  colors: ['brand', 'palette', 'primaryColor', 'linkcolor'],
  description: ['abstract', 'summary', 'info'],
  fonts: ['font', 'fontFamily', 'mainfont', 'typeface'],
  image: ['seoMeta', 'ogImage', 'socialImage', 'thumbnail', 'cover'],
  incremental: ['steps', 'stepwise'],
  keywords: ['tags', 'categories'],
  lang: ['language', 'locale'],
  numbers: ['paginate', 'pagination', 'slideNumber', 'slideNumbers', 'pageNumber', 'pageNumbers'],
  ratio: ['aspect', 'aspectRatio', 'aspectratio'],
  scripts: ['js', 'script', 'javascript'],
  size: ['dimensions', 'canvas', 'canvasWidth', 'width', 'height'],
  split: ['separator', 'headingDivider', 'slideLevel'],
  styles: ['css', 'style', 'stylesheet', 'stylesheets'],
  subtitle: ['subheading', 'tagline'],
  theme: ['template', 'revealTheme', 'colorSchema'],
  time: ['duration', 'totalTime', 'timing'],
  title: ['titleTemplate', 'name', 'heading'],
  transition: ['transitions', 'animation', 'slideTransition'],
  vars: ['variables', 'params', 'data', 'defaults'],
};

/** Keys of other tools whose meaning a slide setting has. */
const slideKeyNames: Readonly<Partial<Record<SlideKey, readonly string[]>>> = {
  autoAnimate: ['animate', 'magicMove', 'morph'],
  background: [
    'bg',
    'image',
    'backgroundImage',
    'backgroundColor',
    'backgroundVideo',
    'backgroundGradient',
  ],
  backgroundOpacity: ['opacity', 'dim'],
  class: ['classes', 'className', 'state'],
  color: ['textColor', 'foreground'],
  hide: ['disabled', 'skip', 'hidden', 'exclude', 'visibility', 'draft'],
  id: ['name', 'slug', 'anchor', 'routeAlias'],
  lang: ['language', 'locale'],
  layout: ['template', 'master', 'slideLayout'],
  notes: ['note', 'speakerNotes', 'presenterNotes'],
  numbers: ['paginate', 'pagination', 'slideNumber', 'pageNumber'],
  src: ['include', 'import', 'file', 'external'],
  time: ['duration', 'timing'],
  transition: ['animation', 'slideTransition', 'transitionSpeed'],
};

/** The key of front matter with the meaning of another tool's key. */
export function deckKeyFor(key: string): string | undefined {
  return keyFor(key, deckKeys, deckKeyNames);
}

/** The slide setting with the meaning of another tool's key. */
export function slideKeyFor(key: string): string | undefined {
  return keyFor(key, slideKeys, slideKeyNames);
}

function keyFor(
  key: string,
  keys: readonly string[],
  others: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  const name = camelCase(key.replace(/^(?:_|data-)/, ''));
  if (name !== key && keys.includes(name)) return name;
  return Object.keys(others).find((known) => others[known]?.includes(name));
}

/** `background-image` as `backgroundImage`. */
function camelCase(key: string): string {
  return key.replace(/[-_]([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Layouts of other tools, with the nearest one here. */
export const layoutsElsewhere: ReadonlyMap<string, string> = new Map([
  ...[
    'two-cols',
    'two-cols-header',
    'two-column',
    'two-content',
    'twocolumn',
    'columns',
    'split',
    '2-col',
  ].map((name) => [name, 'two-columns'] as const),
  ...['intro', 'title', 'title-slide', 'titlepage', 'lead', 'hero'].map(
    (name) => [name, 'cover'] as const,
  ),
  ...['section-header', 'chapter', 'part', 'divider'].map((name) => [name, 'section'] as const),
  ...['fact', 'big', 'focus', 'big-number'].map((name) => [name, 'statement'] as const),
  ...['image', 'photo', 'picture', 'background', 'bleed'].map(
    (name) => [name, 'full-image'] as const,
  ),
  ...['full', 'none', 'empty'].map((name) => [name, 'blank'] as const),
  ...['centered', 'centre', 'middle'].map((name) => [name, 'center'] as const),
  ...['content', 'normal', 'title-and-content'].map((name) => [name, 'default'] as const),
  ...['closing', 'outro', 'thanks', 'last'].map((name) => [name, 'end'] as const),
]);

/** Transitions of other tools, with the nearest one here. */
export const transitionsElsewhere: ReadonlyMap<string, string> = new Map([
  ...[
    'slide-left',
    'slide-right',
    'slide-up',
    'slide-down',
    'push',
    'linear',
    'cover',
    'wipe',
    'reveal',
  ].map((name) => [name, 'slide'] as const),
  ...['fade-out', 'fade-in', 'dissolve', 'default'].map((name) => [name, 'fade'] as const),
  ...['cube', 'page', 'rotate', 'flip'].map((name) => [name, 'convex'] as const),
  ...['explode', 'implode', 'zoom-in', 'zoom-out'].map((name) => [name, 'zoom'] as const),
]);
