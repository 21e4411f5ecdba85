import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pointerIn } from '../../../base/files/pointer.ts';
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
  if (size <= maxBytes) {
    const bytes = readFileSync(file);
    const pointer = pointerIn(file, bytes);
    if (!pointer) return bytes;
    const message = `${path.basename(file)} is a ${pointer.name} pointer; the font itself is not downloaded`;
    throw new FontError(message, { hint: `run: ${pointer.command}` });
  }
  const hint = 'use a font for fewer languages, such as those of @fontsource on npm';
  const megabytes = Math.ceil(size / 1024 / 1024);
  throw new FontError(`${path.basename(file)} has ${megabytes} MB; at most 40 are read`, { hint });
}
