import { fitSizes, type PlacedItem, type PlaceOptions, placeItems } from '../place/place.ts';
import type { Placeholder } from '../theme/looks.ts';
import type { Box } from '../units.ts';
import type { Item } from './items.ts';
import { fillsPlaceholder, within } from './placeholder-use.ts';

/** An item of a slot with its place. */
export type SlotItem = PlacedItem & {
  /** Whether it fills the placeholder of its slot. */
  readonly isFilled: boolean;
};

/** Places the items of a slot in its box, where one of them fills the placeholder, if there is one. */
export function placeInSlot(
  items: readonly Item[],
  box: Box,
  options: PlaceOptions,
  placeholder: Placeholder | undefined,
): readonly SlotItem[] {
  const [only] = items;
  const isAlone = items.length === 1;
  const inner = within(box, placeholder);
  // Charts, tables and images fill the whole of a placeholder, as they do in PowerPoint.
  const area = isAlone && only && fillsPlaceholder(only.kind) ? box : inner;
  // Columns begin at the top, as headings and lines do that belong together.
  const anchor = items.some(({ kind }) => kind === 'columns') ? 't' : options.anchor;
  const own = { ...options, anchor };
  const placed = placeItems(items, area, own, fitSizes(items, inner, own));
  // Text that is alone keeps the place and the anchor of its placeholder.
  const keeps = isAlone && only?.kind === 'text' && only.look === 'plain' && placed.length === 1;
  const first = placeholder?.isFree ? undefined : firstFilling(placed);
  return placed.map((each) => {
    const isFilled = placeholder !== undefined && each === first;
    if (keeps) return { ...each, box: placeholder?.isFree ? inner : box, isFilled };
    if (!isFilled || each.item.kind !== 'text') return { ...each, isFilled };
    // Text that its placeholder does not keep at the top has the height that it needs.
    const isLast =
      options.anchor === 't' && placed.every((other) => other.box.y < bottomOf(each.box));
    const height = isLast ? bottomOf(area) - each.box.y : each.box.height;
    return { ...each, box: withInsets({ ...each.box, height }, placeholder), isFilled };
  });
}

function firstFilling(placed: readonly PlacedItem[]): PlacedItem | undefined {
  return (
    placed.find(({ item }) => item.kind === 'text' && item.look === 'plain') ??
    placed.find(({ item }) => fillsPlaceholder(item.kind))
  );
}

function bottomOf({ y, height }: Box): number {
  return y + height;
}

/** The box of a placeholder whose text is in a box: too small a box makes programs shrink the text. */
function withInsets(box: Box, { insets }: Placeholder): Box {
  const [left, top, right, bottom] = insets ?? [0, 0, 0, 0];
  return {
    x: box.x - left,
    y: box.y - top,
    width: box.width + left + right,
    height: box.height + top + bottom,
  };
}
