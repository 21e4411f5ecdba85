import { Stopwatch } from '../../../base/time/stopwatch.ts';
import type { Direction } from '../../../model/diagram/diagram.ts';
import type { DiagramImage } from '../../../model/rendered.ts';
import { type DrawingOptions, drawDiagram } from '../draw.ts';
import { type Drawing, maxScale } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import {
  betterDirection,
  canTurn,
  inParts,
  inRows,
  looser,
  packed,
  smallest,
  tight,
  turnedTo,
} from './attempts.ts';
import { isPointless, type Tried } from './pointless.ts';

/** Smaller text, in slide pixels, is not readable from the back row. */
export const minTextSize = 15;
/** The size of edge labels relative to other text; see `themes/base/diagrams.css`. */
const smallShare = 0.86;
/** The factor by which text must be larger in a denser arrangement of a graph. */
const minGain = 1.05;

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
export async function fitDrawing(image: DiagramImage, typesetter: Typesetter): Promise<Fitted> {
  const { spec } = image;
  const stopwatch = new Stopwatch();
  const fullSize = typesetter.size * smallShare;
  const sizeIn = ({ width, height, textSize = fullSize }: Drawing) =>
    Math.min(textSize, fullSize) * Math.min(maxScale, image.width / width, image.height / height);
  const fitted = (drawing: Drawing) => ({ ...drawing, textSize: sizeIn(drawing) });
  const tried: Tried[] = [];
  let work = 0;
  const gainOf = ({ lineLength, form }: DrawingOptions) =>
    spec.kind === 'graph' && (lineLength !== undefined || typeof form === 'object') ? minGain : 1;
  /** The first drawing with text of a size, or else that with the largest text. */
  const firstOf = async (start: Fitted, size: number, attempts: readonly DrawingOptions[]) => {
    let best = start;
    for (const options of attempts) {
      if (best.textSize >= size || work > maxWork || stopwatch.elapsed > slow) break;
      if (spec.kind === 'graph' && isPointless(options, tried, spec, image)) continue;
      const drawing = await drawDiagram(image, typesetter, options);
      tried.push({ options, drawing });
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
