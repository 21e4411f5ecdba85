import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { FontError } from './unpack-font.ts';

/** Enough for a font with all scripts of Unicode. */
const maxBytes = 40 * 1024 * 1024;

/**
 * Reads a font file.
 *
 * @throws {FontError}
 */
export function readFont(file: string): Buffer {
  const { size } = statSync(file);
  if (size <= maxBytes) return readFileSync(file);
  const hint = 'take one for fewer languages, such as those of @fontsource on npm';
  const megabytes = Math.ceil(size / 1024 / 1024);
  throw new FontError(`${path.basename(file)} has ${megabytes} MB; at most 40 are read`, { hint });
}
