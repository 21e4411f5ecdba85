import type { ChartStyle, Weight } from '../style.ts';

/** Wraps a text into lines of at most `width`; a longer word gets a line of its own. */
export function wrapText(
  text: string,
  width: number,
  weight: Weight,
  { measure }: Pick<ChartStyle, 'measure'>,
): readonly string[] {
  const lines: string[] = [];
  // A line may break at a space, and after a hyphen, dash or slash.
  for (const word of text.split(/(?<=[-–/])(?=\p{L})|(?<=\s)/u)) {
    const line = (lines.at(-1) ?? '') + word;
    if (lines.length > 0 && measure(line.trimEnd(), weight) <= width) {
      lines[lines.length - 1] = line;
    } else lines.push(word);
  }
  return lines.map((line) => line.trimEnd());
}

/** Cuts lines to a number and a width; an ellipsis shows where text is missing. */
export function truncateLines(
  lines: readonly string[],
  maxLines: number,
  width: number,
  weight: Weight,
  { measure }: Pick<ChartStyle, 'measure'>,
): readonly string[] {
  return lines.slice(0, maxLines).map((line, index) => {
    const isCut = index === maxLines - 1 && lines.length > maxLines;
    if (!isCut && measure(line, weight) <= width) return line;
    let text = line;
    while (text !== '' && measure(`${text}…`, weight) > width) text = text.slice(0, -1).trimEnd();
    return `${text}…`;
  });
}

/**
 * Moves labels vertically so that those with the same `x` are at least `gap` apart, each as close as
 * possible to its own `y`. None is below `bottom`; none is above `top`, if there is room for all.
 *
 * @returns the new `y` of each label
 */
export function spreadVertically(
  labels: readonly { readonly x: number; readonly y: number }[],
  gap: number,
  top: number,
  bottom: number,
): readonly number[] {
  const heights = labels.map(({ y }) => y);
  for (const column of new Set(labels.map(({ x }) => x))) {
    const order = [...labels.keys()]
      .filter((index) => labels[index]?.x === column)
      .sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
    let above = top - gap;
    for (const index of order) {
      above = Math.max(heights[index] ?? 0, above + gap);
      heights[index] = above;
    }
    let below = bottom + gap;
    for (const index of order.reverse()) {
      below = Math.min(heights[index] ?? 0, below - gap);
      heights[index] = below;
    }
  }
  return heights;
}

/** Draws text over data, with a halo in the background color that keeps it readable. */
export function drawTextWithHalo(
  ctx: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  { background, strong, unit }: Pick<ChartStyle, 'background' | 'strong' | 'unit'>,
  color: string = strong,
): void {
  ctx.setLineDash([]);
  ctx.lineJoin = 'round';
  ctx.lineWidth = 5 * unit;
  ctx.strokeStyle = background;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = color;
  ctx.fillText(text, x, y);
}
