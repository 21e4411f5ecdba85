import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { browserFlags } from '../support/browser-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

test('a deck becomes a PDF beside the last one', async () => {
  const cwd = temporaryFolder({ 'talk.md': '# Talk\n\n---\n\n## Two' });
  const { exitCode, output, errors } = await lectern(['export', 'talk.md', ...browserFlags()], cwd);
  expect(errors).toBe('');
  expect(exitCode).toBe(0);
  expect(output).toMatch(/^dist\/talk\.pdf {3}.* kB {3} 2 slides/);
  expect(readdirSync(path.join(cwd, 'dist'))).toEqual(['talk.pdf']);
});
