import type { Diagnostic } from '../../base/diagnostics/diagnostic.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { spanAt } from '../../base/span.ts';
import type { Place } from '../../base/yaml/yaml.ts';
import type { Span, TextFile } from '../../model/source.ts';
import type { BlockToken } from '../lexing/block-extensions.ts';
import { relativeFile } from './place-spans.ts';
import { reportNearSettings, settingsInComment } from './settings-comment.ts';
import { emptySettings, readSlideSettings, type SlideSettings } from './slide-settings.ts';
import type { SlideText } from './split.ts';

/** A slide with its settings read and removed from the tokens. Its spans are relative. */
export interface OpenedSlide {
  /** The slide's text in place of that of its file. */
  readonly file: TextFile;
  readonly tokens: readonly BlockToken[];
  /** Where in the text the tokens begin. */
  readonly offset: number;
  /** Below the slide before it, not next to it. */
  readonly vertical: boolean;
  /** Whether it has settings of its own, be they valid or not. */
  readonly hasSettings: boolean;
  readonly settings: SlideSettings;
  /** The break, or the slide's first line. */
  readonly span: Span;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a slide's settings: the YAML below the break, or a comment as the slide's first block.
 *
 * @param realPath that of the file with the slide
 */
export function openSlide(slide: SlideText, realPath: string): OpenedSlide {
  const { text, tokens, offset, mark } = slide;
  const file: TextFile = { path: relativeFile, realPath, text };
  const report = new Report();
  const vertical = mark?.vertical ?? false;
  const found: FoundSettings | undefined = mark?.yaml ?? findComment(slide, file, report);
  const settings = found ? readSettings(file, found, report) : emptySettings;
  return {
    file,
    tokens: found?.rest ?? tokens,
    offset: found?.restOffset ?? offset,
    vertical,
    hasSettings: mark?.yaml !== undefined,
    settings,
    span: spanAt(file, 0, mark ? (vertical ? 2 : 3) : 1),
    diagnostics: report.diagnostics,
  };
}

/** Offsets in the slide's text. */
interface FoundSettings {
  readonly start: number;
  readonly end: number;
  /** What follows the comment that holds them. */
  readonly rest?: readonly BlockToken[];
  readonly restOffset?: number;
}

function findComment(
  { tokens, offset }: SlideText,
  file: TextFile,
  report: Report,
): FoundSettings | undefined {
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

function readSettings(
  file: TextFile,
  { start, end }: FoundSettings,
  report: Report,
): SlideSettings {
  const place: Place = (offset, length) => spanAt(file, start + offset, length);
  return readSlideSettings(file.text.slice(start, end), place, file.realPath, report);
}
