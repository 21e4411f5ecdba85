import { didYouMean } from '../../../base/diagnostics/suggest.ts';
import type { DiagramSpec } from '../../../model/diagram.ts';
import { readLabel } from '../label.ts';
import { type DiagramSource, readLines, type Statement } from '../source.ts';
import { parseClasses } from './classes.ts';
import { parseEntities } from './entities.ts';
import { parseFlowchart } from './flowchart.ts';
import { parseSequence } from './sequence.ts';
import { parseStates } from './states.ts';

type ParseMermaid = (
  first: Statement,
  lines: readonly Statement[],
  source: DiagramSource,
) => DiagramSpec | undefined;

const types: ReadonlyMap<string, ParseMermaid> = new Map<string, ParseMermaid>([
  ['flowchart', parseFlowchart],
  ['graph', parseFlowchart],
  ['flowchart-elk', parseFlowchart],
  ['sequenceDiagram', parseSequence],
  ['classDiagram', parseClasses],
  ['classDiagram-v2', parseClasses],
  ['stateDiagram', parseStates],
  ['stateDiagram-v2', parseStates],
  ['erDiagram', parseEntities],
]);

/** Names to offer, without older spellings. */
const offered = ['flowchart', 'sequenceDiagram', 'classDiagram', 'stateDiagram', 'erDiagram'];

const asChart = 'a chart is written as ```chart';
/** Diagram types that only Mermaid itself draws, in a browser, and what to write instead. */
const refused: ReadonlyMap<string, string> = new Map([
  ['pie', `${asChart} pie`],
  ['xychart', `${asChart} bar, or \`\`\`chart line`],
  ['xychart-beta', `${asChart} bar, or \`\`\`chart line`],
  ['quadrantChart', `${asChart} scatter`],
  ['radar-beta', `${asChart} radar`],
  ['gantt', 'a table, or ```chart bar with "horizontal: true", shows what happens when'],
  ['timeline', 'a table shows what happened when'],
  ['mindmap', 'write it as a flowchart'],
  ['gitGraph', 'write it as a flowchart LR'],
  ['journey', 'write it as a flowchart LR'],
  ['sankey', 'write it as a flowchart LR, with the amounts on its lines'],
  ['sankey-beta', 'write it as a flowchart LR, with the amounts on its lines'],
  ['requirementDiagram', 'write it as a classDiagram'],
  ['C4Context', 'write it as a flowchart with subgraphs'],
  ['C4Container', 'write it as a flowchart with subgraphs'],
  ['C4Component', 'write it as a flowchart with subgraphs'],
  ['C4Dynamic', 'write it as a sequenceDiagram'],
  ['C4Deployment', 'write it as a flowchart with subgraphs'],
  ['block', 'write it as a flowchart'],
  ['block-beta', 'write it as a flowchart'],
  ['architecture-beta', 'write it as a flowchart with subgraphs'],
  ['kanban', 'write it as a flowchart with subgraphs'],
  ['packet', 'write it as a table'],
  ['packet-beta', 'write it as a table'],
  ['zenuml', 'write it as a sequenceDiagram'],
  ['treemap', `${asChart} bar`],
  ['treemap-beta', `${asChart} bar`],
]);

/** A parsed diagram, with its own title and text alternative. */
export interface Mermaid {
  readonly spec: DiagramSpec;
  readonly title?: string;
  readonly alt?: string;
}

/** Reads a diagram in Mermaid's language. */
export function parseMermaid(source: DiagramSource): Mermaid | undefined {
  const { lines, ...words } = extractTitle(readLines(source));
  const [first, ...rest] = lines;
  if (!first) {
    const hint = `begin with one of: ${offered.join(', ')}`;
    source.fail('diagram-type', 0, 1, 'this diagram is empty', hint);
    return undefined;
  }
  const name = /^[\w-]+/.exec(first.text)?.[0] ?? first.text;
  const parse = types.get(name);
  if (!parse) refuse(name, first.start, source);
  const spec = parse?.(first, rest, source);
  return spec && !source.hasFailed ? { spec, ...words } : undefined;
}

function refuse(name: string, at: number, source: DiagramSource): void {
  const instead = refused.get(name);
  if (instead !== undefined) {
    const message = `Mermaid draws "${name}" in a browser only`;
    source.fail('diagram-type', at, name.length, message, instead);
    return;
  }
  const near = didYouMean(name, [...types.keys(), ...refused.keys()]);
  const hint = near === undefined ? `one of: ${offered.join(', ')}` : `did you mean "${near}"?`;
  source.fail('diagram-type', at, name.length, `there is no diagram type "${name}"`, hint);
}

/**
 * Extracts the title and the text alternative: `accTitle:`, `accDescr:`, and `title:` in the front matter and in
 * sequence diagrams.
 */
function extractTitle(all: readonly Statement[]) {
  const words: { title?: string; alt?: string } = {};
  const frontMatterEnd =
    all[0]?.text === '---' ? all.findIndex(({ text }, i) => i > 0 && text === '---') : -1;
  const isSequence = all[frontMatterEnd + 1]?.text.startsWith('sequenceDiagram') === true;
  const lines = all.filter(({ text }, index) => {
    const [, key, value = ''] = /^(title|accTitle|accDescr)\s*:\s*(.+)$/.exec(text) ?? [];
    const isFrontMatter = index <= frontMatterEnd;
    const [, own] = (isSequence && /^title(?:\s*:)?\s+([^;]+)$/.exec(text)) || [];
    if (own !== undefined && words.title === undefined) words.title = readLabel(own);
    else if (key === 'accDescr') words.alt = value;
    else if (key === 'accTitle' || (key === 'title' && isFrontMatter)) words.title ??= value;
    else return !isFrontMatter;
    return false;
  });
  return { lines, ...words };
}
