import type { Cell, EdgeEnd, GraphSpec, LineStyle } from '../../../model/diagram.ts';
import { column, GraphBuilder, readDirection, textCell } from '../builder.ts';
import { readLabel } from '../label.ts';
import { type DiagramSource, divideFirst, type Statement } from '../source.ts';
import { readLooks } from './looks.ts';
import { attachNote } from './states.ts';

const name = '(`[^`]+`|[\\p{L}\\p{N}_.-]+?(?:~[^~]*~+)?)';
const relation = new RegExp(
  `^${name}\\s*(?:"([^"]*)")?\\s*(<\\||\\*|o|<|\\(\\))?(--|\\.\\.)(\\|>|\\*|o|>|\\(\\))?\\s*(?:"([^"]*)")?\\s*${name}\\s*(?::\\s*(.*))?$`,
  'u',
);
const declaration = new RegExp(
  `^class\\s+${name}\\s*(?:\\["([^"]*)"\\])?\\s*(?::::([\\w-]+))?\\s*(?:<<(.*?)>>)?\\s*(\\{.*)?$`,
  'u',
);

interface ClassDraft {
  label: string;
  readonly annotations: string[];
  readonly fields: string[];
  readonly methods: string[];
}

/** Reads what follows `classDiagram`. */
export function parseClasses(
  first: Statement,
  lines: readonly Statement[],
  source: DiagramSource,
): GraphSpec | undefined {
  const reader = new ClassReader(source);
  for (const statement of [...divideFirst(first), ...lines]) {
    if (reader.builder.isFull) break;
    reader.read(statement);
  }
  return reader.finish(first);
}

class ClassReader {
  readonly builder: GraphBuilder;
  readonly #classes = new Map<string, ClassDraft>();
  /** The class whose members are being read, or the enclosing namespaces. */
  #body: { readonly id: string; readonly statement: Statement } | undefined;
  readonly #namespaces: Statement[] = [];
  #notes = 0;

  constructor(source: DiagramSource) {
    this.builder = new GraphBuilder(source);
  }

  read(statement: Statement): void {
    const { text } = statement;
    if (this.#body) this.#readMember(text, this.#body.id);
    else if (text === '}') this.#closeNamespace(statement);
    else if (/^namespace\s/.test(text)) this.#openNamespace(statement);
    else if (/^direction\s/.test(text)) this.#direct(statement);
    else if (/^note\s/.test(text)) this.#note(statement);
    else if (/^<<.*>>\s*\S/.test(text)) this.#annotate(statement);
    else if (relation.test(text)) this.#relate(statement);
    else if (declaration.test(text)) this.#declare(statement);
    else if (!readLooks(statement, this.builder)) this.#addMember(statement);
  }

  finish({ start, text }: Statement): GraphSpec | undefined {
    const open = [...(this.#body ? [this.#body.statement] : []), ...this.#namespaces];
    for (const statement of open)
      this.#fail(statement, 'this brace is not closed', 'close it with a line "}"');
    for (const [id, draft] of this.#classes) {
      const node = this.builder.find(id);
      if (node) node.content = cellOf(draft);
    }
    return this.builder.finish('class diagram', start, text.length);
  }

  #meet(written: string, { start }: Statement): string {
    const [id = written, generic] = written.replaceAll('`', '').split(/~(.*)~/);
    const label = generic === undefined ? id : `${id}<${readGeneric(generic)}>`;
    const known = this.#classes.get(id);
    if (known && generic !== undefined) known.label = label;
    if (!known) this.#classes.set(id, { label, annotations: [], fields: [], methods: [] });
    if (this.builder.has(id)) this.builder.adopt(id);
    else this.builder.node(id, start);
    return id;
  }

  #declare(statement: Statement): void {
    const [, written = '', label, className, annotation, body] =
      declaration.exec(statement.text) ?? [];
    const id = this.#meet(written, statement);
    const draft = this.#classes.get(id);
    if (draft && label !== undefined) draft.label = readLabel(label);
    if (annotation !== undefined) draft?.annotations.push(annotation.trim());
    if (className) this.builder.addClass(id, className);
    if (body === undefined) return;
    this.#body = { id, statement };
    for (const member of body.slice(1).split(';')) this.#readMember(member.trim(), id);
  }

  #readMember(text: string, id: string): void {
    if (text.endsWith('}') && !/\{[^}]*\}$/.test(text)) {
      this.#body = undefined;
      this.#readMember(text.slice(0, -1).trim(), id);
    } else if (text !== '') this.#keep(id, text);
  }

  #keep(id: string, text: string): void {
    const draft = this.#classes.get(id);
    const annotation = /^<<(.*)>>$/.exec(text)?.[1];
    // A sign at the end marks it as abstract or static.
    const plain = readGeneric(readLabel(text.replace(/[*$]$/, '')));
    if (annotation !== undefined) draft?.annotations.push(annotation.trim());
    else if (plain.includes('('))
      draft?.methods.push(plain.replace(/\)[*$]?\s*:?\s*(?=\S)/, '): '));
    else draft?.fields.push(plain);
  }

  #addMember(statement: Statement): void {
    const [, id = '', member = ''] = /^([^\s:]+)\s*:\s*(.+)$/.exec(statement.text) ?? [];
    if (id === '') {
      const hint = 'write A <|-- B, class A { or A : +member';
      this.#fail(statement, 'invalid line in a class diagram', hint);
    } else this.#keep(this.#meet(id, statement), member);
  }

  #annotate(statement: Statement): void {
    const [, annotation = '', written = ''] = /^<<(.*)>>\s*(\S+)$/.exec(statement.text) ?? [];
    const draft = this.#classes.get(this.#meet(written, statement));
    draft?.annotations.push(annotation.trim());
  }

  #relate(statement: Statement): void {
    const [, from = '', fromLabel, left = '', dashes, right = '', toLabel, to = '', label = ''] =
      relation.exec(statement.text) ?? [];
    const text = readLabel(label);
    const line: LineStyle = dashes === '..' ? 'dashed' : 'solid';
    this.builder.edge(
      {
        from: this.#meet(from, statement),
        to: this.#meet(to, statement),
        line,
        start: endOf(left),
        end: endOf(right),
        ...(text !== '' && { label: text }),
        ...(fromLabel && { fromLabel: readLabel(fromLabel) }),
        ...(toLabel && { toLabel: readLabel(toLabel) }),
      },
      statement.start,
    );
  }

  #note(statement: Statement): void {
    const [, to, text = ''] = /^note\s+(?:for\s+(\S+)\s+)?"(.*)"$/.exec(statement.text) ?? [];
    if (text === '') this.#fail(statement, 'this note has no text', 'write note for A "text"');
    else {
      const id = to === undefined ? undefined : this.#meet(to, statement);
      attachNote(this.builder, `note ${++this.#notes}`, id, text, statement.start);
    }
  }

  #direct(statement: Statement): void {
    const direction = readDirection(statement.text.slice(9).trim());
    if (direction) this.builder.direction = direction;
    else this.#fail(statement, 'unknown direction', 'one of: TB, BT, LR, RL');
  }

  #openNamespace(statement: Statement): void {
    const id = statement.text.slice(9).replace('{', '').trim();
    this.builder.openGroup(id, readLabel(id), statement.start);
    this.#namespaces.push(statement);
  }

  #closeNamespace(statement: Statement): void {
    this.#namespaces.pop();
    if (!this.builder.closeGroup()) this.#fail(statement, 'this "}" closes nothing');
  }

  #fail({ start, text }: Statement, message: string, hint?: string): void {
    this.builder.source.fail('diagram-syntax', start, text.length, message, hint);
  }
}

function readGeneric(text: string): string {
  return text.replace(/~([^~]*)~/g, '<$1>');
}

function cellOf({ label, annotations, fields, methods }: ClassDraft): Cell {
  const title = textCell(label, 'middle', 'strong');
  const notes = annotations.map((annotation) => textCell(`«${annotation}»`, 'middle', 'muted'));
  const members = [fields, methods].filter((list) => list.length > 0);
  const lists = members.map((list) => textCell(list.join('\n'), 'start'));
  return column([column([...notes, title], false), ...lists], true);
}

function endOf(mark: string): EdgeEnd {
  switch (mark) {
    case '<|':
    case '|>':
      return 'triangle';
    case '*':
      return 'diamond';
    case 'o':
      return 'hollow-diamond';
    case '<':
    case '>':
      return 'vee';
    case '()':
      return 'hollow-circle';
    default:
      return 'none';
  }
}
