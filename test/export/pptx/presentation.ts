import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { sharedBrowser } from '../../support/export-flags.ts';
import { temporaryFolder } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';
import { OpenedFile } from './opened-file.ts';

/** Exports a deck to PowerPoint, without a browser, which must not fail. */
export async function exportPptx(
  deck: string,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  ...flags: readonly string[]
): Promise<OpenedFile> {
  const { file } = await exportTo(
    temporaryFolder({ 'talk.md': deck, ...files }),
    'talk.md',
    ...flags,
  );
  return file;
}

/** Exports a deck in a folder. @returns the file, and what the command has said */
export async function exportTo(
  cwd: string,
  deck: string,
  ...flags: readonly string[]
): Promise<{ readonly file: OpenedFile; readonly path: string; readonly errors: string }> {
  const out = path.join(temporaryFolder(), `${path.parse(deck).name}.pptx`);
  const browser = flags.includes('--browser') ? [] : await sharedBrowser();
  const outcome = await lectern(['export', deck, '--out', out, ...browser, ...flags], cwd);
  expect(outcome.exitCode, outcome.errors).toBe(0);
  return { file: new OpenedFile(readFileSync(out)), path: out, errors: outcome.errors };
}
