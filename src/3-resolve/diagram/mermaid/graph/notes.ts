import type { GraphEdge, GraphNode } from '../../../../model/diagram/diagram.ts';
import { textCell } from '../../cells.ts';
import { readRichLabel } from './rich-label.ts';

/** A note, in the group of what it belongs to. */
export function noteNode(id: string, text: string, group: string | undefined): GraphNode {
  const { text: plain, spans } = readRichLabel(text, true);
  const content = textCell(plain, 'middle', 'plain', spans);
  return { id, shape: 'note', content, ...(group !== undefined && { group }) };
}

/** The line between a note and what it belongs to. */
export function noteEdge(from: string, to: string): GraphEdge {
  return { from, to, line: 'dotted', start: 'none', end: 'none', length: 1 };
}
