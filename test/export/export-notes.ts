import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

/** Exports a deck, which must be free of errors. @returns the text of one of its files */
export async function exportNotes(
  deck: string,
  file: string,
  ...flags: readonly string[]
): Promise<string> {
  const cwd = temporaryFolder({
    'talk.md': deck,
    'x.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  const outcome = await lectern(['export', 'talk.md', '--to', 'notes,text', ...flags], cwd);
  expect(outcome.errors).toBe('');
  return readFileSync(path.join(cwd, 'dist', file), 'utf8');
}
