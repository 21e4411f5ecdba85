import type {
  Cell,
  Direction,
  GraphEdge,
  GraphGroup,
  GraphNode,
  GraphSpec,
  NodeShape,
  Paint,
  TextCell,
  TextSpan,
} from '../../model/diagram.ts';
import type { DiagramSource } from './source.ts';

/** More would be unreadable on a slide and take long to lay out. */
const maxNodes = 100;
const maxEdges = 150;
const maxDepth = 8;

type Draft = { -readonly [Key in keyof GraphNode]: GraphNode[Key] };
type GroupDraft = { -readonly [Key in keyof GraphGroup]: GraphGroup[Key] } & {
  readonly at: number;
};
export type EdgeDraft = Pick<GraphEdge, 'from' | 'to'> & Partial<GraphEdge>;

/** Builds a graph while its text is parsed. */
export class GraphBuilder {
  direction: Direction = 'TB';
  readonly edges: GraphEdge[] = [];
  readonly source: DiagramSource;
  readonly #nodes = new Map<string, Draft>();
  readonly #groups = new Map<string, GroupDraft>();
  readonly #open: string[] = [];
  readonly #paints = new Map<string, Paint>();
  readonly #classes: { readonly id: string; readonly name: string }[] = [];
  readonly #styles: { readonly id: string; readonly paint: Paint }[] = [];

  constructor(source: DiagramSource) {
    this.source = source;
  }

  /** The current group. */
  get group(): string | undefined {
    return this.#open.at(-1);
  }

  get isFull(): boolean {
    return this.#nodes.size > maxNodes || this.edges.length > maxEdges;
  }

  /** Returns the node of that name; a new one is added to the current group. */
  node(id: string, at: number, shape: NodeShape = 'rectangle', text = id): Draft | undefined {
    const known = this.#nodes.get(id);
    if (known) return known;
    if (this.#groups.has(id)) return undefined;
    if (this.#nodes.size === maxNodes) this.#refuse(at, id.length, `${maxNodes} boxes`);
    const { group } = this;
    const node = { id, shape, content: textCell(text), ...(group !== undefined && { group }) };
    this.#nodes.set(id, node);
    return node;
  }

  has(id: string): boolean {
    return this.#nodes.has(id) || this.#groups.has(id);
  }

  find(id: string): Draft | undefined {
    return this.#nodes.get(id);
  }

  /** Moves a node into the current group, unless it is in one. */
  adopt(id: string): void {
    const node = this.#nodes.get(id);
    if (node && this.group !== undefined) node.group ??= this.group;
  }

  edge(edge: EdgeDraft, at: number): void {
    if (this.edges.length === maxEdges) this.#refuse(at, 1, `${maxEdges} lines`);
    this.edges.push({ line: 'solid', start: 'none', end: 'arrow', length: 1, ...edge });
  }

  openGroup(id: string, label: string, at: number): void {
    const parent = this.group;
    if (this.#open.length === maxDepth) {
      this.source.fail(
        'diagram-limit',
        at,
        id.length,
        `groups nested deeper than ${maxDepth} levels`,
      );
    }
    // A name that is used first for a node and then for a group is a group; it may have a text.
    const content = this.#nodes.get(id)?.content;
    const text = content?.kind === 'text' && label === id ? content.text : label;
    this.#nodes.delete(id);
    const group = { id, label: text, at, ...(parent !== undefined && { parent }) };
    if (!this.#groups.has(id)) this.#groups.set(id, group);
    this.#open.push(id);
  }

  closeGroup(): boolean {
    return this.#open.pop() !== undefined;
  }

  directGroup(direction: Direction): void {
    const group = this.#groups.get(this.group ?? '');
    if (group) group.direction = direction;
    else this.direction = direction;
  }

  labelGroup(id: string, label: string): boolean {
    const group = this.#groups.get(id);
    if (group) group.label = label;
    return group !== undefined;
  }

  defineClass(name: string, paint: Paint): void {
    this.#paints.set(name, { ...this.#paints.get(name), ...paint });
  }

  addClass(id: string, name: string): void {
    this.#classes.push({ id, name });
  }

  style(id: string, paint: Paint): void {
    this.#styles.push({ id, paint });
  }

  /** @param at the offset of the diagram's first statement, for the error if it is empty */
  finish(type: GraphSpec['type'], at: number, length: number): GraphSpec | undefined {
    this.#drawEmptyGroups();
    if (this.#nodes.size === 0 && !this.source.hasFailed) {
      this.source.fail('diagram-syntax', at, length, 'there is nothing in this diagram');
    }
    if (this.source.hasFailed) return undefined;
    this.#applyPaints();
    const used = this.#usedGroups();
    const groups = [...this.#groups.values()]
      .filter(({ id }) => used.has(id))
      .map(({ at: _, ...group }) => group);
    const ends = new Set([...this.#nodes.keys(), ...used]);
    return {
      kind: 'graph',
      type,
      direction: this.direction,
      nodes: [...this.#nodes.values()],
      edges: this.edges.filter(({ from, to }) => ends.has(from) && ends.has(to)),
      groups,
    };
  }

  /** A group with a label that contains nothing becomes a box. */
  #drawEmptyGroups(): void {
    const used = new Set(this.#usedGroups());
    // The inner ones are opened after the outer ones.
    for (const { id, label, parent, at } of [...this.#groups.values()].reverse()) {
      if (used.has(id) || label === '') continue;
      this.#groups.delete(id);
      const node = this.node(id, at, 'rectangle', label);
      if (node && parent !== undefined) node.group = parent;
      for (let outer = parent; outer !== undefined && !used.has(outer); ) {
        used.add(outer);
        outer = this.#groups.get(outer)?.parent;
      }
    }
  }

  /** The groups that contain nodes. */
  #usedGroups(): ReadonlySet<string> {
    const used = new Set<string>();
    for (const { group } of this.#nodes.values()) {
      for (let id = group; id !== undefined && !used.has(id); ) {
        used.add(id);
        id = this.#groups.get(id)?.parent;
      }
    }
    return used;
  }

  #applyPaints(): void {
    const base = this.#paints.get('default');
    if (base) for (const node of this.#nodes.values()) node.paint = { ...base, ...node.paint };
    const named = this.#classes.map(({ id, name }) => ({
      id,
      paint: this.#paints.get(name) ?? {},
    }));
    for (const { id, paint } of [...named, ...this.#styles]) {
      const target = this.#nodes.get(id) ?? this.#groups.get(id);
      if (target) target.paint = { ...target.paint, ...paint };
    }
  }

  #refuse(at: number, length: number, limit: string): void {
    const message = `more than ${limit} in a diagram`;
    const hint = 'nobody reads so many from a slide: show a part, or divide it over several slides';
    this.source.fail('diagram-limit', at, length, message, hint);
  }
}

export function textCell(
  text: string,
  align: TextCell['align'] = 'middle',
  tone: TextCell['tone'] = 'plain',
  spans: readonly TextSpan[] = [],
): TextCell {
  return { kind: 'text', text, align, tone, ...(spans.length > 0 && { spans }) };
}

/** Cells in a column; a single cell needs none. */
export function column(cells: readonly Cell[], isRuled: boolean): Cell {
  const [first] = cells;
  return cells.length === 1 && first ? first : { kind: 'column', cells, isRuled };
}

export function readDirection(word: string): Direction | undefined {
  if (word === 'TD') return 'TB';
  return (['TB', 'BT', 'LR', 'RL'] as const).find((known) => known === word);
}
