import type { DiagramReading } from '../../../model/diagram/diagram.ts';
import { spellFigures, withWords } from '../../../model/diagram/figures.ts';
import { readLabel } from '../label.ts';
import type { DiagramSource } from '../source.ts';
import { readJourney } from './boards/journey.ts';
import { readKanban } from './boards/kanban.ts';
import { readTimeline } from './boards/timeline.ts';
import { readPie } from './charts/pie.ts';
import { readQuadrants } from './charts/quadrants.ts';
import { readRadar } from './charts/radar.ts';
import { readXychart } from './charts/xychart.ts';
import { readGantt } from './gantt/gantt.ts';
import { readClasses } from './graph/classes.ts';
import { readEntities } from './graph/entities.ts';
import { readFlowchart } from './graph/flowchart.ts';
import { readStates } from './graph/states.ts';
import { MermaidSource } from './mermaid-source.ts';
import type { ReadType } from './reader.ts';
import { readSequence } from './sequence/sequence.ts';
import { readArchitecture } from './systems/architecture.ts';
import { readC4 } from './systems/c4.ts';
import { readCommits } from './systems/commits.ts';
import { readRequirements } from './systems/requirements.ts';
import { prepareText } from './text.ts';
import { readMindmap } from './trees/mindmap.ts';
import { type MermaidType, typeOf } from './types.ts';
import { refuseType } from './undrawn.ts';

const readers: Partial<Readonly<Record<MermaidType, ReadType>>> = {
  flowchart: readFlowchart,
  sequenceDiagram: readSequence,
  classDiagram: readClasses,
  stateDiagram: readStates,
  erDiagram: readEntities,
  requirementDiagram: readRequirements,
  C4Context: readC4,
  'architecture-beta': readArchitecture,
  gitGraph: readCommits,
  mindmap: readMindmap,
  kanban: readKanban,
  timeline: readTimeline,
  journey: readJourney,
  gantt: readGantt,
  pie: readPie,
  xychart: readXychart,
  quadrantChart: readQuadrants,
  'radar-beta': readRadar,
};

/** Reads a diagram in Mermaid's language. */
export async function readMermaid(problems: DiagramSource): Promise<DiagramReading | undefined> {
  const text = prepareText(problems.text);
  const source = new MermaidSource(problems, text);
  const type = typeOf(text.text);
  const read = type && readers[type];
  if (!read) {
    refuseType(type, source);
    return undefined;
  }
  const { settings } = text;
  for (const { start, length } of settings.problems) {
    problems.ignore(start, length, 'these settings cannot be read', 'write them as YAML or JSON');
  }
  warnOfTextColors(type, source);
  const reading = await read(source);
  if (!reading || problems.hasFailed) return undefined;
  const { spec, description } = reading;
  const { figures } = source;
  const words = (text: string) => spellFigures(readLabel(text), figures);
  const title = words(settings.title ?? reading.title ?? '');
  const name = words(reading.name ?? '');
  const isDrawn = spec.kind !== 'chart' && figures.length > 0;
  return {
    spec: isDrawn ? spec : withWords(spec, figures),
    ...(title !== '' && { title }),
    ...(name !== '' && { name }),
    ...(description !== undefined && { alt: words(description) }),
    ...(isDrawn && { figures }),
  };
}

/** Types of diagrams in which a statement can color a shape. */
const styled: ReadonlySet<MermaidType> = new Set([
  'flowchart',
  'classDiagram',
  'stateDiagram',
  'erDiagram',
  'requirementDiagram',
]);

/** Warns of tags that color a part of a text, each at its place. */
function warnOfTextColors(type: MermaidType, source: MermaidSource): void {
  const colored = /<(?:span|font|div|p|b|i|em|strong)\s[^<>]*\bcolor\b[^<>]*>/gi;
  for (const { 0: tag, index } of source.text.text.matchAll(colored)) {
    const message = 'the color of this text is left out';
    const hint = styled.has(type)
      ? 'color the text of the whole shape: style A color:#c00'
      : 'remove the tag';
    source.problems.ignore(source.offsetOf(index), tag.length, message, hint);
  }
}
