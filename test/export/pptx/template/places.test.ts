import type { Document } from 'domhandler';
import { expect, test } from 'vitest';
import { body, template, title } from '../../../support/pptx/template.ts';
import { templates } from '../../../support/pptx/templates.ts';
import { elements, type OpenedFile, textOf } from '../opened-file.ts';
import { exportPptx } from '../presentation.ts';

const emuPerPixel = 9525;

const deck = `---
theme: company.potx
---

# Apples

---

## Code and text

\`\`\`js
const apples = 17;
\`\`\`

One line of text.

---

<!-- layout: quote -->

## Wisdom

> An apple a day

Ada

---

## Lists

1. early
2. late

- [x] picked
`;

async function inTemplate(name: string): Promise<OpenedFile> {
  return exportPptx(deck, { 'company.potx': templates[name]?.() ?? Buffer.alloc(0) });
}

/** The shape with a text, and its box in pixels. */
function boxOf(slide: Document | undefined, text: string) {
  const shapes = slide ? elements(slide, 'p:sp') : [];
  const shape = shapes.find((each) => textOf(each).includes(text));
  const [offset, extent] = ['a:off', 'a:ext'].map(
    (name) => shape && elements(shape, name)[0]?.attribs,
  );
  const pixels = (value: string | undefined): number => Number(value) / emuPerPixel;
  return {
    x: pixels(offset?.x),
    y: pixels(offset?.y),
    width: pixels(extent?.cx),
    height: pixels(extent?.cy),
  };
}

test('content is in the placeholders of a template as in any other shape', async () => {
  const { slides } = await inTemplate('odd');
  const [, mixed, , lists] = slides;
  const text = boxOf(mixed, 'One line');
  const code = boxOf(mixed, 'const apples');
  // The placeholder has insets of 9.6 and 4.8 pixels, and type of 20 points.
  expect(text.height, 'with its insets').toBeGreaterThan((20 / 0.75) * 1.08 + 2 * 4.8);
  expect(text.x + 9.6, 'in line with the box above it').toBeCloseTo(code.x, 1);
  expect(lists && elements(lists, 'a:buAutoNum')).toHaveLength(2);
  expect(lists && elements(lists, 'a:buClr'), 'bullets have the color of the text').toEqual([]);
});

test('the source of a quote is directly below it in a template that has no quotes', async () => {
  const [, , slide] = (await inTemplate('plain')).slides;
  const [quote, source] = [boxOf(slide, 'An apple'), boxOf(slide, 'Ada')];
  const distance = source.y - (quote.y + quote.height);
  expect(distance).toBeGreaterThanOrEqual(0);
  expect(distance).toBeLessThan(30);
  expect(source.x, 'in line with the text of the quote').toBeCloseTo(quote.x + 9.6, 1);
});

test('a word in a narrow column of a template is not broken', async () => {
  const columns = ['One', 'Two', 'Three'].map((word) => `:::: column\n${word}\n::::`).join('\n');
  const split = `---
theme: company.potx
---

## Columns

::left::

::: columns
${columns}
:::

::right::

Next to them.
`;
  const narrow = templates.narrow?.() ?? Buffer.alloc(0);
  const { slides } = await exportPptx(split, { 'company.potx': narrow });
  const [slide] = slides;
  const shape = slide && elements(slide, 'p:sp').find((each) => textOf(each) === 'Three');
  const size = Number(shape && elements(shape, 'a:rPr')[0]?.attribs.sz) / 75;
  // Its characters are a little more than half as wide as they are high.
  expect('Three'.length * 0.55 * size).toBeLessThan(boxOf(slide, 'Three').width);
});

test('a placeholder outside of the slide takes no content', async () => {
  const outside = { ...body, idx: 5, box: [-120, 0, 110, 100] } as const;
  const company = template({
    layouts: [{ name: 'Title and Content', type: 'obj', places: [title, outside, body] }],
  });
  const { slides } = await exportPptx(deck, { 'company.potx': company });
  const [, , , lists] = slides;
  const [place] = lists
    ? elements(lists, 'p:ph').filter(({ attribs }) => attribs.type !== 'title')
    : [];
  expect(place?.attribs.idx, 'the one on the slide').toBe('1');
});
