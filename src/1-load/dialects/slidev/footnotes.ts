import type { Regions } from '../shared/regions.ts';
import type { SlidevDeck } from './deck.ts';

/** Footnotes belong to their slide: where several slides define the same one, each gets a label of its own. */
export function separateFootnotes(deck: SlidevDeck, regions: Regions): void {
  const text = regions.markdown;
  const counts = new Map<string, Set<number>>();
  const marks = [...text.matchAll(/\[\^([^\]\s]+)\](:?)/g)].map(
    ({ 1: label = '', 2: colon, index }) => ({
      label,
      isDefinition: colon === ':' && (index === 0 || text[index - 1] === '\n'),
      end: index + 2 + label.length,
      slide: deck.slides.findIndex(({ at }) => index >= at.start && index < at.end),
    }),
  );
  for (const { label, isDefinition, slide } of marks) {
    if (isDefinition) counts.set(label, (counts.get(label) ?? new Set()).add(slide));
  }
  for (const { label, end, slide } of marks) {
    const slides = [...(counts.get(label) ?? [])];
    const position = slides.indexOf(slide);
    if (slides.length > 1 && position > 0) deck.edits.insert(end, `-${position + 1}`);
  }
}
