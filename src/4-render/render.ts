import type { Resources } from '../3-resolve/resources.ts';
import type { Deck } from '../model/deck.ts';
import type { RenderedDeck, RenderedSlide } from '../model/rendered.ts';
import { AssetList, Counter, type DeckContext, FootnoteNumbers } from './context.ts';
import { frameOf, renderSlideOnce } from './known-slides.ts';

/** Renders a deck as HTML. A pure function: what is heavy or reads files was done before, for `resources`. */
export function renderDeck(deck: Deck, resources: Resources): RenderedDeck {
  const context: DeckContext = {
    deck,
    resources,
    assets: new AssetList(),
    features: new Set(),
    charts: [],
    drawings: new Counter(),
    diagrams: [],
    footnoteNumbers: new FootnoteNumbers(),
  };
  const frame = frameOf(deck);
  let number = 0;
  const stacks = deck.stacks.map((stack) =>
    stack.map((slide): RenderedSlide => {
      const { title, seconds, span } = slide;
      number++;
      return {
        number,
        title,
        ...(seconds !== undefined && { seconds }),
        span,
        content: renderSlideOnce(slide, number === 1, frame, context),
      };
    }),
  );
  return {
    file: deck.file,
    head: deck.head,
    title: deck.title,
    stacks,
    assets: context.assets.refs,
    charts: context.charts,
    diagrams: context.diagrams,
    features: context.features,
  };
}
