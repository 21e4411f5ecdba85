import { isColor } from '../../../base/color/css-color.ts';
import type { EdgeEnd, Participant, SequenceEvent, SequenceSpec } from '../../../model/diagram.ts';
import { readLabel } from '../label.ts';
import { type DiagramSource, divideFirst, divideLine, type Statement } from '../source.ts';

/** More would be unreadable on a slide. */
const maxParticipants = 16;
const maxEvents = 120;
const maxDepth = 6;

const arrow = /(<<)?(-{1,2})(>>|>|x|\))([+-]?)/;
const frameNames = ['loop', 'alt', 'opt', 'par', 'critical', 'break', 'rect', 'box'] as const;
/** The keyword that starts another section of a frame, by the frame's name. */
const dividers: ReadonlyMap<string, string> = new Map([
  ['else', 'alt'],
  ['and', 'par'],
  ['option', 'critical'],
]);

interface OpenFrame {
  readonly name: string;
  readonly statement: Statement;
  readonly fill?: string;
  readonly sections: { readonly label: string; readonly events: SequenceEvent[] }[];
}

/** Reads what follows `sequenceDiagram`. */
export function parseSequence(
  first: Statement,
  lines: readonly Statement[],
  source: DiagramSource,
): SequenceSpec | undefined {
  const reader = new SequenceReader(source);
  for (const statement of [...divideFirst(first), ...lines.flatMap(divideLine)]) {
    if (source.hasFailed && reader.isFull) break;
    reader.read(statement);
  }
  return reader.finish(first);
}

class SequenceReader {
  readonly #source: DiagramSource;
  readonly #participants = new Map<string, Participant>();
  readonly #events: SequenceEvent[] = [];
  readonly #open: OpenFrame[] = [];
  #count = 0;
  #isNumbered = false;

  constructor(source: DiagramSource) {
    this.#source = source;
  }

  get isFull(): boolean {
    return this.#count > maxEvents || this.#participants.size > maxParticipants;
  }

  read(statement: Statement): void {
    const { text } = statement;
    const [word = ''] = /^[A-Za-z]+/.exec(text) ?? [];
    const rest = text.slice(word.length).trim();
    if (arrow.test(text) && !/^(?:note|loop|alt|else|opt|par|and)\s/i.test(text))
      this.#message(statement);
    else if (word === 'participant' || word === 'actor') this.#declare(word, rest, statement);
    else if (word === 'create')
      this.read({ text: rest, start: statement.start + text.length - rest.length });
    else if (word === 'destroy') return;
    else if (word === 'activate' || word === 'deactivate') this.#activate(word, rest, statement);
    else if (/^note$/i.test(word)) this.#note(statement);
    else if (word === 'autonumber') this.#isNumbered = rest !== 'off';
    else if (text === 'end') this.#close(statement);
    else if (dividers.has(word)) this.#divide(word, rest, statement);
    else if (frameNames.some((name) => name === word)) this.#frame(word, rest, statement);
    else if (word === 'links' || word === 'link' || word === 'properties') {
      this.#source.ignore(statement.start, text.length, 'links of participants are left out');
    } else if (word === 'title') {
      const hint = 'write title="…" after the language of the block';
      this.#source.ignore(statement.start, text.length, `"${text}" is not drawn`, hint);
    } else {
      this.#fail(
        statement,
        'invalid line in a sequence diagram',
        'a message is written Alice->>Bob: Hello',
      );
    }
  }

  finish(first: Statement): SequenceSpec | undefined {
    for (const { statement } of this.#open) {
      this.#fail(statement, 'this block is not closed', 'close it with a line "end"');
    }
    if (this.#participants.size === 0 && !this.#source.hasFailed) {
      this.#fail(first, 'there is nothing in this diagram');
    }
    if (this.#source.hasFailed) return undefined;
    const participants = [...this.#participants.values()];
    return { kind: 'sequence', participants, events: this.#events, isNumbered: this.#isNumbered };
  }

  #message(statement: Statement): void {
    const { text, start } = statement;
    const match = arrow.exec(text);
    const colon = text.indexOf(':', (match?.index ?? 0) + 1);
    const end = colon < 0 ? text.length : colon;
    const from = text.slice(0, match?.index).trim();
    const afterArrow = (match?.index ?? 0) + (match?.[0].length ?? 0);
    const to = text.slice(afterArrow, end).trim();
    if (!match || from === '' || to === '') {
      this.#fail(statement, 'a message needs two ends', 'a message is written Alice->>Bob: Hello');
      return;
    }
    const [, back, dashes, head = '', sign] = match;
    this.#meet(from, start);
    this.#meet(to, start + afterArrow);
    this.#add(
      {
        kind: 'message',
        from,
        to,
        text: readLabel(colon < 0 ? '' : text.slice(colon + 1)),
        line: dashes === '--' ? 'dashed' : 'solid',
        start: back ? 'arrow' : 'none',
        end: headOf(head),
      },
      statement,
    );
    if (sign === '+') this.#add({ kind: 'activate', participant: to }, statement);
    if (sign === '-') this.#add({ kind: 'deactivate', participant: from }, statement);
  }

  #declare(word: string, rest: string, { start, text }: Statement): void {
    const [, id = rest, settings, label] = /^(.*?)(@\{[^}]*\})?(?:\s+as\s+(.+))?$/.exec(rest) ?? [];
    const at = start + text.length - rest.length;
    if (settings !== undefined) {
      const message = 'settings of participants mean nothing here';
      this.#source.ignore(at + id.length, settings.length, message, 'write participant A as Name');
    }
    const isActor = word === 'actor';
    const participant = { id, label: readLabel(label ?? id), isActor };
    this.#meet(id, at, participant);
    // A message may have named it before.
    if (label !== undefined || isActor) this.#participants.set(id, participant);
  }

  #activate(kind: 'activate' | 'deactivate', participant: string, statement: Statement): void {
    this.#meet(participant, statement.start + kind.length + 1);
    this.#add({ kind, participant }, statement);
  }

  #note(statement: Statement): void {
    const [, where = '', names = '', text = ''] =
      /^note\s+(left of|right of|over)\s+([^:]+?)\s*:\s*(.*)$/i.exec(statement.text) ?? [];
    const participants = names
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    if (participants.length === 0) {
      this.#fail(
        statement,
        'this note has no place',
        'write Note over Alice,Bob: text, or left of, or right of',
      );
      return;
    }
    for (const name of participants) this.#meet(name, statement.start);
    const side =
      ({ l: 'left', r: 'right', o: 'over' } as const)[where.charAt(0).toLowerCase()] ?? 'over';
    this.#add(
      { kind: 'note', side, participants: participants.slice(0, 2), text: readLabel(text) },
      statement,
    );
  }

  #frame(name: string, rest: string, statement: Statement): void {
    if (this.#open.length === maxDepth) {
      this.#fail(statement, `blocks nested deeper than ${maxDepth} levels`);
    }
    const [fill] = /^(?:rgba?\([^)]*\)|#?\w+)/i.exec(rest) ?? [];
    const isGround = name === 'rect' || name === 'box';
    const label = isGround ? '' : readLabel(rest);
    const color: { readonly fill?: string } =
      isGround && fill !== undefined && isColor(fill) ? { fill } : {};
    if (isGround) this.#ignoreTitle(rest.slice(color.fill?.length ?? 0).trim(), statement);
    this.#open.push({ name, statement, sections: [{ label, events: [] }], ...color });
  }

  /** Names of boxes, and what follows the color of a background. */
  #ignoreTitle(title: string, { start, text }: Statement): void {
    if (title === '') return;
    const at = start + text.length - title.length;
    const hint = 'write it as a note: Note over Alice,Bob: text';
    this.#source.ignore(at, title.length, `the title "${title}" is not drawn`, hint);
  }

  #divide(word: string, rest: string, statement: Statement): void {
    const frame = this.#open.at(-1);
    if (frame?.name === dividers.get(word))
      frame?.sections.push({ label: readLabel(rest), events: [] });
    else this.#fail(statement, `"${word}" stands in no "${dividers.get(word)}"`);
  }

  #close(statement: Statement): void {
    const frame = this.#open.pop();
    if (!frame) {
      this.#fail(statement, 'this "end" closes nothing');
      return;
    }
    const { name, sections, fill } = frame;
    const inner = sections.flatMap(({ events }) => events);
    // A box around participants is not drawn; they are next to each other anyway.
    if (name === 'box') this.#list.push(...inner);
    else {
      const shown = name === 'rect' ? '' : name;
      this.#list.push({
        kind: 'frame',
        name: shown,
        sections,
        ...(fill !== undefined && { fill }),
      });
    }
  }

  get #list(): SequenceEvent[] {
    return this.#open.at(-1)?.sections.at(-1)?.events ?? this.#events;
  }

  #meet(
    id: string,
    at: number,
    participant: Participant = { id, label: readLabel(id), isActor: false },
  ): void {
    if (this.#participants.has(id)) return;
    if (this.#participants.size === maxParticipants) {
      this.#limit(at, id.length, `more than ${maxParticipants} participants in a diagram`);
    }
    this.#participants.set(id, participant);
  }

  #add(event: SequenceEvent, { start, text }: Statement): void {
    if (this.#count === maxEvents) {
      this.#limit(start, text.length, `more than ${maxEvents} messages and notes in a diagram`);
    }
    this.#count++;
    this.#list.push(event);
  }

  #limit(at: number, length: number, message: string): void {
    const hint = 'nobody reads so many from a slide: show a part, or divide it over several slides';
    this.#source.fail('diagram-limit', at, length, message, hint);
  }

  #fail({ start, text }: Statement, message: string, hint?: string): void {
    this.#source.fail('diagram-syntax', start, text.length, message, hint);
  }
}

function headOf(mark: string): EdgeEnd {
  if (mark === '>>') return 'arrow';
  if (mark === 'x') return 'cross';
  return mark === ')' ? 'vee' : 'none';
}
