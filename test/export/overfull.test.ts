import { expect, test } from 'vitest';
import { sharedBrowser } from '../support/export-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const code = Array.from({ length: 60 }, (_, index) => `const step${index} = ${index};`).join('\n');

test('what does not fit even at the smallest size is named at its line', async () => {
  const words = Array.from({ length: 60 }, (_, index) => `- Point ${index} of many`).join('\n');
  const columns = Array.from({ length: 40 }, (_, index) => ` ${index}4567 `).join('|');
  const folder = temporaryFolder({
    'talk.md': `# Talk

---

## A list

${words}

---

## Fits

- One

---

## Code

\`\`\`js
${code}
\`\`\`

---

## A table

|${columns}|
|${columns.replace(/ \d+ /g, '---')}|
|${columns}|
`,
  });
  const { exitCode, errors } = await lectern(
    ['export', 'talk.md', '--to', 'pdf,png', '--out', 'out', ...(await sharedBrowser())],
    folder,
  );
  expect(exitCode).toBe(0);
  const found = errors.match(/^talk\.md:.*$/gm) ?? [];
  expect(found).toHaveLength(3);
  const [list = '', block = '', table = ''] = found;
  expect(list).toMatch(/^talk\.md:\d+:1: warning: slide 2 is too full: .* \[slide-overfull\]$/);
  // About 25 lines of the smallest text fit.
  const line = Number(/:(\d+):/.exec(list)?.[1]);
  expect(line).toBeGreaterThan(25);
  expect(line).toBeLessThan(36);
  expect(block).toContain('slide 4 is too full');
  expect(table).toContain('slide 5 is too wide');
});
