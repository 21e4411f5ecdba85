import type { RevealApi } from 'reveal.js';
import { LiveChart } from './live-chart.ts';
import { type Part, prefersStillness, stepEvents } from './part.ts';

/** On paper a canvas pixel is finer than on a screen. */
const paperSharpness = 3;

/** Draws the charts of the slide that is shown, step by step, and on paper those of every slide. */
export function charts(): Part {
  const live = new Map<Element, LiveChart>();
  /** The slide that is shown, and the one just left, which a transition still shows. */
  let inView: readonly (Element | undefined)[] = [];
  /** How many slides lie before the one that is shown. */
  let place = 0;
  let deck: RevealApi | undefined;

  const draw = (figure: HTMLElement, animated: boolean, onPaper = false): void => {
    const sharpness = onPaper ? paperSharpness : devicePixelRatio * (deck?.getScale() ?? 1);
    live.set(figure, new LiveChart(figure, { animated, sharpness, onPaper }));
  };
  const discard = (isKept: (figure: Element) => boolean): void => {
    for (const [figure, chart] of live) {
      if (isKept(figure)) continue;
      chart.destroy();
      live.delete(figure);
    }
  };
  const step = (isComing = true): void => {
    const animated = isComing && !prefersStillness();
    for (const figure of figuresIn(deck?.getCurrentSlide())) {
      const chart = live.get(figure);
      if (chart) chart.step(animated);
      else draw(figure, animated);
    }
  };
  const arrive = (): void => {
    const before = place;
    place = deck?.getSlidePastCount() ?? 0;
    inView = [deck?.getCurrentSlide(), inView[0]];
    discard((figure) => inView.some((slide) => slide?.contains(figure)));
    // Whoever comes back has seen the chart grow.
    step(place >= before);
  };

  return {
    present(revealed) {
      deck = revealed;
      // A canvas does not redraw itself when its font comes late.
      deck.on('ready', () => void document.fonts.ready.then(arrive));
      deck.on('slidechanged', arrive);
      for (const event of stepEvents) deck.on(event, () => step());
      deck.on('resize', () => {
        for (const chart of live.values()) chart.sharpen(devicePixelRatio * revealed.getScale());
      });
      deck.on('overviewshown', () => {
        for (const figure of figuresIn(document)) if (!live.has(figure)) draw(figure, false);
      });
    },
    print() {
      discard(() => false);
      const figures = figuresIn(document);
      const hide = layOut(figures);
      for (const figure of figures) draw(figure, false, true);
      hide();
      return () => {
        discard(() => false);
        for (const figure of figuresIn(deck?.getCurrentSlide())) draw(figure, false);
      };
    },
  };
}

function figuresIn(root: ParentNode | undefined): readonly HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('figure.chart[data-chart]') ?? [])];
}

/** Gives the slides of these figures a size, as reveal.js does for slides in view; gives the way back. */
function layOut(figures: readonly HTMLElement[]): () => void {
  const sections = new Set(figures.flatMap(sectionsAround));
  for (const section of sections) section.style.display = 'block';
  return () => {
    for (const section of sections) section.style.removeProperty('display');
  };
}

function sectionsAround(element: HTMLElement): readonly HTMLElement[] {
  const section = element.parentElement?.closest('section');
  return section ? [section, ...sectionsAround(section)] : [];
}
