import { type Part, stepEvents } from './part.ts';

/** Tells those who listen of each new slide, "Slide 3 of 20: The title", and of what a step brings. */
export const announcer: Part = {
  present(deck) {
    const region = document.createElement('div');
    region.className = 'announcer';
    region.role = 'status';
    document.body.append(region);
    deck.on('slidechanged', () => {
      region.textContent = `Slide ${deck.getCurrentSlide()?.ariaLabel ?? ''}`;
    });
    const [shown] = stepEvents;
    deck.on(shown, (event) => {
      const { fragments } = event as unknown as { fragments: readonly Element[] };
      const text = fragments.map(textOf).join(' ').trim();
      if (text) region.textContent = text;
    });
  },
};

/** A step of a chart brings the next row of its data. */
function textOf(fragment: Element): string {
  const chart = fragment.matches('.chart-step') && fragment.closest('.chart');
  if (!chart) return fragment.textContent.trim();
  const number = chart.querySelectorAll('.chart-step.visible').length;
  const row = chart.querySelectorAll('.chart-data tbody tr')[number];
  return Array.from(row?.children ?? [], (cell) => cell.textContent).join(' ');
}
