import type { Direction, GraphSpec } from '../../../model/diagram/diagram.ts';
import type { Size } from '../shapes.ts';
import { layOutComponents } from './components.ts';
import { hasSides, layOutGrid } from './grid/grid.ts';
import { layOut } from './layout.ts';
import { foldRanks } from './packing/folds.ts';
import { stackBoxes } from './packing/stacks.ts';
import type { Layout, Sizes, Spacing } from './positions.ts';
import { layOutRows } from './rows.ts';
import { layOutWrapped } from './wrapped.ts';

/** How a graph is laid out. */
export interface Arrangement {
  readonly direction: Direction;
  readonly spacing: Spacing;
  /** In ranks, without it. */
  readonly form?: Form | undefined;
}

/** An arrangement that is more compact than ranks. */
export type Form =
  /** Components that fill a room. */
  | { readonly room: Size }
  /** A chain in rows, there and back. */
  | { readonly rows: number }
  /** Parts of a long graph, all in its direction. */
  | { readonly parts: number }
  | PackedForm;

export interface PackedForm {
  /** Boxes with the same neighbors are stacked, at most as many. */
  readonly stack?: number;
  /** Ranks that are wider than this share of the widest one are divided. */
  readonly fold?: number;
}

/**
 * @returns `undefined` if the graph cannot have the form
 * @throws LayoutError
 */
export async function layOutIn(
  spec: GraphSpec,
  sizes: Sizes,
  { direction, spacing, form }: Arrangement,
): Promise<Layout | undefined> {
  if (hasSides(spec)) return form === undefined ? layOutGrid(spec, sizes, spacing) : undefined;
  if (form === undefined) return layOut(spec, sizes, direction, spacing);
  if ('rows' in form) return layOutRows(spec, sizes, form.rows, spacing);
  if ('parts' in form) return layOutWrapped(spec, sizes, direction, form.parts, spacing);
  if ('room' in form) return layOutComponents(spec, sizes, direction, spacing, form.room);
  return layOutPacked(spec, sizes, direction, spacing, form);
}

async function layOutPacked(
  spec: GraphSpec,
  sizes: Sizes,
  direction: Direction,
  spacing: Spacing,
  { stack, fold }: PackedForm,
): Promise<Layout | undefined> {
  const stacked =
    stack === undefined
      ? undefined
      : stackBoxes(spec, sizes, direction, stack, Math.min(1, spacing.nodes / 24));
  if (stack !== undefined && !stacked) return undefined;
  const inner = stacked ?? { spec, sizes, unfold: (layout: Layout) => layout };
  const folded =
    fold === undefined ? inner.spec : foldRanks(inner.spec, inner.sizes, direction, spacing, fold);
  return folded && inner.unfold(await layOut(folded, inner.sizes, direction, spacing));
}
