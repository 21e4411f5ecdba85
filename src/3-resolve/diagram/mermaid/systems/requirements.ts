import type { Cell, GraphEdge, GraphNode, GraphSpec } from '../../../../model/diagram/diagram.ts';
import { column, textCell } from '../../cells.ts';
import { readLabel } from '../../label.ts';
import { finishGraph } from '../graph/finish.ts';
import { joinLines, moveSpans, readRichLabel } from '../graph/rich-label.ts';
import { readStyles } from '../graph/styles.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import { explainRequirements } from './requirement-errors.ts';

interface RequirementDatabase extends MermaidDatabase {
  getRequirements(): ReadonlyMap<string, Requirement>;
  getElements(): ReadonlyMap<string, Element>;
  getRelationships(): readonly Relation[];
  getDirection(): string;
}

interface Styled {
  readonly cssStyles: readonly string[];
}

interface Requirement extends Styled {
  readonly name: string;
  readonly type: string;
  readonly requirementId: string;
  readonly text: string;
  readonly risk: string;
  readonly verifyMethod: string;
}

interface Element extends Styled {
  readonly name: string;
  readonly type: string;
  readonly docRef: string;
}

interface Relation {
  readonly type: string;
  readonly src: string;
  readonly dst: string;
}

export const readRequirements = readerOf<RequirementDatabase>(
  'requirement',
  convert,
  explainRequirements,
);

function convert(database: RequirementDatabase, source: MermaidSource): GraphSpec | undefined {
  const requirements = [...database.getRequirements().values()].map((each) =>
    nodeOf(
      each,
      each.type,
      [
        ['ID', each.requirementId],
        ['Text', each.text],
        ['Risk', each.risk],
        ['Verification', each.verifyMethod],
      ],
      source,
    ),
  );
  const elements = [...database.getElements().values()].map((each) =>
    nodeOf(
      each,
      'Element',
      [
        ['Type', each.type],
        ['Doc Ref', each.docRef],
      ],
      source,
    ),
  );
  const nodes = [...requirements, ...elements];
  const edges = database.getRelationships().map(edgeOf);
  warnOfUnknownEnds(nodes, edges, source);
  const direction = database.getDirection();
  return finishGraph({ type: 'requirement diagram', direction, nodes, edges, groups: [] }, source);
}

function nodeOf(
  { name, cssStyles }: Styled & { readonly name: string },
  type: string,
  fields: readonly (readonly [name: string, value: string])[],
  source: MermaidSource,
): GraphNode {
  const head = [
    textCell(`«${type}»`, 'middle', 'muted'),
    textCell(readLabel(name), 'middle', 'strong'),
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => {
      const { text, spans } = readRichLabel(value, true);
      const lead = `${key}: `;
      return { text: lead + text, spans: moveSpans(spans, lead.length) };
    });
  const { text, spans } = joinLines(lines);
  const body = lines.length > 0 ? [textCell(text, 'start', 'plain', spans)] : [];
  const parts: Cell[] = [column(head, false), ...body];
  const paint = readStyles(cssStyles, source);
  return { id: name, shape: 'rectangle', content: column(parts, true), ...(paint && { paint }) };
}

function edgeOf({ type, src, dst }: Relation): GraphEdge {
  const contains = type === 'contains';
  return {
    from: src,
    to: dst,
    label: `«${type}»`,
    line: contains ? 'solid' : 'dashed',
    start: contains ? 'hollow-circle' : 'none',
    end: contains ? 'none' : 'vee',
    length: 1,
  };
}

/** Mermaid leaves out relations of names that are not declared. */
function warnOfUnknownEnds(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  source: MermaidSource,
): void {
  const known = new Set(nodes.map(({ id }) => id));
  for (const id of edges.flatMap(({ from, to }) => [from, to])) {
    if (known.has(id)) continue;
    const hint = 'declare it as a requirement or an element';
    source.ignore(
      id,
      `there is no requirement or element "${id}", so its relations are not drawn`,
      hint,
    );
  }
}
