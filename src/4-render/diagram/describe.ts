import type { BoardSpec } from '../../model/diagram/board.ts';
import type { CommitSpec } from '../../model/diagram/commits.ts';
import type {
  Cell,
  DiagramSpec,
  GraphEdge,
  GraphNode,
  GraphSpec,
} from '../../model/diagram/diagram.ts';
import { type DotGraph, type DotLabel, textsOf } from '../../model/diagram/dot.ts';
import type { GanttSpec } from '../../model/diagram/gantt.ts';
import type { QuadrantSpec } from '../../model/diagram/quadrants.ts';
import type { SequenceEvent, SequenceMessage, SequenceSpec } from '../../model/diagram/sequence.ts';
import type { TreeSpec } from '../../model/diagram/tree.ts';
import { describeTask } from './describe-gantt.ts';

/** At most this many connections are described. */
const maxDescribed = 12;

/**
 * The text alternative of a diagram:
 *
 *     Flowchart: Client to API, API to Database “reads”; 3 boxes, 2 connections.
 */
export function describeDiagram(spec: DiagramSpec, title: string | undefined): string {
  const named = title === undefined ? '' : ` “${title}”`;
  switch (spec.kind) {
    case 'sequence':
      return describeSequence(spec, named);
    case 'graph':
      return describeGraph(spec, named);
    case 'tree':
      return describeTree(spec, named);
    case 'board':
      return describeBoard(spec, named);
    case 'quadrants':
      return describeQuadrants(spec, named);
    case 'commits':
      return describeCommits(spec, named);
    case 'gantt':
      return describeGantt(spec, named);
    case 'dot':
      return spec.graphs.map((graph) => describeDot(graph, named)).join(' ');
    default:
      return spec satisfies never;
  }
}

function describeGraph({ type, nodes, edges, groups }: GraphSpec, named: string): string {
  const names = new Map([
    ...nodes.map((node) => [node.id, nameOf(node, type)] as const),
    ...groups.map(({ id, label }) => [id, oneLine(label) || 'a group'] as const),
  ]);
  const shown = edges.filter(({ line }) => line !== 'invisible');
  const described = shown.slice(0, maxDescribed).map((edge) => describeEdge(edge, names));
  const alone = nodes.filter(({ id }) => edges.every(({ from, to }) => from !== id && to !== id));
  const others = alone.slice(0, maxDescribed).map((node) => names.get(node.id) ?? '');
  const parts = [...described, ...others].filter((part) => part !== '');
  const count = `${plural(nodes.length, 'box', 'boxes')}, ${plural(shown.length, 'connection', 'connections')}`;
  return `${capital(type)}${named}: ${parts.join(', ')}${shown.length > maxDescribed ? ', …' : ''}; ${count}.`;
}

function describeDot(graph: DotGraph, named: string): string {
  const names = graph.nodes.map(({ name, labels }) => dotLabel(labels.label) || name);
  const shown = graph.edges.filter(({ isInvisible }) => !isInvisible);
  const described = shown.slice(0, maxDescribed).map(({ from, to, hasTail, hasHead, labels }) => {
    const [first, second] = hasTail && !hasHead ? [to, from] : [from, to];
    const ends = [labels.taillabel, labels.headlabel].map(dotLabel);
    const counts = ends.some((end) => end !== '') ? ` (${ends.join(' : ')})` : '';
    const label = [labels.label, labels.xlabel].map(dotLabel).filter(Boolean).join(' ');
    const text = label === '' ? '' : ` “${label}”`;
    return `${names[first]} ${hasTail || hasHead ? 'to' : 'with'} ${names[second]}${counts}${text}`;
  });
  const ends = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
  const alone = names.filter((_, i) => !ends.has(i) && !graph.nodes[i]?.isInvisible);
  const parts = [...described, ...alone.slice(0, maxDescribed)];
  const boxes = graph.nodes.filter(({ isInvisible }) => !isInvisible).length;
  const count = `${plural(boxes, 'box', 'boxes')}, ${plural(shown.length, 'connection', 'connections')}`;
  return `Graph${named}: ${parts.join(', ')}${shown.length > maxDescribed ? ', …' : ''}; ${count}.`;
}

function dotLabel(label: DotLabel | undefined): string {
  const texts = textsOf(label)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '');
  const hasParts = label?.pieces.some(
    (piece) => typeof piece === 'string' && /[|]|<td/i.test(piece),
  );
  return oneLine(hasParts ? (texts[0] ?? '') : texts.join(' '));
}

function describeEdge(edge: GraphEdge, names: ReadonlyMap<string, string>): string {
  const { from, to, label, start, end, fromLabel, toLabel } = edge;
  const isBackward = end === 'none' && start !== 'none';
  const [first, second] = isBackward ? [to, from] : [from, to];
  const isPlain = start === 'none' && end === 'none';
  const counts = fromLabel || toLabel ? ` (${fromLabel ?? ''} : ${toLabel ?? ''})` : '';
  const text = label === undefined ? '' : ` “${oneLine(label)}”`;
  return `${names.get(first)} ${isPlain ? 'with' : 'to'} ${names.get(second)}${counts}${text}`;
}

function nameOf({ id, content, shape }: GraphNode, type: GraphSpec['type']): string {
  const name = oneLine(firstText(content));
  if (name !== '') return name;
  if (type === 'graph') return id;
  if (shape === 'dot') return 'start';
  if (shape === 'end') return 'end';
  return shape === 'bar' ? 'fork' : 'a choice';
}

/** The name of a node: its first strong text, or else its first text. */
function firstText(cell: Cell): string {
  return findText(cell, true) ?? findText(cell, false) ?? '';
}

function findText(cell: Cell, isStrong: boolean): string | undefined {
  if (cell.kind === 'text') {
    return cell.text !== '' && (!isStrong || cell.tone === 'strong') ? cell.text : undefined;
  }
  for (const inner of cell.cells) {
    const found = findText(inner, isStrong);
    if (found !== undefined) return found;
  }
  return undefined;
}

function describeSequence({ participants, events }: SequenceSpec, named: string): string {
  const names = new Map(participants.map(({ id, label }) => [id, oneLine(label)]));
  const messages = events.flatMap(messagesOf);
  const described = messages.slice(0, maxDescribed).map((message) => {
    const text = message.text === '' ? '' : ` “${oneLine(message.text)}”`;
    return `${names.get(message.from)} to ${names.get(message.to)}${text}`;
  });
  const list =
    described.length > 0
      ? `: ${described.join(', ')}${messages.length > maxDescribed ? ', …' : ''}`
      : '';
  const count = plural(messages.length, 'message', 'messages');
  return `Sequence diagram${named}: ${[...names.values()].join(', ')}; ${count}${list}.`;
}

function describeTree({ type, root }: TreeSpec, named: string): string {
  const branches = root.children.slice(0, maxDescribed).map(({ label, children }) => {
    const inner = children.map((child) => oneLine(child.label)).join(', ');
    return inner === '' ? oneLine(label) : `${oneLine(label)} (${inner})`;
  });
  const more = root.children.length > maxDescribed ? ', …' : '';
  const list = branches.length > 0 ? `: ${branches.join(', ')}${more}` : '';
  return `${capital(type)}${named}: ${oneLine(root.label)}${list}.`;
}

function describeBoard({ type, sections }: BoardSpec, named: string): string {
  const columns = sections.flatMap((section) => section.columns);
  const parts = columns.slice(0, maxDescribed).map(({ title, cards, score }) => {
    const inner = [
      ...(score === undefined ? [] : [`${score} of 5`]),
      ...cards.map(({ content }) => oneLine(firstText(content))),
    ].join(', ');
    return inner === '' ? oneLine(title) : `${oneLine(title)} (${inner})`;
  });
  const more = columns.length > maxDescribed ? ', …' : '';
  return `${capital(type)}${named}: ${parts.join(', ')}${more}.`;
}

function describeQuadrants({ quadrants, points }: QuadrantSpec, named: string): string {
  const described = points.slice(0, maxDescribed).map(({ label, x, y }) => {
    const quadrant = quadrants[y < 0.5 ? (x < 0.5 ? 2 : 3) : x < 0.5 ? 1 : 0];
    const place = quadrant === '' ? `${x}, ${y}` : oneLine(quadrant);
    return `${oneLine(label)} (${place})`;
  });
  const more = points.length > maxDescribed ? ', …' : '';
  const shown =
    described.length > 0 ? described : quadrants.filter((label) => label !== '').map(oneLine);
  return `Quadrant chart${named}: ${shown.join(', ')}${more}.`;
}

function describeCommits({ branches, commits }: CommitSpec, named: string): string {
  const labels = commits.flatMap(({ label, branch, tags }) => {
    const texts = [label, ...tags].filter((text) => text !== undefined);
    return texts.length === 0 ? [] : [`${oneLine(texts.join(', '))} (${branches[branch]})`];
  });
  const more = labels.length > maxDescribed ? ', …' : '';
  const list = labels.length > 0 ? `: ${labels.slice(0, maxDescribed).join(', ')}${more}` : '';
  const count = plural(commits.length, 'commit', 'commits');
  return `Git graph${named}: ${count} on ${branches.map(oneLine).join(', ')}${list}.`;
}

function describeGantt(spec: GanttSpec, named: string): string {
  // Nothing else says when a task is.
  return `Gantt chart${named}: ${spec.tasks.map((task) => describeTask(task, spec)).join('; ')}.`;
}

function messagesOf(event: SequenceEvent): readonly SequenceMessage[] {
  if (event.kind === 'message') return [event];
  if (event.kind !== 'frame') return [];
  return event.sections.flatMap(({ events }) => events.flatMap(messagesOf));
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
