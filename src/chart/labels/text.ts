import type { ChartLook, Weight } from '../style.ts';

/** A text in lines of at most `width`; a word that is longer has a line of its own. */
export function wrapText(
  text: string,
  width: number,
  weight: Weight,
  { measure }: Pick<ChartLook, 'measure'>,
): readonly string[] {
  const lines: string[] = [];
  // A line may end at a space, and behind a hyphen or a stroke.
  for (const word of text.split(/(?<=[-–/])(?=\p{L})|(?<=\s)/u)) {
    const line = (lines.at(-1) ?? '') + word;
    if (lines.length > 0 && measure(line.trimEnd(), weight) <= width) {
      lines[lines.length - 1] = line;
    } else lines.push(word);
  }
  return lines.map((line) => line.trimEnd());
}

/** As much of a text as has room, with an ellipsis where something is missing. */
export function cutLines(
  lines: readonly string[],
  maxLines: number,
  width: number,
  weight: Weight,
  { measure }: Pick<ChartLook, 'measure'>,
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
 * Heights as near as may be to those of the places, no two at the same `x` nearer than `gap`, none
 * below `bottom`; and none above `top`, where there is room for all.
 */
export function spread(
  places: readonly { readonly x: number; readonly y: number }[],
  gap: number,
  top: number,
  bottom: number,
): readonly number[] {
  const heights = places.map(({ y }) => y);
  for (const column of new Set(places.map(({ x }) => x))) {
    const order = [...places.keys()]
      .filter((index) => places[index]?.x === column)
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

/** Writes text over data, kept readable by a rim of the ground. */
export function write(
  ctx: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  { ground, strong, unit }: Pick<ChartLook, 'ground' | 'strong' | 'unit'>,
  color: string = strong,
): void {
  ctx.setLineDash([]);
  ctx.lineJoin = 'round';
  ctx.lineWidth = 5 * unit;
  ctx.strokeStyle = ground;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = color;
  ctx.fillText(text, x, y);
}
