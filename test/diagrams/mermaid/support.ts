import { readDiagram } from '../../../src/3-resolve/diagram/read-diagram.ts';
import type { DiagramReading, GraphSpec } from '../../../src/model/diagram.ts';

/** Reads a Mermaid diagram that has no errors and no warnings. */
export async function read(text: string): Promise<DiagramReading> {
  const { reading, problems } = await readDiagram('mermaid', text);
  if (problems.length > 0 || !reading) throw new Error(JSON.stringify(problems));
  return reading;
}

export async function readGraph(text: string): Promise<GraphSpec> {
  const { spec } = await read(text);
  if (spec.kind !== 'graph') throw new Error(spec.kind);
  return spec;
}

/** The problems of a diagram: line, column, what is marked, message and hint. */
export async function problemsOf(text: string): Promise<readonly string[]> {
  const { problems } = await readDiagram('mermaid', text);
  return problems.map(({ start, length, message, hint }) => {
    const before = text.slice(0, start).split('\n');
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    const marked = text.slice(start, start + length).trimEnd();
    return `${place} ${marked} | ${message}${hint === undefined ? '' : ` | ${hint}`}`;
  });
}

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
