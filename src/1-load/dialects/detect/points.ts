import { isDeckKey, isSlideKey } from '../../../base/yaml/keys.ts';
import type { DeckText } from './deck-text.ts';
import type { Evidence, Tool } from './tool.ts';

/** How much a mark says for a tool: two points, and more than any other tool has, decide. */
interface Mark {
  readonly tool: Tool | 'lectern';
  readonly points: number;
  /** Whether Lectern reads it in the same way, so that it alone says nothing. */
  readonly isShared?: true;
  /** For messages. */
  readonly name: string;
  readonly isIn: (text: DeckText) => boolean;
}

const inProse =
  (pattern: RegExp) =>
  ({ prose }: DeckText): boolean =>
    pattern.test(prose);

const inBody =
  (pattern: RegExp) =>
  ({ body }: DeckText): boolean =>
    pattern.test(body);

const hasTheme = (names: string) => {
  const pattern = new RegExp(`^theme[ \\t]*:[ \\t]*["']?(?:${names})["']?[ \\t]*$`, 'm');
  return ({ matter }: DeckText): boolean => pattern.test(matter);
};

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

const marks: readonly Mark[] = [
  {
    tool: 'reveal',
    points: 2,
    name: 'breaks "---" and "----"',
    // Alone, these are lines across a page.
    isIn: ({ prose }) => /(?:^|\n)\n?-{4}\n/.test(prose) && /(?:^|\n)\n?-{3}\n/.test(prose),
  },
  {
    tool: 'reveal',
    points: 2,
    name: 'attributes "data-…" of reveal.js',
    // In braces, they are Pandoc's.
    isIn: inProse(/<[^<>{}]*\bdata-(?:background|auto-animate|chart|trim|noescape)\b/),
  },
  {
    tool: 'reveal',
    points: 2,
    isShared: true,
    name: 'class="fragment"',
    isIn: inProse(/\bclass=["'][^"'\n]*\bfragment\b|\bdata-fragment-index=/),
  },
  {
    tool: 'reveal',
    points: 2,
    isShared: true,
    name: 'classes "r-…" of reveal.js',
    isIn: inProse(/\bclass=["'][^"'\n]*\br-(?:stretch|stack|fit-text|[hv]stack)\b/),
  },
  { tool: 'reveal', points: 2, name: 'math/tex', isIn: inProse(/\bmath\/tex\b/) },
  { tool: 'reveal', points: 1, isShared: true, name: '"Note:"', isIn: inProse(/^Notes?:/m) },
  { tool: 'reveal', points: 1, isShared: true, name: 'breaks "--"', isIn: inProse(/^--[ \t]*$/m) },
  {
    tool: 'reveal',
    points: 1,
    name: 'lines of code in brackets',
    isIn: inBody(/^`{3,}[\w+-]+ *\[[\d|,-]+\]/m),
  },
  {
    tool: 'reveal',
    points: 1,
    name: 'a theme of reveal.js',
    isIn: hasTheme(
      'black|white|league|beige|sky|night|serif|simple|solarized|moon|dracula|blood|black-contrast|white-contrast',
    ),
  },
  {
    tool: 'marp',
    points: 2,
    name: 'directives of Marp in comments',
    isIn: inProse(
      /<!--\s*(?:_[a-z]\w*|paginate|header|footer|headingDivider|backgroundColor|backgroundImage)[ \t]*:/,
    ),
  },
  {
    tool: 'marp',
    points: 2,
    name: 'backgrounds "![bg]"',
    isIn: inProse(/!\[bg(?: [^\]\n]*)?\]\(/),
  },
  { tool: 'marp', points: 2, name: '<style scoped>', isIn: inProse(/<style scoped>/) },
  {
    tool: 'marp',
    points: 1,
    name: 'sizes "![w:…]"',
    isIn: inProse(/!\[(?:[^\]\n]* )?[wh](?:idth|eight)?:\d/),
  },
  { tool: 'marp', points: 1, name: 'a theme of Marp', isIn: hasTheme('gaia|uncover') },
  {
    tool: 'marp',
    points: 1,
    name: '"size: 16:9"',
    isIn: ({ matter }) => /^size[ \t]*:[ \t]*(?:16:9|4:3|4K)\b/m.test(matter),
  },
  {
    tool: 'slidev',
    points: 2,
    name: 'settings of slides',
    isIn: inProse(
      /^---[ \t]*\n(?:[\w-]+:[^\n]*\n)*(?:transition|layout): *(?:two-cols|intro|fact|none|full|iframe|slide-left|slide-up|fade-out|view-transition)\b/m,
    ),
  },
  {
    tool: 'slidev',
    points: 2,
    name: 'components of Slidev',
    isIn: inProse(/<(?:Tweet|Toc|Youtube|carbon-|ri-|mdi-|SlidevVideo|RenderWhen)\b/),
  },
  {
    tool: 'slidev',
    points: 1,
    name: 'steps',
    isIn: inProse(/<v-(?:clicks?|after|switch|drag|mark)\b|<[a-z][^<>]* v-click\b/),
  },
  { tool: 'slidev', points: 1, name: '"::right::"', isIn: inProse(/^::right::/m) },
  {
    tool: 'slidev',
    points: 1,
    name: 'a theme of Slidev',
    isIn: hasTheme('seriph|apple-basic|bricks|shibainu'),
  },
  {
    tool: 'slidev',
    points: 1,
    name: '"layout" of the first slide',
    isIn: ({ keys }) => keys.has('layout'),
  },
  {
    tool: 'slidev',
    points: 1,
    name: 'a theme that is a folder',
    isIn: ({ matter }) => /^theme[ \t]*:[ \t]*["']?\.{1,2}\/?["']?[ \t]*$/m.test(matter),
  },
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
  {
    tool: 'quarto',
    points: 2,
    name: 'code that runs',
    isIn: inBody(/^`{3,} *\{(?:r|python|julia|ojs)\b/m),
  },
  // Pages of Hugo have shortcodes, too.
  { tool: 'quarto', points: 1, name: 'shortcodes "{{<"', isIn: inProse(/\{\{< /) },
  { tool: 'quarto', points: 1, name: '"execute"', isIn: ({ keys }) => keys.has('execute') },
  {
    tool: 'lectern',
    points: 2,
    name: 'blocks ":::"',
    isIn: inProse(/^:{3,} *(?:column|cards|aside|steps)\b/m),
  },
  {
    tool: 'lectern',
    points: 1,
    name: 'blocks ":::"',
    isIn: inProse(/^:{3,} *(?:columns|notes|incremental|fragment)\b/m),
  },
  { tool: 'lectern', points: 2, name: 'slots', isIn: inProse(/^::(?:left|title|body|text)::/m) },
  {
    tool: 'lectern',
    points: 2,
    name: 'settings of slides',
    isIn: inProse(
      /^<!--\s*(?:layout|time|background|autoAnimate): |^layout: *(?:statement|full-image|two-columns|blank)\b/m,
    ),
  },
  {
    tool: 'lectern',
    points: 1,
    name: 'attributes of texts',
    isIn: inProse(/^(?![ \t]*#)[^\n]*[^\s{][ \t]*\{[.#][\w-][^\n{}]*\}[ \t]*$/m),
  },
];

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

/** The tool for which the marks of a text speak, if they do so for one. */
export function evidenceByPoints(text: DeckText): Evidence | undefined {
  const present = marks.filter(({ isIn }) => isIn(text));
  const own = new Set(present.filter(({ isShared }) => !isShared).map(({ tool }) => tool));
  const found = present.filter(({ tool }) => own.has(tool));
  const sums = new Map<Evidence['tool'], number>();
  for (const { tool, points } of found) sums.set(tool, (sums.get(tool) ?? 0) + points);
  const keys = [...text.keys].filter((key) => isDeckKey(key) && !isSlideKey(key));
  if (keys.some((key) => !sharedKeys.has(key))) sums.set('lectern', (sums.get('lectern') ?? 0) + 1);
  const [first, second] = [...sums].toSorted(([, a], [, b]) => b - a);
  if (!first || first[1] < 2 || first[1] === second?.[1]) return undefined;
  const [tool] = first;
  const names = found.filter((mark) => mark.tool === tool).map(({ name }) => name);
  return { tool, reason: `it has ${names.slice(0, 3).join(', ')}` };
}

/** Keys of Lectern's front matter that other tools have, too. */
const sharedKeys: ReadonlySet<string> = new Set([
  ...['title', 'subtitle', 'author', 'date', 'lang', 'description', 'keywords', 'theme', 'header'],
  ...['footer', 'logo', 'size', 'fonts', 'image', 'incremental', 'transition', 'dir'],
]);
