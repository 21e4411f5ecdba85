import { isColor } from '../../../../base/color/css-color.ts';
import type {
  Cell,
  GraphEdge,
  GraphGroup,
  GraphNode,
  GraphSpec,
  NodeShape,
  Paint,
} from '../../../../model/diagram/diagram.ts';
import { column, textCell } from '../../cells.ts';
import { readLabel } from '../../label.ts';
import { finishGraph } from '../graph/finish.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import { type Explain, shorten } from '../syntax-error.ts';

interface C4Database extends MermaidDatabase {
  getC4Type(): string;
  getC4ShapeArray(): readonly C4Shape[];
  getBoundaries(): readonly C4Boundary[];
  getRels(): readonly C4Relation[];
  getTitle(): string;
  /** Called by the parser, with the attributes as they are written. */
  addRel: (type: string, from: string, to: string, ...attributes: readonly unknown[]) => void;
  updateRelStyle: (type: string, from: string, to: string, ...colors: readonly unknown[]) => void;
}

/** Mermaid keeps a named attribute, such as `$sprite="users"`, as an object in place of the text. */
interface Text {
  readonly text: string | object;
}

interface Styled {
  readonly bgColor?: string;
  readonly fontColor?: string;
  readonly borderColor?: string;
}

interface C4Shape extends Styled {
  readonly alias: string;
  readonly label: Text;
  readonly descr?: Text;
  readonly techn?: Text;
  /** Such as `person`, `external_system_db` or `container_queue`. */
  readonly typeC4Shape: Text;
  readonly parentBoundary: string;
}

interface C4Boundary extends Styled {
  readonly alias: string;
  readonly label: Text;
  readonly type?: Text;
  readonly descr?: Text;
  readonly parentBoundary: string;
}

interface C4Relation {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly label: Text;
  readonly techn?: Text;
  readonly descr?: Text;
  readonly textColor?: string;
  readonly lineColor?: string;
}

const form =
  'an element is written System(alias, "Label", "Description"), a relation Rel(from, to, "Label")';

const explain: Explain = ({ found }) => {
  if (found.trim() === '') return undefined;
  const [, layout] = /^\s*(Lay_\w+)/.exec(found) ?? [];
  if (layout === undefined) return { message: `unexpected "${shorten(found)}"`, hint: form };
  const hint = 'write a relation such as Rel_U(from, to, "Label"), which puts "to" above "from"';
  return { message: `Mermaid has no ${layout}`, hint };
};

export const readC4 = readerOf<C4Database>('c4', convert, explain, prepare);

/** Mermaid's own functions, by their database. */
const originals = new WeakMap<C4Database, Pick<C4Database, 'addRel' | 'updateRelStyle'>>();

/** Keeps all relations between two elements; Mermaid would replace one by the next. */
function prepare(database: C4Database): void {
  database.getDiagramTitle = () => database.getTitle();
  const own = originals.get(database) ?? {
    addRel: database.addRel,
    updateRelStyle: database.updateRelStyle,
  };
  originals.set(database, own);
  const starts: string[] = [];
  database.addRel = (type, from, to, ...attributes) => {
    const start = `${from}\0${starts.length}`;
    starts.push(start);
    own.addRel(type, start, to, ...attributes);
  };
  database.updateRelStyle = (type, from, to, ...colors) => {
    for (const start of starts)
      if (nameOfEnd(start) === from) own.updateRelStyle(type, start, to, ...colors);
  };
}

function nameOfEnd(id: string): string {
  return id.replace(/\0\d+$/, '');
}

function convert(database: C4Database, source: MermaidSource): GraphSpec | undefined {
  const boundaries = database.getBoundaries().filter(({ alias }) => alias !== 'global');
  const known = new Set(boundaries.map(({ alias }) => alias));
  const isNumbered = database.getC4Type() === 'C4Dynamic';
  const draft = {
    type: 'C4 diagram',
    direction: 'TB',
    nodes: database.getC4ShapeArray().map((shape) => nodeOf(shape, known)),
    edges: database
      .getRels()
      .map((relation, i) => edgeOf(relation, isNumbered ? i + 1 : undefined)),
    groups: boundaries.map((boundary) => groupOf(boundary, known)),
  } as const;
  const ends = new Set([...draft.nodes, ...draft.groups].map(({ id }) => id));
  for (const id of draft.edges.flatMap(({ from, to }) => [from, to])) {
    if (!ends.has(id))
      source.ignore(id, `there is no element "${id}", so its relations are not drawn`);
  }
  return finishGraph(draft, source);
}

function nodeOf(shape: C4Shape, groups: ReadonlySet<string>): GraphNode {
  const { alias, label, descr, techn, typeC4Shape, parentBoundary } = shape;
  const type = readText(typeC4Shape).replaceAll('_', ' ');
  const technology = readText(techn);
  const description = readText(descr);
  const kind = technology === '' ? `«${nameOf(type)}»` : `«${nameOf(type)}: ${technology}»`;
  const cells: Cell[] = [
    textCell(kind, 'middle', 'muted'),
    textCell(readText(label) || alias, 'middle', 'strong'),
    ...(description === '' ? [] : [textCell(description)]),
  ];
  const paint: Paint = {
    ...paintOf(shape),
    ...(type.startsWith('external') && { isDashed: true }),
  };
  return {
    id: alias,
    shape: shapeOf(type),
    content: column(cells, false),
    ...(groups.has(parentBoundary) && { group: parentBoundary }),
    ...(Object.keys(paint).length > 0 && { paint }),
  };
}

/** The name of a type, such as `external Software System`. */
function nameOf(type: string): string {
  const [, external = '', base = ''] = /^(external )?(.*?)(?: db| queue)?$/.exec(type) ?? [];
  const names = new Map([
    ['person', 'Person'],
    ['system', 'Software System'],
    ['container', 'Container'],
    ['component', 'Component'],
  ]);
  return `${external}${names.get(base) ?? base}`;
}

function readText(value: Text | undefined): string {
  return typeof value?.text === 'string' ? readLabel(value.text) : '';
}

function shapeOf(type: string): NodeShape {
  if (type.endsWith(' db')) return 'cylinder';
  return type.endsWith('person') || type.endsWith(' queue') ? 'rounded' : 'rectangle';
}

function paintOf({ bgColor, fontColor, borderColor }: Styled): Paint {
  return {
    ...(isAColor(bgColor) && { fill: bgColor }),
    ...(isAColor(borderColor) && { stroke: borderColor }),
    ...(isAColor(fontColor) && { text: fontColor }),
  };
}

function isAColor(text: string | undefined): text is string {
  return text !== undefined && isColor(text);
}

function groupOf(boundary: C4Boundary, groups: ReadonlySet<string>): GraphGroup {
  const { alias, label, type, descr, parentBoundary } = boundary;
  const kind = readText(type);
  const texts = [`${readText(label)}${kind === '' ? '' : ` [${kind}]`}`, readText(descr)];
  const paint = paintOf(boundary);
  return {
    id: alias,
    label: texts.filter((text) => text !== '').join('\n'),
    ...(groups.has(parentBoundary) && { parent: parentBoundary }),
    ...(Object.keys(paint).length > 0 && { paint }),
  };
}

function edgeOf(relation: C4Relation, number: number | undefined): GraphEdge {
  const { type, to, label, techn, textColor, lineColor } = relation;
  const from = nameOfEnd(relation.from);
  const technology = readText(techn);
  const text = readText(label);
  const lines = [
    number === undefined ? text : `${number}: ${text}`,
    technology && `[${technology}]`,
  ];
  const shown = lines.filter((line) => line !== '').join('\n');
  const paint: Paint = {
    ...(isAColor(lineColor) && { stroke: lineColor }),
    ...(isAColor(textColor) && { text: textColor }),
  };
  const isBack = type === 'rel_b';
  // What a relation leads up to is in the rank before.
  const isUp = type === 'rel_u';
  return {
    from: isUp ? to : from,
    to: isUp ? from : to,
    ...(shown !== '' && { label: shown }),
    line: 'solid',
    start: type === 'birel' || isBack || isUp ? 'arrow' : 'none',
    end: isBack || isUp ? 'none' : 'arrow',
    length: 1,
    ...(Object.keys(paint).length > 0 && { paint }),
  };
}
