import { slugOf } from '../../base/text/slug.ts';
import type { Block, Heading } from '../../model/blocks.ts';
import type { SlideHeading, Slot } from '../../model/deck.ts';
import { writtenText } from '../inline/plain-text.ts';

/**
 * The headings in a slide's slots, with what their ids are made of.
 *
 * @param isSmart whether dashes were written as hyphens
 */
export function findHeadings(slots: readonly Slot[], isSmart: boolean): readonly SlideHeading[] {
  const headings = slots.flatMap(({ blocks }) => blocks.flatMap(headingsIn));
  return headings.map((heading) => {
    const { span, attributes } = heading;
    const found = { span, slug: slugIn(heading, isSmart) };
    return attributes.id === undefined ? found : { ...found, id: attributes.id };
  });
}

function headingsIn(block: Block): readonly Heading[] {
  switch (block.kind) {
    case 'heading':
      return [block];
    case 'quote':
    case 'callout':
    case 'group':
      return block.blocks.flatMap(headingsIn);
    case 'definitions':
      return block.items.flatMap(({ definitions }) => definitions.flat().flatMap(headingsIn));
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap(headingsIn));
    case 'columns':
      return block.columns.flatMap(({ blocks }) => blocks.flatMap(headingsIn));
    default:
      return [];
  }
}

function slugIn({ content }: Heading, isSmart: boolean): string {
  // An emoji leaves the space next to it; written as a name, the name.
  const text = writtenText([{ kind: 'text', text: '|' }, ...content], (name) => name).trimEnd();
  return slugOf(isSmart ? text.replaceAll('—', '---').replaceAll('–', '--') : text);
}
