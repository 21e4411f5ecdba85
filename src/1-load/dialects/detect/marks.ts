import { revealThemes } from '../shared/reveal-names.ts';
import { hasTheme, inBody, inProse, type Mark } from './mark.ts';
import { pandocMarks } from './pandoc-marks.ts';

/** What the decks of each tool have, and the others seldom. */
export const marks: readonly Mark[] = [
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
    isIn: inBody(/^`{3,}[\w+-]+ *\[[\d,-]*\]/m),
  },
  {
    tool: 'reveal',
    points: 2,
    name: 'steps of code in brackets',
    isIn: inBody(/^`{3,}[\w+-]+ *\[[\d,-]+\|[\d|,-]+\]/m),
  },
  {
    tool: 'reveal',
    points: 1,
    name: 'a theme of reveal.js',
    isIn: hasTheme(revealThemes),
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
    isIn: inProse(/!\[(?:[^[\]\n]* )?[wh](?:idth|eight)?:\d/),
  },
  { tool: 'marp', points: 1, name: 'a theme of Marp', isIn: hasTheme(['gaia', 'uncover']) },
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
    isIn: hasTheme(['seriph', 'apple-basic', 'bricks', 'shibainu']),
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
    name: 'a transition of Slidev',
    isIn: ({ matter }) =>
      /^transition: *(?:slide-(?:left|right|up|down)|fade-out|view-transition)\b/m.test(matter),
  },
  {
    tool: 'slidev',
    points: 1,
    name: 'counts of clicks',
    isIn: inProse(/^---[ \t]*\n(?:[\w-]+:[^\n]*\n)*clicks: *\d/m),
  },
  {
    tool: 'slidev',
    points: 2,
    name: 'components with values of Vue',
    // Pages of VitePress have them, too, but no breaks.
    isIn: ({ prose }) =>
      /<[A-Z]\w*\s(?:[^<>]*\s)?:[a-z][\w-]*="/.test(prose) && /^---[ \t]*$/m.test(prose),
  },
  {
    tool: 'slidev',
    points: 1,
    name: 'a theme that is a folder',
    isIn: ({ matter }) => /^theme[ \t]*:[ \t]*["']?\.{1,2}\/?["']?[ \t]*$/m.test(matter),
  },
  ...pandocMarks,
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
    // A line may contain U+2028, after which "^" matches again.
    isIn: inProse(/(?<![^\n])(?![ \t]*#)[^\n]*[^\s{][ \t]*\{[.#][\w-][^\n{}]*\}[ \t]*(?![^\n])/),
  },
];
