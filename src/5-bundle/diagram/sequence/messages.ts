import type { SequenceMessage } from '../../../model/diagram.ts';
import { drawEnd, lengthOfEnd } from '../ends.ts';
import { path, round } from '../svg.ts';
import type { Lines } from '../typesetter.ts';
import { barWidth } from './activation-bars.ts';
import { type SequenceCanvas, small } from './canvas.ts';
import { type Column, loopWidth } from './columns.ts';
import type { Extent } from './extent.ts';

/** Draws a message: an arrow with its text above. */
export function drawMessage(message: SequenceMessage, canvas: SequenceCanvas): Extent {
  if (message.from === message.to) return drawLoop(message, canvas);
  const [from, to] = [canvas.column(message.from), canvas.column(message.to)];
  const way = Math.sign(to.x - from.x);
  const start = from.x + way * canvas.bars.reach(message.from, way);
  const end = to.x - way * canvas.bars.reach(message.to, -way);
  const text = canvas.label(message);
  canvas.y += canvas.step * 0.5;
  const middle = textPlace(from, to, text, canvas);
  canvas.foreground.push(
    canvas.typesetter.write(text, middle, canvas.y, { ...small, className: canvas.labelClass }),
  );
  canvas.y += text.height + 3;
  const { y } = canvas;
  const [startLength, endLength] = [lengthOfEnd(message.start), lengthOfEnd(message.end)];
  const line = `M${round(start + way * startLength)},${round(y)}H${round(end - way * endLength)}`;
  canvas.foreground.push(
    path(line, strokeOf(message)),
    drawEnd(message.start, { x: start, y }, { x: -way, y: 0 }),
    drawEnd(message.end, { x: end, y }, { x: way, y: 0 }),
  );
  canvas.y += canvas.step * 0.5;
  return { left: Math.min(start, end), right: Math.max(start, end) };
}

/** The center of a message's text: that of its arrow, or next to the sender if a lifeline would cross it. */
function textPlace(from: Column, to: Column, text: Lines, { columns }: SequenceCanvas): number {
  const middle = (from.x + to.x) / 2;
  const half = text.width / 2 + barWidth;
  const xs = [...columns.values()].map(({ x }) => x);
  if (xs.every((x) => Math.abs(x - middle) >= half)) return middle;
  const way = Math.sign(to.x - from.x);
  const next = xs.filter((x) => (x - from.x) * way > 0).sort((a, b) => (a - b) * way)[0] ?? to.x;
  return Math.abs(next - from.x) / 2 >= half ? (from.x + next) / 2 : middle;
}

/** Draws a message from a participant to itself. */
function drawLoop(message: SequenceMessage, canvas: SequenceCanvas): Extent {
  const start = canvas.column(message.from).x + canvas.bars.reach(message.from, 1);
  const text = canvas.label(message);
  canvas.y += canvas.step * 0.7;
  const height = Math.max(24, text.height - 4);
  const [top, bottom, out] = [canvas.y, canvas.y + height, start + loopWidth - 8];
  const d = `M${round(start)},${round(top)}H${round(out - 8)}q8,0 8,8V${round(bottom - 8)}q0,8 -8,8H${round(start + lengthOfEnd(message.end))}`;
  const place = top + (height - text.height) / 2;
  canvas.foreground.push(
    path(d, strokeOf(message)),
    drawEnd(message.end, { x: start, y: bottom }, { x: -1, y: 0 }),
    canvas.typesetter.write(text, out + 10, place, {
      ...small,
      align: 'start',
      className: canvas.labelClass,
    }),
  );
  canvas.y = bottom + canvas.step * 0.5;
  return { left: start, right: out + 10 + text.width };
}

function strokeOf({ line }: SequenceMessage): string {
  return line === 'dashed' ? 'stroke dashed' : 'stroke';
}
