import type { GraphSpec } from '../../../src/model/diagram/diagram.ts';

/** Nodes as `id shape text`, with `in group`. */
export function nodesOf({ nodes }: GraphSpec): readonly string[] {
  return nodes.map(({ id, shape, content, group }) => {
    const text = content.kind === 'text' ? content.text : '…';
    return [id, shape, JSON.stringify(text), ...(group === undefined ? [] : ['in', group])].join(
      ' ',
    );
  });
}

/** Edges as `from start line end to "label"`. */
export function edgesOf({ edges }: GraphSpec): readonly string[] {
  return edges.map(({ from, start, line, end, to, label }) =>
    [from, start, line, end, to, ...(label === undefined ? [] : [JSON.stringify(label)])].join(' '),
  );
}
