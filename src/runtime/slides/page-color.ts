import type { BrowserFeature } from '../feature.ts';

/** Extends the color of a slide's background to the whole screen if the screen has another aspect ratio. */
export const pageColor: BrowserFeature = {
  present(deck) {
    const paint = (): void => {
      const slide = deck.isOverview() ? undefined : deck.getCurrentSlide();
      document.body.style.backgroundColor = slide ? backgroundColorOf(slide) : '';
    };
    for (const event of ['ready', 'slidechanged', 'overviewshown', 'overviewhidden']) {
      deck.on(event, paint);
    }
  },
};

function backgroundColorOf(slide: Element): string {
  const style = getComputedStyle(slide);
  if (slide.classList.contains('has-backdrop')) return style.getPropertyValue('--color-background');
  // A slide without its own background keeps the page's.
  const { backgroundColor } = style;
  return /^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor) ? '' : backgroundColor;
}
