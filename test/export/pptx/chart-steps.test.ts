import { expect, test } from 'vitest';
import { findProblems } from './check-package.ts';
import { elements } from './opened-file.ts';
import { exportPptx } from './presentation.ts';

const deck = `# Apples

---

## Sold

In tonnes.

. . .

\`\`\`chart bar
steps: series

year,apples,pears
2024,1,2
2025,3,4
\`\`\`
`;

test('a chart that appears with a step builds up after it', async () => {
  const file = await exportPptx(deck);
  const [, slide] = file.slides;
  const targets = slide ? elements(slide, 'a:chart').map(({ attribs }) => attribs) : [];
  expect(targets).toEqual([
    { seriesIdx: '-3', categoryIdx: '-3', bldStep: 'gridLegend' },
    { seriesIdx: '0', categoryIdx: '-3', bldStep: 'series' },
    { seriesIdx: '1', categoryIdx: '-3', bldStep: 'series' },
  ]);
  const nodes = slide ? elements(slide, 'p:cTn').map(({ attribs }) => attribs.nodeType) : [];
  expect(nodes.filter((type) => /Effect$/.test(type ?? ''))).toEqual([
    'clickEffect',
    'withEffect',
    'clickEffect',
  ]);
  expect(findProblems(file)).toEqual([]);
});
