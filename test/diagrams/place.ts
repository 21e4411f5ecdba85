import { layOut } from '../../src/5-bundle/diagram/layout/layout.ts';
import type { Box, Point } from '../../src/5-bundle/diagram/svg.ts';
import type {
  Direction,
  GraphEdge,
  GraphGroup,
  GraphSpec,
} from '../../src/model/diagram/diagram.ts';

export const size = { width: 100, height: 40 };
export const head = { width: 60, height: 20 };

/** @param nodes names, after the name of their group if they have one: `group/name` */
export function graph(
  nodes: readonly string[],
  edges: readonly (readonly [from: string, to: string, label?: string])[],
  groups: readonly Partial<GraphGroup>[] = [],
): GraphSpec {
  return {
    kind: 'graph',
    type: 'flowchart',
    direction: 'TB',
    nodes: nodes.map((name) => {
      const [id = '', group] = name.split('/').reverse();
      const content = { kind: 'text', text: id, align: 'middle', tone: 'plain' } as const;
      return { id, shape: 'rectangle', content, ...(group !== undefined && { group }) };
    }),
    edges: edges.map(([from, to, label]): GraphEdge => {
      const own = { line: 'solid', start: 'none', end: 'arrow', length: 1 } as const;
      return { from, to, ...own, ...(label !== undefined && { label }) };
    }),
    groups: groups.map((group) => ({ id: '', label: 'A group', ...group })),
  };
}

export async function place(spec: GraphSpec, direction: Direction = 'TB') {
  const layout = await layOut(
    spec,
    {
      nodes: new Map(spec.nodes.map(({ id }) => [id, size])),
      heads: new Map(spec.groups.map(({ id }) => [id, head])),
      labels: spec.edges.map(({ label }) => (label === undefined ? undefined : head)),
    },
    direction,
    { nodes: 40, ranks: 56 },
  );
  const node = (id: string): Point => centerOf(layout.nodes.get(id));
  const group = (id: string): Box => layout.groups.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { ...layout, node, group };
}

function centerOf(box: Box | undefined): Point {
  if (!box) throw new Error('there is no such box');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export function overlap(one: Box, other: Box): boolean {
  const isApart = (a: number, b: number, c: number, d: number) => a + b <= c || c + d <= a;
  return !(
    isApart(one.x, one.width, other.x, other.width) ||
    isApart(one.y, one.height, other.y, other.height)
  );
}
