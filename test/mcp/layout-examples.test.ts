import { expect, test } from 'vitest';
import { slotsOf } from '../../src/2-parse/slides/layouts.ts';
import { exampleImage, layoutExamples } from '../../src/cli/mcp/layout-examples.ts';
import { layoutNames } from '../../src/model/deck.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

test('the example of each layout builds without a warning, and has this layout', async () => {
  const slides = layoutNames.map((name) => layoutExamples[name]);
  const text = `---\ntitle: All\n---\n\n${slides.map((slide) => (slide.startsWith('---') ? slide : `---\n\n${slide}`)).join('\n\n')}\n`;
  const cwd = temporaryFolder({ 'all.md': text, 'image.svg': exampleImage });
  expect(await lectern(['build', 'all.md', '--strict'], cwd)).toMatchObject({
    exitCode: 0,
    errors: '',
  });
  const { output } = await lectern(['check', 'all.md', '--no-browser'], cwd);
  expect(output).not.toContain('error');
});

test('slots say what they accept', () => {
  expect(slotsOf('quote').map(({ description }) => description)).toEqual([
    'title: a heading (one)',
    'quote: a quote (one), required',
    'attribution: a paragraph or images',
  ]);
});
