import { readFileSync } from 'node:fs';
import type { TextFile } from '../../model/source.ts';

/**
 * A text as the author's file is written: with a byte-order mark if that has one, and with the line ends of most of
 * its lines.
 *
 * @param file the author's
 */
export function asWritten(text: string, { realPath }: Pick<TextFile, 'realPath'>): Buffer {
  const bytes = readFileSync(realPath);
  const hasMark = bytes.subarray(0, 3).equals(byteOrderMark);
  const written = bytes.toString('utf8');
  const windows = written.split('\r\n').length;
  const isWindows = windows > written.split(/(?<!\r)\n/).length;
  const content = Buffer.from(isWindows ? text.replaceAll('\n', '\r\n') : text);
  return hasMark ? Buffer.concat([byteOrderMark, content]) : content;
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
