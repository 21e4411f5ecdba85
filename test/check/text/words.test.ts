import { expect, test } from 'vitest';
import { findingsOf } from '../source.ts';

/** So many words, in several sentences. */
const words = (count: number): string =>
  Array.from({ length: count }, (_, i) => (i % 9 === 8 ? 'apples.' : 'apple')).join(' ');

test('slides with very many words', async () => {
  const found = await findingsOf(
    'density',
    `## One

${words(80)}

---

## Two

${words(30)}

- ${words(20)}

| a | b |
|---|---|
| ${words(15)} | ${words(15)} |

---

## Three

${words(70)}

Note:
${words(200)}

---

## Four

\`\`\`text
${words(200)}
\`\`\`

---

## 五

${'果'.repeat(180)}
`,
  );
  expect(found).toEqual([
    '1:1 this slide has 81 words',
    '5:1 this slide has 83 words',
    '34:1 this slide has 91 words',
  ]);
});

test('notes that take longer than planned', async () => {
  const found = await findingsOf(
    'notes-time',
    `---
time: 4m
---

# Talk

Note:
${words(280)}

---
time: 1m
---

## Two

Text

::: notes
${words(160)}
:::

---
time: 1m
---

## Three

Text

Note:
${words(140)}

---
layout: section
time: 1m
---

# Part

---

## Four

Text

Note:
${words(200)}
`,
  );
  expect(found).toEqual([
    '2:7 the notes of this talk take about 5 min 35 s to say, and 4 min are planned',
    '11:7 these notes take about 1 min 9 s to say, and 1 min are planned',
    '35:7 the notes of this part take about 1 min 26 s to say, and 1 min are planned',
  ]);
});

test('slides without notes, where others have some', async () => {
  const slide = (title: string, note = '') =>
    `---\n\n## ${title}\n\nText\n${note && `\nNote:\n${note}\n`}\n`;
  const deck = `# Talk\n\n${slide('One', 'a')}${slide('Two')}${slide('Three', 'b')}${slide('Four', 'c')}`;
  expect(await findingsOf('notes-missing', deck)).toEqual([
    '12:1 this slide has no notes, and 3 of the 3 others have some',
  ]);
  const few = `# Talk\n\n${slide('One', 'a')}${slide('Two')}${slide('Three')}${slide('Four')}`;
  expect(await findingsOf('notes-missing', few)).toEqual([]);
});
