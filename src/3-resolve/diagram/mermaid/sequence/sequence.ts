import {
  type Participant,
  type ParticipantBox,
  participantSymbols,
  type SequenceEvent,
  type SequenceSpec,
} from '../../../../model/diagram/sequence.ts';
import { readText } from '../../label.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { readerOf } from '../reader.ts';
import { setting } from '../settings.ts';
import { splitColor } from './color.ts';
import type { Actor, ActorBox, SequenceDatabase } from './database.ts';
import { explainSequence } from './errors.ts';
import { EventReader } from './events.ts';
import { isLink, warnOfSequence } from './ignored.ts';

/** More would be unreadable on a slide. */
const maxParticipants = 24;
const maxEvents = 250;
const maxDepth = 8;

export const readSequence = readerOf<SequenceDatabase>(
  'sequence',
  convertSequence,
  explainSequence,
  prepareDatabase,
);

/** Replaces what needs a browser in Mermaid. */
function prepareDatabase(database: SequenceDatabase): void {
  database.parseBoxData = (text) => {
    const { color = 'transparent', rest } = splitColor(text);
    const [, wrap, label = ''] = /^(?::?((?:no)?wrap):)?\s*(.*)$/s.exec(rest) ?? [];
    return { text: label, color, wrap: wrap === undefined ? undefined : wrap === 'wrap' };
  };
  // It names an element of a page, which a deck does not have; see warnOfSequence.
  database.addDetails = () => {};
}

function convertSequence(
  database: SequenceDatabase,
  source: MermaidSource,
): SequenceSpec | undefined {
  const isNumbered = setting(source.config, 'sequence.showSequenceNumbers') === true;
  const { events, depth } = new EventReader(database, isNumbered);
  const participants = [...database.getActors()].map(([id, actor]) => readActor(id, actor));
  const boxes = database.getBoxes().flatMap((box) => readBox(box, database.getActors()));
  warnOfSequence(source);
  if (participants.length === 0) {
    const hint = 'a message is written Alice->>Bob: Hello';
    source.fail('', 'there is nothing in this diagram', hint);
  }
  checkLimits(participants, countEvents(events), depth, source);
  if (source.problems.hasFailed) return undefined;
  return { kind: 'sequence', participants: besideBoxes(participants, boxes), boxes, events };
}

function readActor(id: string, { description, type, links }: Actor): Participant {
  return {
    id,
    label: readText(description),
    symbol: participantSymbols.find((name) => name === type) ?? 'participant',
    links: Object.entries(links).flatMap(([label, href]) =>
      typeof href === 'string' && isLink(href) ? [{ label: readText(label), href }] : [],
    ),
  };
}

/** The participants of a box may be declared before it. Mermaid does not draw a box without participants. */
function readBox(box: ActorBox, actors: ReadonlyMap<string, Actor>): readonly ParticipantBox[] {
  const participants = [...actors].flatMap(([id, actor]) => (actor.box === box ? [id] : []));
  const fill = box.fill === 'transparent' ? {} : { fill: box.fill };
  return participants.length === 0
    ? []
    : [{ label: readText(box.name ?? ''), participants, ...fill }];
}

/** Puts the participants of each box next to each other, at the place of the first one. */
function besideBoxes(
  participants: readonly Participant[],
  boxes: readonly ParticipantBox[],
): readonly Participant[] {
  const boxOf = (id: string) => boxes.find((box) => box.participants.includes(id));
  const groups = new Map<unknown, Participant[]>();
  for (const each of participants) {
    const key = boxOf(each.id) ?? each;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flat();
}

function countEvents(events: readonly SequenceEvent[]): number {
  const counts = events.map((event) =>
    event.kind === 'frame'
      ? countEvents(event.sections.flatMap((section) => section.events))
      : Number(event.kind === 'message' || event.kind === 'note'),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function checkLimits(
  participants: readonly Participant[],
  events: number,
  depth: number,
  source: MermaidSource,
): void {
  const hint = 'nobody reads so many from a slide: show a part, or divide it over several slides';
  const next = participants[maxParticipants];
  if (next) source.refuse(next.id, `more than ${maxParticipants} participants in a diagram`, hint);
  if (events > maxEvents) {
    source.refuse('', `more than ${maxEvents} messages and notes in a diagram`, hint);
  }
  if (depth > maxDepth) source.refuse('', `blocks nested deeper than ${maxDepth} levels`, hint);
}
