import type { SequenceEvent, SequenceSpec } from '../../../model/diagram.ts';
import { type Drawing, path, round } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import { SequenceCanvas } from './canvas.ts';
import { type Extent, union } from './extent.ts';
import { drawBackground, drawFrame } from './frames.ts';
import { drawMessage } from './messages.ts';
import { drawNote } from './note.ts';
import { drawParticipant, headerHeight } from './participants.ts';

/** Draws a sequence diagram; all distances are multiplied by `spacing`. */
export function drawSequence(spec: SequenceSpec, typesetter: Typesetter, spacing: number): Drawing {
  const canvas = new SequenceCanvas(spec, typesetter, spacing);
  const columns = [...canvas.columns.values()];
  const top = headerHeight(spec.participants, columns);
  const heads = spec.participants.map((each) =>
    drawParticipant(each, canvas.column(each.id), top, typesetter),
  );
  canvas.y = top + canvas.step * 0.6;
  const inner = drawEvents(spec.events, canvas);
  canvas.bars.closeAll(canvas.y);
  const end = canvas.y + canvas.step * 0.8;
  const lifelines = columns.map(({ x }) =>
    path(`M${round(x)},${round(top)}V${round(end)}`, 'life'),
  );
  const left = Math.min(inner.left, ...columns.map(({ x, width }) => x - width / 2)) - 3;
  const right = Math.max(inner.right, ...columns.map(({ x, width }) => x + width / 2)) + 3;
  const content = [canvas.backgrounds, lifelines, heads, canvas.bars.drawn, canvas.foreground]
    .flat()
    .join('');
  return {
    content: `<g transform="translate(${round(-left)} 3)">${content}</g>`,
    width: right - left,
    height: end + 6,
  };
}

function drawEvents(events: readonly SequenceEvent[], canvas: SequenceCanvas): Extent {
  return union(events.map((event) => drawEvent(event, canvas)));
}

function drawEvent(event: SequenceEvent, canvas: SequenceCanvas): Extent {
  switch (event.kind) {
    case 'message':
      return drawMessage(event, canvas);
    case 'activate':
      canvas.bars.open(event.participant, canvas.y);
      return union([]);
    case 'deactivate':
      canvas.bars.close(event.participant, canvas.y);
      return union([]);
    case 'note':
      return drawNote(event, canvas);
    case 'frame': {
      const draw = event.name === '' ? drawBackground : drawFrame;
      return draw(event, canvas, (events) => drawEvents(events, canvas));
    }
    default:
      return event satisfies never;
  }
}
