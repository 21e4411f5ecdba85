import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  readSync,
} from 'node:fs';
import path from 'node:path';
import { readEmbeddedSource } from '../../6-export/source.ts';
import { deckMark } from '../../base/deck-mark.ts';
import { hasContent } from '../../base/files/atomic-write.ts';
import { realPathOf, statsOf } from '../../base/files/file-stats.ts';
import { formatPath } from '../../base/units.ts';
import { carriedSourceType } from '../../model/page.ts';
import { recordedDeck } from './output-record.ts';

/** A file that is about to be written. */
export interface Output {
  readonly file: string;
  readonly deck: string;
  readonly content: string | Buffer;
  /** The files that the deck uses. */
  readonly inputs: ReadonlySet<string>;
  /** Whether the user has asked to replace any file, except those that the deck uses. */
  readonly force: boolean;
  readonly cwd: string;
  /** If it is a report on decks: what all reports of its kind contain, if they are HTML or XML. */
  readonly reportMark?: string;
  /** What such a report is; a `report` by default. */
  readonly reportKind?: string;
  /** The option that names another place; `--out` by default. */
  readonly option?: string;
}

interface Refusal {
  readonly message: string;
  readonly hint: string;
}

/**
 * Why a file must not be replaced: the deck uses it, Lectern has not written it, or it was built from another
 * deck. Pages and PDFs have a mark of Lectern; notes and images must be as they were written, by the record in the
 * cache.
 *
 * @returns `undefined` if it may be written
 */
export function refusalToReplace({
  file,
  deck,
  content,
  inputs,
  force,
  cwd,
  option = '--out',
  reportMark,
  reportKind = 'report',
}: Output): Refusal | undefined {
  const stats = statsOf(file);
  if (!stats || stats.isDirectory() || (stats.isFile() && stats.size === 0)) return undefined;
  const name = formatPath(file, cwd);
  const elsewhere = `choose another place with ${option}`;
  const used = new Set([...inputs].map(realPathOf));
  if (used.has(realPathOf(file))) {
    return { message: `${name} is used by the deck and not replaced`, hint: elsewhere };
  }
  if (force || hasContent(file, content)) return undefined;
  const problem = stats.isFile()
    ? problemWith(file, deck, cwd, reportMark && { mark: reportMark, kind: reportKind })
    : 'is not an ordinary file';
  if (problem === undefined) return undefined;
  return {
    message: `${name} ${problem} and is not replaced`,
    hint: `${elsewhere}, or replace it with --force`,
  };
}

function problemWith(
  file: string,
  deck: string,
  cwd: string,
  report: ReportKind | '' | undefined,
): string | undefined {
  if (!isReadable(file)) return 'cannot be read';
  const recorded = recordedDeck(file);
  return report
    ? problemOfReport(file, recorded, report)
    : (problemOf(file, deck, recorded) ?? problemOfRecord(recorded, deck, cwd));
}

/** What the file is, if it is none that is written for the deck. */
function problemOf(file: string, deck: string, recorded: string | undefined): string | undefined {
  const extension = path.extname(file).toLowerCase();
  if (extension === '.html') return problemOfPage(file, deck, recorded !== undefined);
  if (extension === '.pdf') return isOwnPdf(file) ? undefined : 'was not written by Lectern';
  return recorded === undefined ? 'was not written by Lectern, or was changed since,' : undefined;
}

interface ReportKind {
  readonly mark: string;
  readonly kind: string;
}

/** A page of a deck is not replaced by a report. */
function problemOfReport(
  file: string,
  recorded: string | undefined,
  { mark, kind }: ReportKind,
): string | undefined {
  const isMarked = /\.(?:html|xml)$/i.test(file);
  if (isMarked && headOf(file).includes(mark)) return undefined;
  if (!isMarked && recorded !== undefined) return undefined;
  return `is no ${kind} of Lectern, or was changed since,`;
}

function problemOfRecord(
  recorded: string | undefined,
  deck: string,
  cwd: string,
): string | undefined {
  // A deck that was renamed writes its outputs again.
  if (recorded === undefined || recorded === realPathOf(deck) || !existsSync(recorded)) {
    return undefined;
  }
  return `was built from another deck, ${formatPath(recorded, cwd)},`;
}

/** The metadata of a PDF are at its end. */
function isOwnPdf(file: string): boolean {
  return readFileSync(file).includes('<xmp:CreatorTool>Lectern');
}

function problemOfPage(file: string, deck: string, isRecorded: boolean): string | undefined {
  if (!isOwnPage(file)) return 'was not written by Lectern';
  const entry = entryOf(file);
  // The record knows more than the mark.
  if (entry === undefined && !isRecorded) {
    const [, mark] = markPattern.exec(headOf(file)) ?? [];
    const isOther = mark !== undefined && mark !== deckMark(realPathOf(deck));
    return isOther ? 'was built from another deck' : undefined;
  }
  if (entry === undefined || path.posix.basename(entry) === path.basename(realPathOf(deck))) {
    return undefined;
  }
  return `was built from another deck, ${path.posix.basename(entry)},`;
}

/** The deck that a page was built from; `undefined` if the page does not say. */
function entryOf(file: string): string | undefined {
  try {
    return readEmbeddedSource(readFileSync(file, 'utf8'))?.entry;
  } catch {
    return undefined;
  }
}

/** Whether a page of Lectern contains its source; `undefined` if there is no such page. */
export function containsSource(file: string): boolean | undefined {
  if (!statsOf(file)?.isFile() || !isReadable(file) || !isOwnPage(file)) return undefined;
  return readFileSync(file).includes(`<script type="${carriedSourceType}">`);
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function isOwnPage(file: string): boolean {
  // Everything before them is in the head of the page.
  const head = headOf(file);
  return marks.every((mark) => head.includes(mark));
}

/** Together, in no page that another program has written. */
const marks = [
  '<meta http-equiv="Content-Security-Policy" content="default-src',
  '<meta name="generator" content="Lectern ',
];

const markPattern = /<meta name="lectern-mark" content="([0-9a-f]{2})">/;

const headBytes = 256 * 1024;

function headOf(file: string): string {
  const head = Buffer.alloc(headBytes);
  const handle = openSync(file, 'r');
  try {
    return head.toString('latin1', 0, readSync(handle, head, 0, headBytes, 0));
  } finally {
    closeSync(handle);
  }
}
