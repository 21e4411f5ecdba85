import path from 'node:path';
import { lecternDeck } from '../../src/1-load/dialects/read-dialect.ts';
import { readDeck } from '../../src/1-load/load.ts';
import type { Report } from '../../src/base/diagnostics/report.ts';
import { readSource } from '../../src/base/files/text-file.ts';
import { Inputs } from '../../src/base/inputs.ts';
import type { BuildOptions, DeckSource } from '../../src/model/source.ts';

/** Reads a file in a folder as a deck of Lectern, whatever it contains. */
export function loadOwn(
  folder: string,
  report: Report,
  name = 'deck.md',
  inputs: Inputs = new Inputs(),
): DeckSource | undefined {
  const options: BuildOptions = { cwd: folder, root: folder, allowRemote: false, share: false };
  const file = readSource(path.join(folder, name), options, undefined, report);
  return file && readDeck(file, lecternDeck(file), options, inputs, report);
}
