import { expect, test } from 'vitest';
import { buildDeck } from '../../src/library/library.ts';
import { temporaryFolder } from '../support/files.ts';

/** Names that every object has: as a key of a deck, none of them is known. */
const names = ['__proto__', 'toString', '__defineGetter__'];

const decks: Readonly<Record<string, (name: string) => string>> = {
  'lectern.md': (name) => `---
lang: ${name}
smart: true
theme: ${name}
fonts: [${name}]
---

# "${name}" :${name}: :lucide-${name}: {{${name}}} x[^${name}] [x][${name}] $x^2$ {.${name} ${name}=1}

::: ${name}
x
:::

\`\`\`${name} {${name}=1}
x
\`\`\`

---
layout: ${name}
background: linear-gradient(${name}, red)
${name}: 1
---

\`\`\`chart bar
options:
  plugins: {${name}: 1, legend: {${name}: 1}}
  scales: {${name}: {type: ${name}}, y: {type: ${name}}}
format: {${name}: ${name}}

a,${name}
${name},1
\`\`\`

\`\`\`mermaid
flowchart LR
  a["<${name}>x</${name}>"] --> b:::${name}
  classDef ${name} fill:red,${name}:1
\`\`\`
`,
  'marp.md': (name) => `---
marp: true
theme: ${name}
transition: ${name}
${name}: 1
---

# ![bg ${name} ${name}:1](a.png) Text

<!-- ${name}: 1 -->

<style>.${name} { ${name}: red; color: var(--${name}) }</style>
`,
  'slidev.md': (name) => `---
dialect: slidev
fonts: {${name}: x, sans: ${name}}
defaults: {${name}: 1, layout: ${name}}
---

# Text

<div class="font-${name} text-${name} p-${name} blur-${name}" v-click.${name} v-mark.${name}="1" ${name}="~ ${name}">x</div>

<${name} ${name}="1" />

{{ ${name} }} {{ $frontmatter.${name} }}
`,
  'reveal.md': (name) => `---
dialect: reveal
theme: ${name}
revealOptions: {${name}: 1, transition: ${name}}
---

<!-- .slide: ${name}="1" data-${name}="1" -->

Text <!-- .element: ${name}="1" class="${name}" --> <i class="fa ${name}"></i>
`,
  'pandoc.md': (name) => `---
dialect: pandoc
${name}: 1
---

# Text {.${name} ${name}=1 data-${name}=1}

[@${name}] @${name} [x]{.${name} ${name}=1}
`,
  'quarto.qmd': (name) => `---
format: {revealjs: {${name}: 1, theme: ${name}}}
lang: ${name}
crossref: {${name}: x}
---

## Text {.${name} ${name}=1}

{{< ${name} x >}} {{< meta ${name} >}} {{< fa ${name} size=${name} >}} @fig-${name}

::: {.callout-tip}
x
:::
`,
};

test.each(names)('%s is a name as any other', async (name) => {
  const texts = Object.entries(decks).map(([file, deckOf]) => [file, deckOf(name)]);
  const cwd = temporaryFolder(Object.fromEntries(texts));
  for (const file of Object.keys(decks)) {
    const { html = '', diagnostics } = await buildDeck(file, { cwd, preview: true });
    expect(diagnostics.filter(({ code }) => code === 'internal')).toEqual([]);
    const shown = html.replace(/<script[\s\S]*?<\/script>/g, '') + JSON.stringify(diagnostics);
    expect(shown.match(/^<!doctype|.{40}(?:native code|\[object).*/g)).toEqual(['<!doctype']);
    expect(Object.keys(Object.prototype)).toEqual([]);
  }
});
