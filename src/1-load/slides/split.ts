import type { Report } from '../../base/diagnostics/report.ts';
import { spanAt } from '../../base/span.ts';
import { isSlideKey } from '../../base/yaml/keys.ts';
import type { TextFile } from '../../model/source.ts';
import { reportKeyBelowDots } from '../find-front-matter.ts';
import type { SlideBreak } from '../lexing/block-extensions.ts';
import type { Lexed } from '../lexing/lex-change.ts';
import type { BlockToken } from '../lexing/nest-tokens.ts';
import { settingsInComment } from './settings-comment.ts';

/** The text of one slide and its tokens. */
export interface SlideText {
  /** The whole text: the break with its front matter, if any, and the content. */
  readonly text: string;
  /** The line of the file, from 1, on which the text begins. */
  readonly line: number;
  readonly tokens: readonly BlockToken[];
  /** The offset of the tokens in the text. */
  readonly offset: number;
  /** The break that begins the slide. */
  readonly slideBreak?: SlideBreak;
}

/**
 * Divides a file into slides: at `---` and `--`, or with `level` at each heading of that level or
 * above. Works on the lexer's tokens, so that a break inside of a code block is text.
 *
 * @param start where in the file the lexed text begins
 */
export function splitSlides(
  file: TextFile,
  start: number,
  { tokens }: Lexed,
  level: number | undefined,
  report: Report,
): readonly SlideText[] {
  const slides: Draft[] = [];
  let offset = start;
  let slide: Draft = { start, tokens: [] };
  for (const token of tokens) {
    if (token.type === 'slideBreak') {
      slides.push(slide);
      slide = { start: offset, tokens: [], slideBreak: token };
      reportSettings(file, offset, token, report);
    } else if (isHeading(token, level)) {
      const comment = takeSettingsComment(slide.tokens);
      if (hasContent(slide)) {
        slides.push(slide);
        slide = { start: offset - lengthOf(comment), tokens: [] };
      }
      slide.tokens.push(...comment, token);
    } else slide.tokens.push(token);
    offset += token.raw.length;
  }
  slides.push(slide);
  if (slides.length === 1 && !file.origins) reportRules(slide, file, report);
  // A break before the first slide or after the last one adds no slide.
  const isEmpty = (candidate: Draft) => !hasContent(candidate) && !candidate.slideBreak?.yaml;
  if (slides.length > 1 && slides[0] && isEmpty(slides[0])) slides.shift();
  const last = slides.at(-1);
  if (slides.length > 1 && last && isEmpty(last)) slides.pop();
  return slides.map((draft) => finish(draft, file));
}

/** Warns of lines above headings that are only drawn, in a file without breaks. */
function reportRules({ start, tokens }: Draft, file: TextFile, report: Report): void {
  const blocks = tokens.filter(({ type }) => type !== 'space');
  const isRule = ({ type }: BlockToken, index: number) =>
    type === 'hr' && blocks[index + 1]?.type === 'heading';
  const [first, second] = blocks.filter(isRule);
  if (!first || !second) return;
  const at = start + lengthOf(tokens.slice(0, tokens.indexOf(first)));
  const message =
    'this line is drawn on the slide: it begins no new one, and nor do those below it';
  const hint =
    'for a new slide, write --- with a blank line above; or "split: 2" in the front matter';
  report.add('foreign-break', spanAt(file, at, first.raw.trim().length), message, hint);
}

function isHeading(token: BlockToken, level = 0): boolean {
  const block = token.type === 'attributed' ? token.block : token;
  return block.type === 'heading' && block.depth <= level;
}

interface Draft {
  /** In the file. */
  readonly start: number;
  readonly tokens: BlockToken[];
  readonly slideBreak?: SlideBreak;
}

function finish({ start, tokens, slideBreak }: Draft, file: TextFile): SlideText {
  const offset = slideBreak?.raw.length ?? 0;
  return {
    text: file.text.slice(start, start + offset + lengthOf(tokens)),
    line: spanAt(file, start, 1).line,
    tokens,
    offset,
    ...(slideBreak && { slideBreak }),
  };
}

/** Settings in a comment above a heading belong to the slide of the heading. */
function takeSettingsComment(tokens: BlockToken[]): readonly BlockToken[] {
  const index = tokens.findLastIndex(({ type }) => type !== 'space');
  const last = tokens[index];
  return last?.type === 'html' && settingsInComment(last.raw) ? tokens.splice(index) : [];
}

function lengthOf(tokens: readonly BlockToken[]): number {
  return tokens.reduce((sum, { raw }) => sum + raw.length, 0);
}

function hasContent(slide: Draft): boolean {
  return slide.tokens.some(({ type }) => type !== 'space' && type !== 'def');
}

/** Reports slide settings below a break with a blank line, or without a closing `---`. */
function reportSettings(file: TextFile, offset: number, found: SlideBreak, report: Report): void {
  const { blankLine } = found.yaml ?? {};
  if (blankLine !== undefined) {
    const message = "a blank line in the slide's front matter";
    const hint =
      'remove it; if a formatter adds it, write the settings as a comment: <!-- layout: center -->';
    report.add('front-matter-blank', spanAt(file, offset + blankLine, 1), message, hint);
  }
  if (found.yaml && /^\.\.\.[ \t]*\n?$/m.test(found.raw)) {
    const below = offset + found.raw.length;
    reportKeyBelowDots(file.text, below, (at, length) => spanAt(file, at, length), report);
  }
  if (!found.yaml) reportUnclosedSettings(file, offset + firstLineLength(found.raw), report);
}

function firstLineLength(raw: string): number {
  return (/^[^\n]*\n?/.exec(raw)?.[0] ?? '').length;
}

/** @param at the start of the line below the dashes */
function reportUnclosedSettings(file: TextFile, at: number, report: Report): void {
  const key = /^([A-Za-z]+)[ \t]*:/.exec(file.text.slice(at, at + 40))?.[1];
  if (key === undefined || key === 'notes' || !isSlideKey(key)) return;
  // At the top of a file, this was reported for its front matter.
  if (file.text.slice(0, at).trim() === '---') return;
  const blankLine = findBlankLine(file.text.slice(at));
  if (blankLine === undefined) {
    const message = "the slide's front matter is not closed";
    const hint = 'close it with a line of three dashes, before any blank line';
    report.add('front-matter-unclosed', spanAt(file, at, key.length), message, hint);
  } else {
    const message = "a blank line ends the slide's front matter";
    const hint = 'remove the blank line, or close the front matter above it with three dashes';
    report.add('front-matter-unclosed', spanAt(file, at + blankLine, 1), message, hint);
  }
}

/** The offset of a blank line in text that is YAML up to `---` but for its blank lines. */
function findBlankLine(text: string): number | undefined {
  const yaml = /^(?:(?:[\w-]+:|[ \t]+\S|- )[^\n]*\n|[ \t]*\n)+(?=---[ \t]*(?:\n|$))/.exec(
    text,
  )?.[0];
  const blank = yaml?.search(/\n[ \t]*\n/) ?? -1;
  return blank < 0 ? undefined : blank + 1;
}
