import { didYouMean } from '../../../base/diagnostics/suggest.ts';
import type { DiagramReading } from '../../../model/diagram.ts';
import type { DiagramSource } from '../source.ts';
import { readLabel } from '../label.ts';
import { legacyReader } from './legacy.ts';
import { readClasses } from './graph/classes.ts';
import { readEntities } from './graph/entities.ts';
import { readFlowchart } from './graph/flowchart.ts';
import { MermaidSource } from './mermaid-source.ts';
import type { ReadType } from './reader.ts';
import { parseSequence } from './sequence.ts';
import { readStates } from './graph/states.ts';
import { prepareText } from './text.ts';
import { type MermaidType, mermaidTypes, typeOf } from './types.ts';

const readers: Partial<Readonly<Record<MermaidType, ReadType>>> = {
  flowchart: readFlowchart,
  sequenceDiagram: legacyReader(parseSequence),
  classDiagram: readClasses,
  stateDiagram: readStates,
  erDiagram: readEntities,
};

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

/** Reads a diagram in Mermaid's language. */
export async function readMermaid(problems: DiagramSource): Promise<DiagramReading | undefined> {
  const text = prepareText(problems.text);
  const source = new MermaidSource(problems, text);
  const type = typeOf(text.text);
  const read = type && readers[type];
  if (!read) {
    refuse(type, source);
    return undefined;
  }
  const { settings } = text;
  for (const { start, length } of settings.problems) {
    problems.ignore(start, length, 'these settings cannot be read', 'write them as YAML or JSON');
  }
  const reading = await read(source);
  if (!reading || problems.hasFailed) return undefined;
  const { spec, description } = reading;
  const title = readLabel(settings.title ?? reading.title ?? '');
  const name = readLabel(reading.name ?? '');
  return {
    spec,
    ...(title !== '' && { title }),
    ...(name !== '' && { name }),
    ...(description !== undefined && { alt: readLabel(description) }),
  };
}

function refuse(type: MermaidType | undefined, source: MermaidSource): void {
  const { problems, text } = source;
  const word = /[\w-]+|\S+/.exec(text.text);
  const name = word?.[0] ?? '';
  const at = source.offsetOf(word?.index ?? 0);
  if (name === '') {
    const hint = `begin with one of: ${offered.join(', ')}`;
    problems.fail('diagram-type', 0, 1, 'this diagram is empty', hint);
    return;
  }
  const instead = refused.get(name) ?? (type && refused.get(type));
  if (type !== undefined) {
    const message = `Mermaid draws "${name}" in a browser only`;
    problems.fail('diagram-type', at, name.length, message, instead);
    return;
  }
  const near = didYouMean(name, [
    ...mermaidTypes.map(([known]) => known),
    ...refused.keys(),
    'graph',
  ]);
  const hint = near === undefined ? `one of: ${offered.join(', ')}` : `did you mean "${near}"?`;
  problems.fail('diagram-type', at, name.length, `there is no diagram type "${name}"`, hint);
}
