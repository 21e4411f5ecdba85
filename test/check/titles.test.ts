import { expect, test } from 'vitest';
import { findingsOf } from './source.ts';

test('headings that skip a level, as they come on the page', async () => {
  const found = await findingsOf(
    'heading-levels',
    `# Talk

### Skips

---

## Fine

### Next

#### And next

### Back

---

### Also a title

#### Next

##### And next

---

# Title

### Skips

::: columns
:::: column
#### Fine
::::
:::: column
## Fine

#### Skips
::::
:::

---

## Own HTML

<h4>Skips</h4>

<h3>Fine</h3>

---

## Empty

###

<h3></h3>

### ![An apple](a.png)

- ### In a list

> ##### In a quote
`,
  );
  expect(found).toEqual([
    '3:1 "###" after "#" skips a level',
    '27:1 "###" after "#" skips a level',
    '36:1 "####" after "##" skips a level',
    '44:1 <h4> after "##" skips a level',
    '52:1 this heading is empty',
    '54:1 this heading is empty',
    '60:3 "#####" after "###" skips a level',
  ]);
});

test('slides without a title', async () => {
  const found = await findingsOf(
    'title-missing',
    `Welcome

---

- a list
- of two

---

## Title

---

> A quote

---

![An apple](a.png)

---
layout: statement
---

One sentence.

---
background: "#123456"
---

---

<h2>Own HTML</h2>

Text

---
layout: two-columns
---

::left::

Text

::right::

### Nested

---
layout: center
---

Text

--

<!-- layout: section -->

Text
`,
  );
  expect(found.map((line) => line.split(' ')[0])).toEqual(['1:1', '3:1', '48:1', '54:1']);
});

test('two slides with one title, unless one continues the other', async () => {
  const found = await findingsOf(
    'title-duplicate',
    `# Agenda

---

## Apples

Text

---

## Apples

Other text

---

## Pears

- one

---

## Pears

- two

---

## *Apples*

Text

---

## Plums

--

## Plums

Below

---
autoAnimate: true
---

## Cherries

Red

---
autoAnimate: true
---

## Cherries

Black

---

## Sum (1)

---

## Sum (2)

---

## Build

First

---

## Build

First

Second
`,
  );
  expect(found).toEqual([
    '11:1 slide 2 has the same title, "Apples"',
    '29:1 slide 3 has the same title, "Apples"',
  ]);
});

test('slides that are divided, or included twice, are one', async () => {
  const items = Array.from({ length: 40 }, (_, i) => `- item ${i} with some words`).join('\n');
  const text = `---\nfit: split\n---\n\n# Talk\n\n---\n\n## Long\n\n${items}\n\n---\nsrc: other.md\n---\n\n---\nsrc: other.md\n---\n`;
  const files = { 'other.md': '## Other\n\n![](a.png)\n' };
  expect(await findingsOf('title-duplicate', text, files)).toEqual([]);
  expect(await findingsOf('title-missing', text, files)).toEqual([]);
});
