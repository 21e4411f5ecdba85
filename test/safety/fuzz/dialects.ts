import type { Dialect } from '../../../src/model/source.ts';
import type { Grammar } from './grammar.ts';

type Rule = (deck: Grammar) => string;

const fence = '```';

/** What the Markdown of other tools has beside that of Lectern, and what in it is dangerous. */
export const dialectBlocks: Readonly<Record<Exclude<Dialect, 'lectern'>, readonly Rule[]>> = {
  marp: [
    (g) => `<!-- _class: ${g.word()} -->\n\n![bg left:40% blur](a.svg)`,
    (g) => `![w:200 h:50% ${g.word()}](a.svg)\n${g.line()}`,
    (g) => `<!--\nbackgroundImage: url("${g.html()}")\nheader: '${g.line()}'\n-->`,
    (g) =>
      `<style scoped>\nsection > ${g.word()} { background: url(${g.word()}.png) }\n@import "x";\n</style>`,
    (g) => `* ${g.line()}\n* ${g.block()}`,
    (g) => `# <!-- fit --> ${g.line()}`,
    (g) => `<!-- _class: ${g.word()}\n_paginate: ${g.word()}\n_color: url(//x) -->\n\n${g.block()}`,
    (g) =>
      `![bg vertical right:${g.choose(['33%', '-1%', '1e9px', 'x'])} fit](a.svg)\n![bg brightness:2 ${g.word()}](missing.png)`,
    (g) =>
      `<!-- headingDivider: ${g.choose(['2', '[1, 9]', '-1', 'x'])} -->\n\n# ${g.line()}\n\n## ${g.line()}`,
    (g) => `<header>${g.line()}</header>\n\n${g.block()}\n\n***\n\n___\n\n${g.block()}`,
    (g) =>
      `<!-- $theme: gaia -->\n<!-- *template: ${g.word()} -->\n\n1) ${g.line()}\n2) ${g.block()}`,
    (g) => `<style>\n@theme a;\nsection::after { content: '${g.word()}`,
  ],
  slidev: [
    (g) => `<v-clicks depth="2">\n\n- ${g.line()}\n\n</v-clicks>`,
    (g) => `<div v-click @click="hit()" :style="{ a: ${g.word()} }">${g.block()}</div>`,
    (g) => `<${g.word()} :a="b" />\n\n<Toc /> <Tweet id="1" /> <Youtube id="${g.word()}" />`,
    (g) => `<<< @/a.svg#${g.word()} ts {1|2}{a:b}`,
    (g) =>
      `::right::\n\n${g.block()}\n\n<style>\n${g.word()} { color: red; background: url(//x) }\n</style>`,
    (g) => `${fence}`.concat(`\`md magic-move\n${fence}js\n${g.word()}\n${fence}\n${fence}\``),
    (g) => `<template #${g.word()}>${g.block()}</template>\n\n{{ ${g.html()} }}`,
    (g) =>
      `---\nlayout: ${g.choose(['two-cols', 'image-right', 'iframe', 'quote', '__proto__'])}\nimage: /a.svg\nurl: javascript:hit()\n---\n\n${g.block()}`,
    (g) =>
      `---\nsrc: ${g.choose(['./part.md', './deck.md', 'part.md#1-', '/part.md', '../x.md'])}\n${g.choose(['---', 'hide: x\n---', ''])}`,
    (g) => `<v-clicks>\n\n${g.block()}`,
    (g) =>
      `<v-click at="${g.choose(['+1', '[1,', '-9', '1e9'])}">\n${g.block()}\n\n</v-click>\n</v-click>`,
    (g) =>
      `<Arrow x1="1" v-drag="${g.word()}" /> <VSwitch><template #1>${g.line()}</template></VSwitch>`,
    (g) =>
      `${fence}ts {monaco-run} {1|all|${g.word()}}{maxHeight:'1px', lines:true}\n${g.word()}\n${fence}`,
    (g) => `${fence}plantuml\n@startuml\n${g.word()}\n@enduml\n${fence}\n\n$$ {1|2}\n\\frac{a\n$$`,
    (g) =>
      `<div class="grid grid-cols-${g.choose(['2', '0', '99999', '[1fr_'])} gap-4">\n<div>\n\n${g.block()}\n\n</div>\n<div>${g.block()}</div></div>`,
    (g) =>
      `[[${g.word()}]] ![](a.svg){.w-10 v-click} :${g.word()}:{a} <mdi-${g.word()} /> <carbon-add class="a"/>`,
    (g) =>
      `::code-group\n${fence}js [a]\n${g.word()}\n${fence}\n::\n\n:::${g.word()}\n${g.line()}\n:::`,
    (g) =>
      `<script setup>\nconst a = '${g.word()}'\n</script>\n\n{{ ${g.word()} }} {{ $slidev.nav.currentPage }}`,
    (g) =>
      `<!--\n[click:${g.choose(['', '2', 'x'])}] ${g.line()}\n-->\n\n${g.block()}\n\n<!-- ${g.word()}`,
  ],
  reveal: [
    (g) => `${g.line()} <!-- .element: class="fragment" onclick="hit()" -->`,
    (g) =>
      `<!-- .slide: data-background-iframe="javascript:hit()" data-background="${g.html()}" -->`,
    (g) => `<section data-markdown>${g.block()}</section>`,
    (g) => `<canvas data-chart="bar">\nA,B\n${g.word()},1\n</canvas>`,
    (g) => `Note: ${g.line()}\n\n----\n\n${g.block()}`,
    (g) => `<pre><code data-trim data-line-numbers="1|2">${g.html()}</code></pre>`,
    (g) =>
      `<!-- .slide: data-auto-animate data-background-video="${g.choose(['a.mp4', '//x', 'deck.md'])}" class="a" ${g.word()}`,
    (g) =>
      `<div class="r-stack"><div class="fragment fade-${g.word()}" data-fragment-index="1e9">\n\n${g.block()}\n\n</div></div>`,
    (g) =>
      `<section><section>${g.block()}</section>\n<section data-state="${g.word()}">${g.block()}</section>`,
    (g) =>
      `- ${g.line()} <!-- .element: class="fragment" data-fragment-index="${g.choose(['0', 'x', '-1'])}" -->\n- ${g.block()}`,
    (g) => `<aside class="notes">\n${g.block()}\n</aside>\n\n<aside class="notes">${g.line()}`,
    (g) =>
      `<h2 class="r-fit-text" style="color: expression(hit())">${g.line()}</h2>\n<p data-id="${g.word()}">${g.inline()}`,
    (g) =>
      `${fence}js [${g.choose(['1|2', '1-9999999', '-1', 'x|'])}]\n${g.word()}\n${fence}\n\n<iframe data-src="javascript:hit()"></iframe>`,
    (g) => `\\\\( x_{${g.word()} \\\\) $$\\href{javascript:hit()}{a}$$ [a](#/${g.word()}/1)`,
  ],
  quarto: [
    (g) => `${fence}{python}\n#| label: ${g.word()}\n#| fig-cap: "${g.line()}"\n1\n${fence}`,
    (g) =>
      `{{< ${g.word()} ${g.inline()} >}} {{< video javascript:hit() >}} {{< include deck.md >}}`,
    (g) => `::: {.callout-note title="${g.word()}"}\n${g.block()}\n:::`,
    (g) => `${fence}{=html}\n${g.html()}<script>hit()</script>\n${fence}`,
    (g) => `## ${g.word()} {background-iframe="javascript:hit()" onclick="hit()"}`,
    (g) => `[${g.inline()}]{.${g.word()} style="background: url(x)" onclick="hit()"}`,
    (g) =>
      `{{< include ${g.choose(['part.md', '_part.qmd', 'deck.md', '../x.md', '"part.md', ''])} >}}`,
    (g) =>
      `::: {.content-${g.choose(['visible', 'hidden'])} ${g.choose(['when-format="revealjs"', 'unless-meta="a"', 'when-profile'])}}\n${g.block()}\n:::`,
    (g) =>
      `::: {.panel-tabset}\n## ${g.word()}\n\n${g.block()}\n\n## ${g.word()}\n\n${g.block()}\n:::`,
    (g) =>
      `::: {#fig-${g.word()} layout="[[1,${g.choose(['1', '-1', '1e9', 'x'])}],[1]]" layout-ncol=${g.choose(['2', '0', '1e9'])}}\n![${g.word()}](a.svg)\n\n![](missing.png)\n\n${g.line()}\n:::`,
    (g) =>
      `::: {.callout-${g.choose(['tip', 'x'])} collapse="true"}\n## ${g.line()}\n\n${g.block()}`,
    (g) =>
      `@fig-${g.word()} @tbl-a {{< var ${g.word()} >}} {{< meta title >}} {{< kbd ${g.word()} >}} {{< lipsum ${g.choose(['1', '9999999', '-1'])} >}}`,
    (g) =>
      `${fence}{mermaid}\n%%| fig-cap: ${g.word()}\n${g.choose(['flowchart LR\na-->b', 'x'])}\n${fence}\n\n${fence}{.python code-line-numbers="|1|${g.word()}"}\n1 # <1>\n${fence}\n1. ${g.word()}`,
    (g) =>
      `${fence}{r}\n#| echo: [\n#| output-location: ${g.choose(['column', '{', 'x'])}\n${g.word()}\n${fence}\n\n::: {.cell-output}\n${g.block()}\n:::`,
    (g) =>
      `::: {.r-stack .absolute top=${g.choose(['10', '-1e9', '"x'])}}\n${g.block()}\n:::\n\n::: footer\n${g.line()}\n:::\n\n::: aside\n${g.word()}\n:::`,
  ],
  pandoc: [
    (g) => `::: {.columns}\n:::: {.column width="40%"}\n${g.block()}\n::::\n:::`,
    (g) => `::: notes\n${g.block()}\n:::`,
    (g) => `[@${g.word()}; -@${g.word()}, p. 1] (@${g.word()}) ${g.line()}`,
    (g) => `  ${g.word()}   ${g.word()}\n-------  ------\n  ${g.word()}      1\n\n: ${g.line()}`,
    (g) => `| ${g.line()}\n|   ${g.line()}\n\n\`<b onclick=hit()>\`{=html}`,
    (g) => `% ${g.word()}\n\n${g.word()}\n\n:   ${g.block()}`,
    (g) =>
      `::: {.incremental}\n- ${g.line()}\n- ${g.block()}\n:::\n\n. . .\n\n::: {.fragment .${g.word()}}\n${g.block()}`,
    (g) =>
      `+---+---+\n| ${g.word()} | b |\n+===+===+\n| c | d |\n+---+---+\n\nTable: ${g.line()} {#tbl-a}`,
    (g) => `(@a) ${g.line()}\n(@) ${g.block()}\n\nAs (@a) and (@${g.word()}) say`,
    (g) =>
      `# ${g.line()} {${g.choose(['.unnumbered', 'data-background="a.svg"', '#a #b', 'background-color="url(//x)"', '-'])}}\n\n## ${g.word()}\n\n### ${g.word()}`,
    (g) =>
      `${fence} {.js .numberLines startFrom="${g.choose(['1', '1e9', '-1', 'x'])}" .${g.word()}}\n${g.word()}\n${fence}\n\n~~~ {=latex}\n\\a{${g.word()}\n~~~`,
    (g) =>
      `\\begin{tabular}{ll}\n${g.word()} & b \\\\\n\\end{tabular}\n\n\\newcommand{\\a}{\\a\\a} $\\a$ \\textbf{${g.word()}`,
    (g) =>
      `[${g.inline()}]{.smallcaps} ~~${g.word()}~~ H~2~O^${g.word()}^ [${g.word()}]{.underline style="a:url(//x)} \\ `,
    (g) =>
      `![${g.line()}](a.svg){width=${g.choose(['50%', '1e9cm', '-1', 'x'])} height=}\\\n\n![${g.word()}](missing.png){.stretch}`,
    (g) =>
      `i. ${g.line()}\nii. ${g.block()}\n\n#. ${g.word()}\n\nA.  ${g.word()}\n\n    ${g.block()}`,
    (g) => `-- --\n\n-----\n${g.word()}  ${g.word()}\n---- ----\na  b\n\n-----\n\n^[${g.line()}`,
  ],
};

export const dialectNames = Object.keys(dialectBlocks) as readonly (keyof typeof dialectBlocks)[];
