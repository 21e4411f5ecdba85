import { expect, test } from 'vitest';
import { Report } from '../../src/base/diagnostics/report.ts';
import { importPresentation } from '../../src/import/import-presentation.ts';
import { exportPptx } from '../export/pptx/presentation.ts';
import { templates } from '../support/pptx/templates.ts';

const deck = `---
theme: company.potx
footer: Yearbook
numbers: true
---

# Apples

A talk

---

## Series

\`\`\`chart line
highlight: pears

year,apples,pears
2024,1,2
2025,3,4
\`\`\`

---

## Nothing

\`\`\`chart area
year,apples,pears
2024,1,2
2025,3,4
\`\`\`

---

## Points

\`\`\`chart scatter
highlight: Earth

planet,distance,period
Mars,1.5,1.9
Earth,1,1
Venus,0.7,0.6
\`\`\`

---

# Thank you

Bye
`;

test('a deck comes back from a template with its cover and what its charts highlight', async () => {
  const template = templates.plain?.() ?? Buffer.alloc(0);
  const file = await exportPptx(deck, { 'company.potx': template });
  const { markdown } = importPresentation(file.bytes, 'talk.pptx', new Report());
  const slides = markdown.split('\n---\n').slice(1);
  expect(slides[0]?.trim()).toBe('# Apples\n\nA talk');
  expect(slides[1]).toContain('highlight: pears\n');
  expect(slides[2]).not.toContain('highlight');
  expect(slides[3]).toContain('highlight: Earth\n');
  expect(slides[4]).toContain('# Thank you\n');
});
