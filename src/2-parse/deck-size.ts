import type { Report } from '../base/diagnostics/report.ts';
import type { Code } from '../model/blocks.ts';
import type { DataFile } from '../model/data.ts';
import type { Slide } from '../model/deck.ts';
import type { Parsed } from './findings.ts';
import { knownSizeOf } from './slides/late-slide.ts';

/** In characters; objects count, too. A page beyond it takes seconds to open, and a gigabyte to build. */
const maxShown = 32_000_000;

/** The text of all files that slides name, each as often as it is named; in characters. */
export const maxRead = 256_000_000;

/** Reading a character of data takes as long as this many characters of text. */
const dataWeight = 8;

/** A cell of a workbook, in characters. */
const cellLength = 20;

/** The memory of an object in characters, roughly. */
const objectSize = 16;

const hint = 'divide it into several decks, or show less of the files';

/** Counts what the slides of a deck contain and read: a few lines can show a large file a thousand times. */
export class DeckSize {
  #shown = 0;
  #read = 0;

  /** Counts a slide; reports the first one that has no place in the deck. */
  hasPlace({ value, findings }: Parsed<Slide>, report: Report): boolean {
    this.#shown += sizeOf(value) + measure(findings.footnotes);
    this.#read += findings.readLength;
    if (this.#shown > maxShown) {
      const message =
        'the slides up to this one contain more than 32 million characters, or 5 million of code';
      report.add('deck-large', value.span, message, hint);
      return false;
    }
    if (this.#read <= maxRead) return true;
    const message =
      'the slides up to this one read more than 256 million characters of text, or 32 million of data';
    report.add('deck-large', value.span, message, hint);
    return false;
  }
}

/** What a character of highlighted code counts in addition. */
const codeWeight = 5;

/** What reading a data file counts. */
export function readLengthOf(data: DataFile | undefined): number {
  if (!data) return 0;
  if (data.kind === 'text') return dataWeight * data.file.text.length;
  return dataWeight * cellLength * data.rows.reduce((sum, { cells }) => sum + cells.length, 0);
}

const sizes = new WeakMap<object, number>();

/** The length of all texts of a slide. */
export function sizeOf(slide: Slide): number {
  // The content is the same object before and after spans are placed, which are not counted.
  const content = slide.content ?? slide;
  const size = knownSizeOf(slide) ?? sizes.get(content) ?? measure(slide);
  sizes.set(content, size);
  return size;
}

/** The length of all texts in a value, without those that say where it is from. */
function measure(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) {
    let length = 0;
    for (const item of value) length += measure(item);
    return length;
  }
  let size = objectSize;
  if ('kind' in value && value.kind === 'code') size += extraSizeOf(value as Code);
  // Not `Object.entries`: this runs for each object of each slide.
  for (const key in value) if (key !== 'span') size += measure(value[key as keyof typeof value]);
  return size;
}

/** Each word of highlighted code becomes an element. */
function extraSizeOf({ language, text }: Code): number {
  return language === '' || language === 'text' ? 0 : codeWeight * text.length;
}
