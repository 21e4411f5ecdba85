import path from 'node:path';
import { mediaType } from '../../base/files/media-types.ts';

/** What a dropped picture may be, by the ending that it then gets. */
export const imageExtensions = ['png', 'jpg', 'gif', 'webp', 'avif', 'svg'] as const;

/** As many bytes as tell one type from another. */
const headBytes = 64 * 1024;
/** As much of a name as is kept: with `-2` and an ending it still fits every file system. */
const maxLength = 60;

/** The ending for a picture's bytes, whatever its name says; `undefined` for what is none that pages show. */
export function imageExtension(bytes: Buffer): (typeof imageExtensions)[number] | undefined {
  const head = bytes.subarray(0, headBytes);
  return imageExtensions.find((ending) => mediaType(ending)?.matches(head));
}

/** Names that Windows gives to devices. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name without its ending that every file system takes and that needs no escape in Markdown, made of
 * the name of a file from anywhere.
 */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .slice(0, last.length - path.extname(last).length)
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[-._]+|[-._]+$/g, '');
  // Not in the middle of a character.
  const short = [...stem]
    .slice(0, maxLength)
    .join('')
    .replace(/[-._]+$/, '');
  return short === '' || device.test(short) ? `picture${short && `-${short}`}` : short;
}
