import type {
  Direction,
  GraphEdge,
  GraphGroup,
  GraphNode,
  GraphSpec,
} from '../../../../model/diagram/diagram.ts';
import { readDirection, textCell } from '../../cells.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import { explainStates } from './errors/states.ts';
import { finishGraph } from './finish.ts';
import { type DataEdge, type DataNode, type GraphData, stylesOf } from './graph-data.ts';
import { groupLabel } from './group-label.ts';
import { readLink } from './links.ts';
import { noteEdge, noteNode } from './notes.ts';
import { edgeLabel } from './relations.ts';
import { readRichLabel } from './rich-label.ts';
import { shapeNamed, textless } from './shapes.ts';
import { readStyles, withFont } from './styles.ts';

interface StateDatabase extends MermaidDatabase {
  getData(): GraphData;
  getDirection(): string;
  /** By state: its id, or what the parser has of it. */
  getLinks(): ReadonlyMap<string | { readonly id: string }, StateLink>;
}

interface StateLink {
  readonly url: string;
  readonly tooltip?: string;
}

interface StateNode extends DataNode {
  /** The lines after the first one of a state with several descriptions. */
  readonly description?: string | readonly string[];
}

export const readStates = readerOf<StateDatabase>('state', convert, explainStates);

function convert(db: StateDatabase, source: MermaidSource): GraphSpec | undefined {
  const { nodes, edges } = db.getData();
  const ids = new Ids(nodes);
  // Mermaid puts a note into a group with the place of its state.
  const groups = nodes.filter(({ isGroup, shape }) => isGroup && shape !== 'noteGroup');
  const boxes = nodes.filter(({ isGroup }) => !isGroup);
  const states = boxes.filter(
    ({ id }, i) => i === boxes.findIndex((box) => ids.of(box.id) === ids.of(id)),
  );
  const links = new Map(
    [...db.getLinks()].map(([key, link]) => [typeof key === 'string' ? key : key.id, link]),
  );
  return finishGraph(
    {
      type: 'state diagram',
      direction: db.getDirection(),
      groups: groups.map((group) => readGroup(group, ids, source)),
      nodes: withFreeNotes(
        states.map((state) => readState(state, ids, links, nodes, source)),
        source,
      ),
      edges: edges.map((edge) => readEdge(edge, ids, nodes)),
    },
    source,
  );
}

/** A note with a name, which Mermaid reads and does not keep: `note "A text" as N`. */
const freeNote = /^[ \t]*note[ \t]+"([^"\n]*)"[ \t]+as[ \t]+(\S+)[ \t]*$/gim;

/** Adds the notes that belong to no state; one that lines lead to is a state for Mermaid. */
function withFreeNotes(nodes: readonly GraphNode[], source: MermaidSource): readonly GraphNode[] {
  const notes = [...source.text.text.matchAll(freeNote)].map(([, text = '', id = '']) =>
    noteNode(id, text, nodes.find((node) => node.id === id)?.group),
  );
  const noteOf = ({ id }: GraphNode) => notes.find((note) => note.id === id);
  const others = notes.filter((note) => nodes.every(({ id }) => id !== note.id));
  return [...nodes.map((node) => noteOf(node) ?? node), ...others];
}

/** The ids of states. */
class Ids {
  readonly #regions: ReadonlyMap<string, string>;

  constructor(nodes: readonly DataNode[]) {
    // Mermaid's ids of concurrent regions are random.
    const regions = nodes.filter(({ shape }) => shape === 'divider');
    this.#regions = new Map(regions.map(({ id }, i) => [id, `region ${i + 1}`]));
  }

  of(id: string): string {
    const [, region = id, end = ''] = /^(.*?)(_start|_end)?$/s.exec(id) ?? [];
    return (this.#regions.get(region) ?? namedFork.exec(region)?.[2] ?? region) + end;
  }
}

/** What Mermaid takes for the id in `state "A text" as f <<fork>>`. */
const namedFork = /^"([^"]*)"\s+as\s+(\S+)$/;

function readGroup(group: StateNode, ids: Ids, source: MermaidSource): GraphGroup {
  const { id, label = '', parentId, shape, dir = '' } = group;
  const isRegion = shape === 'divider';
  const paint = readStyles(stylesOf(group), source);
  const direction: Direction | undefined = hasOwnDirection(group, source)
    ? readDirection(dir)
    : undefined;
  return {
    id: ids.of(id),
    ...(isRegion ? { label: '' } : groupLabel(label, true)),
    ...(parentId !== undefined && { parent: ids.of(parentId) }),
    ...(direction && { direction }),
    ...(isRegion ? { paint: { ...paint, isDashed: true } } : paint && { paint }),
  };
}

/** Mermaid's default for what is in a state is TB; only what the author wrote counts here. */
function hasOwnDirection({ dir }: DataNode, source: MermaidSource): boolean {
  return dir !== undefined && new RegExp(`^\\s*direction\\s+${dir}\\b`, 'm').test(source.text.text);
}

function readState(
  state: StateNode,
  ids: Ids,
  links: ReadonlyMap<string, StateLink>,
  all: readonly DataNode[],
  source: MermaidSource,
): GraphNode {
  const { id, label = '', shape: name = 'rect', parentId } = state;
  if (name === 'note') return noteNode(ids.of(id), label, groupOfNote(parentId, ids, all));
  const shape = name === 'rect' ? 'rounded' : (shapeNamed(name) ?? 'rounded');
  const isTextless = textless.has(shape) || shape === 'diamond';
  const lines = Array.isArray(state.description) ? state.description : [];
  const { text, spans } = readRichLabel([label, ...lines].join('\n'), true);
  const forkText = namedFork.exec(id)?.[1];
  if (forkText) source.ignore(forkText, `the text "${forkText}" of a ${name} is not drawn`);
  if (isTextless && text !== '' && text !== id) {
    if (!/^(?:start|end|stateStart|stateEnd)$/.test(name)) {
      source.ignore(label, `the text "${text}" of a ${name} is not drawn`);
    }
  }
  const paint = readStyles(stylesOf(state), source);
  const own = links.get(id);
  const link = own && readLink({ id, link: unquote(own.url) }, source);
  return {
    id: ids.of(id),
    shape,
    content: isTextless
      ? textCell('')
      : withFont(textCell(text, 'middle', 'plain', spans), stylesOf(state)),
    ...(parentId !== undefined && { group: ids.of(parentId) }),
    ...(paint && { paint }),
    ...(link && { link }),
    ...(own?.tooltip && { tooltip: readRichLabel(own.tooltip, false).text }),
  };
}

/** The group of the state that a note belongs to. */
function groupOfNote(
  parentId: string | undefined,
  ids: Ids,
  all: readonly DataNode[],
): string | undefined {
  const state = all.find(({ id }) => `${id}----parent` === parentId);
  return state?.parentId === undefined ? undefined : ids.of(state.parentId);
}

function readEdge(edge: DataEdge, ids: Ids, all: readonly DataNode[]): GraphEdge {
  const [from, to] = [ids.of(edge.start), ids.of(edge.end)];
  const isNote = all.some(
    ({ id, shape }) => shape === 'note' && (id === edge.start || id === edge.end),
  );
  if (isNote) return noteEdge(from, to);
  return {
    from,
    to,
    line: 'solid',
    start: 'none',
    end: 'arrow',
    length: 1,
    ...edgeLabel(edge.label),
  };
}

function unquote(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}
