import type { Item } from '../slide/items.ts';
import type { SlideStyle } from '../theme/style.ts';
import { atStart, type Box } from '../units.ts';
import {
  columnLine,
  columnWidths,
  fitsWords,
  heightOfItem,
  heightOfItems,
  startsColumn,
  TypeSizes,
} from './item-size.ts';

/** An item with its place on the slide. */
export interface PlacedItem {
  readonly item: Exclude<Item, { kind: 'columns' }> | ColumnLine;
  readonly box: Box;
  readonly sizes: TypeSizes;
}

/** The line above a column that starts with a heading. */
export interface ColumnLine {
  readonly kind: 'column-line';
  readonly step?: number;
}

export interface PlaceOptions {
  readonly style: SlideStyle;
  /** How much larger type is than usual. */
  readonly scale: number;
  readonly anchor: 't' | 'ctr' | 'b';
  /** Whether it is a column, with a line above its heading. */
  readonly isColumn: boolean;
  /** Whether the first column is on the right. */
  readonly isRightToLeft: boolean;
}

const smallest = 0.5;
/** Below this share, text is too small for a word that is longer than a line, such as an address. */
const smallestForWords = 0.7;
const step = 0.04;

/**
 * The type sizes at which items fit in a box, and their words in its lines; the smallest ones if they never do.
 * A word that would need much smaller type is broken.
 */
export function fitSizes(
  items: readonly Item[],
  box: Box,
  { style, scale }: PlaceOptions,
): TypeSizes {
  let inHeight: TypeSizes | undefined;
  for (let share = 1; share > smallest; share -= step) {
    const sizes = new TypeSizes(style, scale * share);
    if (heightOfItems(items, box.width, sizes).min > box.height) continue;
    if (items.every((item) => fitsWords(item, box.width, sizes))) return sizes;
    inHeight ??= sizes;
    if (share < smallestForWords) break;
  }
  return inHeight ?? new TypeSizes(style, scale * smallest);
}

/** Places items below each other in a box, in type that fits. */
export function placeItems(
  items: readonly Item[],
  box: Box,
  options: PlaceOptions,
  sizes: TypeSizes = fitSizes(items, box, options),
): readonly PlacedItem[] {
  const line = options.isColumn && startsColumn(items) ? columnLine : 0;
  const heights = shareOut(items, { ...box, height: box.height - line }, sizes);
  const used =
    heights.reduce((sum, height) => sum + height, 0) + (items.length - 1) * sizes.gap + line;
  const free = Math.max(0, box.height - used);
  let y = box.y + (options.anchor === 'ctr' ? free * 0.45 : options.anchor === 'b' ? free : 0);
  const placed: PlacedItem[] = [];
  if (line > 0) {
    placed.push({ item: { kind: 'column-line' }, box: { ...box, y, height: 2 }, sizes });
    y += line;
  }
  for (const [index, item] of items.entries()) {
    const height = heights[index] ?? 0;
    placed.push(...placeItem(item, { ...box, y, height }, options, sizes));
    y += height + sizes.gap;
  }
  return placed;
}

function placeItem(
  item: Item,
  box: Box,
  options: PlaceOptions,
  sizes: TypeSizes,
): readonly PlacedItem[] {
  if (item.kind !== 'columns') return [{ item, box, sizes }];
  const widths = columnWidths(item, box.width, sizes);
  const gap = sizes.style.length('--gap-columns');
  let x = box.x;
  return item.columns.flatMap(({ items }, index) => {
    const width = widths[index] ?? box.width;
    const column = { ...box, x, width };
    x += width + gap;
    const place = atStart(column, box, options);
    return placeItems(items, place, { ...options, anchor: 't', isColumn: true }, sizes);
  });
}

/** The heights of items: what they need, and for images and charts a share of what is left. */
function shareOut(items: readonly Item[], box: Box, sizes: TypeSizes): readonly number[] {
  const wanted = items.map((item) => heightOfItem(item, box.width, sizes));
  const gaps = Math.max(0, items.length - 1) * sizes.gap;
  let free = box.height - gaps - wanted.reduce((sum, { min }) => sum + min, 0);
  const heights = wanted.map(({ min }) => min);
  // The one that wants least first, so that what it leaves is for the others.
  const order = [...wanted.keys()].sort((a, b) => moreOf(wanted[a]) - moreOf(wanted[b]));
  for (const [done, index] of order.entries()) {
    const growing = order.slice(done).filter((each) => moreOf(wanted[each]) > 0).length;
    const more = Math.max(0, Math.min(moreOf(wanted[index]), free / Math.max(1, growing)));
    heights[index] = (heights[index] ?? 0) + more;
    free -= more;
  }
  return heights;
}

function moreOf(height: { readonly min: number; readonly ideal: number } | undefined): number {
  return height ? height.ideal - height.min : 0;
}
