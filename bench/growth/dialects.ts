import type { Dialect } from '../../src/model/source.ts';
import { between, type Construct, fence, nested, repeated } from './construct.ts';

function inDialect(dialect: Dialect, constructs: readonly Construct[]): readonly Construct[] {
  return constructs.map((each) => ({ ...each, name: `${dialect}: ${each.name}`, dialect }));
}

/** A list in which each item contains the next one. */
const deepList: Construct = {
  name: 'deep lists',
  count: 500,
  write: (n) => Array.from({ length: n }, (_, i) => `${'  '.repeat(i)}- a\n`).join(''),
};

const marp = inDialect('marp', [
  deepList,
  repeated('directives', '<!-- _class: a# -->\n', 2000),
  repeated('slides with directives', '\n---\n<!-- _class: a# -->\n\n# Slide\n', 500),
  repeated('unclosed directives', '<!-- class: a#\n\n', 2000),
  repeated('backgrounds', '![bg left:40%](a#.png)\n\n', 1000),
  repeated('sized images', '![w:200 h:50%](a#.png) ', 1000),
  between('words of an image', '![bg ', 'a# ', '](a.png)\n', 5000),
  repeated('scoped styles', '<style scoped>\nsection { color: red }\n</style>\n\n', 500),
  between('rules of a style', '<style>\n', 'section .a# > p { color: red }\n', '</style>\n', 1000),
  between('selectors of a style', '<style>\n', 'section:is(', '\n</style>\n', 2000),
  repeated('unclosed styles', '<style>\n', 2000),
  repeated('fitted headings', '# <!-- fit --> Title\n\n', 1000),
  repeated('items one by one', '* item\n', 2000),
  repeated('emoji', ':tada: ', 2000),
  repeated('formulas', '$x_#$ ', 300),
]);

const slidev = inDialect('slidev', [
  deepList,
  nested('lists of clicks', '<v-clicks>\n\n- a\n\n', '</v-clicks>\n\n', 1000),
  nested('lists of clicks without end', '<v-clicks>\n\n- a\n', '', 2000),
  nested('clicks without end', '<v-click>', '', 5000),
  repeated('clicks', '<v-click>a#</v-click>\n\n', 1000),
  between('a list of clicks', '<v-clicks>\n\n', '- item #\n', '\n</v-clicks>\n', 2000),
  repeated('elements with v-click', '<div v-click="#">a</div>\n\n', 1000),
  repeated('components', '<Toc /> <Tweet id="#" />\n\n', 1000),
  repeated('unknown components', '<Component# :a="b" />\n\n', 1000),
  repeated('slots', '::a#::\n\ntext\n\n', 1000),
  nested('templates', '<template #a>', '</template>', 2000),
  repeated('expressions', '{{ a# }} ', 2000),
  nested('open expressions', '{{ ', '', 5000),
  repeated('snippets', '<<< @/a#.ts {1|2}\n\n', 500),
  repeated('magic code', `${fence}\`md magic-move\n${fence}js\na\n${fence}\n${fence}\`\n\n`, 200),
  between(
    'steps of magic code',
    `${fence}\`md magic-move\n`,
    `${fence}js\na#\n${fence}\n`,
    '',
    500,
  ),
  repeated('settings of slides', '\n---\nlayout: two-cols\nclass: a#\n---\n\n# T\n', 500),
  repeated('attributes', '[a]{.b#} ', 2000),
  repeated('containers of Comark', '::a{b="#"}\ntext\n::\n\n', 1000),
  nested('nested containers of Comark', ':::a\n', '', 1000),
  repeated('scripts', '<script setup>\nconst a = #\n</script>\n\n', 500),
  repeated('utility classes', '<div class="grid grid-cols-# gap-4 text-xl">a</div>\n\n', 1000),
  between('many utility classes', '<div class="', 'mt-# ', '">a</div>\n', 5000),
  repeated('notes', '\n---\n\n# T\n\n<!-- note # [click] -->\n', 500),
  repeated('icons', '<mdi-account /> ', 1000),
]);

const reveal = inDialect('reveal', [
  deepList,
  repeated('comments for elements', 'text <!-- .element: class="fragment" -->\n\n', 2000),
  repeated('comments on a line', '<!-- .element: class="fragment" -->', 2000),
  repeated('comments for slides', '\n---\n<!-- .slide: class="a#" -->\n\n# T\n', 500),
  repeated('open comments', 'text <!-- .element: class="', 2000),
  between('attributes of a comment', 'text <!-- .element: ', 'a#="b" ', '-->\n', 2000),
  nested('sections', '<section>', '</section>', 1000),
  nested('sections without end', '<section>', '', 2000),
  repeated('sections one by one', '<section data-background="#123">a</section>\n\n', 1000),
  repeated('asides', '<aside class="notes">a</aside>\n\n', 1000),
  nested('stacks', '<div class="r-stack">', '</div>', 1000),
  repeated('code', '<pre><code data-line-numbers="1|2">a\n</code></pre>\n\n', 500),
  repeated('formulas', '\\\\( x_# \\\\) ', 300),
  repeated('notes', '\n---\n\n# T\n\nNote: words\n', 500),
]);

const divs: readonly Construct[] = [
  deepList,
  repeated('divs', '::: {.a#}\ntext\n:::\n\n', 2000),
  nested('nested divs', '::: {.a}\n', ':::\n', 1000),
  nested('divs without end', '::: {.a}\n\n', '', 2000),
  repeated('columns', ':::: {.columns}\n::: {.column}\na\n:::\n::::\n\n', 500),
  repeated('spans', '[a]{.b#} ', 2000),
  nested('nested spans', '[a ', ']{.b}', 2000),
  repeated('headings', '# Title # {.a#}\n\n## Sub\n\n', 500),
  repeated('citations', '[@a#; see @b, p. #] ', 2000),
  nested('open citations', '[@a; ', '', 5000),
  repeated('footnotes', 'a^[note #] ', 2000),
  nested('open footnotes', '^[', '', 5000),
  nested('quotes', '> ', '', 5000),
  repeated('definitions', 'Term #\n\n:   Meaning\n\n', 1000),
  repeated('tables of spaces', '  a   b\n----  ---\n  1   #\n\n: Caption\n\n', 500),
  between('rows of a table of spaces', '  a   b\n----  ---\n', '  1   2\n', '\n', 5000),
  repeated('grid tables', '+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n\n', 500),
  between('rows of a grid table', '+---+---+\n', '| a | b |\n+---+---+\n', '\n', 2000),
  repeated('open grid tables', '+---+---+\n| a', 2000),
  repeated('line blocks', '| line #\n', 5000),
  repeated('examples', '(@a#) item, as in (@a#)\n', 2000),
  repeated('raw code', '`<b>a</b>`{=html} ', 2000),
  repeated('TeX', '\\textbf{a#} ', 2000),
  nested('open TeX', '\\textbf{', '', 5000),
  repeated('environments', '\\begin{a}\nb\n\\end{a}\n\n', 1000),
  repeated('open environments', '\\begin{a}\n', 2000),
  repeated('macros', '\\newcommand{\\a#}{b}\n\n', 1000),
  repeated('sub- and superscripts', 'H~2~O x^2^ ', 2000),
  repeated('pauses', '. . .\n\ntext\n\n', 1000),
  repeated('images', '![a](a#.png){width=50%}\n\n', 500),
  repeated('fences with attributes', `${fence}{.js .a# b="c"}\na\n${fence}\n\n`, 500),
];

const quarto = inDialect('quarto', [
  ...divs,
  repeated('content by format', '::: {.content-visible}\ntext\n:::\n\n', 2500),
  nested('open content by format', '::: {.content-visible}\n', '', 2500),
  repeated('hidden content', '::: {.content-hidden when-format="html"}\na\n:::\n\n', 1000),
  repeated('callouts', '::: {.callout-note}\ntext\n:::\n\n', 1000),
  repeated('tabs', '::: {.panel-tabset}\n## A\n\na\n\n## B\n\nb\n:::\n\n', 300),
  between('tabs of a set', '::: {.panel-tabset}\n', '## T#\n\na\n\n', ':::\n', 1000),
  repeated('shortcodes', '{{< fa star >}} ', 1000),
  repeated('unknown shortcodes', '{{< a# b >}} ', 2000),
  nested('open shortcodes', '{{< ', '', 5000),
  repeated('videos', '{{< video a#.mp4 >}}\n\n', 500),
  repeated('cells', `${fence}{python}\n#| echo: true\na\n${fence}\n\n`, 500),
  between('options of a cell', `${fence}{python}\n`, '#| a#: b\n', `a\n${fence}\n`, 1000),
  repeated('figures', '::: {#fig-a#}\n![A](a.png)\n\nCaption\n:::\n\n', 500),
  repeated('layouts', '::: {layout-ncol=2}\na\n\nb\n:::\n\n', 500),
  repeated('cross-references', '@fig-a# ', 2000),
  repeated('annotated code', `${fence}{.python}\na # <1>\n${fence}\n1. note\n\n`, 300),
  repeated('positions', '[a]{.absolute top=#} ', 1000),
]);

const pandoc = inDialect('pandoc', divs);

export const dialects: readonly Construct[] = [...marp, ...slidev, ...reveal, ...quarto, ...pandoc];
