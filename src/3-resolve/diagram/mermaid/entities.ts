import { suggest } from '../../../base/diagnostics/suggest.ts';
import type { Cell, EdgeEnd, GraphSpec } from '../../../model/diagram.ts';
import { column, GraphBuilder, readDirection, textCell } from '../builder.ts';
import { readLabel } from '../label.ts';
import { type DiagramSource, divideFirst, type Statement } from '../source.ts';
import { readLooks } from './looks.ts';

const name = '("[^"]+"|[\\p{L}\\p{N}_.-]+)';
const entity = new RegExp(
  `^${name}\\s*(?:\\[\\s*("[^"]*"|[^\\]]*)\\s*\\])?(?::::([\\w-]+))?\\s*(\\{.*)?$`,
  'u',
);
const relation = new RegExp(
  `^${name}\\s*(\\S+?)\\s*(--|\\.\\.)\\s*(\\S+)\\s+${name}\\s*(?::\\s*(.*))?$`,
  'u',
);

/** Cardinalities, as written at the left and the right end of a line. */
const cardinalities: ReadonlyMap<string, EdgeEnd> = new Map([
  ['||', 'one'],
  ['|o', 'zero-one'],
  ['o|', 'zero-one'],
  ['}o', 'zero-many'],
  ['o{', 'zero-many'],
  ['}|', 'many'],
  ['|{', 'many'],
]);

interface EntityDraft {
  label: string;
  readonly rows: (readonly string[])[];
}

/** Reads what follows `erDiagram`. */
export function parseEntities(
  first: Statement,
  lines: readonly Statement[],
  source: DiagramSource,
): GraphSpec | undefined {
  const reader = new EntityReader(source);
  for (const statement of [...divideFirst(first), ...lines]) {
    if (reader.builder.isFull) break;
    reader.read(statement);
  }
  return reader.finish(first);
}

class EntityReader {
  readonly builder: GraphBuilder;
  readonly #entities = new Map<string, EntityDraft>();
  #body: { readonly id: string; readonly statement: Statement } | undefined;

  constructor(source: DiagramSource) {
    this.builder = new GraphBuilder(source);
  }

  read(statement: Statement): void {
    const { text } = statement;
    if (this.#body) this.#readAttributes(text, this.#body.id, statement);
    else if (/^direction\s/.test(text)) {
      const direction = readDirection(text.slice(9).trim());
      if (direction) this.builder.direction = direction;
      else this.#fail(statement, 'unknown direction', 'one of: TB, BT, LR, RL');
    } else if (relation.test(text)) this.#relate(statement);
    else if (readLooks(statement, this.builder)) return;
    else if (entity.test(text)) this.#declare(statement);
    else
      this.#fail(
        statement,
        'invalid line in an entity diagram',
        'write A ||--o{ B : has, or A { and its attributes',
      );
  }

  finish({ start, text }: Statement): GraphSpec | undefined {
    if (this.#body)
      this.#fail(this.#body.statement, 'this brace is not closed', 'close it with a line "}"');
    for (const [id, draft] of this.#entities) {
      const node = this.builder.find(id);
      if (node) node.content = cellOf(draft);
    }
    return this.builder.finish('entity diagram', start, text.length);
  }

  #meet(written: string, { start }: Statement): string {
    const id = readLabel(written);
    if (!this.#entities.has(id)) this.#entities.set(id, { label: id, rows: [] });
    this.builder.node(id, start);
    return id;
  }

  #relate(statement: Statement): void {
    const [, from = '', left = '', dashes, right = '', to = '', label = ''] =
      relation.exec(statement.text) ?? [];
    const text = readLabel(label);
    this.builder.edge(
      {
        from: this.#meet(from, statement),
        to: this.#meet(to, statement),
        line: dashes === '..' ? 'dashed' : 'solid',
        start: this.#endOf(left, statement),
        end: this.#endOf(right, statement),
        ...(text !== '' && { label: text }),
      },
      statement.start,
    );
  }

  #endOf(mark: string, { text, start }: Statement): EdgeEnd {
    const end = cardinalities.get(mark);
    if (end) return end;
    const hint = `${suggest(mark, cardinalities.keys())}`;
    this.builder.source.fail(
      'diagram-syntax',
      start + text.indexOf(mark),
      mark.length,
      `"${mark}" does not say how many`,
      hint,
    );
    return 'none';
  }

  #declare(statement: Statement): void {
    const [, written = '', label, className, body] = entity.exec(statement.text) ?? [];
    const id = this.#meet(written, statement);
    const draft = this.#entities.get(id);
    if (draft && label !== undefined) draft.label = readLabel(label);
    if (className) this.builder.addClass(id, className);
    if (body === undefined) return;
    this.#body = { id, statement };
    this.#readAttributes(body.slice(1).trim(), id, statement);
  }

  #readAttributes(text: string, id: string, statement: Statement): void {
    if (text.endsWith('}')) this.#body = undefined;
    const line = text.replace(/\}$/, '').trim();
    if (line === '') return;
    const [, type = '', attribute = '', keys = '', comment = ''] =
      /^(\S+)\s+(\S+)\s*((?:(?:PK|FK|UK)[\s,]*)*)\s*(?:"([^"]*)")?$/.exec(line) ?? [];
    if (attribute === '') {
      this.#fail(
        statement,
        'an attribute needs a type and a name',
        'write string name, or int id PK',
      );
    } else {
      const row = [attribute, type, keys.trim().replace(/[\s,]+/g, ', '), readLabel(comment)];
      this.#entities.get(id)?.rows.push(row);
    }
  }

  #fail({ start, text }: Statement, message: string, hint?: string): void {
    this.builder.source.fail('diagram-syntax', start, text.length, message, hint);
  }
}

function cellOf({ label, rows }: EntityDraft): Cell {
  const title = textCell(label, 'middle', 'strong');
  if (rows.length === 0) return title;
  const columns = [0, 1, 2, 3].flatMap((index) => {
    const lines = rows.map((row) => row[index] ?? '');
    const isEmpty = lines.every((line) => line === '');
    return isEmpty ? [] : [textCell(lines.join('\n'), 'start', index === 0 ? 'plain' : 'muted')];
  });
  return column([title, { kind: 'row', cells: columns, isRuled: false }], true);
}
