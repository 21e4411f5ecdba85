import type { SequenceEvent, SequenceSpec } from '../../../model/diagram.ts';
import type { Lines, Typesetter } from '../typesetter.ts';

/** A participant's column. */
export interface Column {
  readonly head: Lines;
  readonly width: number;
  /** The center, where the lifeline is. */
  x: number;
}

const headPadding = 20;
const minHeadWidth = 110;
const gap = 30;
/** The space around a message's text, for its arrow and the activation bars. */
const messagePadding = 44;
export const maxTextWidth = 13;
/** The width of the arrow of a message to the same participant. */
export const loopWidth = 38;

/** Places participants so that their names, and the messages and notes between them, fit. */
export function placeColumns(
  { participants, events, isNumbered }: SequenceSpec,
  typesetter: Typesetter,
): ReadonlyMap<string, Column> {
  const columns = participants.map(({ id, label }): [string, Column] => {
    const head = typesetter.set(label, 9, { tone: 'strong' });
    const width = Math.max(minHeadWidth, head.width + 2 * headPadding);
    return [id, { head, width, x: 0 }];
  });
  const list = columns.map(([, column]) => column);
  const indexOf = new Map(columns.map(([id], index) => [id, index]));
  const needs = events
    .flatMap((event) => needsOf(event, indexOf, typesetter, isNumbered))
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  const gaps = list.slice(1).map((column, i) => (column.width + (list[i]?.width ?? 0)) / 2 + gap);
  for (const { from, to, width } of needs) {
    const between = gaps.slice(from, to);
    const missing = width - between.reduce((sum, each) => sum + each, 0);
    if (missing <= 0) continue;
    for (let i = from; i < to; i++) gaps[i] = (gaps[i] ?? 0) + missing / between.length;
  }
  let x = (list[0]?.width ?? 0) / 2;
  for (const [i, column] of list.entries()) {
    column.x = x;
    x += gaps[i] ?? 0;
  }
  return new Map(columns);
}

interface Need {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

function needsOf(
  event: SequenceEvent,
  indexOf: ReadonlyMap<string, number>,
  typesetter: Typesetter,
  isNumbered: boolean,
): readonly Need[] {
  const index = (id: string) => indexOf.get(id) ?? 0;
  const last = indexOf.size - 1;
  const textWidth = (text: string) => typesetter.set(text, maxTextWidth, { isSmall: true }).width;
  switch (event.kind) {
    case 'message': {
      const [a, b] = [index(event.from), index(event.to)];
      const width =
        textWidth(event.text) + messagePadding + (isNumbered ? typesetter.size * 1.4 : 0);
      if (a !== b) return [{ from: Math.min(a, b), to: Math.max(a, b), width }];
      return a === last ? [] : [{ from: a, to: a + 1, width: width + loopWidth }];
    }
    case 'note': {
      const places = event.participants.map(index);
      const [a, b] = [Math.min(...places), Math.max(...places)];
      const width = textWidth(event.text) + 50;
      if (event.side === 'right') return b === last ? [] : [{ from: b, to: b + 1, width }];
      if (event.side === 'left') return a === 0 ? [] : [{ from: a - 1, to: a, width }];
      return a === b ? [] : [{ from: a, to: b, width: width - 60 }];
    }
    case 'frame':
      return event.sections.flatMap(({ events }) =>
        events.flatMap((each) => needsOf(each, indexOf, typesetter, isNumbered)),
      );
    default:
      return [];
  }
}
