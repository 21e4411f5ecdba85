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
  css: ['style'],
  styles: ['stylesheet', 'stylesheets'],
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
  background: ['bg', 'backgroundImage', 'backgroundColor', 'backgroundVideo', 'backgroundGradient'],
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

const remove = 'this has no meaning here: remove the line';
const noContents = 'there is no table of contents: remove the line';

/** What to do in place of a slide setting of another tool that no key has the meaning of. */
const slideAdvice: ReadonlyMap<string, string> = new Map([
  ['subtitle', 'write it into the slide, below its heading'],
  [
    'image',
    'write it into the slide: ![description](image.png); for one behind the text, write "background: image.png"',
  ],
  ['style', 'give it a "class", and style that in a file under "styles"'],
  ['css', 'give it a "class", and style that in a file under "styles"'],
  ['url', 'write it into the slide, as a link: [text](https://example.org)'],
  ['backgroundIframe', 'write it into the slide, as a link: [text](https://example.org)'],
  ['zoom', 'content that does not fit becomes smaller by itself: remove the line'],
  ['scrollable', 'content that does not fit becomes smaller by itself: remove the line'],
  ['smaller', 'content that does not fit becomes smaller by itself: remove the line'],
  ['clicks', 'the steps of a slide are counted: remove the line'],
  ['clicksStart', 'the steps of a slide are counted: remove the line'],
  ['level', noContents],
  ['hideInToc', noContents],
  ...[
    ...[
      'preload',
      'dragPos',
      'routerMode',
      'growX',
      'growY',
      'growSeed',
      'growSize',
      'growOpacity',
    ],
    ...['layoutClass', 'backgroundTransition', 'backgroundInteractive', 'backgroundVideoLoop'],
    ...['backgroundVideoMuted', 'backgroundRepeat', 'menuTitle', 'autoslide', 'autoSlide'],
  ].map((key) => [key, remove] as const),
]);

/** As {@link slideAdvice}, for front matter. */
const deckAdvice: ReadonlyMap<string, string> = new Map([
  ...['highlighter', 'highlightTheme', 'highlightStyle', 'lineNumbers', 'twoslash'].map(
    (key) =>
      [
        key,
        'the theme has the colors of code; line numbers are set per block: ```js {numbers}',
      ] as const,
  ),
  ['math', 'formulas need no setting: remove the line'],
  ['mermaid', 'diagrams need no setting: remove the line'],
  ...['toc', 'tableOfContents'].map((key) => [key, noContents] as const),
  ['favicon', 'for an image on every slide, write "logo: image.png"'],
  ...[
    ...['marp', 'download', 'exportFilename', 'export', 'drawings', 'mdc', 'comark', 'selectable'],
    ...[
      'record',
      'presenter',
      'routerMode',
      'monaco',
      'monacoTypesSource',
      'remoteAssets',
      'addons',
    ],
    ...['themeConfig', 'plantUmlServer', 'contextMenu', 'wakeLock', 'browserExporter', 'htmlAttrs'],
    ...['preloadImages', 'editor', 'revealOptions', 'verticalSeparator', 'enableMenu'],
    ...['output', 'format', 'execute', 'editorOptions', 'controls', 'progress', 'history', 'hash'],
  ].map((key) => [key, remove] as const),
]);

/** What to do in place of a slide setting of another tool. */
export function slideAdviceFor(key: string): string | undefined {
  return slideAdvice.get(nameOf(key));
}

/** What to do in place of another tool's key of front matter. */
export function deckAdviceFor(key: string): string | undefined {
  return deckAdvice.get(nameOf(key));
}

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
  const name = nameOf(key);
  if (name !== key && keys.includes(name)) return name;
  return Object.keys(others).find((known) => others[known]?.includes(name));
}

/** The key without what a tool puts before it: `_class`, `data-background`. */
function nameOf(key: string): string {
  return camelCase(key.replace(/^(?:_|data-)/, ''));
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
