import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { buildPage, Report } from '../../build.ts';
import { temporaryFolder } from '../support/files.ts';

const fence = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\`\n`;
const one = fence('js', 'const one = 1;');
const two = fence('js', 'const two = css`a{}`;');
// What is in the tags of ERB is colored only where a block of the deck is HTML.
const template = fence('erb', '<p><%= name %></p>');
const markup = fence('html', '<p class="a">b</p>');

test.each([
  ['a block is edited', one + two, one.replace('1', '11') + two],
  ['a block is repeated', one, one + one],
  ['a block goes', one + two, two],
  ['a block comes back', one + two + one, `${two}${fence('js', 'let three;')}${one}`],
  ['blocks change places', one + template + two, two + template + one],
  ['another language comes', template, template + markup],
  ['a language goes', template + markup, template],
  ['the language of a block changes', one, one.replace('js', 'ts')],
])('when %s, all code is colored as in a first build', async (_, before, after) => {
  const folder = temporaryFolder({ 'package.json': '{}' });
  const options = { cwd: folder, root: folder, allowRemote: false, share: true };
  const build = async (text: string) => {
    writeFileSync(path.join(folder, 'deck.md'), text);
    return (await buildPage('deck.md', { ...options, isPreview: true }, new Report()))?.parts
      .columns;
  };
  vi.stubEnv('LECTERN_CACHE', path.join(folder, 'cache'));
  await build(before);
  const edited = await build(after);
  vi.stubEnv('LECTERN_CACHE', 'off');
  expect(edited).toEqual(await build(after));
});
