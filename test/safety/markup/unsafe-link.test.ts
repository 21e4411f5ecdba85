import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/files.ts';
import { renderFixture } from '../../support/fixtures.ts';

test.each([
  '[word](javascript:hit())',
  '[word](JavaScript:hit() "title")',
  '[word][a]\n\n[a]: javascript:hit()',
  '<javascript:hit()> word',
  '[word](data:text/html,a)',
  '![word](a.png)\n\n[word](vbscript:hit)',
])('a link that would run code has no address, also in a preview: %s', async (markdown) => {
  const { html, diagnostics } = await renderFixture(temporaryFolder({ 'deck.md': markdown }));
  expect(diagnostics.join('\n')).toContain('[link-unsafe]');
  expect(html).toContain('word');
  expect(html).not.toMatch(/href="(?:javascript|vbscript|data):/i);
});
