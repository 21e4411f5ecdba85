import { expect, test } from 'vitest';
import { buildPage } from '../../../build.ts';
import { formatDiagnostic } from '../../../src/base/diagnostics/format.ts';
import { Report } from '../../../src/base/diagnostics/report.ts';
import { temporaryFolder } from '../../support/files.ts';
import { optionsFor } from '../support.ts';

const deck = `---
css: |
  h2 { color: rgb(1 2 3); background: url(dot.svg) }
  * { margin: 1px }
header: The deck
numbers: true
---

# One

---
title: A name
css: |
  :scope { --gap: 3rem }
  h2, & > p, section.lead h3 { color: rgb(4 5 6) }
  @media print { p { color: rgb(7 8 9) } }
  @keyframes grow { from { width: 0 } to { width: 1px } }
  li { &.x { color: rgb(4 5 7) } }
header: Own *text* {{n}}
footer: Below
---

## Two {style="color: rgb(9 9 9)"}

A paragraph with [text]{style="font-size: 2em"} {.small style="opacity: .5"}

- a list
{style="columns: 2"}

![A dot](dot.svg){width=50% style="filter: blur(2px)"}

::: columns {style="gap: 1px"}
::: column
left
:::
:::

---
header: false
css: |
  h2 { color: rgb(4 5 8) }
---

## Three

Text
`;

const dot =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

async function build(text: string) {
  const folder = temporaryFolder({ 'deck.md': text, 'dot.svg': dot });
  const report = new Report();
  const page = await buildPage('deck.md', optionsFor(folder), report);
  return {
    html: page?.html ?? '',
    messages: report.diagnostics.map((each) => formatDiagnostic(each)),
  };
}

test('rules in the deck, of slides and of elements are in the page', async () => {
  const { html, messages } = await build(deck);
  expect(messages).toEqual([]);
  const [, scope] = /aria-label="2 of 3: A name"[^>]*data-css="(\w+)"/.exec(html) ?? [];
  // The rules of the deck are after those of its theme; the minifier leaves out quotes where it can.
  const css = html.slice(0, html.indexOf('</style>'));
  const rules = css
    .slice(css.lastIndexOf('}h2{color:') + 1)
    .replace(/data:[^)]*/g, 'data:')
    .replaceAll(`[data-css=${scope}]`, '[S]');
  expect(rules.slice(0, rules.indexOf('[data-css'))).toBe(
    'h2{color:#010203;background:url(data:)}@layer lectern{*{margin:1px}}' +
      '[S]{--gap: 3rem }[S] h2,[S]>p,[S].lead h3{color:#040506}' +
      '@media print{[S] p{color:#070809}}@keyframes grow{0%{width:0}to{width:1px}}' +
      '[S] li{&.x{color:#040507}}',
  );
  expect(html).toContain('<header class="slide-header">Own <em>text</em> 2</header>');
  expect(html).toContain('<span class="slide-footer-text">Below</span>');
  expect(html.match(/<header class="slide-header">/g)).toHaveLength(1);
  expect(html).toMatch(/<h2[^>]* style="color: rgb\(9 9 9\)"[^>]*>Two/);
  expect(html).toContain('<span style="font-size: 2em">text</span>');
  expect(html).toContain('<p class="small" style="opacity: .5">');
  expect(html).toContain('<ul style="columns: 2">');
  expect(html).toMatch(/<img [^>]*style="width:50%;filter: blur\(2px\)"/);
  expect(html).toMatch(/<div class="columns" style="grid-template-columns:[^"]*;gap: 1px">/);
});

test('errors in rules are at their lines', async () => {
  const { messages } = await build(`---
css: |
  h2 {
    background: url(none.png)
  }
---

# One

---
css: "p { color: red }"
---

A text {style="background: url(dot.svg)"}

---
css: |
  @import "https://example.org/x.css";
title: "{{none}}"
---

Text
`);
  expect(messages.map((message) => message.split('\n')[0])).toEqual([
    'deck.md:4:21: error: there is no file "none.png" [file-missing]',
    'deck.md:14:9: error: this style would load a file [html-unsafe]',
    'deck.md:18:11: error: this style sheet is on the web; a deck carries its styles [theme-css]',
    'deck.md:19:8: error: there is no variable "none" [var-unknown]',
  ]);
});
