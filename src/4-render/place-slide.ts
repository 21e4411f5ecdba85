import type { Slide } from '../model/deck.ts';
import type { Span } from '../model/source.ts';
import { moveLines } from './move-lines.ts';
import type { SlideFindings } from './slide.ts';

type Placed = Pick<SlideFindings, 'assets' | 'charts' | 'diagrams'>;

/** What a slide found, with spans for where the slide is now. */
export function placeSlide({ origin, ...found }: SlideFindings, { span }: Slide): Placed {
  const lines = span.line - origin.line;
  if (lines === 0) return found;
  // The front matter may name a file, too, and does not move with the slide.
  const move = <T extends { readonly span: Span }>(each: T): T =>
    each.span.file === origin.file && each.span.line >= origin.line ? moveLines(each, lines) : each;
  return {
    assets: found.assets.map(move),
    charts: found.charts.map(move),
    diagrams: found.diagrams.map(move),
  };
}
