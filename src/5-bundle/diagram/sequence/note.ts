import type { SequenceNote } from '../../../model/diagram/sequence.ts';
import { boxWith, setText } from '../native/pieces.ts';
import { group, tag } from '../svg.ts';
import { type SequenceCanvas, small } from './canvas.ts';
import { maxTextWidth } from './columns.ts';
import type { Extent } from './extent.ts';

/** Draws a note next to a lifeline, or over one or more lifelines. */
export function drawNote(
  { side, participants, text }: SequenceNote,
  canvas: SequenceCanvas,
): Extent {
  const { typesetter } = canvas;
  const xs = participants.map((id) => canvas.column(id).x);
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  const span = high > low ? high - low + 60 : 0;
  const lines = typesetter.set(text, Math.max(maxTextWidth, span / typesetter.size), small);
  const width = Math.max(lines.width + 28, span);
  const left =
    side === 'left' ? low - 14 - width : side === 'right' ? high + 14 : (low + high - width) / 2;
  canvas.y += canvas.step * 0.5;
  const box = { x: left, y: canvas.y, width, height: lines.height + 14 };
  const paper = tag('rect', { ...box, rx: 3 });
  const words = typesetter.write(lines, left + width / 2, box.y + 7, small);
  canvas.foreground.push(group('node note', paper + words));
  canvas.shapes.foreground.push(boxWith('rectangle', box, 'note', { text: setText(lines, small) }));
  canvas.y += box.height + canvas.step * 0.4;
  return { left, right: left + width };
}
