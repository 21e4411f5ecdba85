import type { Deck, RenderedDeck, Slide } from '../deck.ts';
import { type Html, html } from '../html.ts';
import { AssetList, Counter, type DeckContext } from './context.ts';
import type { Resources } from './resources.ts';
import { renderSlide } from './slide.ts';

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
    footnoteNumbers: new Map(),
  };
  const total = deck.stacks.flat().length;
  let number = 0;
  const render = (slide: Slide) => renderSlide(slide, { number: ++number, total }, context);
  const stacks = deck.stacks.map((stack): Html => {
    const slides = stack.map(render);
    return slides.length > 1
      ? html`<section class="stack">\n${slides}</section>\n`
      : html`${slides}`;
  });
  return {
    file: deck.file,
    head: deck.head,
    title: deck.title,
    slideCount: total,
    places: deck.stacks.flat().map(({ span }) => span),
    html: stacks.join(''),
    assets: context.assets.refs,
    charts: context.charts,
    diagrams: context.diagrams,
    features: context.features,
  };
}
