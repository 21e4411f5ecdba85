import type { Report } from '../../base/diagnostics/report.ts';
import type { LayoutName, Slot } from '../../model/deck.ts';
import type { Span } from '../../model/source.ts';
import { estimateAll } from './estimate.ts';
import { type Room, slotSize } from './room.ts';

/** The smallest scale of type, and of the height of text with its gaps, at which it is readable. */
const [smallestType, smallestHeight] = [0.6, 0.42];

/** How much higher than its room content is, even so, that is far too much. */
const far = 1.5;

/**
 * Warns of a slide with far more on it than it has room for. Only a browser knows where it is cut.
 *
 * @param deckSize of the slides, in CSS pixels
 */
export function reportCrowded(
  slide: { readonly layout: LayoutName; readonly slots: readonly Slot[]; readonly span: Span },
  deckSize: Room,
  report: Report,
): void {
  for (const { name, blocks } of slide.slots) {
    if (name === 'title') continue;
    const room = slotSize(slide, name, deckSize);
    const height = estimateAll(blocks, room.width / smallestType) * smallestHeight;
    if (!Number.isFinite(height) || height < room.height * far) continue;
    const message =
      'this slide is far too full: much of it is cut, even at the smallest readable size';
    const hint =
      'shorten it, divide it, or write fit: split in its settings; "lectern check" shows where it is cut';
    const span = blocks[0]?.span ?? slide.span;
    report.add('slide-crowded', span, message, hint);
    return;
  }
}
