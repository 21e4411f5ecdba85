import type {
  Direction,
  GraphEdge,
  GraphGroup,
  GraphNode,
  GraphSpec,
  Paint,
} from '../../../../model/diagram/diagram.ts';
import { readDirection, textCell } from '../../cells.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { readTheme, type ThemePaints } from './theme.ts';

/** More would be unreadable on a slide and take long to lay out. */
const maxNodes = 100;
const maxEdges = 150;
const maxDepth = 8;

/** A graph as Mermaid has it. */
interface GraphDraft {
  readonly type: GraphSpec['type'];
  readonly direction: string | undefined;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly groups: readonly GraphGroup[];
}

/** Checks a graph, and puts its groups in order. */
export function finishGraph(draft: GraphDraft, source: MermaidSource): GraphSpec | undefined {
  const groups = inOrder(draft.groups);
  const used = usedGroups(draft.nodes, groups);
  const isEmpty = ({ id }: GraphGroup) => !used.has(id);
  // A group that contains nothing is a box, or the frame of such boxes.
  const boxes = groups.filter((group) => isEmpty(group) && !groups.some(isChildOf(group)));
  const nodes = [...draft.nodes, ...boxes.map(boxOf)];
  const kept = groups.filter((group) => !boxes.includes(group));
  const ids = new Set([...nodes, ...kept].map(({ id }) => id));
  const edges = draft.edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
  if (!isWithinLimits(nodes, edges, kept, source)) return undefined;
  if (nodes.length === 0) {
    source.fail(/\S.*/, 'there is nothing in this diagram');
    return undefined;
  }
  const direction: Direction = readDirection(draft.direction ?? '') ?? 'TB';
  const isTurnable = !statedDirection.test(source.text.text);
  const graph: GraphSpec = {
    kind: 'graph',
    type: draft.type,
    direction,
    ...(isTurnable && { isTurnable }),
    nodes,
    edges,
    groups: kept,
  };
  return withTheme(graph, readTheme(source.config));
}

/** The direction of a flowchart after its type, or of any graph on a line of its own. */
const statedDirection =
  /^\s*(?:flowchart|graph)\S*\s+(?:TB|TD|BT|LR|RL|[<>^v])|^\s*direction\s+\w/m;

/** Adds the colors of a theme under the author's own. */
function withTheme(graph: GraphSpec, { node, note, group, edge }: ThemePaints): GraphSpec {
  if (!node && !note && !group && !edge) return graph;
  const on = <T extends { readonly paint?: Paint }>(item: T, base: Paint | undefined): T =>
    base ? { ...item, paint: { ...base, ...item.paint } } : item;
  return {
    ...graph,
    nodes: graph.nodes.map((each) => {
      if (each.shape === 'dot' || each.shape === 'end' || each.shape === 'bar')
        return on(each, edge);
      return on(each, each.shape === 'note' ? note : node);
    }),
    edges: graph.edges.map((each) => on(each, edge)),
    groups: graph.groups.map((each) => on(each, group)),
  };
}

/** Each group once, after its parent, and otherwise in their order. */
function inOrder(groups: readonly GraphGroup[]): readonly GraphGroup[] {
  const known = new Map<string, GraphGroup>();
  for (const group of groups) if (!known.has(group.id)) known.set(group.id, group);
  const placed = new Map<string, GraphGroup>();
  const place = (group: GraphGroup, below: ReadonlySet<string>): void => {
    if (placed.has(group.id)) return;
    const parent = known.get(group.parent ?? '');
    const { parent: _, ...alone } = group;
    const isCircle = parent !== undefined && (below.has(parent.id) || parent.id === group.id);
    if (parent && !isCircle) place(parent, new Set([...below, group.id]));
    placed.set(group.id, parent && !isCircle ? group : alone);
  };
  for (const group of known.values()) place(group, new Set());
  return [...placed.values()];
}

function usedGroups(
  nodes: readonly GraphNode[],
  groups: readonly GraphGroup[],
): ReadonlySet<string> {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const used = new Set<string>();
  for (const { group } of nodes) {
    for (let id = group; id !== undefined && !used.has(id); id = parents.get(id)) used.add(id);
  }
  return used;
}

function isChildOf({ id }: GraphGroup): (group: GraphGroup) => boolean {
  return ({ parent }) => parent === id;
}

function boxOf({ id, label, labelSpans, parent, paint }: GraphGroup): GraphNode {
  const group = parent !== undefined && { group: parent };
  const content = textCell(label, 'middle', 'plain', labelSpans);
  return { id, shape: 'rectangle', content, ...group, ...(paint && { paint }) };
}

function isWithinLimits(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  groups: readonly GraphGroup[],
  source: MermaidSource,
): boolean {
  const hint = 'nobody reads so many from a slide: show a part, or divide it over several slides';
  const [node, edge] = [nodes[maxNodes], edges[maxEdges]];
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const depthOf = (id: string | undefined): number =>
    id === undefined ? 0 : 1 + depthOf(parents.get(id));
  const deep = groups.find(({ id }) => depthOf(id) > maxDepth);
  if (node) source.refuse(node.id, `more than ${maxNodes} boxes in a diagram`, hint);
  else if (edge) source.refuse(edge.from, `more than ${maxEdges} lines in a diagram`, hint);
  else if (deep) source.refuse(deep.id, `groups nested deeper than ${maxDepth} levels`);
  return !node && !edge && !deep;
}
