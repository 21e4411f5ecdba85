import type { Direction, GraphSpec } from '../../../model/diagram/diagram.ts';
import type { Size } from '../shapes.ts';
import { layOutComponents } from './components.ts';
import { layOut } from './layout.ts';
import type { Layout, Sizes, Spacing } from './positions.ts';
import { layOutRows } from './rows.ts';

/** How a graph is laid out. */
export interface Arrangement {
  readonly direction: Direction;
  readonly spacing: Spacing;
  /** In ranks, without it; in components that fill a room, or as a chain in rows. */
  readonly form?: { readonly room: Size } | { readonly rows: number } | undefined;
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
  if (form === undefined) return layOut(spec, sizes, direction, spacing);
  return 'rows' in form
    ? layOutRows(spec, sizes, form.rows, spacing)
    : layOutComponents(spec, sizes, direction, spacing, form.room);
}
