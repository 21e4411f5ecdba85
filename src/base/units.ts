import { relativePath } from './files/relative-path.ts';
import { visibleName } from './text/visible-text.ts';

/** `1 slide`, `14 slides`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Bytes as people say them: `312 kB`, `1.2 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** `84 ms`, `1.3 s`. */
export function formatTime(milliseconds: number): string {
  const whole = Math.round(milliseconds);
  return whole < 1000 ? `${whole} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A path as messages show it: relative to the working folder, with forward slashes, control characters escaped. */
export function formatPath(file: string, cwd: string): string {
  return visibleName(relativePath(cwd, file)) || '.';
}
