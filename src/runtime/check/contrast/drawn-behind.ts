import { composite, type Rgba, readColor, withAlpha } from '../color/color.ts';

const shapes = 'path, rect, circle, ellipse, polygon, polyline';
/** What only pixels can say. */
const others = 'image, use, foreignObject, switch';

/**
 * The colors behind a text of a drawing, at several points of it.
 *
 * @param box of the letters, in pixels of the window
 * @param below the color behind the drawing
 * @returns `undefined` if only pixels can say
 */
export function drawnBehind(text: Element, box: DOMRect, below: Rgba): readonly Rgba[] | undefined {
  const root = outermost(text);
  if (!root) return [below];
  const behind = [...root.querySelectorAll<SVGGraphicsElement>(`${shapes}, ${others}`)].filter(
    (shape) => isBefore(shape, text) && touches(shape.getBoundingClientRect(), box),
  );
  const layers: Layer[] = [];
  for (const shape of behind) {
    if (shape.closest('defs, clipPath, mask, marker, pattern, symbol')) continue;
    const layer = readLayer(shape, root);
    if (layer === 'unknown') return undefined;
    if (layer) layers.push(layer);
  }
  return pointsIn(box).map((point) =>
    layers.reduce(
      (color, layer) => (contains(layer, point) ? composite(layer.fill, color) : color),
      below,
    ),
  );
}

interface Layer {
  readonly shape: SVGGeometryElement;
  readonly fill: Rgba;
  /** From the window into the coordinates of the shape. */
  readonly inverse: DOMMatrix;
}

function readLayer(shape: SVGGraphicsElement, root: Element): Layer | 'unknown' | undefined {
  if (!(shape instanceof SVGGeometryElement)) return 'unknown';
  const style = getComputedStyle(shape);
  if (style.fill === 'none' || style.visibility !== 'visible') return undefined;
  const matrix = shape.getScreenCTM();
  if (!matrix) return undefined;
  let opacity = Number(style.fillOpacity);
  for (let each: Element | null = shape; each; each = each === root ? null : each.parentElement) {
    const around = getComputedStyle(each);
    opacity *= Number(around.opacity);
    const { clipPath, filter, maskImage, mixBlendMode } = around;
    if ([clipPath, filter, maskImage].some((value) => value !== 'none')) return 'unknown';
    if (mixBlendMode !== 'normal') return 'unknown';
  }
  if (style.fill.startsWith('url')) return 'unknown';
  const fill = withAlpha(readColor(style.fill), opacity);
  return fill[3] > 0 ? { shape, fill, inverse: matrix.inverse() } : undefined;
}

function contains({ shape, inverse }: Layer, point: DOMPoint): boolean {
  return shape.isPointInFill(point.matrixTransform(inverse));
}

function outermost(text: Element): Element | null {
  let svg = text.closest('svg');
  while (svg?.parentElement?.closest('svg')) svg = svg.parentElement.closest('svg');
  return svg;
}

function isBefore(shape: Element, text: Element): boolean {
  return (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function touches(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Two rows of five points. */
function pointsIn({ x, y, width, height }: DOMRect): readonly DOMPoint[] {
  return [0.25, 0.75].flatMap((down) =>
    [0.04, 0.27, 0.5, 0.73, 0.96].map(
      (along) => new DOMPoint(x + width * along, y + height * down),
    ),
  );
}
