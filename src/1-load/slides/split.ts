import type { Report } from '../../base/diagnostics/report.ts';
import { spanAt } from '../../base/span.ts';
import { isSlideKey } from '../../base/yaml/keys.ts';
import type { TextFile } from '../../model/source.ts';
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
      reportUnclosedSettings(file, offset, token, report);
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
  // A break before the first slide or after the last one adds no slide.
  const isEmpty = (candidate: Draft) => !hasContent(candidate) && !candidate.slideBreak?.yaml;
  if (slides.length > 1 && slides[0] && isEmpty(slides[0])) slides.shift();
  const last = slides.at(-1);
  if (slides.length > 1 && last && isEmpty(last)) slides.pop();
  return slides.map((draft) => finish(draft, file));
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

/** Reports slide settings directly below a break without a closing `---`. */
function reportUnclosedSettings(
  file: TextFile,
  offset: number,
  slideBreak: SlideBreak,
  report: Report,
): void {
  if (slideBreak.yaml) return;
  const at = offset + slideBreak.raw.length;
  const key = /^([A-Za-z]+)[ \t]*:/.exec(file.text.slice(at, at + 40))?.[1];
  if (key === undefined || key === 'notes' || !isSlideKey(key)) return;
  const hint = 'close it with a line of three dashes, before any blank line';
  report.add(
    'front-matter-unclosed',
    spanAt(file, at, key.length),
    "the slide's front matter is not closed",
    hint,
  );
}
