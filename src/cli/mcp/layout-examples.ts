import type { LayoutName } from '../../model/deck.ts';

/** A slide of each layout, as a deck contains it. `image.svg` is a placeholder for the author's image. */
export const layoutExamples: Readonly<Record<LayoutName, string>> = {
  cover: `---
layout: cover
---

# The harvest

What the orchard gave us`,
  section: `---
layout: section
---

## Part one`,
  default: `## Four good years

- Rain in May
- No frost in April`,
  center: `---
layout: center
---

## One thing to remember

Prune before it flowers.`,
  statement: `---
layout: statement
---

We lost a third of the blossom.`,
  quote: `---
layout: quote
---

> An apple a day.

A proverb`,
  'two-columns': `## Then and now

::left::

Baskets and ladders

::right::

A robot with soft hands`,
  'image-left': `---
layout: image-left
---

## Blossom

![Apple blossom](image.svg)

Frost took a third of it.`,
  'image-right': `---
layout: image-right
---

## Blossom

Frost took a third of it.

![Apple blossom](image.svg)`,
  'full-image': `---
layout: full-image
---

![The orchard from above](image.svg)`,
  blank: `---
layout: blank
---

Anything, without a title`,
  end: `---
layout: end
---

## Thank you

Questions?`,
};

/** An image for the examples. */
export const exampleImage = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><rect width="640" height="640" fill="#7a8f6a"/><circle cx="320" cy="300" r="140" fill="#d9e2c8"/></svg>
`;
