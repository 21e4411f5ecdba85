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
  ],
  reveal: [
    (g) => `${g.line()} <!-- .element: class="fragment" onclick="hit()" -->`,
    (g) =>
      `<!-- .slide: data-background-iframe="javascript:hit()" data-background="${g.html()}" -->`,
    (g) => `<section data-markdown>${g.block()}</section>`,
    (g) => `<canvas data-chart="bar">\nA,B\n${g.word()},1\n</canvas>`,
    (g) => `Note: ${g.line()}\n\n----\n\n${g.block()}`,
    (g) => `<pre><code data-trim data-line-numbers="1|2">${g.html()}</code></pre>`,
  ],
  quarto: [
    (g) => `${fence}{python}\n#| label: ${g.word()}\n#| fig-cap: "${g.line()}"\n1\n${fence}`,
    (g) =>
      `{{< ${g.word()} ${g.inline()} >}} {{< video javascript:hit() >}} {{< include deck.md >}}`,
    (g) => `::: {.callout-note title="${g.word()}"}\n${g.block()}\n:::`,
    (g) => `${fence}{=html}\n${g.html()}<script>hit()</script>\n${fence}`,
    (g) => `## ${g.word()} {background-iframe="javascript:hit()" onclick="hit()"}`,
    (g) => `[${g.inline()}]{.${g.word()} style="background: url(x)" onclick="hit()"}`,
  ],
  pandoc: [
    (g) => `::: {.columns}\n:::: {.column width="40%"}\n${g.block()}\n::::\n:::`,
    (g) => `::: notes\n${g.block()}\n:::`,
    (g) => `[@${g.word()}; -@${g.word()}, p. 1] (@${g.word()}) ${g.line()}`,
    (g) => `  ${g.word()}   ${g.word()}\n-------  ------\n  ${g.word()}      1\n\n: ${g.line()}`,
    (g) => `| ${g.line()}\n|   ${g.line()}\n\n\`<b onclick=hit()>\`{=html}`,
    (g) => `% ${g.word()}\n\n${g.word()}\n\n:   ${g.block()}`,
  ],
};

export const dialectNames = Object.keys(dialectBlocks) as readonly (keyof typeof dialectBlocks)[];
