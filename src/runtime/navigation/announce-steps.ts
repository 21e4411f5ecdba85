import { createElement } from '../element.ts';
import { type BrowserFeature, stepEvents } from '../feature.ts';
import { announce, announceSlide } from './announce.ts';

/** Announces to screen readers what each step shows. */
export const stepAnnouncer: BrowserFeature = {
  present(deck) {
    const [shown, hidden] = stepEvents;
    deck.on(shown, (event) => {
      const { fragments } = event as unknown as { fragments: readonly Element[] };
      announceSteps(fragments);
    });
    // On the way back: the step that is now the last, or the slide as it begins.
    deck.on(hidden, () => {
      const steps = deck.getCurrentSlide()?.querySelectorAll('.current-fragment') ?? [];
      if (!announceSteps([...steps])) announceSlide(deck);
    });
  },
};

/** Announces steps in the language of the first. @returns whether they have words */
function announceSteps(steps: readonly Element[]): boolean {
  const text = steps.map(textOf).join(' ').trim();
  if (text) announce(text, steps[0]?.closest<HTMLElement>('[lang]')?.lang);
  return Boolean(text);
}

/**
 * What a step shows, as it is heard: without what later steps show; nothing if it goes. A step of code says which lines
 * it highlights.
 */
function textOf(step: Element): string {
  const { says } = (step as HTMLElement).dataset;
  if (says) return says;
  if (step.matches('.fade-out')) return '';
  const box = createElement('div', '', step.cloneNode(true));
  for (const unheard of box.querySelectorAll(notHeard)) unheard.remove();
  for (const named of box.querySelectorAll('[aria-label], [alt], [alttext]'))
    named.replaceWith(
      named.ariaLabel ?? named.getAttribute('alt') ?? named.getAttribute('alttext') ?? '',
    );
  for (const part of box.querySelectorAll('p, li, td, th')) part.append(' ');
  return box.textContent.replace(/\s+/g, ' ').trim();
}

const notHeard =
  '.fragment:not(.visible, .fade-out), .fade-out.visible, [aria-hidden], [role=doc-noteref], .chart-details, .chart-box > canvas';
