import { Stopwatch } from '../../base/time/stopwatch.ts';
import type { DiagramSpec, Direction, GraphSpec } from '../../model/diagram/diagram.ts';
import type { DiagramImage } from '../../model/rendered.ts';
import { isTurnableDot } from './dot/dot.ts';
import { type DrawingOptions, drawDiagram } from './draw.ts';
import { componentsOf } from './layout/components.ts';
import type { PackedForm } from './layout/forms.ts';
import { hasSides } from './layout/grid/grid.ts';
import type { Drawing } from './svg.ts';
import type { Typesetter } from './typesetter.ts';

/** Smaller text, in slide pixels, is not readable from the back row. */
export const minTextSize = 15;
/** The largest factor by which small diagrams are enlarged. */
const maxScale = 1.3;
/** The size of edge labels relative to other text; see `themes/base/diagrams.css`. */
const smallShare = 0.86;
/** By what distances are multiplied in a diagram that is too large. */
const tight = 0.6;
/** By what distances are multiplied as well as the longest lines of its texts, if that is not enough. */
const dense = [
  { spacing: 0.6, lineLength: 0.6 },
  { spacing: 0.4, lineLength: 0.45 },
];
/** A chain has at most as many rows. */
const maxRows = 8;

/** The factor by which text must be larger in a denser arrangement of a graph. */
const minGain = 1.05;
/** The parts of a long graph, the boxes in a stack, and the shares of the widest rank that are tried. */
const partCounts = [2, 3, 4, 5, 6, 7, 8];
const stackCounts = [5, 8, 12, 3];
const folds = [0.5, 0.3];

/** The nodes and edges of graphs that are laid out, at most: of 120, in 50 ways. */
const maxWork = 6000;
/** In milliseconds of processor time. Then, nothing more is tried. */
const slow = 8000;

/** A drawing for a box on a slide. */
export interface Fitted extends Drawing {
  /** The size of its smallest text on the slide, in slide pixels. */
  readonly textSize: number;
  /** Its text would be large enough if it ran this way. */
  readonly better?: Direction;
}

/**
 * Draws a diagram so that its text is readable in its box: if it is too large, with shorter distances and lines, in
 * another arrangement, or in another direction if its author has stated none.
 *
 * @throws LayoutError
 */
export async function fitDrawing(picture: DiagramImage, typesetter: Typesetter): Promise<Fitted> {
  const { spec } = picture;
  const stopwatch = new Stopwatch();
  const fullSize = typesetter.size * smallShare;
  const sizeIn = ({ width, height, textSize = fullSize }: Drawing) =>
    Math.min(textSize, fullSize) *
    Math.min(maxScale, picture.width / width, picture.height / height);
  const fitted = (drawing: Drawing) => ({ ...drawing, textSize: sizeIn(drawing) });
  let work = 0;
  const gainOf = ({ lineLength, form }: DrawingOptions) =>
    spec.kind === 'graph' && (lineLength !== undefined || typeof form === 'object') ? minGain : 1;
  /** The first drawing with text of a size, or else that with the largest text. */
  const firstOf = async (start: Fitted, size: number, attempts: readonly DrawingOptions[]) => {
    let best = start;
    for (const options of attempts) {
      if (best.textSize >= size || work > maxWork || stopwatch.elapsed > slow) break;
      const drawing = await drawDiagram(picture, typesetter, options);
      if (drawing && spec.kind === 'graph') work += spec.nodes.length + spec.edges.length;
      if (drawing && sizeIn(drawing) > best.textSize * gainOf(options)) best = fitted(drawing);
    }
    return best;
  };
  const none = { content: '', width: 1, height: 1, textSize: 0 };
  const usual = await firstOf(none, 1, [{ spacing: 1 }]);
  const isTurnable = canTurn(spec);
  // Several attempts would only take time.
  const own =
    usual.textSize < minTextSize / 2 && !isTurnable
      ? usual
      : await firstOf(usual, fullSize, looser(spec));
  const direction = betterDirection(spec);
  if (direction === undefined || !isTurnable) {
    const kept = await firstOf(own, minTextSize, smallest(spec));
    const divided =
      kept.textSize < minTextSize ? await firstOf(kept, fullSize, inParts(spec)) : kept;
    const best = await firstOf(divided, minTextSize, packed(spec));
    if (best.textSize >= minTextSize || direction === undefined) return best;
    const other = await firstOf(none, 1, [{ spacing: tight, direction }]);
    return { ...best, ...(other.textSize >= minTextSize && { better: direction }) };
  }
  const turned = await firstOf(own, minTextSize, turnedTo(direction));
  if (turned.textSize >= minTextSize) return turned;
  const best = await firstOf(turned, fullSize, inRows(spec));
  const compact = smallest(spec).flatMap((each) => [each, { ...each, direction }]);
  const smaller = await firstOf(best, minTextSize, compact);
  if (smaller.textSize >= minTextSize) return smaller;
  const attempts = packed(spec).flatMap((each) => [each, { ...each, direction }]);
  return firstOf(await firstOf(smaller, fullSize, inParts(spec)), minTextSize, attempts);
}

/** Whether a diagram is a graph that has no other arrangement than ranks. */
function isRanked(spec: DiagramSpec): spec is GraphSpec {
  return spec.kind === 'graph' && !hasSides(spec);
}

/** Whether the author has left the direction open. */
function canTurn(spec: DiagramSpec): boolean {
  if (spec.kind === 'dot') return isTurnableDot(spec);
  return isRanked(spec) && spec.isTurnable === true;
}

function betterDirection(spec: DiagramSpec): Direction | undefined {
  if (spec.kind === 'dot') return isTurnableDot(spec) ? 'LR' : undefined;
  if (!isRanked(spec)) return undefined;
  return spec.direction === 'TB' || spec.direction === 'BT' ? 'LR' : 'TB';
}

/** With shorter distances, and what is not connected in rows. */
function looser(spec: DiagramSpec): readonly DrawingOptions[] {
  const form = 'components';
  return [
    { spacing: tight },
    ...(hasComponents(spec)
      ? [{ spacing: 1, form } as const, { spacing: tight, form } as const]
      : []),
  ];
}

/** The most compact drawings that keep the direction. */
function smallest(spec: DiagramSpec): readonly DrawingOptions[] {
  if (spec.kind === 'dot') return [{ spacing: tight }];
  const hasGroups = isRanked(spec) && spec.groups.length > 0;
  return [
    ...dense,
    ...(hasGroups ? dense.map((each) => ({ ...each, hasLocalRanks: true })) : []),
    ...(hasComponents(spec) ? dense.map((each) => ({ ...each, form: 'components' }) as const) : []),
  ];
}

/** A long graph in parts that run in its direction. */
function inParts(spec: DiagramSpec): readonly DrawingOptions[] {
  if (!isRanked(spec)) return [];
  return [{ spacing: 1 }, ...dense.slice(-1)].flatMap((each) =>
    partCounts.map((parts) => ({ ...each, form: { parts } })),
  );
}

/** With boxes in stacks, and ranks divided. */
function packed(spec: DiagramSpec): readonly DrawingOptions[] {
  if (!isRanked(spec)) return [];
  const single: readonly PackedForm[] = [
    ...stackCounts.map((stack) => ({ stack })),
    ...folds.map((fold) => ({ fold })),
  ];
  const both = stackCounts.slice(1).map((stack) => ({ stack, fold: 0.5 }));
  return dense.flatMap((each, i) =>
    (i === 0 ? single : [...single, ...both]).map((form) => ({ ...each, form })),
  );
}

function turnedTo(direction: Direction): readonly DrawingOptions[] {
  return [
    { spacing: 1, direction },
    { spacing: tight, direction },
  ];
}

function inRows({ kind }: DiagramSpec): readonly DrawingOptions[] {
  if (kind !== 'graph') return [];
  const counts = Array.from({ length: maxRows - 1 }, (_, i) => i + 2);
  return counts.map((rows) => ({ spacing: 1, direction: 'LR', form: { rows } }));
}

function hasComponents(spec: DiagramSpec): boolean {
  return spec.kind === 'graph' && componentsOf(spec).length > 1;
}
