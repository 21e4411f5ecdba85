import type { LayoutName } from '../../../model/deck.ts';
import type { SourceRule } from '../rule.ts';
import { headingsIn } from './headings.ts';

/** Layouts whose slides usually have no title. */
const withoutTitle: ReadonlySet<LayoutName> = new Set([
  'blank',
  'full-image',
  'quote',
  'statement',
]);

/** Slides without a heading: the outline, the overview and screen readers cannot name them. */
export const titleMissing: SourceRule = (context) => {
  for (const part of context.parts) {
    const { of, slide: numbered } = part;
    if (of !== 'slide' || !numbered) continue;
    const { layout, span, slots } = numbered.slide;
    const isEmpty = slots.every(({ blocks }) => blocks.length === 0);
    if (withoutTitle.has(layout) || isEmpty) continue;
    if (headingsIn(part).some(({ text }) => text !== '')) continue;
    const hint =
      'begin it with a heading such as "## Apples"; slides with the layout blank, full-image, quote or statement need none';
    context.add({ rule: 'title-missing', span, message: 'this slide has no title', hint });
  }
};
