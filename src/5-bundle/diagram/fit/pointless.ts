import type { GraphSpec } from '../../../model/diagram/diagram.ts';
import type { DrawingOptions } from '../draw.ts';
import { runsVertically } from '../layout/positions.ts';
import type { Size } from '../shapes.ts';
import type { Drawing } from '../svg.ts';

/** A way to draw a graph, and what came of it. */
export interface Tried {
  readonly options: DrawingOptions;
  /** Absent if the graph cannot have the form. */
  readonly drawing: Drawing | undefined;
}

/** Whether what was drawn before shows that another way to draw a graph cannot make its text larger. */
export function isPointless(
  options: DrawingOptions,
  tried: readonly Tried[],
  spec: GraphSpec,
  room: Size,
): boolean {
  const { form, hasLocalRanks } = options;
  const similar = tried.filter((each) => isSimilar(each.options, options));
  const plain = similar.find((each) => each.options.form === undefined)?.drawing;
  if (hasLocalRanks) return plain !== undefined && !plain.hasGlobalRanks;
  if (typeof form !== 'object') return false;
  const isVertical = runsVertically(options.direction ?? spec.direction);
  const isWideFor = (drawing: Drawing): boolean =>
    drawing.width / room.width > drawing.height / room.height === isVertical;
  // More parts, each next to the one before it, only take more room across the ranks.
  if ('parts' in form) {
    return similar.some(({ drawing, options: { form: other } }) => {
      const isFewer = typeof other === 'object' && 'parts' in other && other.parts < form.parts;
      return isFewer && (!drawing || isWideFor(drawing));
    });
  }
  // Stacked boxes, and divided ranks, take more room along the ranks.
  return 'rows' in form || plain === undefined ? false : !isWideFor(plain);
}

/** Whether two drawings differ in their form only. */
function isSimilar(one: DrawingOptions, other: DrawingOptions): boolean {
  return (
    one.spacing === other.spacing &&
    one.lineLength === other.lineLength &&
    one.direction === other.direction &&
    !one.hasLocalRanks
  );
}
