import type { GraphSpec } from '../../../model/diagram.ts';
import { type EdgeDraft, GraphBuilder, readDirection } from '../builder.ts';
import type { DiagramSource } from '../source.ts';
import { type DotAttributes, refuseAttribute } from './attributes.ts';
import { DotSyntaxError } from './cursor.ts';
import { isTooDeep, labelOf, recordOf, textOf } from './labels.ts';
import { arrowOf, boxPaint, edgePaint, lineOf, shapeOf, stylesOf } from './styles.ts';
import type { DotToken } from './tokens.ts';

/** The content of a graph in DOT. */
export interface Dot {
  readonly spec: GraphSpec;
  readonly title?: string;
}

/** One end of an edge. */
export interface DotEnd {
  readonly id: string;
  readonly port?: string;
}

type EdgeLooks = Omit<EdgeDraft, 'from' | 'to'>;

/** Builds a graph from its statements and their attributes. */
export class DotGraph {
  isDirected = true;
  /** Whether duplicate edges are merged. */
  isStrict = false;
  readonly #source: DiagramSource;
  readonly #builder: GraphBuilder;
  /** The attributes of nodes, to which any later statement may add. */
  readonly #attributes = new Map<string, Map<string, DotToken>>();
  readonly #seen = new Set<string>();
  #clusters = 0;
  #title: string | undefined;

  constructor(source: DiagramSource) {
    this.#source = source;
    this.#builder = new GraphBuilder(source);
  }

  /** @throws {DotSyntaxError} if the graph exceeds the limit, as the rest need not be parsed */
  checkSize(): void {
    if (this.#builder.isFull) throw new DotSyntaxError();
  }

  /** Adds a node, unless it exists, with the defaults of its scope. */
  meet(id: string, token: DotToken, defaults: DotAttributes): void {
    if (this.#attributes.has(id)) this.#builder.adopt(id);
    else {
      this.#builder.node(id, token.start, 'ellipse');
      this.#attributes.set(id, new Map(defaults));
      this.checkSize();
    }
  }

  setNode(id: string, given: DotAttributes): void {
    for (const [key, value] of given) this.#attributes.get(id)?.set(key, value);
  }

  /** Adds edges from each end to each of the next ends in a chain. */
  connectAll(
    chain: readonly (readonly DotEnd[])[],
    attributes: DotAttributes,
    start: DotToken,
  ): void {
    const looks = this.#edgeLooks(attributes);
    for (const [i, ends] of chain.slice(1).entries()) {
      for (const from of chain[i] ?? [])
        for (const to of ends) this.#connect(from, to, looks, start);
    }
  }

  #connect(from: DotEnd, to: DotEnd, looks: EdgeLooks, start: DotToken): void {
    const key = JSON.stringify([from.id, to.id]);
    if (this.isStrict && this.#seen.has(key)) {
      const hint = 'a strict graph has one line between two boxes';
      const words = [looks.label, looks.fromLabel, looks.toLabel].filter(Boolean).join('", "');
      if (words) this.#ignore(start, `the label "${words}" is not drawn`, hint);
      return;
    }
    this.#seen.add(key);
    this.#builder.edge(
      {
        ...looks,
        from: from.id,
        to: to.id,
        ...(from.port !== undefined && { fromPort: from.port }),
        ...(to.port !== undefined && { toPort: to.port }),
      },
      start.start,
    );
    this.checkSize();
  }

  #edgeLooks(attributes: DotAttributes): EdgeLooks {
    const source = this.#source;
    const dir = attributes.get('dir')?.text ?? (this.isDirected ? 'forward' : 'none');
    const paint = edgePaint(attributes, source);
    const labels = ['label', 'xlabel'].map((key) => textOf(attributes.get(key), source));
    const label = labels.filter(Boolean).join('\n');
    const fromLabel = textOf(attributes.get('taillabel'), source);
    const toLabel = textOf(attributes.get('headlabel'), source);
    const minlen = Number(attributes.get('minlen')?.text ?? 1);
    return {
      line: lineOf(attributes),
      start: dir === 'back' || dir === 'both' ? arrowOf('arrowtail', attributes, source) : 'none',
      end: dir === 'forward' || dir === 'both' ? arrowOf('arrowhead', attributes, source) : 'none',
      length: Math.min(4, Math.max(1, Math.round(minlen) || 1)),
      ...(label && { label }),
      ...(fromLabel && { fromLabel }),
      ...(toLabel && { toLabel }),
      ...(paint && { paint }),
    };
  }

  /** @returns the name of its group; a cluster that is written twice becomes two groups */
  openCluster(name: string, defaults: DotAttributes, at: number): string {
    const group = `${name} ${++this.#clusters}`;
    this.#builder.openGroup(group, '', at);
    this.setGraph(defaults, group);
    return group;
  }

  closeCluster(): void {
    this.#builder.closeGroup();
  }

  /** @param group the cluster of the settings; empty for other subgraphs */
  setGraph(given: DotAttributes, group: string | undefined): void {
    this.#refuseSettings(given);
    const label = given.get('label');
    const text = textOf(label, this.#source);
    if (group === undefined) {
      const direction = readDirection(given.get('rankdir')?.text ?? '');
      if (direction) this.#builder.direction = direction;
      if (label) this.#title = text;
    } else if (group === '') {
      const hint = 'begin the name of the subgraph with "cluster"';
      if (label && text !== '') this.#ignore(label, `the label "${text}" is not drawn`, hint);
    } else {
      if (label) this.#builder.labelGroup(group, text);
      const paint = boxPaint(given, this.#source);
      if (paint) this.#builder.style(group, paint);
    }
  }

  #refuseSettings(given: DotAttributes): void {
    for (const [key, token] of given) {
      if (key === 'rank' || (key === 'layout' && token.text !== 'dot')) {
        const message = `"${key}=${token.text}" is not drawn: boxes stand in ranks, along the lines`;
        this.#source.ignore(token.start, token.length, message);
      }
      refuseAttribute(key, token, this.#source);
    }
  }

  finish(): Dot | undefined {
    for (const [id, attributes] of this.#attributes) this.#finishNode(id, attributes);
    const spec = this.#builder.finish('graph', 0, 1);
    return spec && { spec, ...(this.#title && { title: this.#title }) };
  }

  #finishNode(id: string, attributes: DotAttributes): void {
    const node = this.#builder.find(id);
    if (!node) return;
    const shape = shapeOf(attributes, this.#source);
    const isRounded = shape === 'rectangle' && stylesOf(attributes).has('rounded');
    node.shape = isRounded ? 'rounded' : shape;
    const label = attributes.get('label');
    const names = { N: id };
    if (label && isTooDeep(label, this.#source)) return;
    const isRecord = /record$/.test(attributes.get('shape')?.text ?? '') && label?.kind !== 'html';
    if (label && isRecord) {
      const isBeside = /[TB]{2}/.test(this.#builder.direction);
      node.content = recordOf(label.text, isBeside, names);
    } else if (label) node.content = labelOf(label, names, this.#source);
    if (shape === 'dot' && label && label.text !== '') {
      this.#ignore(label, `the label "${label.text}" of a point is not drawn`);
    }
    const style = attributes.get('style');
    if (style && stylesOf(attributes).has('invis')) {
      const hint = 'remove the box, or make its line invisible only';
      this.#ignore(style, '"style=invis" has no effect on boxes: it is drawn', hint);
    }
    const outer = attributes.get('xlabel');
    if (outer)
      this.#ignore(
        outer,
        `the xlabel "${outer.text}" of a box is not drawn`,
        'write it into the label',
      );
    if (shape === 'dot') node.content = { kind: 'text', text: '', align: 'middle', tone: 'plain' };
    const paint = boxPaint(attributes, this.#source);
    if (paint) node.paint = paint;
  }

  #ignore({ start, length }: DotToken, message: string, hint?: string): void {
    this.#source.ignore(start, length, message, hint);
  }
}
