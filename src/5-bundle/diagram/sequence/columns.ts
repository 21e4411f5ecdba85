import type {
  ParticipantBox,
  SequenceEvent,
  SequenceMessage,
  SequenceNote,
  SequenceSpec,
} from '../../../model/diagram/sequence.ts';
import type { Lines, Typesetter } from '../typesetter.ts';
import { type Head, setHead } from './heads.ts';

/** A participant's column. */
export interface Column {
  readonly head: Head;
  /** The center, where the lifeline is. */
  x: number;
}

const gap = 30;
/** The space around a message's text, for its arrow and the activation bars. */
const messagePadding = 44;
export const maxTextWidth = 13;
/** The width of the arrow of a message to the same participant. */
export const loopWidth = 38;
/** The space between participants and the frame of their box. */
export const boxPadding = 14;

/** Places participants so that their names, and the messages and notes between them, fit. */
export function placeColumns(
  { participants, boxes, events }: SequenceSpec,
  typesetter: Typesetter,
): ReadonlyMap<string, Column> {
  const columns = participants.map((each): [string, Column] => [
    each.id,
    { head: setHead(each, typesetter), x: 0 },
  ]);
  const list = columns.map(([, column]) => column);
  const indexOf = new Map(columns.map(([id], index) => [id, index]));
  const room = new NeededRoom(indexOf, list, typesetter);
  const needs = [...room.ofEvents(events), ...boxes.flatMap((box) => room.ofBox(box))].sort(
    (a, b) => a.to - a.from - (b.to - b.from),
  );
  const borders = bordersBetween(
    participants.map(({ id }) => id),
    boxes,
  );
  const gaps = list.slice(1).map((column, i) => {
    const heads = (column.head.width + (list[i]?.head.width ?? 0)) / 2;
    return heads + gap + (borders[i] ?? 0) * boxPadding;
  });
  for (const { from, to, width } of needs) {
    const between = gaps.slice(from, to);
    const missing = width - between.reduce((sum, each) => sum + each, 0);
    if (missing <= 0) continue;
    for (let i = from; i < to; i++) gaps[i] = (gaps[i] ?? 0) + missing / between.length;
  }
  let x = (list[0]?.head.width ?? 0) / 2;
  for (const [i, column] of list.entries()) {
    column.x = x;
    x += gaps[i] ?? 0;
  }
  return new Map(columns);
}

/** How many frames of boxes there are between each participant and the next one. */
function bordersBetween(
  ids: readonly string[],
  boxes: readonly ParticipantBox[],
): readonly number[] {
  const boxOf = (id: string | undefined) =>
    boxes.find(({ participants }) => id !== undefined && participants.includes(id));
  return ids.slice(1).map((id, i) => {
    const [left, right] = [boxOf(ids[i]), boxOf(id)];
    return left === right ? 0 : Number(left !== undefined) + Number(right !== undefined);
  });
}

/** The distance that is needed between two columns. */
interface Need {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

class NeededRoom {
  readonly #indexOf: ReadonlyMap<string, number>;
  readonly #columns: readonly Column[];
  readonly #typesetter: Typesetter;

  constructor(
    indexOf: ReadonlyMap<string, number>,
    columns: readonly Column[],
    typesetter: Typesetter,
  ) {
    this.#indexOf = indexOf;
    this.#columns = columns;
    this.#typesetter = typesetter;
  }

  ofEvents(events: readonly SequenceEvent[]): readonly Need[] {
    return events.flatMap((event) => {
      if (event.kind === 'message') return this.#ofMessage(event);
      if (event.kind === 'note') return this.#ofNote(event);
      if (event.kind !== 'frame') return [];
      return event.sections.flatMap((section) => this.ofEvents(section.events));
    });
  }

  /** The label of a box may be wider than its participants. */
  ofBox({ label, participants }: ParticipantBox): readonly Need[] {
    const places = participants.map((id) => this.#index(id));
    const [a, b] = [Math.min(...places), Math.max(...places)];
    const heads = ((this.#columns[a]?.head.width ?? 0) + (this.#columns[b]?.head.width ?? 0)) / 2;
    return a === b
      ? []
      : [{ from: a, to: b, width: setBoxLabel(label, this.#typesetter).width - heads }];
  }

  #ofMessage({ from, to, text, number, creates }: SequenceMessage): readonly Need[] {
    const [a, b] = [this.#index(from), this.#index(to)];
    const head = creates ? (this.#columns[b]?.head.width ?? 0) / 2 : 0;
    const numbered = number === undefined ? 0 : this.#typesetter.size * 1.4;
    const width = this.#textWidth(text) + messagePadding + numbered + head;
    if (a !== b) return [{ from: Math.min(a, b), to: Math.max(a, b), width }];
    return this.#isLast(a) ? [] : [{ from: a, to: a + 1, width: width + loopWidth }];
  }

  #ofNote({ side, participants, text }: SequenceNote): readonly Need[] {
    const places = participants.map((id) => this.#index(id));
    const [a, b] = [Math.min(...places), Math.max(...places)];
    const width = this.#textWidth(text) + 50;
    if (side === 'right') return this.#isLast(b) ? [] : [{ from: b, to: b + 1, width }];
    if (side === 'left') return a === 0 ? [] : [{ from: a - 1, to: a, width }];
    return a === b ? [] : [{ from: a, to: b, width: width - 60 }];
  }

  #index(id: string): number {
    return this.#indexOf.get(id) ?? 0;
  }

  #isLast(index: number): boolean {
    return index === this.#columns.length - 1;
  }

  #textWidth(text: string): number {
    return this.#typesetter.set(text, maxTextWidth, { isSmall: true }).width;
  }
}

export function setBoxLabel(label: string, typesetter: Typesetter): Lines {
  return typesetter.set(label, 20, { tone: 'muted', isSmall: true });
}
