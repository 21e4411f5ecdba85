import { cutLines, wrapText } from '../labels/text.ts';
import { isOrdinal } from '../scale/columns.ts';
import { type ChartData, hasShape, isColumnar, isSetApart } from '../series/data.ts';
import { type ChartLook, leading, widest } from '../style.ts';

/** What bars, lines and points have, in pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** How the categories are named. */
export interface CategoryNames {
  /** In lines, where all of them can be named under the chart, or beside it. */
  readonly lines: readonly (readonly string[])[] | undefined;
  /** Some cannot be named in full, though each has a name of its own. */
  readonly isCrowded: boolean;
}

/**
 * The categories in the lines that they need. Where they have no room, some of what has an order are
 * left out (`undefined`); the names of bars are cut, which the author had better be told.
 */
export function fitCategories(data: ChartData, room: Room, look: ChartLook): CategoryNames {
  const unfitted = { lines: undefined, isCrowded: false };
  if (!isColumnar(data) || data.xScale !== 'category') return unfitted;
  const { labels, horizontal } = data;
  const slot = (horizontal ? room.height : room.width) / labels.length;
  const width = horizontal ? nameWidth(room, look) : slot - look.size * 0.3;
  const maxLines = horizontal ? Math.floor(slot / (look.size * leading)) : 3;
  const wrapped = labels.map((label, index) => {
    const weight = isSetApart(data, index) ? 'bold' : 'normal';
    const lines = wrapText(label, width, weight, look);
    const fits = lines.length <= maxLines && widest(lines, look, weight) <= width;
    return { weight, lines, fits } as const;
  });
  if (wrapped.every(({ fits }) => fits)) {
    return { lines: wrapped.map(({ lines }) => lines), isCrowded: false };
  }
  if (!hasShape(data, 'bar') || labels.every(isOrdinal)) return unfitted;
  if (maxLines < 1 || width < look.size * 2) return { ...unfitted, isCrowded: true };
  const cut = wrapped.map(({ lines, weight, fits }) =>
    fits ? lines : cutLines(lines, maxLines, width, weight, look),
  );
  return { lines: cut, isCrowded: true };
}

/** What names beside bars may take: Chart.js gives them no more than half. */
export function nameWidth(room: Room, look: ChartLook): number {
  return Math.min(look.width * 0.36, room.width / 2 - look.size * 0.5);
}
