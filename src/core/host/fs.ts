/** What the stages use of `node:fs`, on files in memory. */
import { bytesAt, namesIn } from './memory-files.ts';

interface MemoryStats {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly uid: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

export function readFileSync(file: string): Buffer;
export function readFileSync(file: string, encoding: 'utf8'): string;
export function readFileSync(file: string, encoding?: 'utf8'): Buffer | string {
  const bytes = bytesAt(file) ?? fail(file);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return encoding ? buffer.toString(encoding) : buffer;
}

export function existsSync(file: string): boolean {
  return bytesAt(file) !== undefined || namesIn(file) !== undefined;
}

export function statSync(
  file: string,
  options: { readonly throwIfNoEntry?: boolean } = {},
): MemoryStats | undefined {
  const bytes = bytesAt(file);
  if (!bytes && !namesIn(file)) return options.throwIfNoEntry === false ? undefined : fail(file);
  return {
    size: bytes?.length ?? 0,
    mtimeMs: 0,
    ctimeMs: 0,
    uid: 0,
    isFile: () => bytes !== undefined,
    isDirectory: () => bytes === undefined,
    isSymbolicLink: () => false,
  };
}

export const lstatSync: typeof statSync = statSync;

export function realpathSync(file: string): string {
  return existsSync(file) ? file : fail(file);
}

interface MemoryEntry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
}

export function readdirSync(
  folder: string,
  options?: { readonly withFileTypes?: boolean },
): readonly string[] | readonly MemoryEntry[] {
  const names = namesIn(folder) ?? fail(folder);
  if (!options?.withFileTypes) return names;
  return names.map((name) => {
    const isFile = bytesAt(`${folder}/${name}`) !== undefined;
    return { name, isFile: () => isFile, isDirectory: () => !isFile };
  });
}

function fail(file: string): never {
  throw Object.assign(new Error(`ENOENT: no such file or directory, "${file}"`), {
    code: 'ENOENT',
  });
}
