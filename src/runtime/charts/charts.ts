import type { RevealApi } from 'reveal.js';
import { type BrowserFeature, prefersReducedMotion, stepEvents } from '../feature.ts';
import { announce } from '../navigation/announce.ts';
import { LiveChart } from './live-chart.ts';

/** Draws the charts of the current slide live, step by step; all others are images. */
export const charts: BrowserFeature = {
  present(deck) {
    const charts = new LiveCharts(deck);
    // A canvas is not redrawn by itself when its font is loaded late.
    deck.on('ready', () => void document.fonts.ready.then(() => charts.enterSlide()));
    deck.on('slidechanged', () => charts.enterSlide());
    for (const event of stepEvents) deck.on(event, () => charts.step(true));
    deck.on('resize', () => charts.setResolution());
    onScreenChange(() => charts.setResolution());
  },
};

class LiveCharts {
  readonly #deck: RevealApi;
  readonly #live = new Map<Element, LiveChart>();
  /** The current slide and the previous one, which is visible during a transition. */
  #visibleSlides: readonly (Element | undefined)[] = [];
  /** The index of the current slide. */
  #slideIndex = 0;

  constructor(deck: RevealApi) {
    this.#deck = deck;
  }

  enterSlide(): void {
    const before = this.#slideIndex;
    this.#slideIndex = this.#deck.getSlidePastCount();
    this.#visibleSlides = [this.#deck.getCurrentSlide(), this.#visibleSlides[0]];
    for (const [figure, chart] of this.#live) {
      if (this.#visibleSlides.some((slide) => slide?.contains(figure))) continue;
      chart.destroy();
      this.#live.delete(figure);
    }
    // Going back does not repeat the animation.
    this.step(this.#slideIndex >= before);
  }

  /** @param moves whether new data is animated */
  step(moves: boolean): void {
    const animated = moves && !prefersReducedMotion();
    for (const figure of figuresIn(this.#deck.getCurrentSlide())) {
      const chart = this.#live.get(figure);
      const grows = animated && !continues(figure, this.#visibleSlides[1]);
      const news = chart?.step(animated);
      if (news) announce(news, figure.closest<HTMLElement>('[lang]')?.lang);
      if (!chart) this.#live.set(figure, new LiveChart(figure, grows, this.#resolution()));
    }
  }

  setResolution(): void {
    for (const chart of this.#live.values()) chart.setResolution(this.#resolution());
  }

  #resolution(): number {
    return devicePixelRatio * this.#deck.getScale();
  }
}

/** Whether the previous slide has the same chart, from which auto-animate moves it to this one. */
function continues(figure: HTMLElement, before: Element | undefined): boolean {
  const moves = '[data-auto-animate]';
  if (!before?.matches(moves) || !figure.closest(moves)) return false;
  const charts = Array.from(before.querySelectorAll<HTMLElement>('.chart'));
  return charts.some(({ dataset }) => dataset.chart === figure.dataset.chart);
}

/** The charts on a slide, without those in its notes, which have no size. */
function figuresIn(slide: HTMLElement | undefined): readonly HTMLElement[] {
  const figures = slide?.querySelectorAll<HTMLElement>('.chart[data-chart]:not(.notes *)');
  return [...(figures ?? [])];
}

/** Calls back whenever the page moves to a screen with another pixel density. */
function onScreenChange(change: () => void): void {
  const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  query.addEventListener(
    'change',
    () => {
      change();
      onScreenChange(change);
    },
    { once: true },
  );
}
