import type { SequenceMessage } from '../../../model/diagram/sequence.ts';
import { textAt } from '../native/pieces.ts';
import {
  shapesOfCross,
  shapesOfHead,
  shapesOfLoop,
  shapesOfMessage,
} from '../native/sequence-shapes.ts';
import { path, round, tag } from '../svg.ts';
import type { Lines } from '../typesetter.ts';
import { barWidth } from './activation-bars.ts';
import { type SequenceCanvas, small } from './canvas.ts';
import { type Column, loopWidth } from './columns.ts';
import type { Extent } from './extent.ts';
import { drawHead } from './heads.ts';
import { circleRadius, drawMessageEnd, lengthOf } from './message-end.ts';

/** Half the size of the cross at the end of a lifeline. */
const crossSize = 9;

/** Draws a message: an arrow with its text above. */
export function drawMessage(message: SequenceMessage, canvas: SequenceCanvas): Extent {
  if (message.from === message.to) return drawLoop(message, canvas);
  const [from, to] = [canvas.column(message.from), canvas.column(message.to)];
  const way = Math.sign(to.x - from.x);
  const start = from.x + way * canvas.bars.reach(message.from, way);
  const end = endOf(message, way, canvas);
  const text = canvas.label(message);
  const top = canvas.y;
  canvas.y += canvas.step * 0.5;
  const middle = message.creates ? (start + end) / 2 : textPlace(from, to, text, canvas);
  canvas.foreground.push(
    canvas.typesetter.write(text, middle, canvas.y, { ...small, className: canvas.labelClass }),
  );
  canvas.y += text.height + 3;
  const headHeight = message.creates ? to.head.height : 0;
  canvas.y = Math.max(canvas.y, top + canvas.step * 0.5 + headHeight / 2);
  const { y } = canvas;
  const [from0, to0] = [
    start + way * Math.max(lengthOf(message.start), circleAt(message, 'start') ? circleRadius : 0),
    end - way * Math.max(lengthOf(message.end), circleAt(message, 'end') ? circleRadius : 0),
  ];
  canvas.foreground.push(
    path(`M${round(from0)},${round(y)}H${round(to0)}`, strokeOf(message)),
    drawEndAt(message, 'start', start, -way, canvas),
    drawEndAt(message, 'end', end, way, canvas),
  );
  canvas.shapes.foreground.push(
    ...shapesOfMessage(message, { start, end, y, way }),
    ...textAt(text, middle, y - 3 - text.height, { ...small, isLabel: canvas.labelClass !== '' }),
  );
  if (message.creates) createAt(message.to, y, canvas);
  canvas.y += Math.max(canvas.step * 0.5, headHeight / 2 + canvas.step * 0.2);
  if (message.destroys !== undefined) destroyAt(message.destroys, y, canvas);
  return { left: Math.min(start, end), right: Math.max(start, end) };
}

/** Where a message ends: at a lifeline, its bar, its cross, or the box of a created participant. */
function endOf(
  { to, creates, destroys }: SequenceMessage,
  way: number,
  canvas: SequenceCanvas,
): number {
  const { x, head } = canvas.column(to);
  if (creates) return x - (way * head.width) / 2;
  if (destroys === to) return x - way * crossSize;
  return x - way * canvas.bars.reach(to, -way);
}

function circleAt({ circles }: SequenceMessage, which: 'start' | 'end'): boolean {
  return circles === which || circles === 'both';
}

/** Draws an end of a message; a circle is centered on the lifeline, and the symbol is next to it. */
function drawEndAt(
  message: SequenceMessage,
  which: 'start' | 'end',
  x: number,
  way: number,
  canvas: SequenceCanvas,
): string {
  const { y } = canvas;
  if (!circleAt(message, which)) return drawMessageEnd(message[which], { x, y }, way);
  const circle = tag('circle', { class: 'hollow', cx: x, cy: y, r: circleRadius });
  return drawMessageEnd(message[which], { x: x - way * circleRadius, y }, way) + circle;
}

/** Draws the head of a participant that a message creates. */
function createAt(id: string, y: number, canvas: SequenceCanvas): void {
  const { head, x } = canvas.column(id);
  canvas.starts.set(id, y + head.height / 2);
  canvas.foreground.push(drawHead(head, x, y - head.height / 2, canvas.typesetter));
  canvas.shapes.foreground.push(...shapesOfHead(head, id, x, y - head.height / 2));
}

/** Ends a lifeline with a cross. */
function destroyAt(id: string, y: number, canvas: SequenceCanvas): void {
  const { x } = canvas.column(id);
  canvas.bars.closeAll(canvas.y, id);
  canvas.ends.set(id, y);
  const size = crossSize;
  const cross = `M${round(x - size)},${round(y - size)}l${2 * size},${2 * size}m${-2 * size},0l${2 * size},${-2 * size}`;
  canvas.foreground.push(path(cross, 'stroke'));
  canvas.shapes.foreground.push(...shapesOfCross({ x, y }, size));
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
  const d = `M${round(start + lengthOf(message.start))},${round(top)}H${round(out - 8)}q8,0 8,8V${round(bottom - 8)}q0,8 -8,8H${round(start + lengthOf(message.end))}`;
  const place = top + (height - text.height) / 2;
  canvas.foreground.push(path(d, strokeOf(message)));
  canvas.y = top;
  canvas.foreground.push(drawEndAt(message, 'start', start, -1, canvas));
  canvas.y = bottom;
  canvas.foreground.push(
    drawEndAt(message, 'end', start, -1, canvas),
    canvas.typesetter.write(text, out + 10, place, {
      ...small,
      align: 'start',
      className: canvas.labelClass,
    }),
  );
  canvas.shapes.foreground.push(
    ...shapesOfLoop(message, { start, out, top, bottom }),
    ...textAt(text, out + 10, place, {
      ...small,
      align: 'start',
      isLabel: canvas.labelClass !== '',
    }),
  );
  canvas.y = bottom + canvas.step * 0.5;
  if (message.destroys !== undefined) destroyAt(message.destroys, bottom + canvas.step, canvas);
  return { left: start, right: out + 10 + text.width };
}

function strokeOf({ line }: SequenceMessage): string {
  return line === 'dashed' ? 'stroke dashed' : 'stroke';
}
