import { Stopwatch } from '../../base/time/stopwatch.ts';
import type { DiagramSpec, Direction } from '../../model/diagram/diagram.ts';
import type { DiagramImage } from '../../model/rendered.ts';
import { isTurnableDot } from './dot/dot.ts';
import { drawDiagram, type DrawingOptions } from './draw.ts';
import { componentsOf } from './layout/components.ts';
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
  /** The first drawing with text of a size, or else that with the largest text. */
  const firstOf = async (start: Fitted, size: number, attempts: readonly DrawingOptions[]) => {
    let best = start;
    for (const options of attempts) {
      if (best.textSize >= size || stopwatch.elapsed > slow) break;
      const drawing = await drawDiagram(picture, typesetter, options);
      if (drawing && sizeIn(drawing) > best.textSize) best = fitted(drawing);
    }
    return best;
  };
  const none = { content: '', width: 1, height: 1, textSize: 0 };
  const usual = await firstOf(none, 1, [{ spacing: 1 }]);
  const isTurnable = canTurn(spec);
  // Several attempts would only take time.
  if (usual.textSize < minTextSize / 2 && !isTurnable)
    return firstOf(usual, fullSize, smallest(spec));
  const own = await firstOf(usual, fullSize, looser(spec));
  const direction = betterDirection(spec);
  if (direction === undefined || !isTurnable) {
    const best = await firstOf(own, minTextSize, smallest(spec));
    if (best.textSize >= minTextSize || direction === undefined) return best;
    const other = await firstOf(none, 1, [{ spacing: tight, direction }]);
    return { ...best, ...(other.textSize >= minTextSize && { better: direction }) };
  }
  const turned = await firstOf(own, minTextSize, turnedTo(direction));
  if (turned.textSize >= minTextSize) return turned;
  const best = await firstOf(turned, fullSize, inRows(spec));
  const attempts = smallest(spec).flatMap((each) => [each, { ...each, direction }]);
  return firstOf(best, minTextSize, attempts);
}

/** Whether the author has left the direction open. */
function canTurn(spec: DiagramSpec): boolean {
  if (spec.kind === 'dot') return isTurnableDot(spec);
  return spec.kind === 'graph' && spec.isTurnable === true;
}

function betterDirection(spec: DiagramSpec): Direction | undefined {
  if (spec.kind === 'dot') return isTurnableDot(spec) ? 'LR' : undefined;
  if (spec.kind !== 'graph') return undefined;
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
  const hasGroups = spec.kind === 'graph' && spec.groups.length > 0;
  return [
    ...dense,
    ...(hasGroups ? dense.map((each) => ({ ...each, hasLocalRanks: true })) : []),
    ...(hasComponents(spec) ? dense.map((each) => ({ ...each, form: 'components' }) as const) : []),
  ];
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
