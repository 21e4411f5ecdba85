import { plainText } from '../inlines.ts';
import type { Shape, TextShape } from '../model.ts';

/** The title of a slide, and the other shapes. */
export interface Titled {
  readonly title?: TextShape;
  readonly others: readonly Shape[];
}

/** Finds the title: its placeholder, or a large text at the top. @param height of the slide */
export function findTitle(shapes: readonly Shape[], height: number): Titled {
  const placed = shapes.find((shape) => /^(?:title|ctrTitle)$/.test(shape.placeholder?.type ?? ''));
  const title = placed?.kind === 'text' ? placed : largestText(shapes, height);
  if (!title) return { others: shapes };
  return { title, others: shapes.filter((shape) => shape !== title) };
}

/** A short text at the top that is larger than all others. */
function largestText(shapes: readonly Shape[], height: number): TextShape | undefined {
  const texts = shapes.filter((shape) => shape.kind === 'text');
  const sized = texts
    .map((shape) => ({ shape, size: sizeOf(shape) }))
    .sort((a, b) => b.size - a.size);
  const [first, second] = sized;
  if (!first || first.size < 18 || (second && first.size < second.size * 1.15)) return undefined;
  const { paragraphs, box } = first.shape;
  const written = paragraphs.filter(({ inlines }) => plainText(inlines) !== '');
  const isTitle =
    written.length === 1 &&
    !written[0]?.bullet &&
    written[0]?.inlines.every(({ kind }) => kind !== 'math') === true &&
    plainText(written[0]?.inlines ?? []).length <= 120 &&
    box.y < height / 3 &&
    // It is above the others, apart from those at its sides.
    texts.every(
      (other) => other === first.shape || other.box.y >= box.y - 10 || sizeOf(other) < 14,
    );
  return isTitle ? first.shape : undefined;
}

function sizeOf({ paragraphs }: TextShape): number {
  return paragraphs.reduce((largest, { size }) => Math.max(largest, size ?? 0), 0);
}
