import type { Report } from '../../base/diagnostics/report.ts';
import { spanAt } from '../../base/span.ts';
import { isSlideKey } from '../../base/yaml/keys.ts';
import type { Span, TextFile } from '../../model/source.ts';
import type { BlockToken, SlideBreak } from '../lexing/block-extensions.ts';
import { lex } from '../lexing/lexer.ts';
import { headInComment } from './settings-comment.ts';

/** The tokens of one slide, and where they begin in the file. */
export interface SlideTokens {
  readonly tokens: readonly BlockToken[];
  readonly offset: number;
  /** Below the slide before it, not beside. */
  readonly vertical: boolean;
  /** The break that begins the slide; absent where there is none. */
  readonly mark?: SlideBreak;
  /** Offsets in the file of the YAML under the break. */
  readonly head?: { readonly start: number; readonly end: number };
  /** The break, or the slide's first line. */
  readonly span: Span;
}

/**
 * Divides a file into slides: at `---` and `--`, or with `level` at each heading of that level or
 * above. Works on the lexer's tokens, so that a break inside of a code block is text.
 */
export function splitSlides(
  file: TextFile,
  start: number,
  level: number | undefined,
  report: Report,
  memory?: object,
): readonly SlideTokens[] {
  const slides: MutableSlide[] = [];
  let offset = start;
  let slide = newSlide(file, start);
  for (const token of lex(file, start, report, memory)) {
    if (token.type === 'slideBreak') {
      slides.push(slide);
      slide = newSlide(file, offset, token);
      reportHeadWithoutEnd(file, offset, token, report);
    } else if (level !== undefined && token.type === 'heading' && token.depth <= level) {
      const head = takeHeadComment(slide.tokens);
      if (hasContent(slide)) {
        slides.push(slide);
        slide = newSlide(file, offset - joinedLength(head));
      }
      slide.tokens.push(...head, token);
    } else slide.tokens.push(token);
    offset += token.raw.length;
  }
  slides.push(slide);
  // A break above the first slide or below the last one makes no slide.
  const isEmpty = (candidate: MutableSlide) => !hasContent(candidate) && !candidate.head;
  if (slides.length > 1 && slides[0] && isEmpty(slides[0])) slides.shift();
  const last = slides.at(-1);
  if (slides.length > 1 && last && isEmpty(last)) slides.pop();
  return slides;
}

interface MutableSlide extends SlideTokens {
  readonly tokens: BlockToken[];
}

function newSlide(file: TextFile, offset: number, mark?: SlideBreak): MutableSlide {
  const head = mark?.head && { start: offset + mark.head.start, end: offset + mark.head.end };
  return {
    tokens: [],
    offset: offset + (mark?.raw.length ?? 0),
    vertical: mark?.vertical ?? false,
    span: spanAt(file, offset, mark ? (mark.vertical ? 2 : 3) : 1),
    ...(mark && { mark }),
    ...(head && { head }),
  };
}

/** A head in a comment above a heading belongs to the slide that the heading begins. */
function takeHeadComment(tokens: BlockToken[]): readonly BlockToken[] {
  const index = tokens.findLastIndex(({ type }) => type !== 'space');
  const last = tokens[index];
  return last?.type === 'html' && headInComment(last.raw) ? tokens.splice(index) : [];
}

function joinedLength(tokens: readonly BlockToken[]): number {
  return tokens.reduce((sum, { raw }) => sum + raw.length, 0);
}

function hasContent(slide: MutableSlide): boolean {
  return slide.tokens.some(({ type }) => type !== 'space' && type !== 'def');
}

/** A key of a slide's head right under a break, and no `---` below it. */
function reportHeadWithoutEnd(
  file: TextFile,
  offset: number,
  mark: SlideBreak,
  report: Report,
): void {
  if (mark.head) return;
  const at = offset + mark.raw.length;
  const key = /^([A-Za-z]+)[ \t]*:/.exec(file.text.slice(at, at + 40))?.[1];
  if (key === undefined || key === 'notes' || !isSlideKey(key)) return;
  const hint = 'close it with a line of three dashes, before any blank line';
  report.add(
    'front-matter-unclosed',
    spanAt(file, at, key.length),
    "the slide's head has no end",
    hint,
  );
}
