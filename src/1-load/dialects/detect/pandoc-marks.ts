import { isDeckKey } from '../../../base/yaml/keys.ts';
import { inBody, inProse, type Mark } from './mark.ts';

/** Keys that only Pandoc reads, and what is built on it. */
const pandocKeys: readonly string[] = [
  ...['institute', 'bibliography', 'csl', 'link-citations', 'nocite', 'reference-section-title'],
  ...['header-includes', 'revealjs-url', 'slide-level', 'section-titles', 'highlight-style'],
  ...['background-image', 'title-slide-attributes', 'beameroption', 'aspectratio', 'classoption'],
];

/** Options of reveal.js that Pandoc passes on, and Lectern does not have. */
const revealKeys = [
  'progress',
  'slideNumber',
  'history',
  'controls',
  'hash',
  'slide-number',
].filter((key) => !isDeckKey(key));

/** Keys of pages and articles. */
const pageKeys = [
  ...['layout', 'tags', 'categories', 'category', 'draft', 'slug', 'permalink', 'weight'],
  ...['url', 'aliases', 'published', 'description', 'summary', 'sidebar', 'nav_order', 'parent'],
];

/** Attributes that only the headings of slides have. */
const slideAttributes =
  /^#{1,3} [^\n]*\{(?:[^\n{}]*\s)?(?:\.(?:incremental|nonincremental|allowframebreaks|fragile|standout|plain|scrollable|smaller|section|center)(?=[\s}])|(?:data-)?(?:background|transition|auto-animate|state|visibility)[\w-]*=)[^\n{}]*\}[ \t]*$/m;

/** Several headings, and no breaks between slides. */
function hasManyHeadings(prose: string): boolean {
  return (prose.match(/^#{1,2} \S/gm)?.length ?? 0) >= 3 && !/^---?[ \t]*$/m.test(prose);
}

/** What only decks of Pandoc have, and what is built on it. */
export const pandocMarks: readonly Mark[] = [
  // Lectern has such attributes and blocks, too, but begins its slides with breaks.
  {
    tool: 'pandoc',
    points: 2,
    name: 'slides with attributes',
    isIn: ({ prose }) => slideAttributes.test(prose),
  },
  // Pages with attributes of their headings have more than two levels of them.
  {
    tool: 'pandoc',
    points: 1,
    name: 'headings with attributes',
    isIn: ({ prose }) =>
      /^#{1,2} [^\n]*\{[^\n{}]*(?:\.[\w-]|=)[^\n{}]*\}[ \t]*$/m.test(prose) &&
      hasManyHeadings(prose),
  },
  {
    tool: 'pandoc',
    points: 2,
    name: '"::: {…}"',
    isIn: ({ prose }) => /^:{3,}[ \t]*\{/m.test(prose) && hasManyHeadings(prose),
  },
  { tool: 'pandoc', points: 1, name: 'code "{.…}"', isIn: inBody(/^`{3,} *\{[.#]\w/m) },
  {
    tool: 'pandoc',
    points: 1,
    name: 'slides by headings',
    isIn: ({ prose }) =>
      (prose.match(/^# \S/gm)?.length ?? 0) >= 3 && !/^-{3,}[ \t]*$/m.test(prose),
  },
  // With slides by headings, these are the columns of its decks.
  {
    tool: 'pandoc',
    points: 1,
    name: '<div class="column">',
    isIn: inProse(/^<div class=["']?columns?\b/m),
  },
  { tool: 'pandoc', points: 2, name: 'code "{=…}"', isIn: inBody(/^`{3,} *\{=\w+\}[ \t]*$/m) },
  {
    tool: 'pandoc',
    points: 2,
    name: '"::: {.column …}"',
    isIn: inProse(/^:{3,}[ \t]*\{[^}\n]*\.columns?\b/m),
  },
  {
    tool: 'pandoc',
    points: 4,
    name: 'settings of Pandoc',
    isIn: ({ keys }) => pandocKeys.some((key) => keys.has(key)),
  },
  {
    tool: 'pandoc',
    points: 3,
    name: 'settings of reveal.js, pauses',
    isIn: ({ keys, prose }) =>
      revealKeys.some((key) => keys.has(key)) && /^\. \. \.[ \t]*$/m.test(prose),
  },
  {
    tool: 'pandoc',
    points: 1,
    name: 'a title block',
    isIn: ({ keys }) =>
      keys.has('title') &&
      (keys.has('author') || keys.has('date')) &&
      !pageKeys.some((key) => keys.has(key)),
  },
];
