import { suggest } from '../../../base/diagnostics/suggest.ts';
import type { EdgeEnd, LineStyle, NodeShape } from '../../../model/diagram.ts';
import { type GraphBuilder, textCell } from '../builder.ts';
import { readLabel } from '../label.ts';
import type { Statement } from '../source.ts';

/** The opening and closing brackets of each shape; longer ones come first. */
const brackets: readonly (readonly [open: string, close: string, shape: NodeShape])[] = [
  ['(((', ')))', 'double-circle'],
  ['([', '])', 'stadium'],
  ['((', '))', 'circle'],
  ['[[', ']]', 'subroutine'],
  ['[(', ')]', 'cylinder'],
  ['[/', '/]', 'parallelogram'],
  ['[/', '\\]', 'trapezium'],
  ['[\\', '\\]', 'parallelogram-left'],
  ['[\\', '/]', 'inverted-trapezium'],
  ['{{', '}}', 'hexagon'],
  ['[', ']', 'rectangle'],
  ['(', ')', 'rounded'],
  ['{', '}', 'diamond'],
  ['>', ']', 'flag'],
];

/** The shape names of `@{ shape: … }`. */
const shapeNames: ReadonlyMap<string, NodeShape> = new Map([
  ...(['rect', 'rectangle', 'proc', 'process'] as const).map(
    (name) => [name, 'rectangle'] as const,
  ),
  ...(['rounded', 'event'] as const).map((name) => [name, 'rounded'] as const),
  ...(['stadium', 'pill', 'terminal'] as const).map((name) => [name, 'stadium'] as const),
  ...(['subroutine', 'subprocess', 'subproc', 'fr-rect', 'framed-rectangle'] as const).map(
    (name) => [name, 'subroutine'] as const,
  ),
  ...(['cyl', 'cylinder', 'database', 'db'] as const).map((name) => [name, 'cylinder'] as const),
  ...(['circle', 'circ'] as const).map((name) => [name, 'circle'] as const),
  ...(['dbl-circ', 'double-circle'] as const).map((name) => [name, 'double-circle'] as const),
  ...(['diam', 'diamond', 'decision', 'question'] as const).map(
    (name) => [name, 'diamond'] as const,
  ),
  ...(['hex', 'hexagon', 'prepare'] as const).map((name) => [name, 'hexagon'] as const),
  ...(['lean-r', 'lean-right', 'in-out'] as const).map((name) => [name, 'parallelogram'] as const),
  ...(['lean-l', 'lean-left', 'out-in'] as const).map(
    (name) => [name, 'parallelogram-left'] as const,
  ),
  ...(['trap-b', 'trapezoid', 'priority'] as const).map((name) => [name, 'trapezium'] as const),
  ...(['trap-t', 'inv-trapezoid', 'manual'] as const).map(
    (name) => [name, 'inverted-trapezium'] as const,
  ),
  ...(['tri', 'triangle', 'extract'] as const).map((name) => [name, 'triangle'] as const),
  ...(['flip-tri', 'flipped-triangle'] as const).map(
    (name) => [name, 'inverted-triangle'] as const,
  ),
  ...(['odd', 'flag'] as const).map((name) => [name, 'flag'] as const),
  ...(['doc', 'document', 'notch-rect', 'card'] as const).map((name) => [name, 'note'] as const),
  ...(['text'] as const).map((name) => [name, 'plain'] as const),
  ...(['sm-circ', 'start'] as const).map((name) => [name, 'dot'] as const),
  ...(['fr-circ', 'stop'] as const).map((name) => [name, 'end'] as const),
  ...(['fork', 'join'] as const).map((name) => [name, 'bar'] as const),
]);

const identifier = /[\p{L}\p{N}_](?:[\p{L}\p{N}_.]|[-/](?=[\p{L}\p{N}_]))*/uy;
const plainLink = /([<xo]?)(?:(-{2,})([-xo>])|(={2,})([=xo>])|-(\.+)-([xo>]?)|(~{3,}))/y;
const linkStart = /([<xo]?)(--|==|-\.)(?![-=.>])/y;
const linkEnd = /(-{2,}|={2,}|\.+-)([-=xo>]?)/g;

interface Link {
  readonly line: LineStyle;
  readonly start: EdgeEnd;
  readonly end: EdgeEnd;
  readonly length: number;
  readonly label: string;
}

/** Reads a chain such as `a[One] & b -- text --> c{Two} --> d`. */
export class FlowReader {
  readonly #text: string;
  readonly #start: number;
  readonly #builder: GraphBuilder;
  #at = 0;

  constructor({ text, start }: Statement, builder: GraphBuilder) {
    this.#text = text;
    this.#start = start;
    this.#builder = builder;
  }

  read(): void {
    let before = this.#readNodes();
    while (before && this.#skipSpace()) {
      const at = this.#at;
      const link = this.#readLink();
      this.#skipSpace();
      const after = link && this.#readNodes();
      if (!link || !after) return;
      this.#connect(before, after, link, at);
      before = after;
    }
  }

  #connect(from: readonly string[], to: readonly string[], link: Link, at: number): void {
    const { label, ...edge } = link;
    for (const a of from) {
      for (const b of to) {
        const drawn = { ...edge, from: a, to: b, ...(label !== '' && { label }) };
        this.#builder.edge(drawn, this.#start + at);
      }
    }
  }

  #readNodes(): readonly string[] | undefined {
    const ids: string[] = [];
    do {
      this.#skipSpace();
      const id = this.#readNode();
      if (id === undefined) return undefined;
      ids.push(id);
      this.#skipSpace();
    } while (this.#take('&'));
    return ids;
  }

  #readNode(): string | undefined {
    const at = this.#at;
    const id = this.#match(identifier)?.[0];
    if (id === undefined)
      return this.#fail('a box is expected here', 'a box begins with a name: a[Its text]');
    if (id === 'end') return this.#fail('a box cannot be named "end"', 'write End', at, 3);
    if (!this.#builder.group || !this.#builder.has(id)) this.#builder.node(id, this.#start + at);
    else this.#builder.adopt(id);
    if (!this.#readShape(id)) return undefined;
    if (this.#take(':::')) {
      const name = this.#match(/[\w-]+/y)?.[0];
      if (name) this.#builder.addClass(id, name);
    }
    return id;
  }

  /** Reads the text in brackets; without brackets, the node stays unchanged. */
  #readShape(id: string): boolean {
    if (this.#text.startsWith('@{', this.#at)) return this.#readObject(id);
    const rest = this.#text.slice(this.#at);
    const candidates = brackets.filter(([open]) => rest.startsWith(open));
    const [first] = candidates;
    if (!first) return true;
    const fitting = candidates.filter(([open]) => open === first[0]);
    const inner = rest.slice(first[0].length);
    const quoted = /^\s*"[^"]*"\s*/.exec(inner)?.[0];
    const ends = fitting.flatMap(([, close, shape]) => {
      const end =
        quoted === undefined
          ? inner.indexOf(close)
          : inner.startsWith(close, quoted.length)
            ? quoted.length
            : -1;
      return end < 0 ? [] : [{ end, close, shape }];
    });
    const [nearest] = ends.toSorted((a, b) => a.end - b.end);
    if (!nearest) {
      const hint = `it is closed by ${first[1]}; a text with brackets in it stands in quotes`;
      this.#fail('this box is not closed', hint, this.#at, first[0].length);
      return false;
    }
    const node = this.#builder.find(id);
    if (node) {
      node.shape = nearest.shape;
      node.content = textCell(readLabel(inner.slice(0, nearest.end)));
    }
    this.#at += first[0].length + nearest.end + nearest.close.length;
    return true;
  }

  /** `@{ shape: cyl, label: "Orders" }`. */
  #readObject(id: string): boolean {
    const body = this.#match(/@\{([^}]*)\}/y);
    const node = this.#builder.find(id);
    if (!body) {
      this.#fail('this brace is not closed', undefined, this.#at, 2);
      return false;
    }
    for (const { 1: key, 2: raw = '', index } of (body[1] ?? '').matchAll(
      /([\w-]+)\s*:\s*("[^"]*"|[^,]+)/g,
    )) {
      const value = readLabel(raw);
      if (key === 'label' && node) node.content = textCell(value);
      if (key !== 'shape') continue;
      const shape = shapeNames.get(value);
      const at = this.#at - body[0].length + 2 + index;
      if (shape && node) node.shape = shape;
      else if (!shape)
        this.#fail(
          `there is no shape "${value}"`,
          suggest(value, shapeNames.keys()),
          at,
          `${key}: ${raw}`.length,
        );
    }
    return true;
  }

  #readLink(): Link | undefined {
    // `e1@` names a line.
    this.#match(/[\w-]+@(?=[<xo]?[-=~])/y);
    const at = this.#at;
    const plain = this.#match(plainLink);
    if (plain) return this.#finishLink(plain);
    const start = this.#match(linkStart);
    if (!start) {
      return this.#fail(
        'a line such as --> is expected here',
        'a text with such characters in it stands in quotes',
      );
    }
    linkEnd.lastIndex = this.#at;
    const end = linkEnd.exec(this.#text);
    if (!end)
      return this.#fail(
        'this line is not closed',
        'write it as -- text -->',
        at,
        this.#text.length - at,
      );
    const label = readLabel(this.#text.slice(this.#at, end.index));
    this.#at = linkEnd.lastIndex;
    const [, dashes = '', head = ''] = end;
    return {
      line: start[2] === '==' ? 'thick' : start[2] === '-.' ? 'dotted' : 'solid',
      start: endOf(start[1]),
      end: endOf(head),
      length: lengthOf(dashes.length - (head === '' && !dashes.startsWith('.') ? 2 : 1)),
      label,
    };
  }

  #finishLink(match: RegExpExecArray): Link {
    const [, start, dashes, head, equals, thickHead, dots, dottedHead, tildes] = match;
    this.#skipSpace();
    const label = this.#match(/\|([^|]*)\|/y)?.[1] ?? '';
    const count = dashes?.length ?? equals?.length ?? (dots === undefined ? 3 : dots.length + 1);
    const line = equals ? 'thick' : dots ? 'dotted' : tildes ? 'invisible' : 'solid';
    return {
      line,
      start: endOf(start),
      end: endOf(head ?? thickHead ?? dottedHead),
      length: lengthOf(count - 1),
      label: readLabel(label),
    };
  }

  #skipSpace(): boolean {
    this.#match(/\s+/y);
    return this.#at < this.#text.length;
  }

  #take(word: string): boolean {
    if (!this.#text.startsWith(word, this.#at)) return false;
    this.#at += word.length;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at = pattern.lastIndex;
    return match ?? undefined;
  }

  #fail(message: string, hint?: string, at = this.#at, length = 1): undefined {
    this.#builder.source.fail('diagram-syntax', this.#start + at, length, message, hint);
    return undefined;
  }
}

function endOf(mark: string | undefined): EdgeEnd {
  if (mark === '<' || mark === '>') return 'arrow';
  if (mark === 'x') return 'cross';
  return mark === 'o' ? 'circle' : 'none';
}

/** The count of ranks from the count of dashes. */
function lengthOf(count: number): number {
  return Math.min(4, Math.max(1, count));
}
