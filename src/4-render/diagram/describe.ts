import type { Words } from '../../base/words/types.ts';
import { capitalize, fill, wordsIn, writeCount } from '../../base/words/words.ts';
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

/** The words of the deck's language, and the title as it follows the name of the kind. */
interface Named {
  readonly words: Words;
  readonly title: string;
}

/** At most this many connections are described. */
const maxDescribed = 12;

/**
 * The text alternative of a diagram:
 *
 *     Flowchart: Client to API, API to Database “reads”; 3 boxes, 2 connections.
 */
export function describeDiagram(
  spec: DiagramSpec,
  title: string | undefined,
  lang: string,
): string {
  const words = wordsIn(lang);
  const named: Named = { words, title: title === undefined ? '' : ` ${fill(words.quote, title)}` };
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

function describeGraph({ type, nodes, edges, groups }: GraphSpec, named: Named): string {
  const { words } = named;
  const names = new Map([
    ...nodes.map((node) => [node.id, nameOf(node, type, words)] as const),
    ...groups.map(({ id, label }) => [id, oneLine(label) || words.diagram.group] as const),
  ]);
  const shown = edges.filter(({ line }) => line !== 'invisible');
  const described = shown.slice(0, maxDescribed).map((edge) => describeEdge(edge, names, words));
  const alone = nodes.filter(({ id }) => edges.every(({ from, to }) => from !== id && to !== id));
  const others = alone.slice(0, maxDescribed).map((node) => names.get(node.id) ?? '');
  const parts = [...described, ...others].filter((part) => part !== '');
  const all = shorten(parts, shown.length, words);
  return sentence(type, named, [all, writeCounts(nodes.length, shown.length, words)]);
}

function describeDot(graph: DotGraph, named: Named): string {
  const { words } = named;
  const names = graph.nodes.map(({ name, labels }) => dotLabel(labels.label) || name);
  const shown = graph.edges.filter(({ isInvisible }) => !isInvisible);
  const described = shown.slice(0, maxDescribed).map(({ from, to, hasTail, hasHead, labels }) => {
    const [first, second] = hasTail && !hasHead ? [to, from] : [from, to];
    const ends = [labels.taillabel, labels.headlabel].map(dotLabel);
    const counts = ends.some((end) => end !== '') ? ` (${ends.join(' : ')})` : '';
    const label = [labels.label, labels.xlabel].map(dotLabel).filter(Boolean).join(' ');
    const text = label === '' ? '' : ` ${fill(words.quote, label)}`;
    const connected = hasTail || hasHead ? words.diagram.edge : words.diagram.link;
    return fill(connected, names[first] ?? '', names[second]) + counts + text;
  });
  const ends = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
  const alone = names.filter((_, i) => !ends.has(i) && !graph.nodes[i]?.isInvisible);
  const parts = [...described, ...alone.slice(0, maxDescribed)];
  const boxes = graph.nodes.filter(({ isInvisible }) => !isInvisible).length;
  const all = shorten(parts, shown.length, words);
  return sentence('graph', named, [all, writeCounts(boxes, shown.length, words)]);
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

function describeEdge(edge: GraphEdge, names: ReadonlyMap<string, string>, words: Words): string {
  const { from, to, label, start, end, fromLabel, toLabel } = edge;
  const isBackward = end === 'none' && start !== 'none';
  const [first, second] = isBackward ? [to, from] : [from, to];
  const isPlain = start === 'none' && end === 'none';
  const counts = fromLabel || toLabel ? ` (${fromLabel ?? ''} : ${toLabel ?? ''})` : '';
  const text = label === undefined ? '' : ` ${fill(words.quote, oneLine(label))}`;
  const connected = isPlain ? words.diagram.link : words.diagram.edge;
  return fill(connected, names.get(first) ?? '', names.get(second)) + counts + text;
}

function nameOf(
  { id, content, shape }: GraphNode,
  type: GraphSpec['type'],
  { diagram }: Words,
): string {
  const name = oneLine(firstText(content));
  if (name !== '') return name;
  if (type === 'graph') return id;
  if (shape === 'dot') return diagram.start;
  if (shape === 'end') return diagram.end;
  return shape === 'bar' ? diagram.fork : diagram.choice;
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

function describeSequence({ participants, events }: SequenceSpec, named: Named): string {
  const { words } = named;
  const names = new Map(participants.map(({ id, label }) => [id, oneLine(label)]));
  const messages = events.flatMap(messagesOf);
  const described = messages.slice(0, maxDescribed).map((message) => {
    const text = message.text === '' ? '' : ` ${fill(words.quote, oneLine(message.text))}`;
    const ends = [names.get(message.from) ?? '', names.get(message.to) ?? ''] as const;
    return fill(words.diagram.edge, ...ends) + text;
  });
  const count = writeCount(messages.length, words.counts.messages, words);
  const list = afterColon(shorten(described, messages.length, words), words);
  return sentence('sequence diagram', named, [[...names.values()].join(words.list), count + list]);
}

function describeTree({ type, root }: TreeSpec, named: Named): string {
  const { words } = named;
  const branches = root.children.slice(0, maxDescribed).map(({ label, children }) => {
    const inner = children.map((child) => oneLine(child.label)).join(words.list);
    return inner === '' ? oneLine(label) : `${oneLine(label)} (${inner})`;
  });
  const list = afterColon(shorten(branches, root.children.length, words), words);
  return sentence(type, named, [oneLine(root.label) + list]);
}

function describeBoard({ type, sections }: BoardSpec, named: Named): string {
  const { words } = named;
  const columns = sections.flatMap((section) => section.columns);
  const parts = columns.slice(0, maxDescribed).map(({ title, cards, score }) => {
    const inner = [
      ...(score === undefined ? [] : [fill(words.diagram.score, score)]),
      ...cards.map(({ content }) => oneLine(firstText(content))),
    ].join(words.list);
    return inner === '' ? oneLine(title) : `${oneLine(title)} (${inner})`;
  });
  return sentence(type, named, [shorten(parts, columns.length, words)]);
}

function describeQuadrants({ quadrants, points }: QuadrantSpec, named: Named): string {
  const described = points.slice(0, maxDescribed).map(({ label, x, y }) => {
    const quadrant = quadrants[y < 0.5 ? (x < 0.5 ? 2 : 3) : x < 0.5 ? 1 : 0];
    const place = quadrant === '' ? `${x}, ${y}` : oneLine(quadrant);
    return `${oneLine(label)} (${place})`;
  });
  const shown =
    described.length > 0 ? described : quadrants.filter((label) => label !== '').map(oneLine);
  return sentence('quadrant chart', named, [shorten(shown, points.length, named.words)]);
}

function describeCommits({ branches, commits }: CommitSpec, named: Named): string {
  const { words } = named;
  const labels = commits.flatMap(({ label, branch, tags }) => {
    const texts = [label, ...tags].filter((text) => text !== undefined);
    return texts.length === 0 ? [] : [`${oneLine(texts.join(words.list))} (${branches[branch]})`];
  });
  const list = afterColon(shorten(labels.slice(0, maxDescribed), labels.length, words), words);
  const count = writeCount(commits.length, words.counts.commits, words);
  const names = branches.map(oneLine).join(words.list);
  return sentence('git graph', named, [fill(words.diagram.onBranches, count, names) + list]);
}

function describeGantt(spec: GanttSpec, named: Named): string {
  // Nothing else says when a task is.
  const tasks = spec.tasks.map((task) => describeTask(task, spec, named.words));
  return sentence('Gantt chart', named, tasks);
}

function messagesOf(event: SequenceEvent): readonly SequenceMessage[] {
  if (event.kind === 'message') return [event];
  if (event.kind !== 'frame') return [];
  return event.sections.flatMap(({ events }) => events.flatMap(messagesOf));
}

/** The name of a diagram, its title, and what it shows: `Flowchart “Login”: Client to API; 2 boxes.` */
function sentence(
  type: keyof Words['diagrams'],
  { words, title }: Named,
  parts: readonly string[],
): string {
  const { colon, semicolon, stop } = words;
  return `${capitalize(words.diagrams[type], words)}${title}${colon}${parts.join(semicolon)}${stop}`;
}

/** A list that says whether there are more. */
function shorten(parts: readonly string[], count: number, { list }: Words): string {
  return parts.join(list) + (count > maxDescribed ? `${list}…` : '');
}

function afterColon(list: string, { colon }: Words): string {
  return list === '' ? '' : colon + list;
}

function writeCounts(boxes: number, connections: number, words: Words): string {
  const { counts, list } = words;
  return [
    writeCount(boxes, counts.boxes, words),
    writeCount(connections, counts.connections, words),
  ].join(list);
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
