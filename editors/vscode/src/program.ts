import { existsSync } from 'node:fs';
import path from 'node:path';

/** A program and its first arguments. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * The program that runs Lectern: the one that the user has named, or that a folder above the file has installed, or
 * else what npx finds.
 */
export function findProgram(file: string, named: readonly string[]): Program {
  const [command, ...args] = named;
  if (command !== undefined) return { command, args };
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const main = path.join(folder, 'node_modules', 'lectern', 'lib', 'cli.cjs');
    if (existsSync(main)) return { command: 'node', args: [main] };
    if (folder === path.dirname(folder)) break;
  }
  return { command: process.platform === 'win32' ? 'npx.cmd' : 'npx', args: ['--yes', 'lectern'] };
}
