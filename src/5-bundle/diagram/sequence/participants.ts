import type { Participant } from '../../../model/diagram.ts';
import { group, path, round, tag } from '../svg.ts';
import type { Lines, Typesetter } from '../typesetter.ts';
import type { Column } from './columns.ts';

/** The common height of all participants, at which their lifelines start. */
export function headerHeight(
  participants: readonly Participant[],
  columns: readonly Column[],
): number {
  const hasActor = participants.some(({ isActor }) => isActor);
  const text = Math.max(...columns.map(({ head }) => head.height));
  return Math.max(text + 20, hasActor ? text + 58 : 0);
}

/** Draws a participant: its name in a box at the top of its lifeline. */
export function drawParticipant(
  { isActor }: Participant,
  { x, width, head }: Column,
  height: number,
  typesetter: Typesetter,
): string {
  if (isActor) return drawActor(x, height, head, typesetter);
  const own = head.height + 20;
  const y = height - own;
  const box = tag('rect', { x: x - width / 2, y, width, height: own, rx: 6 });
  return group('node', box + typesetter.write(head, x, y + 10, { tone: 'strong' }));
}

/** Draws an actor: a person above the name. */
function drawActor(x: number, height: number, head: Lines, typesetter: Typesetter): string {
  const top = height - head.height - 10;
  const shoulders = top - 6;
  const person =
    tag('circle', { cx: x, cy: shoulders - 30, r: 9 }) +
    path(`M${round(x - 19)},${round(shoulders)}v-2a19,16 0 0 1 38,0v2z`);
  return group('node', person + typesetter.write(head, x, top, { tone: 'strong' }));
}
