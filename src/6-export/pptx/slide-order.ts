import type { Deck, Slide } from '../../model/deck.ts';

/** How many slides the deck shows. Hidden slides come after them. */
export function countShown({ stacks }: Deck): number {
  return stacks.flat().filter(({ hiddenAfter }) => hiddenAfter === undefined).length;
}

/** The numbers of some slides, and of the hidden slides that follow them. Those before all others follow the first one. */
export function withHidden({ stacks }: Deck, chosen: readonly number[]): readonly number[] {
  const shown = new Set(chosen);
  const hidden = stacks.flat().flatMap(({ hiddenAfter }, index) => {
    return hiddenAfter !== undefined && shown.has(hiddenAfter || 1) ? [index + 1] : [];
  });
  return [...chosen, ...hidden];
}

/** The indexes of slides in the order of the source. */
export function sourceOrder(slides: readonly Slide[]): readonly number[] {
  const places = slides.map(({ hiddenAfter }, index) => ({
    index,
    place: hiddenAfter === undefined ? index + 1 : hiddenAfter + 0.5,
  }));
  return places.toSorted((a, b) => a.place - b.place).map(({ index }) => index);
}

/** The section that each slide is in, by its index. */
export function sectionsOf(slides: readonly Slide[]): ReadonlyMap<number, string> {
  let section = '';
  const sections = new Map<number, string>();
  for (const index of sourceOrder(slides)) {
    const slide = slides[index];
    if (slide?.layout === 'section') section = slide.title;
    sections.set(index, section);
  }
  return sections;
}
