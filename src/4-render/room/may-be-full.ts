import { estimate } from '../../2-parse/room/estimate.ts';
import { slotSize } from '../../2-parse/room/room.ts';
import { widthOf } from '../../2-parse/room/text-width.ts';
import { fewColumns } from '../../2-parse/room/type-room.ts';
import type { Block } from '../../model/blocks.ts';
import type { Slide } from '../../model/deck.ts';
import type { FrontMatter } from '../../model/front-matter.ts';

/** How much higher than estimated the content of a slide may be, with any theme and font. */
const uncertainty = 1.4;

/** The same of larger type, whose lines may wrap. */
const largerUncertainty = 2;

/** The width, in columns, of a title that is one line in any theme, and the height of each further line. */
const [titleLine, titleLineHeight] = [24, 72];

/** The width, in columns, of large text that fits in any case. */
const shortText = 160;

/**
 * Whether the page has to measure a slide, as its content may be larger than its room. Most slides have
 * obviously room enough.
 *
 * @param scale of its type
 */
export function mayBeFull(slide: Slide, { styles, size }: FrontMatter, scale: number): boolean {
  const titleLines = Math.ceil(widthOf(slide.title) / titleLine);
  // Nobody knows what the author's own styles do.
  if (styles.length > 0 || (isLarge(slide) && titleLines > 2)) return true;
  return slide.slots.some(({ name, blocks }) => {
    if (name === 'title') return false;
    if (blocks.some(hasManyColumns)) return true;
    const room = slotSize(slide, name, size);
    const heights = blocks.map((block) => estimate(block, room.width / scale));
    if (isLarge(slide)) return heights.length > 2 || blocks.some(isLong);
    const above = Math.max(0, titleLines - 1) * titleLineHeight;
    const height = heights.reduce((sum, own) => sum + own * scale, above);
    return height * (scale > 1 ? largerUncertainty : uncertainty) > room.height;
  });
}

/** Whether a table may be wider than its slide: that depends on its longest words. */
function hasManyColumns(block: Block): boolean {
  return block.kind === 'table' && block.header.length > fewColumns;
}

/** Whether the text of a layout has display sizes. */
function isLarge({ layout }: Slide): boolean {
  return layout !== 'default' && layout !== 'two-columns';
}

function isLong(block: Block): boolean {
  return estimate(block, shortText * 13) > 2 * 42;
}
