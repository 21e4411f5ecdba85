import { type Stats, statSync } from 'node:fs';

/**
 * What the system says of a file; nothing where it says nothing: there is no such file, its name is
 * longer than any, links lead round to it, or nobody may look.
 */
export function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
