import type { Document } from 'domhandler';
import { expect, test } from 'vitest';
import { Report } from '../../../src/base/diagnostics/report.ts';
import { importPresentation } from '../../../src/import/import-presentation.ts';
import { png } from '../../support/images.ts';
import { elements, textOf } from './opened-file.ts';
import { exportPptx } from './presentation.ts';

const slides = `## Two

::left::

First

::right::

Second

---

## Three

::: columns
:::: column
One
::::
:::: column
Two
::::
:::

> [!NOTE]
> Take care

---

<!-- layout: image-right -->

## Image

![A tree](tree.png)

Next to it

---

## Sold

\`\`\`chart bar "Apples"
year,apples
2024,17
2025,26
\`\`\`
`;
const deck = `---
dir: rtl
lang: ar
footer: Yearbook
numbers: true
---

# Apples

---

${slides}`;

/** The left edges of shapes of a kind, in EMU, by their texts or names. */
function edges(slide: Document | undefined): ReadonlyMap<string, number> {
  const shapes = ['p:sp', 'p:pic'].flatMap((kind) => (slide ? elements(slide, kind) : []));
  return new Map(
    shapes.map((shape) => {
      const name = elements(shape, 'p:cNvPr')[0]?.attribs.name ?? '';
      return [textOf(shape) || name, Number(elements(shape, 'a:off')[0]?.attribs.x)];
    }),
  );
}

test('slides from right to left are mirrored, and come back in their order', async () => {
  const file = await exportPptx(deck, { 'tree.png': png(90, 60) });
  const [, , three, image] = file.slides.map(edges);
  const layouts = file.numbered('ppt/slideLayouts/slideLayout').map((name) => file.xml(name));
  const columns = layouts.find(
    (layout) => elements(layout, 'p:cSld')[0]?.attribs.name === 'Two Columns',
  );
  const places = columns ? elements(columns, 'p:sp') : [];
  const [first = 0, second = 0] = places
    .filter((shape) => /^Content/.test(elements(shape, 'p:cNvPr')[0]?.attribs.name ?? ''))
    .map((shape) => Number(elements(shape, 'a:off')[0]?.attribs.x));
  expect(first, 'the first column is on the right').toBeGreaterThan(second);
  expect(three?.get('One') ?? 0).toBeGreaterThan(three?.get('Two') ?? 0);
  expect(three?.get('Rule 1'), 'the bar of a callout').toBeGreaterThan(9e6);
  expect(image?.get('Picture 1'), 'the right image of the layout').toBeLessThan(3e6);
  const chart = file.xml(file.numbered('ppt/charts/chart')[0] ?? '');
  expect(elements(chart, 'c:orientation').map(({ attribs }) => attribs.val)).toEqual([
    'maxMin',
    'minMax',
  ]);
  const { markdown } = importPresentation(file.bytes, 'talk.pptx', new Report());
  for (const words of [
    '::left::\n\nFirst',
    '::right::\n\nSecond',
    ':::: column\nOne',
    'Next to it\n\n![',
  ]) {
    expect(markdown).toContain(words);
  }
  expect(markdown.indexOf('One')).toBeLessThan(markdown.indexOf('Two\n::::'));
});

test('text of a slide in the other direction than the deck is on the side where it begins', async () => {
  const file = await exportPptx('# One\n\n---\nlang: ar\n---\n\n## شريحة\n\n- التفاح\n\nفاكهة\n');
  const paragraphs = file.slides.map((slide) =>
    elements(slide, 'a:pPr').flatMap(({ attribs: { algn, rtl } }) =>
      rtl ? [`${algn} ${rtl}`] : [],
    ),
  );
  expect(paragraphs).toEqual([[], ['r 1', 'r 1', 'r 1']]);
});
