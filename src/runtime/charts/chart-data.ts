import type { RevealApi } from 'reveal.js';
import type { BrowserFeature } from '../feature.ts';
import { say } from '../navigation/announce.ts';

const open = 'shows-data';

/**
 * `D` shows the data of a slide's charts as tables in place of the charts; `D` or `Esc` hides them.
 */
export const chartData: BrowserFeature = {
  present(deck) {
    deck.on('slidechanged', hide);
    deck.on('overviewshown', hide);
  },
  shortcuts: (deck) => [
    { keys: ['d'], name: 'chartData', group: 'reading', press: () => toggle(deck) },
    {
      keys: Object.keys(scrollKeys),
      group: 'reading',
      press: handleKey,
      isHidden: true,
    },
  ],
};

/** While tables are shown, `Esc` hides them, and arrow and page keys scroll them. */
function handleKey({ key }: KeyboardEvent): boolean {
  const distance = scrollKeys[key] ?? 0;
  const figure = document.querySelector(`.${open}`);
  if (!figure) return false;
  const room = figure.scrollHeight - figure.clientHeight;
  if (distance === 0) {
    hide();
    say('chart');
  } else if (room > 0) figure.scrollTop += distance * figure.clientHeight;
  return distance === 0 || room > 0;
}

/** How far a key scrolls, as a multiple of the chart's height. */
const scrollKeys: Readonly<Record<string, number>> = {
  Escape: 0,
  ArrowUp: -0.25,
  ArrowDown: 0.25,
  PageUp: -0.9,
  PageDown: 0.9,
};

function toggle(deck: RevealApi): void {
  if (hide()) {
    say('chart');
    return;
  }
  const figures = deck.getCurrentSlide()?.querySelectorAll<HTMLElement>('.chart:has(.chart-data)');
  for (const figure of figures ?? []) show(figure);
  if (figures?.length) say('chartData');
}

function show(figure: HTMLElement): void {
  const rows = figure.querySelectorAll('.chart-data tr').length;
  const { clientHeight = 0 } = figure.querySelector('.chart-box') ?? {};
  figure.style.setProperty('--row', `${clientHeight / rows}px`);
  figure.classList.add(open);
}

/** Hides the tables. @returns whether any were shown */
function hide(): boolean {
  const figures = document.querySelectorAll(`.${open}`);
  for (const figure of figures) figure.classList.remove(open);
  return figures.length > 0;
}
