import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { expect, inject } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { sharedBrowser } from './export-flags.ts';
import { temporaryFolder } from './files.ts';
import { lectern } from './lectern.ts';

/** The files that a deck needs, by path. */
type Files = Readonly<Record<string, string | Uint8Array>>;

/**
 * Builds a deck of this repository, which must be free of errors and warnings.
 *
 * @param deck relative to the root of the package
 * @returns the path of its HTML file, which is alone in a folder of its own
 */
export function buildDeck(deck: string): Promise<string> {
  return buildOnce([deck], async (file) => {
    const { errors } = await lectern(['build', deck, '--strict', '--out', file], packageRoot);
    expect(errors).toBe('');
  });
}

/**
 * Builds a deck from its Markdown, which must be free of errors and warnings.
 *
 * @param options further options of the command
 * @returns the path of its HTML file, which is alone in a folder of its own
 */
export function buildMarkdown(
  text: string,
  files: Files = {},
  ...options: readonly string[]
): Promise<string> {
  return buildOnce([text, ...Object.entries(files).flat(), ...options], async (file) => {
    const folder = temporaryFolder({ 'deck.md': text, ...settings, ...files });
    const args = ['build', 'deck.md', '--strict', '--out', file, ...options];
    const { errors } = await lectern(args, folder);
    expect(errors).toBe('');
  });
}

/**
 * Exports a deck of this repository to PowerPoint, which must not fail.
 *
 * @param deck relative to the root of the package
 * @returns the path of its presentation, which is alone in a folder of its own
 */
export function exportDeck(deck: string): Promise<string> {
  return buildOnce(
    [deck],
    async (file) => {
      const args = ['export', deck, '--out', file, ...(await sharedBrowser())];
      const { exitCode, errors } = await lectern(args, packageRoot);
      expect(exitCode, errors).toBe(0);
    },
    `${path.parse(deck).name}.pptx`,
  );
}

/** What these decks leave out is not what their tests are about. */
const off = {
  'alt-text': 'off',
  'link-text': 'off',
  'control-name': 'off',
  'heading-levels': 'off',
};
const settings = { 'lectern.config.json': JSON.stringify({ check: off }) };

/**
 * Builds a file for the first test of a run that asks for it; all others get a copy.
 *
 * @param inputs all that the file depends on
 * @returns its path; it is alone in a folder of its own
 */
export async function buildOnce(
  inputs: readonly (string | Uint8Array)[],
  build: (file: string) => Promise<void>,
  name = 'deck.html',
): Promise<string> {
  const digest = createHash('sha256');
  for (const input of [name, ...inputs]) digest.update(`${input.length}\n`).update(input);
  const kept = path.join(inject('builds'), `${digest.digest('hex')}${path.extname(name)}`);
  const file = path.join(temporaryFolder(), name);
  if (existsSync(kept)) {
    copyFileSync(kept, file);
    return file;
  }
  await build(file);
  // Whole at once, as another worker may look for it.
  copyFileSync(file, `${kept}.${process.pid}`);
  renameSync(`${kept}.${process.pid}`, kept);
  return file;
}
