import type { Cell, EdgeEnd, GraphSpec } from '../../deck.ts';
import { suggest } from '../../diagnostics.ts';
import { type EdgeDraft, GraphBuilder, readDirection } from './builder.ts';
import { dotHtml, dotLabel, dotRecord } from './dot-labels.ts';
import {
  boxPaint,
  type DotAttributes,
  dotArrows,
  dotShapes,
  edgePaint,
  lineOf,
  stylesOf,
} from './dot-looks.ts';
import { type DotToken, readTokens } from './dot-tokens.ts';
import type { DiagramSource } from './source.ts';

/** One end of an edge. */
interface End {
  readonly id: string;
  readonly port?: string;
}

type Defaults = Readonly<Record<'graph' | 'node' | 'edge', Map<string, DotToken>>>;

/** Names a file or does something on a click. */
const unsafe = new Set(['image', 'shapefile', 'imagepath', 'fontpath', 'stylesheet']);
const clicked = new Set([
  'URL',
  'href',
  'edgeURL',
  'headURL',
  'tailURL',
  'labelURL',
  'target',
  'tooltip',
]);

/** Of subgraphs, and of the fields or tables of a label. */
const maxDepth = 20;

/** What a graph written in DOT says. */
export interface Dot {
  readonly spec: GraphSpec;
  readonly title?: string;
}

/** Reads a graph in DOT, the language of Graphviz. */
export function parseDot(source: DiagramSource): Dot | undefined {
  return new DotReader(source).read();
}

/** Ends the reading of a graph that is broken. */
class Broken extends Error {}

class DotReader {
  readonly #source: DiagramSource;
  readonly #tokens: readonly DotToken[];
  readonly #builder: GraphBuilder;
  readonly #attributes = new Map<string, Map<string, DotToken>>();
  readonly #seen = new Set<string>();
  #at = 0;
  #isDirected = true;
  #isStrict = false;
  #groups = 0;
  #depth = 0;
  #title: string | undefined;

  constructor(source: DiagramSource) {
    this.#source = source;
    this.#tokens = readTokens(source);
    this.#builder = new GraphBuilder(source);
  }

  read(): Dot | undefined {
    if (this.#source.hasFailed) return undefined;
    try {
      this.#readGraph();
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      return undefined;
    }
    for (const [id, attributes] of this.#attributes) this.#finishNode(id, attributes);
    const spec = this.#builder.finish('graph', 0, 1);
    return spec && { spec, ...(this.#title && { title: this.#title }) };
  }

  #readGraph(): void {
    this.#isStrict = this.#takeWord('strict');
    this.#isDirected = this.#takeWord('digraph');
    if (!this.#isDirected && !this.#takeWord('graph')) {
      const { text } = this.#token;
      const hint = suggest(text, ['digraph', 'graph']);
      this.#break('a graph begins with "digraph {" or "graph {"', hint);
    }
    if (this.#token.kind !== 'mark') this.#next();
    this.#expect('{', 'a graph stands in braces');
    const defaults: Defaults = { graph: new Map(), node: new Map(), edge: new Map() };
    this.#readBody(defaults, undefined);
    if (this.#token.kind !== 'end') this.#break('the graph is over here');
  }

  /** @returns the nodes named in it */
  #readBody(defaults: Defaults, group: string | undefined): readonly End[] {
    const opened = this.#token;
    const ends: End[] = [];
    while (!this.#take('}')) {
      if (this.#token.kind === 'end')
        this.#break('this brace is not closed', 'close it with }', opened);
      if (this.#builder.isFull) throw new Broken();
      ends.push(...this.#readStatement(defaults, group));
      if (!this.#take(';')) this.#take(',');
    }
    return ends;
  }

  #readStatement(defaults: Defaults, group: string | undefined): readonly End[] {
    for (const kind of ['graph', 'node', 'edge'] as const) {
      if (this.#token.kind !== 'name' || this.#token.text.toLowerCase() !== kind) continue;
      this.#next();
      const given = this.#readAttributes();
      for (const [key, value] of given) defaults[kind].set(key, value);
      if (kind === 'graph') this.#setGraph(given, group);
      return [];
    }
    const start = this.#token;
    const isSetting = this.#tokens[this.#at + 1]?.text === '=' && start.kind !== 'mark';
    if (isSetting) {
      this.#next();
      this.#next();
      this.#setGraph(new Map([[start.text, this.#value()]]), group);
      return [];
    }
    return this.#readChain(defaults, start);
  }

  /** `a -> {b c} -> d [attributes]`. */
  #readChain(defaults: Defaults, start: DotToken): readonly End[] {
    const chain = [this.#readEnds(defaults)];
    while (this.#token.text === '->' || this.#token.text === '--') {
      if (this.#token.kind !== 'mark') break;
      const needed = this.#isDirected ? '->' : '--';
      if (this.#token.text !== needed) {
        const kind = this.#isDirected ? 'digraph' : 'graph';
        this.#break(`in a ${kind}, a line is written ${needed}`);
      }
      this.#next();
      chain.push(this.#readEnds(defaults));
    }
    const given = this.#readAttributes();
    const [first = []] = chain;
    if (chain.length === 1) {
      for (const { id } of start.text === '{' || start.text === 'subgraph' ? [] : first) {
        for (const [key, value] of given) this.#attributes.get(id)?.set(key, value);
      }
    } else this.#connectAll(chain, new Map([...defaults.edge, ...given]), start);
    return chain.flat();
  }

  #connectAll(
    chain: readonly (readonly End[])[],
    attributes: DotAttributes,
    start: DotToken,
  ): void {
    const looks = this.#edgeLooks(attributes);
    for (const [i, ends] of chain.slice(1).entries()) {
      for (const from of chain[i] ?? [])
        for (const to of ends) this.#connect(from, to, looks, start);
    }
  }

  #connect(from: End, to: End, looks: Omit<EdgeDraft, 'from' | 'to'>, start: DotToken): void {
    const key = JSON.stringify([from.id, to.id]);
    if (this.#isStrict && this.#seen.has(key)) return;
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
    if (this.#builder.isFull) throw new Broken();
  }

  #readEnds(defaults: Defaults): readonly End[] {
    if (this.#takeWord('subgraph')) {
      const name = this.#token.kind === 'mark' ? undefined : this.#next().text;
      this.#expect('{', 'a subgraph stands in braces');
      return this.#readGroup(name, defaults);
    }
    if (this.#take('{')) return this.#readGroup(undefined, defaults);
    const token = this.#token;
    if (token.kind === 'mark' || token.kind === 'end') this.#break('a node is expected here');
    const id = this.#value().text;
    this.#meet(id, token, defaults);
    const ports: string[] = [];
    while (this.#take(':')) ports.push(this.#value().text);
    // A point of the compass is no field of a record.
    const [port] = ports.filter((name) => !/^(?:[ns][ew]?|[ewc_])$/.test(name));
    return [{ id, ...(port !== undefined && { port }) }];
  }

  #readGroup(name: string | undefined, defaults: Defaults): readonly End[] {
    if (++this.#depth > maxDepth) {
      const { start } = this.#token;
      const message = `subgraphs nested deeper than ${maxDepth} levels`;
      this.#source.fail('diagram-limit', start, 1, message);
      throw new Broken();
    }
    const ends = this.#readScope(name, defaults);
    this.#depth--;
    return ends;
  }

  #readScope(name: string | undefined, defaults: Defaults): readonly End[] {
    const own: Defaults = {
      graph: new Map(defaults.graph),
      node: new Map(defaults.node),
      edge: new Map(defaults.edge),
    };
    if (!name?.startsWith('cluster')) return this.#readBody(own, '');
    const id = `${name} ${++this.#groups}`;
    this.#builder.openGroup(id, '', this.#token.start);
    this.#setGraph(own.graph, id);
    const ends = this.#readBody(own, id);
    this.#builder.closeGroup();
    return ends;
  }

  #meet(id: string, token: DotToken, defaults: Defaults): void {
    if (this.#attributes.has(id)) this.#builder.adopt(id);
    else {
      this.#builder.node(id, token.start, 'ellipse');
      this.#attributes.set(id, new Map(defaults.node));
      if (this.#builder.isFull) throw new Broken();
    }
  }

  /** @param group the cluster that the settings stand in; '' for a subgraph that is none */
  #setGraph(given: DotAttributes, group: string | undefined): void {
    for (const [key, token] of given) {
      if (key === 'rank' || (key === 'layout' && token.text !== 'dot')) {
        const message = `"${key}=${token.text}" is not drawn: boxes stand in ranks, along the lines`;
        this.#source.ignore(token.start, token.length, message);
      }
      this.#refuse(key, token);
    }
    const label = given.get('label');
    const text = label && this.#labelOf(label, {});
    if (group === undefined) {
      const direction = readDirection(given.get('rankdir')?.text ?? '');
      if (direction) this.#builder.direction = direction;
      if (text?.kind === 'text') this.#title = text.text;
    } else if (group !== '') {
      if (text?.kind === 'text') this.#builder.labelGroup(group, text.text);
      const paint = boxPaint(given, this.#source);
      if (paint) this.#builder.style(group, paint);
    }
  }

  #finishNode(id: string, attributes: DotAttributes): void {
    const node = this.#builder.find(id);
    if (!node) return;
    const name = attributes.get('shape');
    const shape = dotShapes.get(name?.text ?? 'ellipse');
    if (name && !shape) {
      const hint = suggest(name.text, dotShapes.keys());
      this.#source.fail(
        'diagram-syntax',
        name.start,
        name.length,
        `there is no shape "${name.text}"`,
        hint,
      );
    }
    const isRounded = shape === 'rectangle' && stylesOf(attributes).has('rounded');
    node.shape = isRounded ? 'rounded' : (shape ?? 'ellipse');
    const label = attributes.get('label');
    const names = { N: id };
    if (label && this.#isTooDeep(label)) return;
    const isRecord = /record$/.test(name?.text ?? '') && label?.kind !== 'html';
    if (label && isRecord) {
      const isBeside = /[TB]{2}/.test(this.#builder.direction);
      node.content = dotRecord(label.text, isBeside, names);
    } else if (label) node.content = this.#labelOf(label, names);
    if (shape === 'dot') node.content = { kind: 'text', text: '', align: 'middle', tone: 'plain' };
    const paint = boxPaint(attributes, this.#source);
    if (paint) node.paint = paint;
  }

  #isTooDeep({ text, start, length }: DotToken): boolean {
    let [depth, deepest] = [0, 0];
    for (const [mark] of text.matchAll(/[{}]|<\/?(?:table|tr|td)\b/gi)) {
      depth += mark === '}' || mark.startsWith('</') ? -1 : 1;
      deepest = Math.max(deepest, depth);
    }
    // Three tags to a table.
    const isTooDeep = deepest > 3 * maxDepth;
    const message = 'a label with too much in it, one in the other';
    if (isTooDeep) this.#source.fail('diagram-limit', start, length, message);
    return isTooDeep;
  }

  #edgeLooks(attributes: DotAttributes): Omit<EdgeDraft, 'from' | 'to'> {
    const dir = attributes.get('dir')?.text ?? (this.#isDirected ? 'forward' : 'none');
    const paint = edgePaint(attributes, this.#source);
    const label = this.#textOf(attributes.get('label') ?? attributes.get('xlabel'));
    const fromLabel = this.#textOf(attributes.get('taillabel'));
    const toLabel = this.#textOf(attributes.get('headlabel'));
    const minlen = Number(attributes.get('minlen')?.text ?? 1);
    return {
      line: lineOf(attributes),
      start: dir === 'back' || dir === 'both' ? this.#arrowOf('arrowtail', attributes) : 'none',
      end: dir === 'forward' || dir === 'both' ? this.#arrowOf('arrowhead', attributes) : 'none',
      length: Math.min(4, Math.max(1, Math.round(minlen) || 1)),
      ...(label && { label }),
      ...(fromLabel && { fromLabel }),
      ...(toLabel && { toLabel }),
      ...(paint && { paint }),
    };
  }

  #arrowOf(key: string, attributes: DotAttributes): EdgeEnd {
    const token = attributes.get(key);
    if (!token) return 'arrow';
    const arrow = dotArrows.get(token.text);
    if (!arrow) {
      const hint = suggest(token.text, dotArrows.keys());
      this.#source.fail(
        'diagram-syntax',
        token.start,
        token.length,
        `there is no arrowhead "${token.text}"`,
        hint,
      );
    }
    return arrow ?? 'arrow';
  }

  #textOf(token: DotToken | undefined): string {
    const cell = token && this.#labelOf(token, {});
    return cell?.kind === 'text' ? cell.text : '';
  }

  #labelOf(token: DotToken, names: Readonly<Record<string, string>>): Cell {
    if (token.kind !== 'html') return dotLabel(token.text, names);
    const { cell, refused } = dotHtml(token.text);
    if (refused !== undefined) {
      const code = refused === 'img' ? 'diagram-unsafe' : 'diagram-syntax';
      const at = token.text.toLowerCase().indexOf(`<${refused}`);
      const hint = 'a label takes text, <br/>, <b>, <i>, <u>, <font> and tables';
      this.#source.fail(
        code,
        token.start + 1 + at,
        refused.length + 1,
        `a label takes no <${refused}>`,
        hint,
      );
    }
    return cell;
  }

  #refuse(key: string, token: DotToken): void {
    if (unsafe.has(key)) {
      const hint = 'a diagram has no files in it: put the picture beside it on the slide';
      this.#source.fail('diagram-unsafe', token.start, token.length, `"${key}" names a file`, hint);
    } else if (clicked.has(key)) {
      const hint = 'put a link into the text beside the diagram';
      this.#source.ignore(
        token.start,
        token.length,
        `"${key}" is left out: a diagram has no links`,
        hint,
      );
    }
  }

  #readAttributes(): Map<string, DotToken> {
    const given = new Map<string, DotToken>();
    while (this.#take('[')) {
      const opened = this.#tokens[this.#at - 1];
      while (!this.#take(']')) {
        if (this.#token.kind === 'end')
          this.#break('this bracket is not closed', 'close it with ]', opened);
        const key = this.#value();
        if (this.#take('=')) given.set(key.text, this.#value());
        else given.set(key.text, { ...key, text: 'true' });
        this.#refuse(key.text, key);
        if (!this.#take(',')) this.#take(';');
      }
    }
    return given;
  }

  /** A name, a number or a text; texts are joined by `+`. */
  #value(): DotToken {
    const first = this.#next();
    if (first.kind === 'mark' || first.kind === 'end') {
      this.#break(
        'a name or a text is expected here',
        'a text with such signs in it stands in quotes',
        first,
      );
    }
    let value = first;
    while (value.kind === 'text' && this.#take('+')) {
      const more = this.#next();
      value = {
        ...value,
        text: value.text + more.text,
        length: more.start + more.length - value.start,
      };
    }
    return value;
  }

  get #token(): DotToken {
    return this.#tokens[this.#at] as DotToken;
  }

  #next(): DotToken {
    const token = this.#token;
    if (token.kind !== 'end') this.#at++;
    return token;
  }

  #take(mark: string): boolean {
    const isIt = this.#token.kind === 'mark' && this.#token.text === mark;
    if (isIt) this.#at++;
    return isIt;
  }

  #takeWord(word: string): boolean {
    const isIt = this.#token.kind === 'name' && this.#token.text.toLowerCase() === word;
    if (isIt) this.#at++;
    return isIt;
  }

  #expect(mark: string, message: string): void {
    if (!this.#take(mark)) this.#break(message, `"${mark}" is missing here`);
  }

  #break(message: string, hint?: string, { start, length } = this.#token): never {
    this.#source.fail('diagram-syntax', start, length, message, hint);
    throw new Broken();
  }
}
