import type { EdgeEnd, GraphEdge } from '../../../../model/diagram/diagram.ts';
import type { DataEdge } from './graph-data.ts';
import { readRichLabel } from './rich-label.ts';

/**
 * A relation of classes or entities.
 *
 * @param ends ours, by Mermaid's names; others are plain
 */
export function relationEdge(edge: DataEdge, ends: Readonly<Record<string, EdgeEnd>>): GraphEdge {
  const endOf = (name = ''): EdgeEnd => ends[name] ?? 'none';
  return {
    from: edge.start,
    to: edge.end,
    line: edge.pattern === 'dashed' ? 'dashed' : 'solid',
    start: endOf(edge.arrowTypeStart),
    end: endOf(edge.arrowTypeEnd),
    length: 1,
    ...edgeLabel(edge.label),
  };
}

/** The label of an edge, with its bold and italic parts. */
export function edgeLabel(
  encoded = '',
  isMarkdown = true,
): Pick<GraphEdge, 'label' | 'labelSpans'> {
  const { text, spans } = readRichLabel(encoded, isMarkdown);
  return {
    ...(text !== '' && { label: text }),
    ...(spans.length > 0 && { labelSpans: spans }),
  };
}
