import type { SequenceEvent, SequenceSpec } from '../../../model/diagram.ts';
import { type Drawing, path, round } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import { SequenceSheet } from './canvas.ts';
import { type Extent, union } from './extent.ts';
import { drawFrame, drawGround } from './frames.ts';
import { drawMessage } from './messages.ts';
import { drawNote } from './note.ts';
import { drawHead, headHeight } from './participants.ts';

/** Draws messages between participants, from top to bottom; `roomy` is 1 for the usual distances. */
export function drawSequence(spec: SequenceSpec, typesetter: Typesetter, roomy: number): Drawing {
  const sheet = new SequenceSheet(spec, typesetter, roomy);
  const columns = [...sheet.columns.values()];
  const top = headHeight(spec.participants, columns);
  const heads = spec.participants.map((each) =>
    drawHead(each, sheet.column(each.id), top, typesetter),
  );
  sheet.y = top + sheet.step * 0.6;
  const inner = drawEvents(spec.events, sheet);
  sheet.bars.closeAll(sheet.y);
  const end = sheet.y + sheet.step * 0.8;
  const lives = columns.map(({ x }) => path(`M${round(x)},${round(top)}V${round(end)}`, 'life'));
  const left = Math.min(inner.left, ...columns.map(({ x, width }) => x - width / 2)) - 3;
  const right = Math.max(inner.right, ...columns.map(({ x, width }) => x + width / 2)) + 3;
  const content = [sheet.grounds, lives, heads, sheet.bars.drawn, sheet.marks].flat().join('');
  return {
    content: `<g transform="translate(${round(-left)} 3)">${content}</g>`,
    width: right - left,
    height: end + 6,
  };
}

function drawEvents(events: readonly SequenceEvent[], sheet: SequenceSheet): Extent {
  return union(events.map((event) => drawEvent(event, sheet)));
}

function drawEvent(event: SequenceEvent, sheet: SequenceSheet): Extent {
  switch (event.kind) {
    case 'message':
      return drawMessage(event, sheet);
    case 'activate':
      sheet.bars.open(event.participant, sheet.y);
      return union([]);
    case 'deactivate':
      sheet.bars.close(event.participant, sheet.y);
      return union([]);
    case 'note':
      return drawNote(event, sheet);
    case 'frame': {
      const draw = event.name === '' ? drawGround : drawFrame;
      return draw(event, sheet, (events) => drawEvents(events, sheet));
    }
    default:
      return event satisfies never;
  }
}
