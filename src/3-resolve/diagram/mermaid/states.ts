import type { GraphSpec } from '../../../model/diagram.ts';
import { GraphBuilder, readDirection, textCell } from '../builder.ts';
import { readLabel } from '../label.ts';
import { type DiagramSource, divideFirst, divideLine, type Statement } from '../source.ts';
import { readLooks } from './looks.ts';

const kinds: ReadonlyMap<string, 'diamond' | 'bar'> = new Map([
  ['choice', 'diamond'],
  ['fork', 'bar'],
  ['join', 'bar'],
]);

/** Reads what follows `stateDiagram-v2`. */
export function parseStates(
  first: Statement,
  lines: readonly Statement[],
  source: DiagramSource,
): GraphSpec | undefined {
  const reader = new StateReader(source);
  for (const statement of [...divideFirst(first), ...lines.flatMap(divideLine)]) {
    if (reader.builder.isFull) break;
    reader.read(statement);
  }
  return reader.finish(first);
}

class StateReader {
  readonly builder: GraphBuilder;
  readonly #open: { readonly statement: Statement; regions: number }[] = [];
  #note:
    | { readonly id: string; readonly lines: string[]; readonly statement: Statement }
    | undefined;
  #notes = 0;

  constructor(source: DiagramSource) {
    this.builder = new GraphBuilder(source);
  }

  read(statement: Statement): void {
    const { text } = statement;
    const { builder } = this;
    if (this.#note) this.#readNoteLine(statement);
    else if (/-->/.test(text)) this.#transition(statement);
    else if (/^note\s/i.test(text)) this.#startNote(statement);
    else if (/^state\s/.test(text)) this.#state(statement);
    else if (text === '}') this.#close(statement);
    else if (text === '--') this.#divide(statement);
    else if (/^direction\s/.test(text)) {
      const direction = readDirection(text.slice(9).trim());
      if (direction) builder.directGroup(direction);
      else this.#fail(statement, 'unknown direction', 'one of: TB, BT, LR, RL');
    } else if (
      !/^(?:hide empty description|scale\s.*)$/.test(text) &&
      !readLooks(statement, builder)
    ) {
      this.#describe(statement);
    }
  }

  finish({ start, text }: Statement): GraphSpec | undefined {
    for (const { statement } of this.#open)
      this.#fail(statement, 'this state is not closed', 'close it with a line "}"');
    if (this.#note)
      this.#fail(
        this.#note.statement,
        'this note is not closed',
        'close it with a line "end note"',
      );
    return this.builder.finish('state diagram', start, text.length);
  }

  #transition(statement: Statement): void {
    const [, from = '', to = '', label = ''] =
      /^(\S+)\s*-->\s*([^\s:]+(?:::\w+)?)\s*(?::(?!:)\s*(.*))?$/.exec(statement.text) ?? [];
    if (from === '') {
      this.#fail(statement, 'a transition needs two ends', 'write it as A --> B: what happens');
      return;
    }
    const text = readLabel(label);
    const ends = {
      from: this.#meet(from, 'start', statement),
      to: this.#meet(to, 'end', statement),
    };
    this.builder.edge({ ...ends, ...(text !== '' && { label: text }) }, statement.start);
  }

  /** Returns the id of a state; `[*]` is the start or end of its group. */
  #meet(written: string, role: 'start' | 'end', { start }: Statement): string {
    const [name = written, className] = written.split(':::');
    const { builder } = this;
    if (name === '[*]') {
      const id = `${role} of ${builder.group ?? ''}`;
      builder.node(id, start, role === 'start' ? 'dot' : 'end', '');
      return id;
    }
    if (builder.has(name)) builder.adopt(name);
    else builder.node(name, start, 'rounded');
    if (className) builder.addClass(name, className);
    return name;
  }

  #state(statement: Statement): void {
    const { text, start } = statement;
    const [, label, id = '', kind, brace] =
      /^state\s+(?:"([^"]*)"\s+as\s+)?([^\s{"<]+)\s*(?:<<(\w+)>>)?\s*(\{?)$/.exec(text) ?? [];
    if (id === '') {
      this.#fail(
        statement,
        'this state has no name',
        'write state "Its text" as name, or state name {',
      );
      return;
    }
    if (brace) {
      this.builder.openGroup(id, readLabel(label ?? id), start);
      this.#open.push({ statement, regions: 0 });
      return;
    }
    this.#meet(id, 'start', statement);
    const node = this.builder.find(id);
    const shape = kinds.get(kind ?? '');
    if (node && shape) [node.shape, node.content] = [shape, textCell('')];
    else if (label !== undefined) this.#addLine(id, readLabel(label));
    if (!shape || label === undefined) return;
    this.builder.source.ignore(start, text.length, `the text "${label}" of a ${kind} is not drawn`);
  }

  #describe(statement: Statement): void {
    const [, id = '', text] =
      /^([^\s:]+(?:::\w+)?)\s*(?::(?!:)\s*(.*))?$/.exec(statement.text) ?? [];
    if (id === '' || id === '{') {
      this.#fail(
        statement,
        'invalid line in a state diagram',
        'a transition is written A --> B: what happens',
      );
      return;
    }
    const name = this.#meet(id, 'start', statement);
    if (text !== undefined) this.#addLine(name, readLabel(text));
  }

  /** Adds a line to the text of a state, which is its name until it gets one. */
  #addLine(name: string, line: string): void {
    const node = this.builder.find(name);
    if (!node) this.builder.labelGroup(name, line);
    else if (node.content.kind === 'text') {
      const { text } = node.content;
      node.content = textCell(text === name || text === '' ? line : `${text}\n${line}`);
    }
  }

  #close(statement: Statement): void {
    const frame = this.#open.pop();
    if (!frame) this.#fail(statement, 'this "}" closes nothing');
    if (frame && frame.regions > 0) this.builder.closeGroup();
    this.builder.closeGroup();
  }

  /** Concurrent regions are groups without a name. */
  #divide(statement: Statement): void {
    const frame = this.#open.at(-1);
    if (!frame) {
      this.#fail(statement, '"--" divides a state, and this stands in none');
      return;
    }
    if (frame.regions > 0) this.builder.closeGroup();
    frame.regions++;
    this.builder.openGroup(`${this.builder.group} region ${frame.regions}`, '', statement.start);
  }

  #startNote(statement: Statement): void {
    const [, id = '', text] =
      /^note\s+(?:left|right)\s+of\s+([^\s:]+)\s*(?::\s*(.*))?$/i.exec(statement.text) ?? [];
    if (id === '') {
      this.#fail(statement, 'this note has no place', 'write note right of State : text');
    } else if (text === undefined) this.#note = { id, lines: [], statement };
    else this.#finishNote(id, text, statement);
  }

  #readNoteLine({ text }: Statement): void {
    if (!this.#note) return;
    if (/^end note$/i.test(text)) {
      const { id, lines, statement } = this.#note;
      this.#note = undefined;
      this.#finishNote(id, lines.join('<br>'), statement);
    } else this.#note.lines.push(text);
  }

  #finishNote(of: string, text: string, statement: Statement): void {
    const to = this.#meet(of, 'start', statement);
    attachNote(this.builder, `note ${++this.#notes}`, to, text, statement.start);
  }

  #fail({ start, text }: Statement, message: string, hint?: string): void {
    this.builder.source.fail('diagram-syntax', start, text.length, message, hint);
  }
}

/** Adds a note to the group of its subject, and connects them. */
export function attachNote(
  builder: GraphBuilder,
  id: string,
  to: string | undefined,
  text: string,
  at: number,
): void {
  const node = builder.node(id, at, 'note', readLabel(text));
  const beside = builder.find(to ?? '')?.group;
  if (node && beside !== undefined) node.group = beside;
  if (to !== undefined) builder.edge({ from: to, to: id, line: 'dotted', end: 'none' }, at);
}
