import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import type { AssetRef, BuildOptions, FileReader, Span, TextFile } from '../../model/source.ts';
import type { Report } from '../diagnostics/report.ts';
import type { Inputs } from '../inputs.ts';
import { spanAt } from '../span.ts';
import { formatPath } from '../units.ts';
import { decodeData } from './encoding.ts';
import { guessEncodings } from './guess-encoding.ts';
import { locateFile, reportPrivateKey } from './locate-file.ts';
import { maxTextBytes, plainText } from './plain-text.ts';
import { pointerIn, reportPointer } from './pointer.ts';

/**
 * Reads the files that a deck names, each once, and only from under the root.
 *
 * @param texts each file that could be read is added
 */
export function fileReader(
  options: BuildOptions,
  texts: TextFile[],
  inputs: Inputs,
  report: Report,
): FileReader {
  const known = new Map<string, TextFile | undefined>();
  return (ref: AssetRef) => {
    const file = locateFile(ref, options.root, inputs, report);
    if (file === undefined) return undefined;
    if (known.has(file)) return known.get(file);
    const content = readSource(file, options, ref.span, report);
    const text = withoutKey(content, ref, report);
    known.set(file, text);
    if (text) texts.push(text);
    return text;
  };
}

/** Reads a text that goes into the page as it is, such as a script; see {@link readTextFile}. */
export function readPageText(
  realPath: string,
  cwd: string,
  ref: Pick<AssetRef, 'path'> & { readonly span: Span | undefined },
  report: Report,
): TextFile | undefined {
  return withoutKey(readTextFile(realPath, cwd, ref.span, report), ref, report);
}

/** The text, unless it contains a private key, which is reported. */
function withoutKey(
  file: TextFile | undefined,
  ref: Parameters<typeof reportPrivateKey>[1],
  report: Report,
): TextFile | undefined {
  return file && !reportPrivateKey(file.text, ref, report) ? file : undefined;
}

/** Reads a file of the author's or its unsaved draft; see {@link readTextFile}. */
export function readSource(
  realPath: string,
  { cwd, drafts }: BuildOptions,
  blame: Span | undefined,
  report: Report,
): TextFile | undefined {
  const draft = drafts?.get(realPath);
  if (draft === undefined) return readTextFile(realPath, cwd, blame, report);
  return decode(Buffer.from(draft), { path: formatPath(realPath, cwd), realPath }, report);
}

/**
 * Reads a file as UTF-8 text.
 *
 * @param realPath absolute, links resolved
 * @param blame the span of the error if the file cannot be read
 */
export function readTextFile(
  realPath: string,
  cwd: string,
  blame: Span | undefined,
  report: Report,
): TextFile | undefined {
  const shown = formatPath(realPath, cwd);
  let bytes: Buffer;
  try {
    const stats = statSync(realPath);
    if (!stats.isFile()) {
      report.add('file-kind', blame, `${shown} is not an ordinary file`);
      return undefined;
    }
    if (stats.size > maxTextBytes) {
      report.add('file-large', blame, `${shown} is larger than 32 MB`, 'is it a text file?');
      return undefined;
    }
    bytes = readFileSync(realPath);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report.add('file-unreadable', blame, `${shown} cannot be read: ${reason}`);
    return undefined;
  }
  const pointer = pointerIn(realPath, bytes);
  if (!pointer) return decode(bytes, { path: shown, realPath }, report);
  reportPointer(pointer, shown, blame, report);
  return undefined;
}

function decode(bytes: Buffer, name: Omit<TextFile, 'text'>, report: Report): TextFile | undefined {
  const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe;
  const valid = isUtf8(bytes);
  const text = plainText(bytes.toString('utf8'));
  const file = { ...name, text };
  const offset = valid ? text.indexOf('\0') : text.indexOf('\uFFFD');
  if (offset < 0) return file;
  const span = utf16 ? spanAt({ ...file, text: '' }, 0, 1) : spanAt(file, offset, 1);
  const hint = 'save the file as UTF-8';
  if (utf16) report.add('file-encoding', span, 'the file is UTF-16, not UTF-8', hint);
  else if (valid)
    report.add('file-encoding', span, 'a NUL character: this is not a text file', hint);
  else {
    const [guess] = decodeData(bytes) ? [] : guessEncodings(bytes, '');
    const may = guess ? `: the file may be in the encoding ${guess.label}` : '';
    report.add('file-encoding', span, `a byte that is not UTF-8${may}`, hint);
  }
  return undefined;
}
