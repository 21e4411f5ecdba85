import { suggest } from '../../../../base/diagnostics/suggest.ts';
import type {
  EdgeEnd,
  GraphEdge,
  GraphGroup,
  GraphNode,
  GraphSpec,
  LineStyle,
} from '../../../../model/diagram/diagram.ts';
import { column, readDirection, textCell } from '../../cells.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import { setting } from '../settings.ts';
import { explainFlowchart } from './errors/flowchart.ts';
import { finishGraph } from './finish.ts';
import { type DataEdge, type DataNode, type GraphData, stylesOf } from './graph-data.ts';
import { groupLabel } from './group-label.ts';
import { readLink, warnOfCallbacks } from './links.ts';
import { readPicture } from './picture.ts';
import { edgeLabel } from './relations.ts';
import { readRichLabel } from './rich-label.ts';
import { shapeNamed, shapeNames, textless } from './shapes.ts';
import { readStyles, withFont } from './styles.ts';

interface FlowDatabase extends MermaidDatabase {
  getData(): GraphData;
  getDirection(): string | undefined;
}

export const readFlowchart = readerOf<FlowDatabase>('flowchart', convert, explainFlowchart);

function convert(db: FlowDatabase, source: MermaidSource): GraphSpec | undefined {
  const { nodes, edges } = db.getData();
  warnOfCallbacks(source);
  // Mermaid puts the groups first, the last one in front.
  const groups = nodes.filter(({ isGroup }) => isGroup).toReversed();
  const boxes = nodes.filter(({ isGroup }) => !isGroup);
  const groupIds = new Set(groups.map(({ id }) => id));
  return finishGraph(
    {
      type: 'flowchart',
      direction: db.getDirection(),
      groups: groups.map((group) => readGroup(group, source)),
      nodes: boxes.map((node) => readNode(node, groupIds, source)),
      edges: edges.map((edge) => readEdge(edge, source)),
    },
    source,
  );
}

function readGroup(group: DataNode, source: MermaidSource): GraphGroup {
  const { id, parentId, label = '', labelType, dir = '' } = group;
  const direction = readDirection(dir);
  const paint = readStyles(stylesOf(group), source);
  return {
    id,
    ...groupLabel(label, labelType === 'markdown'),
    ...(parentId !== undefined && { parent: parentId }),
    ...(direction && { direction }),
    ...(paint && { paint }),
  };
}

function readNode(node: DataNode, groups: ReadonlySet<string>, source: MermaidSource): GraphNode {
  const { id, parentId, label = '', labelType, shape: name = 'rect', tooltip } = node;
  const isCollapsed = name === 'collapsedGroup';
  const shape = isCollapsed ? 'rounded' : shapeNamed(name);
  if (!shape && !/^(?:icon|image)/.test(name)) {
    source.fail(name, `there is no shape "${name}"`, suggest(name, shapeNames));
  }
  const rich = readRichLabel(label, labelType === 'markdown');
  const picture = readPicture(node, source);
  const paint = readStyles(stylesOf(node), source);
  const link = readLink(node, source);
  const isTextless = shape !== undefined && textless.has(shape);
  if (isTextless && rich.text !== '' && rich.text !== id) {
    source.ignore(label, `the text of the shape "${name}" is not drawn`);
  }
  const text = withFont(
    textCell(isTextless ? '' : rich.text, 'middle', 'plain', rich.spans),
    stylesOf(node),
  );
  return {
    id,
    shape: shape ?? 'rectangle',
    content: isCollapsed ? column([text, textCell('•••', 'middle', 'muted')], true) : text,
    ...(picture && { picture }),
    ...(parentId !== undefined && groups.has(parentId) && { group: parentId }),
    ...(paint && { paint }),
    ...(link && { link }),
    ...(tooltip && { tooltip: readRichLabel(tooltip, false).text }),
  };
}

function readEdge(edge: DataEdge, source: MermaidSource): GraphEdge {
  const { start, end, label = '', labelType, minlen = 1 } = edge;
  const styles = [...(edge.cssCompiledStyles ?? []), ...(edge.style ?? [])];
  const paint = readStyles(
    styles.filter((style) => !/^\s*fill\s*:/.test(style)),
    source,
  );
  const curve = curveNamed(curveOf(edge, source));
  return {
    from: start,
    to: end,
    line: lineOf(edge),
    start: endNamed(edge.arrowTypeStart),
    end: endNamed(edge.arrowTypeEnd),
    length: Math.max(1, minlen),
    ...edgeLabel(label, labelType === 'markdown'),
    ...(curve && { curve }),
    ...(paint && { paint }),
  };
}

function lineOf({ thickness }: DataEdge): LineStyle {
  if (thickness === 'thick' || thickness === 'dotted' || thickness === 'invisible')
    return thickness;
  return 'solid';
}

function endNamed(name = 'none'): EdgeEnd {
  switch (name) {
    case 'arrow_point':
      return 'arrow';
    case 'arrow_circle':
      return 'circle';
    case 'arrow_cross':
      return 'cross';
    default:
      return 'none';
  }
}

/** The curve of the edge itself, or of the settings; Mermaid's own default is `basis`. */
function curveOf({ curve }: DataEdge, { config }: MermaidSource): unknown {
  return curve === undefined || curve === 'basis' ? setting(config, 'flowchart.curve') : curve;
}

/** Mermaid's curves are d3's; those with bends of their own are smooth here. */
function curveNamed(name: unknown): GraphEdge['curve'] {
  if (name === 'linear') return 'straight';
  return typeof name === 'string' && name.startsWith('step') ? 'stepped' : undefined;
}
