import type { Slide } from '../../../model/deck.ts';
import type { SlideRoom } from '../theme/looks.ts';
import type { Box } from '../units.ts';

/** The place of content next to a background that has a part of the slide. @param margin at the sides */
export function nextToBackground(
  box: Box,
  { settings }: Slide,
  room: SlideRoom,
  margin: number,
): Box {
  const { background } = settings;
  if (!background || background.kind === 'color' || !background.side) return box;
  const { edge, share } = background.side;
  const [dx, dy] = [room.width * share, room.height * share];
  if (edge === 'left' || edge === 'right') {
    const scale = (room.width - dx - margin * 1.6) / (room.width - 2 * margin);
    const from = edge === 'left' ? dx + margin * 0.6 : margin;
    return { ...box, x: from + (box.x - margin) * scale, width: box.width * scale };
  }
  const scale = (room.height - dy - 40) / room.height;
  return { ...box, y: (edge === 'top' ? dy : 0) + box.y * scale, height: box.height * scale };
}

/** The part of a box that is above footnotes. */
export function above(box: Box, y: number | undefined): Box {
  return y === undefined
    ? box
    : { ...box, height: Math.max(40, Math.min(box.height, y - 16 - box.y)) };
}
