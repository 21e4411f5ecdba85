import type { Slide } from '../model/deck.ts';
import type { Span } from '../model/source.ts';
import { moveLines } from './move-lines.ts';
import type { SlideFindings } from './slide.ts';

/** The findings of a slide that have spans. */
export type PlacedFindings = Pick<SlideFindings, 'assets' | 'charts' | 'diagrams' | 'colors'>;

/** Moves the spans in a slide's findings to its current position. */
export function placeSlide(found: SlideFindings, { span }: Slide): PlacedFindings {
  const { origin } = found;
  const lines = span.line - origin.line;
  if (lines === 0) return found;
  // Files that the front matter names do not move with the slide.
  const move = <T extends { readonly span: Span }>(each: T): T =>
    each.span.file === origin.file && each.span.line >= origin.line ? moveLines(each, lines) : each;
  return {
    assets: found.assets.map(move),
    charts: found.charts.map(move),
    diagrams: found.diagrams.map(move),
    ...(found.colors && { colors: move(found.colors) }),
  };
}
