import { attributes, type Html, html, rawHtml } from '../base/html.ts';
import { directionOf } from '../base/language-tag.ts';
import { languageOfWords, wordsIn } from '../base/words/words.ts';
import type { RenderedDeck } from '../model/rendered.ts';
import type { PageWords } from '../model/words.ts';
import type { SharedImages } from './assets/shared-images.ts';
import { writePolicy } from './csp.ts';

/**
 * Sets classes before the first paint: whether scripts run and whether the URL names a slide. In old
 * browsers and in small windows, also at high zoom, the page stays a page without scripts; not in a frame,
 * such as the preview of an editor. It also starts to load the fonts of the styles before it: while the rest of the
 * page is read, and before a first layout that would be made again with them.
 */
const announceScripts = `(({ classList }) => {
  const small = matchMedia('(width < 44rem)').matches;
  const isFrame = top !== self && !matchMedia('(pointer: coarse)').matches;
  if (!small || isFrame) classList.add('live');
  classList.toggle('away', location.hash.length > 2);
  addEventListener('error', () => {
    if (!classList.contains('reveal-full-page')) classList.remove('live');
  });
  for (const face of document.fonts) face.load().catch(() => {});
})(document.documentElement)`;

/** The parts of a page, ready to be inserted. */
interface PageParts {
  readonly slides: string;
  /** How many characters of the slides are before the scripts; absent if all are. */
  readonly early?: number | undefined;
  readonly style: string;
  /** See {@link SharedImages}. */
  readonly images: string;
  /** In the order in which they run. */
  readonly scripts: readonly string[];
  readonly origins: readonly string[];
  /** The element that carries what the page was built from, or nothing. */
  readonly source: string;
  readonly version: string;
  /** See `deckMark`; a page with its source needs none. */
  readonly mark: string | undefined;
}

/** The page: one file, the same bytes for the same parts. */
export function writePage({ frontMatter, title }: RenderedDeck, parts: PageParts): string {
  const { slides, early, style, images, scripts, origins, source, version, mark } = parts;
  const program = writeProgram(frontMatter.lang, scripts);
  const policy = writePolicy({
    scripts: [announceScripts, ...scripts],
    styles: images === '' ? [style] : [style, images],
    origins,
  });
  const deck = attributes({
    // Slides that are not wider than they are high put pictures above or below their text.
    class: frontMatter.size.height >= frontMatter.size.width ? 'deck tall' : 'deck',
    'data-width': frontMatter.size.width,
    'data-height': frontMatter.size.height,
    'data-transition': frontMatter.transition,
    'data-seconds': frontMatter.time?.value,
    'data-shortcuts': frontMatter.shortcuts ? undefined : 'false',
  });
  return html`<!doctype html>
<html lang="${frontMatter.lang}" dir="${frontMatter.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${frontMatter.author !== undefined && html`<meta name="author" content="${frontMatter.author}">\n`}${
  frontMatter.date !== undefined && html`<meta name="dcterms.date" content="${frontMatter.date}">\n`
}${
  frontMatter.description !== undefined &&
  html`<meta name="description" content="${frontMatter.description}">\n`
}${
  frontMatter.keywords !== undefined &&
  html`<meta name="keywords" content="${frontMatter.keywords}">\n`
}${frontMatter.image !== undefined && writeCard(title, frontMatter.description, frontMatter.image)}<meta name="generator" content="Lectern ${version}">
${mark !== undefined && html`<meta name="lectern-mark" content="${mark}">\n`}<link rel="icon" href="data:,">
<style>${rawHtml(style)}</style>
<script>${rawHtml(announceScripts)}</script>
${images !== '' && html`<style class="images">${rawHtml(images)}</style>\n`}</head>
<body>
<main${deck}>
<div class="slides">
${rawHtml(slides.slice(0, early))}${early !== undefined && html`${program}${rawHtml(slides.slice(early))}`}</div>
</main>
${early === undefined && program}${rawHtml(source)}</body>
</html>
`.toString();
}

/** The scripts of the page, in the order in which they run, and their words. */
export function writeProgram(lang: string, scripts: readonly string[]): Html {
  return html`${writeWords(lang)}
${scripts.map((script) => html`<script>${rawHtml(script)}</script>\n`)}`;
}

/** The words of the page, as data of its script. */
function writeWords(lang: string): Html {
  const { spoken, panels, lang: own } = wordsIn(lang);
  const words: PageWords = {
    ...(languageOfWords(lang) !== undefined && { lang: own }),
    dir: directionOf(own),
    ...spoken,
    ...panels,
  };
  const json = JSON.stringify(words).replaceAll('<', '\\u003c');
  return html`<script type="application/json" class="words">${rawHtml(json)}</script>`;
}

/** What others show of a link to the page: https://ogp.me */
function writeCard(title: string, description: string | undefined, image: string): Html {
  const about = description !== undefined;
  return html`<meta property="og:type" content="website">
<meta property="og:title" content="${title}">
${about && html`<meta property="og:description" content="${description}">\n`}<meta property="og:image" content="${image}">
<meta name="twitter:card" content="summary_large_image">
`;
}
