/** The keys of front matter. */
export const deckKeys = [
  'title',
  'subtitle',
  'author',
  'date',
  'lang',
  'dir',
  'description',
  'keywords',
  'image',
  'images',
  'theme',
  'fonts',
  'ratio',
  'size',
  'header',
  'footer',
  'logo',
  'colors',
  'numbers',
  'transition',
  'incremental',
  'smart',
  'shortcuts',
  'split',
  'autoLayout',
  'headingLevels',
  'backgrounds',
  'fit',
  'vars',
  'macros',
  'styles',
  'css',
  'scripts',
  'time',
  'check',
  'words',
  'pptx',
  'dialect',
] as const;
export type DeckKey = (typeof deckKeys)[number];

/** The keys of slide settings. */
export const slideKeys = [
  'title',
  'layout',
  'class',
  'id',
  'lang',
  'dir',
  'background',
  'backgroundSize',
  'backgroundPosition',
  'backgroundOpacity',
  'backgroundFilter',
  'backgroundSide',
  'backgroundDirection',
  'backgroundRepeat',
  'color',
  'css',
  'transition',
  'autoAnimate',
  'header',
  'footer',
  'numbers',
  'hide',
  'fit',
  'notes',
  'src',
  'time',
] as const;
export type SlideKey = (typeof slideKeys)[number];

export function isDeckKey(key: string): boolean {
  return deckKeys.some((known) => known === key);
}

export function isSlideKey(key: string): boolean {
  return slideKeys.some((known) => known === key);
}
