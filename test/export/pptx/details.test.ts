import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/files.ts';
import { elements } from './opened-file.ts';
import { exportTo } from './presentation.ts';

test.each([
  ['a dash', 'ink', '–'],
  ['a hyphen', 'terminal', '-'],
  ['a dot where they name none', 'plain', '•'],
])('lists have the marker of their theme: %s', async (_, theme, marker) => {
  const deck = `---\ntheme: ${theme}\n---\n\n# T\n\n---\n\n## A\n\n- b\n`;
  const { file } = await exportTo(temporaryFolder({ 'talk.md': deck }), 'talk.md');
  const [level] = elements(file.xml('ppt/slideMasters/slideMaster1.xml'), 'a:buChar');
  expect(level?.attribs.char).toBe(marker);
});
