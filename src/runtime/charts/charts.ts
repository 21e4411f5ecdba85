import type { RevealApi } from 'reveal.js';
import { type Part, prefersStillness, stepEvents } from '../feature.ts';
import { announce } from '../navigation/announce.ts';
import { LiveChart } from './live-chart.ts';

/** Draws the charts of the slide that is shown, step by step; all others are pictures. */
export const charts: Part = {
  present(deck) {
    const stage = new Stage(deck);
    // A canvas does not redraw itself when its font comes late.
    deck.on('ready', () => void document.fonts.ready.then(() => stage.arrive()));
    deck.on('slidechanged', () => stage.arrive());
    for (const event of stepEvents) deck.on(event, () => stage.step(true));
    deck.on('resize', () => stage.sharpen());
    onScreenChange(() => stage.sharpen());
  },
};

class Stage {
  readonly #deck: RevealApi;
  readonly #live = new Map<Element, LiveChart>();
  /** The slide that is shown, and the one just left, which a transition still shows. */
  #inView: readonly (Element | undefined)[] = [];
  /** How many slides lie before the one that is shown. */
  #place = 0;

  constructor(deck: RevealApi) {
    this.#deck = deck;
  }

  arrive(): void {
    const before = this.#place;
    this.#place = this.#deck.getSlidePastCount();
    this.#inView = [this.#deck.getCurrentSlide(), this.#inView[0]];
    for (const [figure, chart] of this.#live) {
      if (this.#inView.some((slide) => slide?.contains(figure))) continue;
      chart.destroy();
      this.#live.delete(figure);
    }
    // Whoever comes back has seen the chart grow.
    this.step(this.#place >= before);
  }

  /** @param moves whether what is new comes with a movement */
  step(moves: boolean): void {
    const animated = moves && !prefersStillness();
    for (const figure of figuresIn(this.#deck.getCurrentSlide())) {
      const chart = this.#live.get(figure);
      const grows = animated && !continues(figure, this.#inView[1]);
      const news = chart?.step(animated);
      if (news) announce(news);
      if (!chart) this.#live.set(figure, new LiveChart(figure, grows, this.#sharpness()));
    }
  }

  sharpen(): void {
    for (const chart of this.#live.values()) chart.sharpen(this.#sharpness());
  }

  #sharpness(): number {
    return devicePixelRatio * this.#deck.getScale();
  }
}

/** Whether a chart stood on the slide before too, from where it moves to its place on this one. */
function continues(figure: HTMLElement, before: Element | undefined): boolean {
  const moves = '[data-auto-animate]';
  if (!before?.matches(moves) || !figure.closest(moves)) return false;
  const charts = Array.from(before.querySelectorAll<HTMLElement>('.chart'));
  return charts.some(({ dataset }) => dataset.chart === figure.dataset.chart);
}

/** Those on the slide itself; what stands in its notes has no size. */
function figuresIn(slide: HTMLElement | undefined): readonly HTMLElement[] {
  const figures = slide?.querySelectorAll<HTMLElement>('.chart[data-chart]:not(.notes *)');
  return [...(figures ?? [])];
}

/** Calls back whenever the page comes to a screen with other pixels. */
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
