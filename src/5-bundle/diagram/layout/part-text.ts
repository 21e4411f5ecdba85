import type { Size } from '../shapes.ts';
import { findBackEdges } from './back-edges.ts';
import { loopsAt, roomOfLoops } from './loops.ts';
import type { Part, PartEdge } from './parts.ts';
import type { Sizes, Spacing } from './positions.ts';

/** Graphviz measures in inches of 72 points; a point is a pixel here. */
const inch = 72;
/** The distance of a group's frame to what is in it. */
export const groupPadding = 18;
/** Half the distance of groups. */
const groupDistance = 14;
/** The space for the edge from a group to itself. */
export const loopWidth = 40;

/** The names in Graphviz' language of what is in a part. Nothing of the author's is in it. */
export const nameOf = {
  box: (index: number): string => `box${index}`,
  group: (index: number): string => `cluster${index}`,
  /** The node in place of the label of an edge. */
  label: (edge: number): string => `label${edge}`,
};

/**
 * Writes a part in Graphviz' language: boxes of fixed sizes, and the labels of edges as nodes, so that edges run
 * through the middle of their labels and around those of others.
 *
 * @param inner the sizes of groups that are laid out by themselves
 * @param options where groups have their labels, and whether all of their boxes are ranked together
 */
export function writePart(
  part: Part,
  sizes: Sizes,
  inner: ReadonlyMap<string, Size>,
  spacing: Spacing,
  { headsAt, isGlobal }: { readonly headsAt: 'top' | 'bottom'; readonly isGlobal: boolean },
): string {
  const hasLabels = part.edges.some((edge) => isLabelNode(edge, sizes));
  const indexes = new Map(part.boxes.map(({ id }, index) => [id, index]));
  const boxName = (id: string): string => nameOf.box(indexes.get(id) ?? 0);
  const contentOf = (group: string | undefined): string => {
    const boxes = part.boxes.filter((box) => box.group === group);
    const labels = part.edges.filter((edge) => edge.group === group && isLabelNode(edge, sizes));
    return [
      ...boxes.map(({ id }) => node(boxName(id), sizes.nodes.get(id) ?? inner.get(id))),
      ...labels.map(({ index }) => node(nameOf.label(index), narrow(sizes.labels[index], spacing))),
      ...part.groups.map(({ id, parent }, index) =>
        parent === group
          ? cluster(
              index,
              sizes.heads.get(id),
              contentOf(id),
              part.loops.some(({ group: looped }) => looped === id),
            )
          : '',
      ),
    ].join('');
  };
  // Both halves of an edge with a label run the same way, so cycles are opened here.
  const back = findBackEdges(part);
  const edges = part.edges.map((each) => {
    const { index, edge, from, to } = each;
    const ends = [boxName(from), boxName(to)] as const;
    const [tail, head] = back.has(index) ? [ends[1], ends[0]] : ends;
    const minlen = edge.length * (hasLabels ? 2 : 1);
    if (from === to) {
      const loops = loopsAt(part, from);
      if (loops[0] !== each) return '';
      return `${tail}->${head}[e=${index},${tableLabel(roomOfLoops(loops, sizes, part))}];`;
    }
    if (!isLabelNode(each, sizes)) return `${tail}->${head}[e=${index},minlen=${minlen}];`;
    const middle = nameOf.label(index);
    return [
      `${tail}->${middle}[e=${index},minlen=${edge.length},weight=2];`,
      `${middle}->${head}[e=${index},minlen=${edge.length},weight=2];`,
    ].join('');
  });
  const ranks = spacing.ranks / (hasLabels ? 2 : 1);
  // Graphviz turns a drawing from bottom to top around with its labels.
  const isTop = (headsAt === 'top') !== (part.direction === 'BT');
  const ranking = isGlobal ? 'newrank=true;' : '';
  const ordering = isForest(part) ? 'ordering=out;' : '';
  const settings = `${ranking}${ordering}labelloc=${isTop ? 't' : 'b'};rankdir=${part.direction};nodesep=${inches(spacing.nodes)};ranksep=${inches(ranks)};`;
  const all = 'node[shape=box,fixedsize=true,label=""];edge[arrowhead=none];';
  return `digraph{${settings}${all}${contentOf(undefined)}${edges.join('')}}`;
}

/** Whether its boxes are trees, whose branches can be in source order without crossings. */
function isForest({ groups, edges }: Part): boolean {
  const ends = edges.filter(({ from, to }) => from !== to).map(({ to }) => to);
  return groups.length === 0 && new Set(ends).size === ends.length;
}

/** Whether the label of an edge is a node. */
export function isLabelNode({ index, from, to }: PartEdge, { labels }: Sizes): boolean {
  return from !== to && labels[index] !== undefined;
}

/** Labels may stand closer to others than boxes. */
function narrow(size: Size | undefined, { nodes }: Spacing): Size {
  const { width = 1, height = 1 } = size ?? {};
  return { width: Math.max(1, width - nodes / 2), height };
}

function node(name: string, size: Size | undefined): string {
  const { width = 1, height = 1 } = size ?? {};
  return `${name}[width=${inches(width)},height=${inches(height)}];`;
}

/** A group in an invisible one, which keeps its distance to others. */
function cluster(index: number, head: Size | undefined, content: string, hasLoop: boolean): string {
  const settings = `margin=${groupPadding};labeljust=l;${tableLabel(head, ';')}`;
  const distance = hasLoop ? loopWidth : groupDistance;
  const outer = `subgraph cluster_around${index}{margin=${distance};peripheries=0;label="";`;
  return `${outer}subgraph ${nameOf.group(index)}{${settings}${content}}}`;
}

/** A label without text, of a given size, as an attribute. */
function tableLabel(size: Size | undefined, end = ''): string {
  if (!size) return '';
  const [width, height] = [Math.ceil(size.width), Math.ceil(size.height)];
  const table = `<table border="0" fixedsize="true" width="${width}" height="${height}"><tr><td></td></tr></table>`;
  return `label=<${table}>${end}`;
}

function inches(pixels: number): number {
  return Math.round((pixels / inch) * 1e4) / 1e4;
}
