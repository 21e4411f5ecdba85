import {
  type DotAttributes,
  type DotEdge,
  type DotGraph,
  type DotLabel,
  type DotLabelName,
  type DotLabels,
  type DotNode,
  type DotSubgraph,
  type DotText,
  dotLabelNames,
} from '../../../model/diagram/dot.ts';
import { fillerOf } from './filler.ts';
import { type Palette, themeColors } from './palette.ts';

/** How a graph is laid out. */
export interface DotStyle {
  /** Divides a text into lines that are at most this wide, in multiples of the font size. */
  readonly wrap: (text: DotText, maxWidth: number) => readonly string[];
  /** The width of a text in multiples of the font size. */
  readonly width: (text: DotText, line: string) => number;
  /** The font size of most nodes, in points. */
  readonly baseSize: number;
  /** The factor of the distances that the author did not set. */
  readonly roomy: number;
  /** The direction, if the author set none. */
  readonly rankdir?: string;
  readonly palette: Palette;
}

/** The lines that a label shows, in order; so for all labels of an object. */
export type ShownLines = Partial<Record<DotLabelName, readonly ShownLine[]>>;

export interface ShownLine {
  readonly text: string;
  readonly style: DotText;
}

/** A text in DOT, and what is shown in place of the texts in it. */
export interface DotSource {
  readonly text: string;
  readonly graph: ShownLines;
  readonly nodes: readonly ShownLines[];
  readonly edges: readonly ShownLines[];
  readonly subgraphs: readonly ShownLines[];
}

/** Edge labels and the labels of clusters are smaller than other texts, as in all diagrams. */
const smallShare = 0.86;
/** The longest lines, in multiples of the font size. */
const [nodeWidth, edgeWidth] = [16, 12];

/** Writes a graph for Graphviz, with fillers as wide as its texts are in the theme's font. */
export function writeDot(graph: DotGraph, style: DotStyle): DotSource {
  const writer = new DotWriter(style);
  const defaults = { ...rootDefaults(style), ...overlapOf(graph) };
  const settings = { ...withDefaults(graph.attributes, defaults), ...seedOf(graph) };
  const own = writer.write(settings, graph.labels, edgeWidth);
  const nodes = graph.nodes.map((node) => {
    const maxWidth = isFixed(node) ? Number.POSITIVE_INFINITY : nodeWidth;
    return writer.write(withDefaults(node.attributes, nodeDefaults(node)), node.labels, maxWidth);
  });
  const edges = graph.edges.map((edge) =>
    writer.write(withDefaults(edge.attributes, edgeDefaults(style)), edge.labels, edgeWidth),
  );
  const subgraphs = graph.subgraphs.map(({ attributes, labels }) =>
    writer.write(withDefaults(attributes, clusterDefaults(attributes, style)), labels, 20),
  );
  const type = `${graph.isStrict ? 'strict ' : ''}${graph.isDirected ? 'digraph' : 'graph'}`;
  const line = graph.isDirected ? '->' : '--';
  const text = [
    `${type} {`,
    `graph [${own.attributes}]`,
    ...graph.nodes.map(({ name }, i) => `${quote(name)} [${nodes[i]?.attributes}]`),
    ...subgraphsOf(graph.subgraphs, graph.nodes, undefined, subgraphs),
    ...graph.edges.map(({ from, to }, i) => {
      const [tail, head] = [graph.nodes[from]?.name ?? '', graph.nodes[to]?.name ?? ''];
      return `${quote(tail)} ${line} ${quote(head)} [${edges[i]?.attributes}]`;
    }),
    '}',
  ].join('\n');
  const shown = ({ lines }: Written) => lines;
  return {
    text,
    graph: own.lines,
    nodes: nodes.map(shown),
    edges: edges.map(shown),
    subgraphs: subgraphs.map(shown),
  };
}

interface Written {
  /** As in the brackets of a statement. */
  readonly attributes: string;
  readonly lines: ShownLines;
}

class DotWriter {
  readonly #style: DotStyle;

  constructor(style: DotStyle) {
    this.#style = style;
  }

  write(attributes: DotAttributes, labels: DotLabels, maxWidth: number): Written {
    const lines: ShownLines = {};
    const parts = Object.entries(attributes).map(([name, value]) => {
      const encoded = /color$/.test(name) ? this.#style.palette.encode(value) : value;
      return `${quote(name)}=${quote(encoded)}`;
    });
    for (const name of dotLabelNames) {
      const label = labels[name];
      if (!label) continue;
      const written = this.#writeLabel(label, maxWidth);
      lines[name] = written.lines;
      parts.push(`${name}=${written.text}`);
    }
    return { attributes: parts.join(' '), lines };
  }

  #writeLabel({ isHtml, pieces }: DotLabel, maxWidth: number) {
    const lines: ShownLine[] = [];
    const isPlain =
      !isHtml && !pieces.some((piece) => typeof piece === 'string' && /[{|}]/.test(piece));
    const parts = pieces.map((piece, i) => {
      if (typeof piece === 'string') return isHtml ? this.#markup(piece) : piece;
      const wrapped = isPlain ? this.#style.wrap(piece, maxWidth) : [piece.text];
      lines.push(...wrapped.map((text) => ({ text, style: piece })));
      const after = pieces[i + 1];
      const end = after === '\\l' || after === '\\r' ? after : '\\n';
      return wrapped.map((line) => this.#fill(line, piece, isHtml)).join(end);
    });
    const text = parts.join('');
    return { text: isHtml ? `<${text}>` : quote(text), lines };
  }

  #fill(line: string, text: DotText, isHtml: boolean): string {
    // A text of spaces is not drawn. Graphviz may crash on empty lines.
    if (line.trim() === '') return isHtml ? line : fillerOf(0);
    return fillerOf(this.#style.width(text, line));
  }

  /** Tags without fonts: the widths of fillers are those of the upright Times. */
  #markup(tag: string): string {
    const plain = tag
      .replace(/^<(\/?)[bi]\s*>$/i, '<$1u>')
      .replace(/\sface\s*=\s*(?:"[^"]*"|'[^']*')/gi, '');
    return this.#style.palette.encode(plain);
  }
}

/** Names such as `%3` are those that Graphviz gives, and would give to another subgraph. */
export function subgraphName({ name }: DotSubgraph, index: number): string {
  return name.startsWith('%') ? `subgraph ${index}` : name;
}

/** The statements of the subgraphs in another one. */
function subgraphsOf(
  subgraphs: readonly DotSubgraph[],
  nodes: readonly DotNode[],
  parent: number | undefined,
  written: readonly Written[],
): readonly string[] {
  return subgraphs.flatMap((each, i) => {
    if (each.parent !== parent) return [];
    return [
      `subgraph ${quote(subgraphName(each, i))} {`,
      `graph [${written[i]?.attributes}]`,
      ...each.nodes.map((index) => quote(nodes[index]?.name ?? '')),
      ...subgraphsOf(subgraphs, nodes, i, written),
      '}',
    ];
  });
}

function rootDefaults({ roomy, rankdir, baseSize }: DotStyle): DotAttributes {
  const nodes = String(round(0.25 * roomy));
  const ranks = String(round(0.5 * roomy));
  return {
    fontcolor: themeColors.text,
    fontsize: String(baseSize),
    ...(roomy !== 1 && { nodesep: nodes, ranksep: ranks }),
    ...(rankdir !== undefined && { rankdir }),
  };
}

/** Boxes that overlap are moved apart, unless the author has placed them. */
function overlapOf({ attributes, nodes }: DotGraph): DotAttributes {
  const mayOverlap = /^(?:neato|sfdp|twopi)$/.test(attributes['layout'] ?? '');
  return mayOverlap && !nodes.some((node) => node.attributes['pos']) ? { overlap: 'vpsc' } : {};
}

/** Random positions would depend on the time. */
function seedOf({ attributes }: DotGraph): DotAttributes {
  return /^rand/i.test(attributes['start'] ?? '') ? { start: '1' } : {};
}

function nodeDefaults({ attributes }: DotNode): DotAttributes {
  const { shape = '', color, fillcolor } = attributes;
  const isFilled = isFilledStyle(attributes);
  const isText = /^(?:plain|plaintext|none|underline|point|M?record)$/.test(shape);
  return {
    fontcolor: themeColors.text,
    color: themeColors.line,
    ...(isFilled && !color && !fillcolor && { fillcolor: themeColors.fill }),
    ...(!isText && { margin: '0.16,0.07' }),
  };
}

function edgeDefaults({ baseSize }: DotStyle): DotAttributes {
  const fontsize = String(round(baseSize * smallShare));
  return { fontcolor: themeColors.text, color: themeColors.line, fontsize };
}

function clusterDefaults(attributes: DotAttributes, { baseSize }: DotStyle): DotAttributes {
  const { color, pencolor, fillcolor, bgcolor } = attributes;
  const isPlain = isFilledStyle(attributes) && !color && !fillcolor && !bgcolor;
  return {
    fontcolor: themeColors.text,
    fontsize: String(round(baseSize * smallShare)),
    ...(!color && !pencolor && { pencolor: themeColors.line }),
    ...(isPlain && { fillcolor: themeColors.fill }),
  };
}

function isFilledStyle({ style = '' }: DotAttributes): boolean {
  return /filled|radial|wedged|striped/.test(style);
}

function isFixed({ attributes }: DotNode | DotEdge): boolean {
  const { fixedsize = '' } = attributes;
  return /^(?:true|yes|shape|[1-9])/i.test(fixedsize);
}

/** Attributes without a value have their default. */
function withDefaults(attributes: DotAttributes, defaults: DotAttributes): DotAttributes {
  const unset = Object.entries(defaults).filter(([name]) => !attributes[name]);
  return { ...attributes, ...Object.fromEntries(unset) };
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
