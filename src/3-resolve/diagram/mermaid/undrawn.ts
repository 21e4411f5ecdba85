import { didYouMean } from '../../../base/diagnostics/suggest.ts';
import type { MermaidSource } from './mermaid-source.ts';
import { type MermaidType, mermaidTypes } from './types.ts';

const instead = {
  chart: 'a chart is written as ```chart',
  flowchart: 'write it as a flowchart',
  table: 'write it as a table',
} as const;

/** What to write instead of the types of diagrams that Lectern does not draw. */
const hints: Partial<Readonly<Record<MermaidType, string>>> = {
  sankey: 'write it as a flowchart LR, with the amounts on its lines',
  'swimlane-beta': 'write it as a flowchart with a subgraph for each lane',
  block: instead.flowchart,
  packet: instead.table,
  treemap: `${instead.chart} bar`,
  'treeView-beta': 'write it as a mindmap',
  ishikawa: 'write it as a mindmap',
  'venn-beta': instead.table,
  'wardley-beta': 'write it as a quadrantChart',
  'cynefin-beta': 'write it as a quadrantChart',
  eventmodeling: 'write it as a sequenceDiagram',
  'railroad-beta': instead.flowchart,
  zenuml: 'write it as a sequenceDiagram',
};

/** Names to offer, without other spellings. */
const offered = ['flowchart', 'sequenceDiagram', 'classDiagram', 'stateDiagram', 'erDiagram'];

/** Reports that a diagram has no type, or one that Lectern does not draw. */
export function refuseType(type: MermaidType | undefined, source: MermaidSource): void {
  const { problems, text } = source;
  const word = /[\w-]+|\S+/.exec(text.text);
  const name = word?.[0] ?? '';
  const at = source.offsetOf(word?.index ?? 0);
  if (name === '') {
    const hint = `begin with one of: ${offered.join(', ')}`;
    problems.fail('diagram-type', 0, 1, 'this diagram is empty', hint);
  } else if (type !== undefined) {
    const hint = hints[type];
    problems.leaveUndrawn(
      at,
      name.length,
      `Lectern does not draw "${name}", its source is shown`,
      hint,
    );
  } else {
    const near = didYouMean(name, [...mermaidTypes.map(([known]) => known), 'graph']);
    const hint = near === undefined ? `one of: ${offered.join(', ')}` : `did you mean "${near}"?`;
    problems.fail('diagram-type', at, name.length, `there is no diagram type "${name}"`, hint);
  }
}
