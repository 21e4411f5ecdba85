import type { ParticipantBox } from '../../../model/diagram/sequence.ts';
import type { DrawnShape } from '../../../model/diagram/shapes.ts';
import { boxWith, shapesAt, textAt } from '../native/pieces.ts';
import { atStep, group, tag } from '../svg.ts';
import type { Lines, Typesetter } from '../typesetter.ts';
import type { SequenceCanvas } from './canvas.ts';
import { boxPadding, setBoxLabel } from './columns.ts';
import { boxOf, type Extent } from './extent.ts';

/** A box around participants that is not drawn yet. */
interface SetBox {
  readonly box: ParticipantBox;
  readonly label: Lines;
}

export function setBoxes(
  boxes: readonly ParticipantBox[],
  typesetter: Typesetter,
): readonly SetBox[] {
  return boxes.map((box) => ({ box, label: setBoxLabel(box.label, typesetter) }));
}

/** The space above participants for the labels of their boxes. */
export function labelHeight(boxes: readonly SetBox[]): number {
  if (boxes.length === 0) return 0;
  return Math.max(...boxes.map(({ label }) => label.height)) + boxPadding;
}

/** Draws the boxes from the top of the drawing to `bottom`. */
export function drawBoxes(
  boxes: readonly SetBox[],
  bottom: number,
  canvas: SequenceCanvas,
): {
  readonly content: string;
  readonly shapes: readonly DrawnShape[];
  readonly extents: readonly Extent[];
} {
  const extents = boxes.map(({ box, label }) => extentOf(box, label, canvas));
  const drawn = boxes.map(({ box, label }, i) => {
    const extent = extents[i] ?? canvas.wholeWidth;
    const frame = tag('rect', { ...boxOf(extent, 0, bottom), rx: 8 });
    const middle = (extent.left + extent.right) / 2;
    const style = { isSmall: true, tone: 'muted' } as const;
    const text = canvas.typesetter.write(label, middle, 6, style);
    const paint = box.fill === undefined ? undefined : { fill: box.fill };
    return atStep(group('ground framed', frame, paint) + text, canvas.stepOfBox(i));
  });
  const shapes = boxes.flatMap(({ box: { fill }, label }, i) => {
    const extent = extents[i] ?? canvas.wholeWidth;
    const paint = fill === undefined ? {} : { paint: { fill } };
    const frame = boxWith('rectangle', boxOf(extent, 0, bottom), 'framed', paint);
    const look = { isSmall: true, tone: 'muted' } as const;
    const text = textAt(label, (extent.left + extent.right) / 2, 6, look);
    return shapesAt([frame, ...text], canvas.stepOfBox(i));
  });
  return { content: drawn.join(''), shapes, extents };
}

function extentOf({ participants }: ParticipantBox, label: Lines, canvas: SequenceCanvas): Extent {
  const columns = participants.map((id) => canvas.column(id));
  const left = Math.min(...columns.map(({ x, head }) => x - head.width / 2)) - boxPadding;
  const right = Math.max(...columns.map(({ x, head }) => x + head.width / 2)) + boxPadding;
  const missing = Math.max(0, label.width + 20 - (right - left)) / 2;
  return { left: left - missing, right: right + missing };
}
