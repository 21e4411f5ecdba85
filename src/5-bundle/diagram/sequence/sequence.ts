import type { SequenceEvent, SequenceSpec } from '../../../model/diagram/sequence.ts';
import type { ImageSteps } from '../../../model/rendered.ts';
import { movedShapes, shapesAt } from '../native/pieces.ts';
import { shapesOfHead, shapesOfLifeline } from '../native/sequence-shapes.ts';
import { atStep, type Drawing, path, round } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import { drawBoxes, labelHeight, setBoxes } from './boxes.ts';
import { SequenceCanvas } from './canvas.ts';
import { type Extent, union } from './extent.ts';
import { drawBackground, drawFrame } from './frames.ts';
import { drawHead } from './heads.ts';
import { drawMessage } from './messages.ts';
import { drawNote } from './note.ts';

/** Draws a sequence diagram; all distances are multiplied by `spacing`. */
export function drawSequence(
  spec: SequenceSpec,
  typesetter: Typesetter,
  spacing: number,
  steps?: ImageSteps,
): Drawing {
  const canvas = new SequenceCanvas(spec, typesetter, spacing, steps);
  const boxes = setBoxes(spec.boxes, typesetter);
  const created = createdIn(spec.events);
  const columns = [...canvas.columns].filter(([id]) => !created.has(id));
  const heights = columns.map(([, { head }]) => head.height);
  const top = labelHeight(boxes) + Math.max(0, ...heights);
  const heads = columns.map(([id, { head, x }]) =>
    atStep(drawHead(head, x, top - head.height, typesetter), canvas.stepOfParticipant(id)),
  );
  canvas.y = top + canvas.step * 0.6;
  const inner = drawEvents(spec.events, canvas);
  canvas.bars.closeAll(canvas.y);
  const end = canvas.y + canvas.step * 0.8;
  const lifelines = [...canvas.columns].map(([id, { x }]) => {
    const [from, to] = [canvas.starts.get(id) ?? top, canvas.ends.get(id) ?? end];
    const line = path(`M${round(x)},${round(from)}V${round(to)}`, 'life');
    return atStep(line, canvas.stepOfParticipant(id));
  });
  const { content: drawnBoxes, shapes: boxShapes, extents } = drawBoxes(boxes, end, canvas);
  const all = [...canvas.columns.values()].map(({ x, head: { width } }) => ({
    left: x - width / 2,
    right: x + width / 2,
  }));
  const { left, right } = union([inner, ...all, ...extents]);
  const content = [
    drawnBoxes,
    canvas.backgrounds,
    lifelines,
    heads,
    canvas.bars.drawn,
    canvas.foreground,
  ]
    .flat()
    .join('');
  const lines = [...canvas.columns].flatMap(([id, { x }]) => {
    const [from, to] = [canvas.starts.get(id) ?? top, canvas.ends.get(id) ?? end];
    return shapesAt(shapesOfLifeline(x, from, to), canvas.stepOfParticipant(id));
  });
  const headShapes = columns.flatMap(([id, { head, x }]) =>
    shapesAt(shapesOfHead(head, id, x, top - head.height), canvas.stepOfParticipant(id)),
  );
  const { backgrounds, foreground } = canvas.shapes;
  const shapes = () =>
    movedShapes(
      [...boxShapes, ...backgrounds, ...lines, ...headShapes, ...canvas.bars.shapes, ...foreground],
      { x: 3 - left, y: 3 },
    );
  const isPlain = typesetter.figures.length === 0;
  return {
    ...(isPlain && { shapes }),
    content: `<g transform="translate(${round(3 - left)} 3)">${content}</g>`,
    width: right - left + 6,
    height: end + 6,
  };
}

/** The participants whose lifelines start at a message. */
function createdIn(events: readonly SequenceEvent[]): ReadonlySet<string> {
  const ids = events.flatMap((event) => {
    if (event.kind === 'message') return event.creates ? [event.to] : [];
    if (event.kind !== 'frame') return [];
    return event.sections.flatMap((section) => [...createdIn(section.events)]);
  });
  return new Set(ids);
}

function drawEvents(events: readonly SequenceEvent[], canvas: SequenceCanvas): Extent {
  return union(events.map((event) => drawEvent(event, canvas)));
}

function drawEvent(event: SequenceEvent, canvas: SequenceCanvas): Extent {
  switch (event.kind) {
    case 'message':
      return canvas.inStep(event, () => drawMessage(event, canvas));
    case 'activate':
      canvas.bars.open(event.participant, canvas.y, canvas.stepOf(event));
      return union([]);
    case 'deactivate':
      canvas.bars.close(event.participant, canvas.y);
      return union([]);
    case 'note':
      return canvas.inStep(event, () => drawNote(event, canvas));
    case 'frame': {
      const draw = event.name === '' ? drawBackground : drawFrame;
      return draw(event, canvas, (events) => drawEvents(events, canvas));
    }
    default:
      return event satisfies never;
  }
}
