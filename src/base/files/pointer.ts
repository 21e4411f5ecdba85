import path from 'node:path';
import type { Span } from '../../model/source.ts';
import type { Report } from '../diagnostics/report.ts';

/** Larger files are no pointers. */
const maxBytes = 1024;

/** What replaces a large file in a git repository until it is downloaded, and the command that does that. */
interface Pointer {
  readonly name: string;
  readonly command: string;
}

/**
 * Whether a file is a pointer of Git LFS (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md) or
 * git-annex in place of a large file.
 */
export function pointerIn(file: string, bytes: Buffer): Pointer | undefined {
  if (bytes.length > maxBytes) return undefined;
  const text = bytes.toString('latin1');
  if (/^version https?:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v\d+\r?\n/.test(text)) {
    return { name: 'Git LFS', command: 'git lfs pull' };
  }
  // Also the text of a link, where the system has none.
  if (/^(?:(?:\.\.\/)*\.git)?\/?annex\/objects\/\S+\s*$/.test(text)) {
    return { name: 'git-annex', command: `git annex get ${path.basename(file)}` };
  }
  return undefined;
}

/** @param shown the file as the author wrote it */
export function reportPointer(
  { name, command }: Pointer,
  shown: string,
  span: Span | undefined,
  report: Report,
): void {
  const message = `"${shown}" is a ${name} pointer; the file itself is not downloaded`;
  report.add('file-pointer', span, message, `run: ${command}`);
}
