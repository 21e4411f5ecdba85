import type { ParticipantSymbol } from '../../../model/diagram/sequence.ts';
import { type Point, path, round, tag } from '../svg.ts';

/** The height of a figure above a name, with the space between them. */
export const figureHeight = 38;

/** The symbols that are drawn above a name. */
export type Figure = Exclude<
  ParticipantSymbol,
  'participant' | 'database' | 'queue' | 'collections'
>;

/** Draws a figure; `x` is its center, and `y` its top. */
export function drawFigure(figure: Figure, { x, y }: Point): string {
  const circle = tag('circle', { cx: x, cy: y + 20, r: 16 });
  switch (figure) {
    case 'actor':
      return drawPerson({ x, y });
    case 'boundary':
      return path(`M${round(x - 30)},${round(y + 4)}v32m0,-16h14`, 'rule') + circle;
    case 'control':
      return circle + path(`M${round(x + 5)},${round(y - 2)}l-6,6l6,6`, 'rule');
    case 'entity':
      return circle + path(`M${round(x - 16)},${round(y + 36)}h32`, 'rule');
    default:
      return figure satisfies never;
  }
}

function drawPerson({ x, y }: Point): string {
  const shoulders = y + 38;
  return (
    tag('circle', { cx: x, cy: shoulders - 30, r: 9 }) +
    path(`M${round(x - 19)},${round(shoulders)}v-2a19,16 0 0 1 38,0v2z`)
  );
}
