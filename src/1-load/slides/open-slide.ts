import type { Diagnostic } from '../../base/diagnostics/diagnostic.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { spanAt } from '../../base/span.ts';
import type { Locate } from '../../base/yaml/yaml.ts';
import type { SlideFrontMatter } from '../../model/deck.ts';
import type { OpenedSlide, TextFile } from '../../model/source.ts';
import type { BlockToken } from '../lexing/nest-tokens.ts';
import { relativeFile } from './place-spans.ts';
import { reportNearSettings, settingsInComment } from './settings-comment.ts';
import { emptyFrontMatter, readSlideFrontMatter } from './slide-settings.ts';
import type { SlideText } from './split.ts';

/** A slide with its front matter, and the diagnostics of it. */
export interface Opened {
  readonly slide: OpenedSlide;
  readonly tokens: readonly BlockToken[];
  /** Below the slide before it, not next to it. */
  readonly vertical: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a slide's front matter: the YAML below the break, or a comment as the slide's first block.
 *
 * @param realPath the real path of the slide's file
 */
export function openSlide(text: SlideText, realPath: string): Opened {
  const { slideBreak } = text;
  const file: TextFile = { path: relativeFile, realPath, text: text.text };
  const report = new Report();
  const vertical = slideBreak?.vertical ?? false;
  const found: FoundYaml | undefined = slideBreak?.yaml ?? findComment(text, file, report);
  const tokens = found?.rest ?? text.tokens;
  const slide: OpenedSlide = {
    file,
    tokens,
    offset: found?.restOffset ?? text.offset,
    hasFrontMatter: slideBreak?.yaml !== undefined,
    frontMatter: found ? readYaml(file, found, report) : emptyFrontMatter,
    span: spanAt(file, 0, slideBreak ? (vertical ? 2 : 3) : 1),
  };
  return { slide, tokens, vertical, diagnostics: report.diagnostics };
}

/** Offsets in the slide's text. */
interface FoundYaml {
  readonly start: number;
  readonly end: number;
  /** The text after the comment that contains it. */
  readonly rest?: readonly BlockToken[];
  readonly restOffset?: number;
}

function findComment(
  { tokens, offset }: SlideText,
  file: TextFile,
  report: Report,
): FoundYaml | undefined {
  const index = tokens.findIndex(({ type }) => type !== 'space');
  const first = tokens[index];
  if (first?.type !== 'html') return undefined;
  const skipped = tokens.slice(0, index);
  const at = offset + skipped.reduce((sum, { raw }) => sum + raw.length, 0);
  const comment = settingsInComment(first.raw);
  if (!comment) {
    reportNearSettings(first.raw, (start, length) => spanAt(file, at + start, length), report);
    return undefined;
  }
  return {
    start: at + comment.start,
    end: at + comment.end,
    rest: tokens.slice(index + 1),
    restOffset: at + first.raw.length,
  };
}

function readYaml(file: TextFile, { start, end }: FoundYaml, report: Report): SlideFrontMatter {
  const locate: Locate = (offset, length) => spanAt(file, start + offset, length);
  return readSlideFrontMatter(file.text.slice(start, end), locate, file.realPath, report);
}
