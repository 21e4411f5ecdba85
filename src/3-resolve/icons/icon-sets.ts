import { readFileSync } from 'node:fs';
import { isSettled, stampOf } from '../../base/files/file-stats.ts';
import type { Inputs } from '../../base/inputs.ts';
import { findIconFile } from './icon-package.ts';
import { IconSet } from './icon-set.ts';

/** The icon sets that a deck uses, each looked for once. */
export class IconSets {
  readonly #inputs: Inputs;
  readonly #sets = new Map<string, IconSet | undefined>();

  constructor(inputs: Inputs) {
    this.#inputs = inputs;
  }

  /** @param folder of a file that names an icon. @returns `undefined` if the set is not installed, or damaged */
  open(prefix: string, folder: string): IconSet | undefined {
    if (this.#sets.has(prefix)) return this.#sets.get(prefix);
    const file = findIconFile(prefix, folder, this.#inputs);
    const set = file === undefined ? undefined : openFile(file);
    this.#sets.set(prefix, set);
    return set;
  }
}

interface ReadSet {
  readonly stamp: string;
  readonly set: IconSet | undefined;
}

/** The sets that this process has read last, by file: some are several megabytes, and each build needs them. */
const readSets = new Map<string, ReadSet>();
const maxReadSets = 4;

function openFile(file: string): IconSet | undefined {
  const now = Date.now();
  const stamp = stampOf(file);
  const known = readSets.get(file);
  if (known?.stamp === stamp) return known.set;
  const set = readSet(file);
  readSets.delete(file);
  if (isSettled(file, now)) readSets.set(file, { stamp, set });
  const [oldest] = readSets.keys();
  if (readSets.size > maxReadSets && oldest !== undefined) readSets.delete(oldest);
  return set;
}

function readSet(file: string): IconSet | undefined {
  try {
    return new IconSet(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
