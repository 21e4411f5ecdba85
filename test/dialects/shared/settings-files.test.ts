import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';

test.each([
  ['.marprc.yml', 'theme: [\n', '---\nmarp: true\n---\n\n# Title\n', 'it is not YAML'],
  ['.marprc.json', '{ "theme": \n', '---\nmarp: true\n---\n\n# Title\n', 'it is not JSON'],
  ['reveal-md.json', '{ "separator": \n', '---\nseparator: "---"\n---\n\n# Title\n', 'not JSON'],
])('%s that cannot be read is named', async (name, text, deck, reason) => {
  const cwd = temporaryFolder({ 'package.json': '{}', 'talk.md': deck, [name]: text });
  const { exitCode, errors } = await lectern(['build', 'talk.md'], cwd);
  expect(exitCode).toBe(0);
  expect(errors).toContain(`${name}:1:1: warning: ${name} is not used: `);
  expect(errors).toContain(reason);
});

test('settings in JSON may have comments, tabs and trailing commas', async () => {
  const text = '{\n\t// one theme for all\n\t"theme": "gaia", /* of Marp */\n}\n';
  const deck = '---\nmarp: true\n---\n\n# Title\n';
  const cwd = temporaryFolder({ 'package.json': '{}', 'talk.md': deck, '.marprc.json': text });
  const { errors } = await lectern(['build', 'talk.md'], cwd);
  expect(errors).not.toContain('is not used');
});
