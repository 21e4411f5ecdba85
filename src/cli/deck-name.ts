import path from 'node:path';
import { UsageError } from './usage-error.ts';

/** A file name that needs no quotes in any shell. @throws {UsageError} if no character of the name is left */
export function fileNameOf(name: string): string {
  const fileName = name
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  if (fileName === '')
    throw new UsageError(`"${name}" contains no character that is allowed in a file name`);
  refuseDevice(fileName);
  return fileName;
}

/** @throws {UsageError} for a name that Windows gives to a device, with any extension: nobody could check it out */
export function refuseDevice(fileName: string): void {
  if (!/^(?:con|prn|aux|nul|(?:com|lpt)[1-9])(?:\.|$)/i.test(fileName)) return;
  throw new UsageError(`"${fileName}" is the name of a device on Windows`, 'choose another name');
}

/** `my-talk` and `talks/my-talk.md` have the title "My talk". */
export function titleOf(name: string): string {
  const words = path.parse(name.replaceAll('\\', '/').replace(/\.md$/, '')).base;
  const title = /\s/.test(words) ? words : words.replace(/[-_]+/g, ' ').trim();
  return title.charAt(0).toUpperCase() + title.slice(1);
}
