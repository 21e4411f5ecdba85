import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { Report } from '../../base/diagnostics/report.ts';
import { decodeData } from '../../base/files/encoding.ts';
import { guessEncodings, usualEncodings } from '../../base/files/guess-encoding.ts';
import { locateFile, reportPrivateKey } from '../../base/files/locate-file.ts';
import { maxTextBytes, plainText } from '../../base/files/plain-text.ts';
import { pointerIn, reportPointer } from '../../base/files/pointer.ts';
import type { Inputs } from '../../base/inputs.ts';
import { noMemo } from '../../base/memo/memo.ts';
import { ArchiveError, type ZipArchive } from '../../base/ooxml/zip.ts';
import { spanAt, spanOfFile } from '../../base/span.ts';
import { formatPath } from '../../base/units.ts';
import type { DataFile, DataReader, DataRef } from '../../model/data.ts';
import type { BuildOptions, TextFile } from '../../model/source.ts';
import { fileKind } from './file-kind.ts';
import { unknownEncoding, wordIn } from './unknown-encoding.ts';
import { OpenWorkbook } from './xlsx/open-workbook.ts';
import { readGrid } from './xlsx/read-grid.ts';

/**
 * Reads the data files that charts and tables name, only from under the root: text in any encoding, and sheets of
 * workbooks.
 *
 * @param lang the language of texts made from numbers and dates of workbooks
 * @param texts each text file that could be read is added
 */
export function dataReader(
  options: BuildOptions,
  lang: string,
  texts: TextFile[],
  inputs: Inputs,
  report: Report,
): DataReader {
  const known = new Map<string, DataFile | undefined>();
  const workbooks = new Workbooks();
  return (ref) => {
    const file = locateFile(ref, options.root, inputs, report);
    if (file === undefined) return undefined;
    const key = JSON.stringify([file, ref.part, ref.encoding]);
    if (known.has(key)) return known.get(key);
    const data = new FileReading(ref, file, options, lang, report, workbooks).read();
    known.set(key, data);
    if (data?.kind === 'text') texts.push(data.file);
    return data;
  };
}

/** Reads a part of a workbook, with the diagnostics beside it, so that consecutive builds can reuse both. */
function readWorkbook(opened: OpenWorkbook, ref: DataRef, path: string, lang: string) {
  const report = new Report();
  const grid = readGrid(opened, ref, path, lang, report);
  const isRefused = reportPrivateKey(JSON.stringify(grid ?? []), ref, report);
  return { grid: isRefused ? undefined : grid, diagnostics: report.diagnostics };
}

/** The last workbook that was opened: a deck may show many ranges of it, and a large one takes a lot of memory. */
class Workbooks {
  #digest = '';
  #opened: OpenWorkbook | undefined;
  readonly #errors = new Map<string, ArchiveError>();

  /** Reads from a workbook. One that could not be read is not read again. @throws ArchiveError */
  read<T>(digest: string, archive: ZipArchive, read: (opened: OpenWorkbook) => T): T {
    const error = this.#errors.get(digest);
    if (error) throw error;
    try {
      return read(this.#open(digest, archive));
    } catch (error) {
      if (error instanceof ArchiveError) this.#errors.set(digest, error);
      throw error;
    }
  }

  #open(digest: string, archive: ZipArchive): OpenWorkbook {
    if (!this.#opened || this.#digest !== digest) this.#opened = new OpenWorkbook(archive);
    this.#digest = digest;
    return this.#opened;
  }
}

class FileReading {
  readonly #ref: DataRef;
  readonly #file: string;
  readonly #path: string;
  readonly #options: BuildOptions;
  readonly #lang: string;
  readonly #report: Report;

  readonly #workbooks: Workbooks;

  constructor(
    ref: DataRef,
    file: string,
    options: BuildOptions,
    lang: string,
    report: Report,
    workbooks: Workbooks,
  ) {
    this.#workbooks = workbooks;
    this.#ref = ref;
    this.#file = file;
    this.#path = formatPath(file, options.cwd);
    this.#options = options;
    this.#lang = lang;
    this.#report = report;
  }

  read(): DataFile | undefined {
    const draft = this.#options.drafts?.get(this.#file);
    if (draft !== undefined) return this.#textOf(draft);
    const bytes = this.#readBytes();
    if (!bytes) return undefined;
    if (bytes.length === 0) return this.#fail('is empty');
    const pointer = pointerIn(this.#file, bytes);
    if (pointer) {
      reportPointer(pointer, this.#path, this.#ref.span, this.#report);
      return undefined;
    }
    try {
      const found = fileKind(bytes);
      if (found.kind === 'other') return this.#fail(found.message, found.hint);
      return found.kind === 'text'
        ? this.#readText(bytes)
        : this.#readWorkbook(bytes, found.archive);
    } catch (error) {
      if (error instanceof ArchiveError) return this.#fail(error.message);
      throw error;
    }
  }

  #readBytes(): Buffer | undefined {
    try {
      if (statSync(this.#file).size <= maxTextBytes) return readFileSync(this.#file);
      const hint = 'a slide can show a few hundred values; aggregate the data first';
      this.#report.add('file-large', this.#ref.span, `${this.#path} is larger than 32 MB`, hint);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `${this.#path} cannot be read: ${reason}`;
      this.#report.add('file-unreadable', this.#ref.span, message);
    }
    return undefined;
  }

  #readText(bytes: Buffer): DataFile | undefined {
    const { encoding: named, span } = this.#ref;
    const decoded = decodeData(bytes, named);
    const isDoubtful = decoded?.encoding === 'Windows-1252' && decoded.isAssumed;
    if (!decoded || (isDoubtful && usualEncodings(this.#lang).length > 0)) {
      const guesses = guessEncodings(bytes, this.#lang);
      const western = decoded ? [{ label: 'windows-1252', text: decoded.text }] : [];
      const { message, hint } = unknownEncoding(this.#path, named, [...guesses, ...western]);
      this.#report.add('file-encoding', span, message, hint);
      return undefined;
    }
    if (decoded.isAssumed) this.#reportAssumed(decoded.text, decoded.encoding);
    return this.#textOf(decoded.text);
  }

  /** States the encoding with the first word by which it can be checked. */
  #reportAssumed(text: string, encoding: string): void {
    const word = wordIn(text);
    const example = word ? `, for example "${word.text}"` : '';
    const message = `${this.#path} is read as ${encoding}${example}`;
    const hint = 'if this is wrong, save it as UTF-8, or name its encoding with "encoding:"';
    const file = { path: this.#path, realPath: this.#file, text: plainText(text) };
    const span = word ? spanAt(file, word.offset, word.text.length) : spanOfFile(this.#path);
    this.#report.add('data-assumed', span, message, hint);
  }

  #textOf(text: string): DataFile | undefined {
    if (reportPrivateKey(text, this.#ref, this.#report)) return undefined;
    const file = { path: this.#path, realPath: this.#file, text: plainText(text) };
    return { kind: 'text', file };
  }

  #readWorkbook(bytes: Buffer, archive: ZipArchive): DataFile | undefined {
    const { part, span } = this.#ref;
    const digest = createHash('sha256').update(bytes).digest('hex');
    const key = JSON.stringify([digest, part, this.#lang]);
    const inputs = [key, this.#path, JSON.stringify(span)] as const;
    const { memo = noMemo } = this.#options;
    const { grid, diagnostics } = memo.get(readWorkbook, inputs, () =>
      this.#workbooks.read(digest, archive, (opened) =>
        readWorkbook(opened, this.#ref, this.#path, this.#lang),
      ),
    );
    this.#report.addAll(diagnostics);
    return grid && { ...grid, key };
  }

  #fail(message: string, hint?: string): undefined {
    this.#report.add('data-file', this.#ref.span, `${this.#path} ${message}`, hint);
  }
}
