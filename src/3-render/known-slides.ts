import type { Feature, Piece, Slide } from '../deck.ts';
import type { DeckContext } from './context.ts';
import { type Place, renderSlide } from './slide.ts';

/** What a slide was rendered from, and what became of it. */
interface KnownSlide {
  readonly slide: Slide;
  readonly place: Place;
  readonly frame: string;
  readonly piece: Piece;
  readonly features: ReadonlySet<Feature>;
}

/** By the content of each. */
const known = new WeakMap<object, KnownSlide>();

/**
 * Renders a slide as {@link renderSlide} does, unless the last build of the deck has done so: its piece
 * is then the same object. Only such slides are kept as depend on no other: they show no file, no
 * drawing, no footnote, and no icon, whose ids are counted.
 *
 * @param frame what all slides depend on, as {@link frameOf} gives it
 */
export function renderSlideOnce(
  slide: Slide,
  place: Place,
  frame: string,
  deck: DeckContext,
): Piece {
  const { content } = slide;
  const before = content && known.get(content);
  if (before && before.frame === frame && isSame(before, slide, place)) {
    for (const feature of before.features) deck.features.add(feature);
    return before.piece;
  }
  const features = new Set<Feature>();
  const counts = () => [deck.footnoteNumbers.mentions, deck.drawings.last].join();
  const earlier = counts();
  const html = renderSlide(slide, place, { ...deck, features }).toString();
  for (const feature of features) deck.features.add(feature);
  const piece = { html };
  // A mark, of a file or a drawing, is all that holds a NUL.
  const isAlone = !html.includes('\0') && counts() === earlier && deck.resources.isWhole;
  if (content && isAlone) known.set(content, { slide, place, frame, piece, features });
  return piece;
}

/** What the looks of every slide depend on: the deck's head, and how its formulas are called. */
export function frameOf({ head, header, footer, equations }: DeckContext['deck']): string {
  return JSON.stringify([head, header, footer, [...equations]]);
}

function isSame(known: KnownSlide, slide: Slide, place: Place): boolean {
  return (
    known.slide.seconds === slide.seconds &&
    known.slide.notes.length === slide.notes.length &&
    known.place.number === place.number &&
    known.place.total === place.total
  );
}
