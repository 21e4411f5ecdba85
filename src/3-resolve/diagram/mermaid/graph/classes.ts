import type {
  Cell,
  GraphEdge,
  GraphGroup,
  GraphNode,
  GraphSpec,
  TextCell,
} from '../../../../model/diagram/diagram.ts';
import { column, textCell } from '../../cells.ts';
import { decodeMarks } from '../entity-marks.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import { explainClasses } from './errors/classes.ts';
import { finishGraph } from './finish.ts';
import { withAngles } from './generics.ts';
import type { DataEdge, DataNode, GraphData } from './graph-data.ts';
import { groupLabel } from './group-label.ts';
import { readLink, warnOfCallbacks } from './links.ts';
import { noteEdge, noteNode } from './notes.ts';
import { relationEdge } from './relations.ts';
import { joinLines, plainLabel, type RichText } from './rich-label.ts';
import { readStyles, withFont } from './styles.ts';

interface ClassMember {
  getDisplayDetails(): { readonly displayText: string };
  /** `*` for abstract and `$` for static ones. */
  readonly classifier: string;
}

interface ClassNode extends DataNode {
  /** What is in the angle brackets of a generic class. */
  readonly type?: string;
  readonly methods?: readonly ClassMember[];
  readonly members?: readonly ClassMember[];
  readonly annotations?: readonly string[];
  readonly cssClasses?: string;
  readonly styles?: readonly string[];
}

interface ClassDatabase extends MermaidDatabase {
  getData(): GraphData;
  getDirection(): string;
  getClass(id: string): ClassNode | undefined;
  readonly styleClasses: ReadonlyMap<string, { readonly styles: readonly string[] }>;
}

export const readClasses = readerOf<ClassDatabase>('class', convert, explainClasses);

function convert(db: ClassDatabase, source: MermaidSource): GraphSpec | undefined {
  const { nodes, edges } = db.getData();
  warnOfCallbacks(source);
  const groups = nodes.filter(({ isGroup }) => isGroup);
  const groupIds = new Set(groups.map(({ id }) => id));
  const groupOf = ({ parentId }: DataNode) =>
    parentId !== undefined && groupIds.has(parentId) ? parentId : undefined;
  const read = (node: DataNode): GraphNode => {
    const group = groupOf(node);
    if (node.shape === 'note')
      return noteNode(node.id, node.label ?? '', noteGroup(node, data) ?? group);
    if (node.shape !== 'classBox') return interfaceNode(node);
    return { ...classNode(node, db, source), ...(group !== undefined && { group }) };
  };
  const data = { nodes, edges };
  return finishGraph(
    {
      type: 'class diagram',
      direction: db.getDirection(),
      groups: groups.map(namespace),
      nodes: nodes.filter(({ isGroup }) => !isGroup).map(read),
      edges: edges.toSorted(notesLast).map((edge) => readEdge(edge, source)),
    },
    source,
  );
}

function namespace({ id, label = id, parentId }: DataNode): GraphGroup {
  return { id, ...groupLabel(label, true), ...(parentId !== undefined && { parent: parentId }) };
}

/** A note without a namespace of its own is in that of its class. */
function noteGroup({ id, parentId }: DataNode, { nodes, edges }: GraphData): string | undefined {
  const subject = edges.find(({ start }) => start === id)?.end;
  return parentId ?? nodes.find((node) => node.id === subject)?.parentId;
}

/** The end of a lollipop: a name without a box. */
function interfaceNode({ id, label = id }: DataNode): GraphNode {
  return { id, shape: 'plain', content: textCell(plainLabel(label)) };
}

function classNode(node: DataNode, db: ClassDatabase, source: MermaidSource): GraphNode {
  const found = db.getClass(node.id) ?? node;
  const { cssClasses = '', styles = [], tooltip } = found as ClassNode;
  // Mermaid adds a class only to what is written before its definition.
  const named = cssClasses.split(/\s+/).flatMap((name) => db.styleClasses.get(name)?.styles ?? []);
  const paint = readStyles([...named, ...styles], source);
  const link = readLink(node, source);
  return {
    id: node.id,
    shape: 'rectangle',
    content: withFont(cellOf(found as ClassNode), [...named, ...styles]),
    ...(paint && { paint }),
    ...(link && { link }),
    ...(tooltip && { tooltip: plainLabel(tooltip) }),
  };
}

function cellOf({
  id,
  label = id,
  type,
  annotations = [],
  members = [],
  methods = [],
}: ClassNode): Cell {
  const generic = type ? `<${withAngles(type)}>` : '';
  const title = textCell(`${plainLabel(label)}${generic}`, 'middle', 'strong');
  const notes = annotations.map((text) =>
    textCell(`«${plainLabel(text).trim()}»`, 'middle', 'muted'),
  );
  const lists = [members, methods].filter(({ length }) => length > 0).map(memberCell);
  return column([column([...notes, title], false), ...lists], true);
}

/** One line for each member; abstract ones are italic, static ones underlined. */
function memberCell(members: readonly ClassMember[]): TextCell {
  const lines = members.map((member): RichText => {
    const text = memberText(member);
    const style = ({ '*': 'emphasis', $: 'underlined' } as const)[member.classifier];
    const isStyled = style !== undefined && text !== '';
    return { text, spans: isStyled ? [{ start: 0, end: text.length, style }] : [] };
  });
  const { text, spans } = joinLines(lines);
  return textCell(text, 'start', 'plain', spans);
}

function memberText(member: ClassMember): string {
  const text = decodeMarks(member.getDisplayDetails().displayText);
  return plainLabel(text.replace(/\) : /, '): ')).replaceAll('\n', ' ');
}

function notesLast(a: DataEdge, b: DataEdge): number {
  return Number(isNote(a)) - Number(isNote(b));
}

function isNote({ id }: DataEdge): boolean {
  return id.startsWith('edgeNote');
}

function readEdge(edge: DataEdge, source: MermaidSource): GraphEdge {
  if (isNote(edge)) return noteEdge(edge.end, edge.start);
  const [from, to] = [edge.startLabelRight, edge.endLabelLeft].map((label) =>
    plainLabel(label ?? ''),
  );
  const paint = readStyles(typeof edge.style === 'object' ? edge.style : [], source);
  return {
    ...relationEdge(edge, ends),
    ...(from && { fromLabel: from }),
    ...(to && { toLabel: to }),
    ...(paint && { paint }),
  };
}

const ends = {
  extension: 'triangle',
  composition: 'diamond',
  aggregation: 'hollow-diamond',
  dependency: 'vee',
  lollipop: 'hollow-circle',
} as const;
