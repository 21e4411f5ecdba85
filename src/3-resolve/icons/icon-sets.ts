import type { Inputs } from '../../base/inputs.ts';
import { readIconPackage } from './icon-package.ts';
import { IconSet } from './icon-set.ts';

/** The icon sets that a deck uses, each read once. */
export class IconSets {
  readonly #inputs: Inputs;
  readonly #sets = new Map<string, IconSet | undefined>();

  constructor(inputs: Inputs) {
    this.#inputs = inputs;
  }

  /** @param folder of a file that names an icon. @returns `undefined` if the set is not installed, or damaged */
  open(prefix: string, folder: string): IconSet | undefined {
    if (this.#sets.has(prefix)) return this.#sets.get(prefix);
    const text = readIconPackage(prefix, folder, this.#inputs);
    const set = text === undefined ? undefined : readSet(text);
    this.#sets.set(prefix, set);
    return set;
  }
}

function readSet(text: string): IconSet | undefined {
  try {
    return new IconSet(text);
  } catch {
    return undefined;
  }
}
