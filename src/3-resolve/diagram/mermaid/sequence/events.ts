import type {
  SequenceEvent,
  SequenceFrame,
  SequenceMessage,
} from '../../../../model/diagram/sequence.ts';
import { readText } from '../../label.ts';
import { arrows } from './arrows.ts';
import { splitColor } from './color.ts';
import type { Message, SequenceDatabase } from './database.ts';

/** The frames by the instruction that starts them. */
const frameNames: ReadonlyMap<string, string> = new Map([
  ['LOOP_START', 'loop'],
  ['ALT_START', 'alt'],
  ['OPT_START', 'opt'],
  ['PAR_START', 'par'],
  ['PAR_OVER_START', 'par'],
  ['CRITICAL_START', 'critical'],
  ['BREAK_START', 'break'],
  ['RECT_START', ''],
]);

/** The instructions that start another section of a frame. */
const dividers: ReadonlySet<string> = new Set(['ALT_ELSE', 'PAR_AND', 'CRITICAL_OPTION']);

type Section = SequenceFrame['sections'][number] & { readonly events: SequenceEvent[] };

interface OpenFrame extends SequenceFrame {
  readonly sections: Section[];
}

const sides = ['left', 'right', 'over'] as const;
const circles = { CENTRAL_CONNECTION: 'end', CENTRAL_CONNECTION_REVERSE: 'start' } as const;

/** The messages, notes and frames of a diagram in the order of its text. */
export class EventReader {
  readonly events: SequenceEvent[] = [];
  /** How many levels of frames there are. */
  depth = 0;
  readonly #typeNames: ReadonlyMap<number, string>;
  readonly #created: Map<string, number>;
  readonly #destroyed: Map<string, number>;
  readonly #open: OpenFrame[] = [];
  #number = 1;
  #step = 1;
  #isNumbered: boolean;

  /** @param isNumbered whether messages are numbered from the start */
  constructor(database: SequenceDatabase, isNumbered: boolean) {
    this.#isNumbered = isNumbered;
    const types = Object.entries(database.LINETYPE);
    this.#typeNames = new Map(types.map(([name, value]) => [value, name]));
    this.#created = new Map(database.getCreatedActors());
    this.#destroyed = new Map(database.getDestroyedActors());
    for (const [index, message] of database.getMessages().entries()) this.#read(message, index);
  }

  #read(message: Message, index: number): void {
    const { type, from = '', message: text } = message;
    const name = this.#typeNames.get(type) ?? '';
    const frame = frameNames.get(name);
    const label = typeof text === 'string' ? text : '';
    if (typeof text === 'object') this.#countFrom(text);
    else if (name === 'NOTE') this.#note(message, label);
    else if (name === 'ACTIVE_START') this.#add({ kind: 'activate', participant: from });
    else if (name === 'ACTIVE_END') this.#add({ kind: 'deactivate', participant: from });
    else if (frame !== undefined) this.#openFrame(frame, label);
    else if (dividers.has(name)) this.#addSection(label);
    else if (name.endsWith('_END')) this.#closeFrame();
    else if (arrows.has(name)) this.#message(message, name, label, index);
  }

  #countFrom({ start, step, visible }: Exclude<Message['message'], string>): void {
    this.#number = start || this.#number;
    this.#step = step || this.#step;
    this.#isNumbered = visible;
  }

  #message(
    { from = '', to = '', centralConnection }: Message,
    name: string,
    text: string,
    index: number,
  ): void {
    const arrow = arrows.get(name);
    if (!arrow) return;
    const circle = this.#circlesOf(this.#typeNames.get(centralConnection ?? -1));
    const destroys = [from, to].find((id) => takeUpTo(this.#destroyed, id, index));
    this.#add({
      kind: 'message',
      from,
      to,
      text: readText(text),
      ...arrow,
      ...(this.#isNumbered && { number: this.#number }),
      ...(circle && { circles: circle }),
      ...(takeUpTo(this.#created, to, index) && { creates: true }),
      ...(destroys !== undefined && { destroys }),
    });
    this.#number = Math.round((this.#number + this.#step) * 100) / 100;
  }

  #circlesOf(name: string | undefined): SequenceMessage['circles'] {
    if (name === 'CENTRAL_CONNECTION_DUAL') return 'both';
    return circles[name as keyof typeof circles];
  }

  #note({ from = '', to = from, placement = 2 }: Message, text: string): void {
    const participants = [...new Set([from, to])];
    this.#add({
      kind: 'note',
      side: sides[placement] ?? 'over',
      participants,
      text: readText(text),
    });
  }

  #openFrame(name: string, text: string): void {
    const { color } = name === '' ? splitColor(text) : {};
    const sections = [{ label: name === '' ? '' : readText(text), events: [] }];
    this.#open.push({ kind: 'frame', name, sections, ...(color !== undefined && { fill: color }) });
    this.depth = Math.max(this.depth, this.#open.length);
  }

  #addSection(text: string): void {
    this.#open.at(-1)?.sections.push({ label: readText(text), events: [] });
  }

  #closeFrame(): void {
    const frame = this.#open.pop();
    if (frame) this.#add(frame);
  }

  #add(event: SequenceEvent): void {
    const events = this.#open.at(-1)?.sections.at(-1)?.events ?? this.events;
    events.push(event);
  }
}

/** Whether a participant is in the list with this index or a smaller one; then it is removed. */
function takeUpTo(indexes: Map<string, number>, id: string, index: number): boolean {
  const at = indexes.get(id);
  return at !== undefined && at <= index && indexes.delete(id);
}
