import path from 'node:path';
import { mediaType } from '../../base/files/media-types.ts';

/** The types of dropped images, by file extension. */
export const imageExtensions = ['png', 'jpg', 'gif', 'webp', 'avif', 'svg'] as const;

/** Enough bytes to detect the type. */
const headBytes = 64 * 1024;
/** With a suffix such as `-2` and an extension, this fits every file system. */
const maxLength = 60;

/** The extension for an image by its bytes, not its name; `undefined` for an unsupported type. */
export function imageExtension(bytes: Buffer): (typeof imageExtensions)[number] | undefined {
  const head = bytes.subarray(0, headBytes);
  return imageExtensions.find((extension) => mediaType(extension)?.matches(head));
}

/** Names reserved by Windows. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Converts the name of an uploaded file to one, without extension, that every file system accepts and
 * that needs no escaping in Markdown.
 */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .slice(0, last.length - path.extname(last).length)
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[-._]+|[-._]+$/g, '');
  // Cut between code points.
  const short = [...stem]
    .slice(0, maxLength)
    .join('')
    .replace(/[-._]+$/, '');
  return short === '' || device.test(short) ? `picture${short && `-${short}`}` : short;
}
