/** What the playground begins with, and offers. */
export interface Example {
  readonly name: string;
  readonly text: string;
  /** Files next to the deck. */
  readonly files?: Readonly<Record<string, string>>;
}

const fence = '```';

const first = `---
title: A talk in Markdown
author: Ada
---

# A talk in Markdown

Edit the text on the left. The deck is on the right.

---

## A slide begins at each line

- Drop images and CSV files onto this page
- Choose a theme above
- Download the finished deck: one HTML file

Note: Speaker notes are shown in the speaker view, by the key S.

---
layout: quote
---

> A talk is a text that somebody reads to you.

---

## Two columns

::left::

**Left**: text, lists, images

::right::

${fence}js
const slides = text.split('---');
${fence}

---

## Thank you {.invert}

Press ? on the deck for all keys.
`;

const charts = `---
title: The harvest
theme: signal
---

# The harvest

Charts from a table, and from a file

---

## Apples lead

${fence}chart bar
fruit,tonnes
Apples,52
Pears,31
Plums,18
${fence}

---

## Four good years

${fence}chart line
title: Tonnes a year
data: harvest.csv
${fence}
`;

const harvest = `year,apples,pears
2022,41,25
2023,44,29
2024,49,28
2025,52,31
`;

const technical = `---
title: How it works
theme: night
---

# How it works

Diagrams, formulas, code

---

## From text to file

${fence}mermaid
flowchart LR
  A[Markdown] --> B[Slides]
  B --> C[One HTML file]
${fence}

---

## A formula

$$ e^{i\\pi} + 1 = 0 $$

---

## Step by step

${fence}js {1|2-3|4}
function build(text) {
  const slides = parse(text);
  return render(slides);
}
${fence}
`;

export const examples: readonly [Example, ...Example[]] = [
  { name: 'First deck', text: first },
  { name: 'Charts', text: charts, files: { 'harvest.csv': harvest } },
  { name: 'Diagrams, formulas, code', text: technical },
];
