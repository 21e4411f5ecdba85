import type { Resources } from '../3-resolve/resources.ts';
import type { Deck, Slide } from '../model/deck.ts';
import { type Piece, type RenderedDeck, stackTags } from '../model/rendered.ts';
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
  const total = deck.stacks.flat().length;
  let number = 0;
  const frame = frameOf(deck);
  const render = (slide: Slide): Piece =>
    renderSlideOnce(slide, { number: ++number, total }, frame, context);
  const pieces = deck.stacks.flatMap((stack) => {
    const slides = stack.map(render);
    return slides.length > 1 ? [stackOpen, ...slides, stackClose] : slides;
  });
  return {
    file: deck.file,
    head: deck.head,
    title: deck.title,
    slideCount: total,
    places: deck.stacks.flat().map(({ span }) => span),
    pieces,
    assets: context.assets.refs,
    charts: context.charts,
    diagrams: context.diagrams,
    features: context.features,
  };
}

const stackOpen: Piece = { html: stackTags.open };
const stackClose: Piece = { html: stackTags.close };
