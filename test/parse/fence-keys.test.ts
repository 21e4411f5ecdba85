import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { renderFixture } from '../support/fixtures.ts';

test.each([
  ['a comment', '# secret\n'],
  ['comments and blank lines', '\n# secret\n\n  # secret\n'],
])('%s may precede the keys of a table or a chart', async (_, lead) => {
  const fence = (language: string) => `\`\`\`${language}\n${lead}data: data.csv\n\`\`\`\n`;
  const { html, diagnostics } = await renderFixture(
    temporaryFolder({
      'deck.md': `${fence('table')}\n---\n\n${fence('chart bar')}`,
      'data.csv': 'name,count\na,1\nb,2\n',
    }),
  );
  expect(diagnostics).toEqual([]);
  expect(html).toContain('<th');
  expect(html).not.toMatch(/secret|data\.csv/);
});

test('data may begin with such a sign', async () => {
  const { html } = await renderFixture(
    temporaryFolder({ 'deck.md': '```table\n# name,count\na,1\n```\n' }),
  );
  expect(html).toContain('# name');
});
