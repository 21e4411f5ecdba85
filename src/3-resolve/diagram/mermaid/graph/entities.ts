import type { Cell, GraphNode, GraphSpec } from '../../../../model/diagram/diagram.ts';
import { column, textCell } from '../../cells.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import { explainEntities } from './errors/entities.ts';
import { finishGraph } from './finish.ts';
import { withAngles } from './generics.ts';
import type { DataNode, GraphData } from './graph-data.ts';
import { relationEdge } from './relations.ts';
import { joinLines, type RichText, readRichLabel } from './rich-label.ts';
import { readStyles, withFont } from './styles.ts';

interface Attribute {
  readonly type: string;
  readonly name: string;
  readonly keys: readonly string[];
  readonly comment: string;
}

interface EntityNode extends DataNode {
  readonly alias?: string;
  readonly attributes?: readonly Attribute[];
}

interface EntityDatabase extends MermaidDatabase {
  getData(): GraphData;
  getDirection(): string;
}

export const readEntities = readerOf<EntityDatabase>('er', convert, explainEntities);

function convert(db: EntityDatabase, source: MermaidSource): GraphSpec | undefined {
  const { nodes, edges } = db.getData();
  return finishGraph(
    {
      type: 'entity diagram',
      direction: db.getDirection(),
      groups: [],
      nodes: nodes.map((node) => readEntity(node, source)),
      edges: edges.map((edge) => relationEdge(edge, ends)),
    },
    source,
  );
}

function readEntity(node: EntityNode, source: MermaidSource): GraphNode {
  const { id, cssCompiledStyles = [], cssStyles = [] } = node;
  const styles = [...cssCompiledStyles, ...cssStyles];
  const paint = readStyles(styles, source);
  return {
    id,
    shape: 'rectangle',
    content: withFont(cellOf(node), styles),
    ...(paint && { paint }),
  };
}

function cellOf({ label = '', alias, attributes = [] }: EntityNode): Cell {
  const { text, spans } = readRichLabel(alias || label, true);
  const title = textCell(text, 'middle', 'strong', spans);
  if (attributes.length === 0) return title;
  const rows = attributes.map(({ type, name, keys, comment }) => [
    readPart(withAngles(name)),
    readPart(withAngles(type)),
    { text: keys.join(', '), spans: [] },
    readPart(comment),
  ]);
  const columns = [0, 1, 2, 3].flatMap((index) => {
    const parts = rows.map((row) => row[index] ?? { text: '', spans: [] });
    if (parts.every(({ text: part }) => part === '')) return [];
    const lines = joinLines(parts);
    return [textCell(lines.text, 'start', index === 0 ? 'plain' : 'muted', lines.spans)];
  });
  return column([title, { kind: 'row', cells: columns, isRuled: false }], true);
}

/** A part of an attribute, on one line. */
function readPart(encoded: string): RichText {
  const { text, spans } = readRichLabel(encoded, true);
  return { text: text.replaceAll('\n', ' '), spans };
}

const ends = {
  only_one: 'one',
  zero_or_one: 'zero-one',
  one_or_more: 'many',
  zero_or_more: 'zero-many',
} as const;
