import type { RevealApi } from 'reveal.js';
import type { Part } from '../feature.ts';
import { announce } from '../navigation/announce.ts';

const open = 'shows-data';

/** `D` shows the data of a slide's charts as tables, in the charts' places; `D` or `Esc` hides them. */
export const chartData: Part = {
  present(deck) {
    deck.on('slidechanged', hide);
    deck.on('overviewshown', hide);
  },
  shortcuts: (deck) => [
    { keys: ['d'], name: 'Data of the chart', group: 'Read', press: () => toggle(deck) },
    {
      keys: Object.keys(ways),
      name: 'Through the data',
      group: 'Read',
      press: takeKey,
      isUntold: true,
    },
  ],
};

/** While data are shown, `Esc` hides them, and the keys that go up and down move them. */
function takeKey({ key }: KeyboardEvent): boolean {
  const way = ways[key] ?? 0;
  const figure = document.querySelector(`.${open}`);
  if (!figure) return false;
  const room = figure.scrollHeight - figure.clientHeight;
  if (way === 0) {
    hide();
    announce('Chart');
  } else if (room > 0) figure.scrollTop += way * figure.clientHeight;
  return way === 0 || room > 0;
}

/** How far a key goes, in heights of the chart. */
const ways: Readonly<Record<string, number>> = {
  Escape: 0,
  ArrowUp: -0.25,
  ArrowDown: 0.25,
  PageUp: -0.9,
  PageDown: 0.9,
};

function toggle(deck: RevealApi): void {
  if (hide()) {
    announce('Chart');
    return;
  }
  const figures = deck.getCurrentSlide()?.querySelectorAll<HTMLElement>('.chart:has(.chart-data)');
  for (const figure of figures ?? []) show(figure);
  if (figures?.length) announce('Data of the chart');
}

function show(figure: HTMLElement): void {
  const rows = figure.querySelectorAll('.chart-data tr').length;
  const { clientHeight = 0 } = figure.querySelector('.chart-box') ?? {};
  figure.style.setProperty('--row', `${clientHeight / rows}px`);
  figure.classList.add(open);
}

/** Hides what is shown; tells whether something was. */
function hide(): boolean {
  const figures = document.querySelectorAll(`.${open}`);
  for (const figure of figures) figure.classList.remove(open);
  return figures.length > 0;
}
