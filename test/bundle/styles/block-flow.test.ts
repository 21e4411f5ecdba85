import { expect, test } from 'vitest';
import { arrangeAsPage, pageRules } from '../../../src/5-bundle/styles/block-flow.ts';

const theme = 'revealjs/black';

test('slots with elements that float by a rule of the author are pages', async () => {
  const css =
    '.left, .right::before { float: left }\n[data-style="1"] .box { display: inline-block }';
  const arranged = await arrangeAsPage(css, theme);
  expect(arranged.startsWith(css)).toBe(true);
  expect(arranged).toContain(
    '.slot-body:has(> :is(.left,[data-style="1"] .box)){display:flow-root}',
  );
});

test('other rules stay as they are, and so do those of decks of Lectern', async () => {
  const plain = '.a { float: none; color: red }';
  expect(await arrangeAsPage(plain, theme)).toBe(plain);
  const floating = '.a { float: left }';
  expect(await arrangeAsPage(floating, 'ink')).toBe(floating);
  expect(pageRules('ink')).toEqual([]);
  expect(pageRules('marp/gaia').join()).toContain('[style*="float: right"]');
});
