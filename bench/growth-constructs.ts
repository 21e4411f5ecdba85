/** A deck that repeats one construct, to see how the time of its build grows. */
interface Construct {
  readonly name: string;
  /** The smallest count; it is also tried twice and four times as large. */
  readonly count: number;
  /** The deck, or its files with the deck as `deck.md`. */
  readonly write: (count: number) => string | Readonly<Record<string, string>>;
}

const fence = '```';

/** Repeats a text; `#` becomes the number of the repetition. */
function repeat(text: string, count: number): string {
  return Array.from({ length: count }, (_, i) => text.replaceAll('#', String(i))).join('');
}

function repeated(name: string, text: string, count = 5000): Construct {
  return { name, count, write: (n) => `Text\n\n${repeat(text, n)}\n` };
}

/** @param text what is between `before` and `after`, and is repeated */
function between(
  name: string,
  before: string,
  text: string,
  after: string,
  count = 5000,
): Construct {
  return { name, count, write: (n) => `${before}${repeat(text, n)}${after}` };
}

/** An element in itself again and again. */
function nested(name: string, open: string, close: string, count = 5000): Construct {
  return { name, count, write: (n) => `Text\n\n${open.repeat(n)}x${close.repeat(n)}\n` };
}

function styleSheet(name: string, write: (count: number) => string, count = 5000): Construct {
  return {
    name,
    count,
    write: (n) => ({ 'deck.md': '---\nstyles: a.css\n---\n\n# Deck\n', 'a.css': write(n) }),
  };
}

function svg(name: string, write: (count: number) => string, count = 5000): Construct {
  return {
    name,
    count,
    write: (n) => ({
      'deck.md': '# Deck\n\n![A picture](a.svg)\n',
      'a.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${write(n)}</svg>`,
    }),
  };
}

function code(language: string, text: string): Construct {
  return {
    name: `code: ${language}`,
    count: 2000,
    write: (n) => `${fence}${language}\n${repeat(text, n)}${fence}\n`,
  };
}

const markdown: readonly Construct[] = [
  repeated('paragraphs', 'Some *text* with `code`.\n\n'),
  repeated('one long line', 'word '),
  repeated('headings', '### Heading #\n\n'),
  repeated('slides', '\n---\n\n## Slide #\n\nText\n', 1000),
  repeated('empty slides', '\n---\n', 2000),
  repeated('vertical slides', '\n--\n\n## Slide #\n\nText\n', 1000),
  repeated('slides of one title', '\n---\n\n## Title\n\nText\n', 1000),
  repeated('list items', '- item #\n'),
  repeated('numbered items', '1. item\n'),
  repeated('task items', '- [ ] item\n'),
  repeated('definitions', 'Term #\n: Meaning\n\n', 2000),
  repeated('quotes', '> text\n\n', 2000),
  repeated('alerts', '> [!NOTE]\n> text\n\n', 1000),
  repeated('thematic breaks', '***\n\n', 2000),
  repeated('links', '[a#](https://example.org/#) '),
  repeated('bare addresses', 'https://example.org/# '),
  repeated('mail addresses', 'a#@example.org '),
  repeated('reference links', '[a#]: https://example.org/#\n'),
  repeated('uses of references', '[a#][a#] '),
  repeated('footnotes', 'a[^#]\n\n[^#]: Note\n\n', 2000),
  repeated('inline footnotes', 'a^[note #] ', 2000),
  repeated('attributes', '[word]{.fragment} ', 2000),
  repeated('attribute lists', '{.a#} ', 2000),
  repeated('bold', '**bold** '),
  repeated('sub- and superscripts', 'H~2~O x^2^ '),
  repeated('highlights', '==marked== '),
  repeated('emoji', ':tada: ', 2000),
  repeated('icons', ':lucide-star: ', 2000),
  repeated('variables', '{{n}} ', 2000),
  repeated('unknown variables', '{{x#}} ', 2000),
  repeated('hard breaks', 'line\\\n'),
  repeated('entities', '&amp;&lt;&nbsp;'),
  repeated('containers', '::: {.a}\ntext\n:::\n\n', 1000),
  repeated('unclosed containers', '::: {.a#}\n\n', 1000),
  repeated('closing colons', ':::\n\n', 2000),
  repeated('columns', '::: {.columns}\n::: {.column}\na\n:::\n:::\n\n', 500),
  repeated('notes', '\nNote: words\n\n', 1000),
  repeated('comments', '<!-- comment # -->\n\n', 2000),
  repeated('slide settings', '\n---\n<!-- slide: {class: a#} -->\n\n## T\n', 500),
  repeated('inline formulas', '$x_#$ ', 500),
  repeated('block formulas', '$$\nx_#\n$$\n\n', 300),
  repeated('dollar signs', '$ '),
  repeated('missing images', '![a](a#.png)\n\n', 1000),
  repeated('includes of nothing', '::: include a#.md\n\n', 1000),
  repeated('QR codes', `${fence}qr\nhttps://example.org/#\n${fence}\n\n`, 100),
  repeated('code blocks', `${fence}js\nconst a = #;\n${fence}\n\n`, 500),
  repeated('charts', `${fence}chart bar\n\nx,y\na,1\nb,#\n${fence}\n\n`, 25),
  repeated('diagrams', `${fence}mermaid\nflowchart LR\na#-->b\n${fence}\n\n`, 25),
  repeated('tables', '\n| a | b |\n|---|---|\n| 1 | 2 |\n\n', 500),
  between('table rows', '| a | b |\n|---|---|\n', '| 1 | # |\n', '\n', 2000),
  {
    name: 'table columns',
    count: 1000,
    write: (n) => `${'| a '.repeat(n)}|\n${'|---'.repeat(n)}|\n${'| 1 '.repeat(n)}|\n`,
  },
  nested('brackets', '[', ']'),
  nested('brackets and parentheses', '[a](', ')'),
  nested('stars', '*a **b ', '** c*'),
  nested('underscores', '_a __b ', '__ c_'),
  nested('braces', '{', '}'),
  nested('parentheses', '(', ')'),
  nested('images', '![', '](a.png)', 1000),
  repeated('backticks', '`a``'),
  repeated('tildes', '~a~~'),
  repeated('less-than signs', '<'),
  repeated('open tags', '<a '),
  repeated('unclosed comments', '<!-- '),
  repeated('open CDATA', '<![CDATA['),
  repeated('open declarations', '<!A '),
  repeated('open instructions', '<? '),
  repeated('open links', '[a](<b'),
  repeated('open images', '![a]('),
  repeated('quotation marks', '"a\' '),
  repeated('spaces', ' ', 20_000),
  repeated('line feeds', '\n', 20_000),
  repeated('tabs', '\t', 20_000),
  repeated('backslashes', '\\', 20_000),
  repeated('colons', ':', 20_000),
  repeated('carets', '^', 20_000),
  repeated('equal signs', '=', 20_000),
  repeated('bars', '|', 20_000),
  repeated('at signs', 'a.@'),
  repeated('zero-width joiners', 'a\u200d', 5000),
  repeated('combining accents', '\u0301', 5000),
  repeated('mixed directions', 'a\u05d0 ', 5000),
  between('a language name', fence, 'x', `\ncode\n${fence}\n`, 50_000),
  between('an info string', `${fence}js `, '{a} ', `\ncode\n${fence}\n`, 2000),
  between('line highlights', `${fence}js {`, '1,', `1}\ncode\n${fence}\n`, 2000),
  between('steps of highlights', `${fence}js {`, '1|', `1}\ncode\n${fence}\n`, 500),
  between('a heading', '# ', 'word ', '\n'),
  between('a link text', '[', 'word ', '](https://example.org)\n'),
  between('a link address', '[a](https://example.org/', 'x', ')\n', 50_000),
  between('an attribute list', '# Title {', '.a# ', '}\n', 2000),
  between('front matter keys', '---\n', 'a#: b\n', '---\n\n# Deck\n', 1000),
  between('a front matter list', '---\nstyles: [', 'a#.css, ', 'b.css]\n---\n\n# Deck\n', 500),
  between('a formula', '$$\n', 'x + ', 'x\n$$\n', 1000),
  nested('nested formula groups', '$$ \\sqrt{', '}$$', 100),
  between('nested roots', '$$\n', '\\sqrt{', '\n$$\n', 1000),
  between('nested fractions', '$$\n', '\\frac{a', '\n$$\n', 1000),
  between('TeX macros', '$$\n\\def\\a{\\b\\b}', '\\def\\x#{a}', '\\a\n$$\n', 500),
  repeated('nested quotes', '> ', 50),
  {
    name: 'deep lists',
    count: 25,
    write: (n) => Array.from({ length: n }, (_, i) => `${'  '.repeat(i)}- a\n`).join(''),
  },
];

const html: readonly Construct[] = [
  nested('nested <div>', '<div>', '</div>'),
  nested('nested <div> on lines', '<div>\n\n', '\n\n</div>\n\n', 2000),
  nested('unclosed <div>', '<div>', ''),
  nested('unclosed <div> on lines', '<div>\n\n', '', 2000),
  nested('unclosed <b>', '<b>', ''),
  nested('unclosed <p>', '<p>', ''),
  nested('unclosed <a>', '<a href="#">', ''),
  nested('unclosed <table>', '<table><tr><td>', '', 2000),
  nested('unclosed <select>', '<select><option>', '', 2000),
  nested('misnested', '<b><i>', '</b></i>'),
  nested('nested <span>', '<span>', '</span>'),
  nested('nested <svg>', '<svg>', '</svg>'),
  nested('nested <g>', '<g>', '</g>'),
  nested('closing tags', '', '</div>'),
  repeated('<div> after each other', '<div>a</div>\n\n'),
  repeated('<br>', '<br>'),
  repeated('unknown elements', '<x-# y>a</x-#>'),
  repeated('handlers', '<p onclick="x">a</p>\n\n', 2000),
  repeated('entities in HTML', '<p>&amp;&#x41;&nosuch;</p>'),
  between('attributes of a tag', '<div ', 'a#="b" ', '>text</div>\n'),
  between('classes of a tag', '<div class="', 'a# ', '">text</div>\n'),
  between('a style', '<div style="', 'color: red; ', '">text</div>\n'),
  between('an attribute', '<div title="', 'x', '">text</div>\n', 50_000),
  between('inline <g>', '<svg viewBox="0 0 9 9">', '<g>', '</svg>\n'),
  between('inline paths', '<svg viewBox="0 0 9 9">', '<path d="M0 0"/>', '</svg>\n'),
  svg('<g> in a file', (n) => '<g>'.repeat(n) + '</g>'.repeat(n)),
  svg('unclosed <g> in a file', (n) => '<g>'.repeat(n)),
  svg('paths in a file', (n) => repeat('<path id="p#" d="M0 0h9"/>', n)),
  svg('uses in a file', (n) => `<path id="a"/>${'<use href="#a"/>'.repeat(n)}`),
  svg('a doubling <use> in a file', (n) =>
    Array.from(
      { length: Math.min(n, 60) },
      (_, i) => `<g id="a${i + 1}"><use href="#a${i}"/><use href="#a${i}"/></g>`,
    ).join(''),
  ),
  svg('styles in a file', (n) => `<style>${repeat('.a#{fill:red}', n)}</style>`),
  svg('attributes in a file', (n) => `<path ${repeat('a#="b" ', n)}/>`),
];

const css: readonly Construct[] = [
  styleSheet('rules', (n) => repeat('.a# { color: red }\n', n)),
  styleSheet('declarations', (n) => `.a { ${repeat('--a#: red; ', n)} }`),
  styleSheet('selectors', (n) => `${repeat('.a#, ', n)} .b { color: red }`),
  styleSheet('nested rules', (n) => 'a{'.repeat(n) + '}'.repeat(n)),
  styleSheet('unclosed rules', (n) => 'a{'.repeat(n)),
  styleSheet('nested @media', (n) => '@media print{'.repeat(n) + '}'.repeat(n)),
  styleSheet('open parentheses', (n) => `a { width: ${'calc('.repeat(n)} }`),
  styleSheet('open brackets', (n) => `a${'['.repeat(n)} { color: red }`),
  styleSheet('nested :is()', (n) => `${':is('.repeat(n)}a${')'.repeat(n)} { color: red }`),
  styleSheet('braces that close nothing', (n) => '}'.repeat(n)),
  styleSheet('comments', (n) => '/* a */'.repeat(n)),
  styleSheet(
    'variables of variables',
    (n) =>
      `:root { --a0: red; ${Array.from({ length: n }, (_, i) => `--a${i + 1}: var(--a${i}); `).join('')} }`,
  ),
  styleSheet(
    'doubling variables',
    (n) =>
      `:root { --a0: red; ${Array.from({ length: Math.min(n, 60) }, (_, i) => `--a${i + 1}: var(--a${i}) var(--a${i}); `).join('')} } p { color: var(--a59) }`,
  ),
  styleSheet('imports of nothing', (n) => repeat('@import "x#.css";\n', n), 500),
  styleSheet('addresses', (n) => repeat('.a# { background: url(x#.png) }\n', n), 500),
  styleSheet('strings', (n) => `a::before { content: "${'x'.repeat(n)}" }`, 50_000),
  styleSheet('escapes', (n) => `a::before { content: "${'\\41 '.repeat(n)}" }`),
  styleSheet('keyframes', (n) => repeat('@keyframes k# { from { top: 0 } }\n', n), 2000),
  styleSheet(
    '@font-face',
    (n) => repeat('@font-face { font-family: F#; src: local(x) }\n', n),
    500,
  ),
  {
    name: 'imports that double',
    count: 4,
    write: (n) =>
      Object.fromEntries([
        ['deck.md', '---\nstyles: a0.css\n---\n\n# Deck\n'],
        ...Array.from({ length: n }, (_, i) => [
          `a${i}.css`,
          `@import "a${i + 1}.css";\n@import "a${i + 1}.css";\n`,
        ]),
        [`a${n}.css`, 'p { color: red }'],
      ]),
  },
  {
    name: 'a chain of imports',
    count: 250,
    write: (n) =>
      Object.fromEntries([
        ['deck.md', '---\nstyles: a0.css\n---\n\n# Deck\n'],
        ...Array.from({ length: n }, (_, i) => [`a${i}.css`, `@import "a${i + 1}.css";\n`]),
        [`a${n}.css`, 'p { color: red }'],
      ]),
  },
];

const files: readonly Construct[] = [
  {
    name: 'includes that double',
    count: 4,
    write: (n) =>
      Object.fromEntries([
        ['deck.md', '# Deck\n\n<!-- include: a0.md -->\n'],
        ...Array.from({ length: n }, (_, i) => [
          `a${i}.md`,
          `<!-- include: a${i + 1}.md -->\n\n<!-- include: a${i + 1}.md -->\n`,
        ]),
        [`a${n}.md`, 'text\n'],
      ]),
  },
  {
    name: 'rows of a chart',
    count: 5000,
    write: (n) => ({
      'deck.md': `${fence}chart line\ndata: a.csv\n${fence}\n`,
      'a.csv': `x,y\n${repeat('#,1\n', n)}`,
    }),
  },
  {
    name: 'columns of a chart',
    count: 1000,
    write: (n) => ({
      'deck.md': `${fence}chart line\ndata: a.csv\n${fence}\n`,
      'a.csv': `${repeat('c#,', n)}x\n${'1,'.repeat(n)}1\n`,
    }),
  },
  {
    name: 'rows of a data table',
    count: 100,
    write: (n) => ({
      'deck.md': `${fence}table\ndata: a.csv\n${fence}\n`,
      'a.csv': `x,y\n${repeat('#,1\n', n)}`,
    }),
  },
];

const diagrams: readonly Construct[] = [
  between('edges of a diagram', `${fence}mermaid\nflowchart LR\n`, 'a#-->b#\n', `${fence}\n`, 25),
  between('a chain in a diagram', `${fence}mermaid\nflowchart LR\na`, '-->b#', `\n${fence}\n`, 25),
  between('subgraphs', `${fence}mermaid\nflowchart LR\n`, 'subgraph a#\n', `${fence}\n`, 50),
  between('a sequence', `${fence}mermaid\nsequenceDiagram\n`, 'A->>B: #\n', `${fence}\n`, 30),
  between('a label', `${fence}mermaid\nflowchart LR\na[`, 'word ', `]\n${fence}\n`, 100),
  between('a DOT graph', `${fence}dot\ndigraph {\n`, 'a#->b#;\n', `}\n${fence}\n`, 25),
  between('nested DOT graphs', `${fence}dot\ndigraph {\n`, '{', `\n${fence}\n`, 1000),
];

const languages: readonly Construct[] = [
  code('js', 'const a# = [1, "b", `c`];\n'),
  code('js', '/'),
  code('js', '('),
  code('python', 'def f#(a): return "x"\n'),
  code('html', '<p class="a">b</p>\n'),
  code('html', '<'),
  code('css', 'a { color: red }\n'),
  code('bash', 'echo "$a" | grep b\n'),
  code('markdown', '*a [b](c) '),
  code('cpp', 'template<class T> int f(T a = {1});\n'),
  code('cpp', 'a<'),
  code('diff', '+ a\n- b\n'),
  code('text', 'a very long line '),
  code('latex', '\\a{'),
  code('sql', 'select a from b;\n'),
  code('yaml', 'a#: b\n'),
  code('php', '<?php $a = "b"; ?>\n'),
  code('perl', 'm{a'),
  code('swift', 'a('),
];

export const constructs: readonly Construct[] = [
  ...markdown,
  ...html,
  ...css,
  ...files,
  ...diagrams,
  ...languages,
];
