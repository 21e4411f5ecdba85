import { findLine } from '../../base/files/find-line.ts';
import type { PageFinding } from '../../model/check.ts';
import type { PageSlide } from '../../model/page.ts';
import type { Span } from '../../model/source.ts';

/**
 * The place in the source of what was found on a page.
 *
 * @param linesOf the lines of a file, as named in spans
 * @returns `undefined` if the page has no such slide
 */
export function placeOf(
  { source, slide: number, text }: PageFinding,
  slides: readonly PageSlide[],
  linesOf: (file: string) => readonly string[],
): Span | undefined {
  const slide = slides.find((each) => each.number === number);
  if (!slide) return undefined;
  if (source !== undefined) return readMark(source);
  return text === '' ? slide.span : byText(text, slide, slides, linesOf);
}

/** The number of the slide that is written at a place; `undefined` before the first one, and in files it uses. */
export function slideAt({ file, line }: Span, slides: readonly PageSlide[]): number | undefined {
  return slides.findLast(({ span }) => span.file === file && span.line <= line)?.number;
}

/** Reads `talk.md:12:3:20`; a file may have colons in its name. */
function readMark(mark: string): Span | undefined {
  const [, file, ...numbers] = /^(.*):(\d+):(\d+):(\d+)$/s.exec(mark) ?? [];
  const [line, column, length] = numbers.map(Number);
  if (file === undefined || !line || !column || length === undefined) return undefined;
  return { file, line, column, length };
}

/** The line of the slide that has most of the words. */
function byText(
  text: string,
  { span: { file, line } }: PageSlide,
  slides: readonly PageSlide[],
  linesOf: (file: string) => readonly string[],
): Span {
  const lines = linesOf(file);
  const later = slides
    .filter(({ span }) => span.file === file && span.line > line)
    .map(({ span }) => span.line - 1);
  const end = Math.min(lines.length, ...later);
  const found = findLine(lines, [line - 1, end], text);
  const source = lines[found] ?? '';
  const column = source.search(/\S/) + 1;
  return { file, line: found + 1, column: Math.max(1, column), length: source.trim().length || 1 };
}
