import { suggest } from '../../../base/diagnostics/suggest.ts';
import type { DiagramSource } from '../source.ts';
import { type DotAttributes, readAttributes } from './attributes.ts';
import { DotCursor, DotSyntaxError } from './cursor.ts';
import { type Dot, type DotEnd, DotGraph } from './graph.ts';
import type { DotToken } from './tokens.ts';

/** The default attributes of nodes, edges and subgraphs, by scope. */
type Defaults = Readonly<Record<'graph' | 'node' | 'edge', Map<string, DotToken>>>;

/** Of subgraphs. */
const maxDepth = 20;

/** Reads a graph in DOT, the language of Graphviz. */
export function parseDot(source: DiagramSource): Dot | undefined {
  return new DotReader(source).read();
}

/** Reads the statements of a graph, a method for each rule of the grammar. */
class DotReader {
  readonly #source: DiagramSource;
  readonly #cursor: DotCursor;
  readonly #graph: DotGraph;
  #depth = 0;

  constructor(source: DiagramSource) {
    this.#source = source;
    this.#cursor = new DotCursor(source);
    this.#graph = new DotGraph(source);
  }

  read(): Dot | undefined {
    if (this.#source.hasFailed) return undefined;
    try {
      this.#readGraph();
    } catch (error) {
      if (!(error instanceof DotSyntaxError)) throw error;
      return undefined;
    }
    return this.#graph.finish();
  }

  #readGraph(): void {
    const cursor = this.#cursor;
    this.#graph.isStrict = cursor.takeWord('strict');
    this.#graph.isDirected = cursor.takeWord('digraph');
    if (!this.#graph.isDirected && !cursor.takeWord('graph')) {
      const hint = suggest(cursor.token.text, ['digraph', 'graph']);
      cursor.break('a graph begins with "digraph {" or "graph {"', hint);
    }
    if (cursor.token.kind !== 'mark') cursor.next();
    cursor.expect('{', 'a graph stands in braces');
    const defaults: Defaults = { graph: new Map(), node: new Map(), edge: new Map() };
    this.#readBody(defaults, undefined);
    if (cursor.token.kind !== 'end') cursor.break('the graph is over here');
  }

  /** @returns the nodes named in it */
  #readBody(defaults: Defaults, group: string | undefined): readonly DotEnd[] {
    const cursor = this.#cursor;
    const opened = cursor.token;
    const ends: DotEnd[] = [];
    while (!cursor.take('}')) {
      if (cursor.token.kind === 'end')
        cursor.break('this brace is not closed', 'close it with }', opened);
      this.#graph.checkSize();
      ends.push(...this.#readStatement(defaults, group));
      if (!cursor.take(';')) cursor.take(',');
    }
    return ends;
  }

  #readStatement(defaults: Defaults, group: string | undefined): readonly DotEnd[] {
    const cursor = this.#cursor;
    for (const kind of ['graph', 'node', 'edge'] as const) {
      if (!cursor.takeWord(kind)) continue;
      const given = this.#readAttributes();
      for (const [key, value] of given) defaults[kind].set(key, value);
      if (kind === 'graph') this.#graph.setGraph(given, group);
      return [];
    }
    const start = cursor.token;
    const isSetting = cursor.following?.text === '=' && start.kind !== 'mark';
    if (isSetting) {
      cursor.next();
      cursor.next();
      this.#graph.setGraph(new Map([[start.text, cursor.value()]]), group);
      return [];
    }
    return this.#readChain(defaults, start);
  }

  /** `a -> {b c} -> d [attributes]`. */
  #readChain(defaults: Defaults, start: DotToken): readonly DotEnd[] {
    const chain = [this.#readEnds(defaults)];
    while (this.#takeLine()) chain.push(this.#readEnds(defaults));
    const given = this.#readAttributes();
    const [first = []] = chain;
    if (chain.length === 1) {
      const isGroup = start.text === '{' || start.text === 'subgraph';
      for (const { id } of isGroup ? [] : first) this.#graph.setNode(id, given);
    } else this.#graph.connectAll(chain, new Map([...defaults.edge, ...given]), start);
    return chain.flat();
  }

  #takeLine(): boolean {
    const { kind, text } = this.#cursor.token;
    if (kind !== 'mark' || (text !== '->' && text !== '--')) return false;
    const [type, needed] = this.#graph.isDirected ? ['digraph', '->'] : ['graph', '--'];
    if (text !== needed) this.#cursor.break(`in a ${type}, a line is written ${needed}`);
    return this.#cursor.take(text);
  }

  /** A node, or all the nodes of a subgraph. */
  #readEnds(defaults: Defaults): readonly DotEnd[] {
    const cursor = this.#cursor;
    if (cursor.takeWord('subgraph')) {
      const name = cursor.token.kind === 'mark' ? undefined : cursor.next().text;
      cursor.expect('{', 'a subgraph stands in braces');
      return this.#readGroup(name, defaults);
    }
    if (cursor.take('{')) return this.#readGroup(undefined, defaults);
    const { token } = cursor;
    if (token.kind === 'mark' || token.kind === 'end') cursor.break('a node is expected here');
    const id = cursor.value().text;
    this.#graph.meet(id, token, defaults.node);
    const ports: string[] = [];
    while (cursor.take(':')) ports.push(cursor.value().text);
    // A compass point is not a field of a record.
    const [port] = ports.filter((name) => !/^(?:[ns][ew]?|[ewc_])$/.test(name));
    return [{ id, ...(port !== undefined && { port }) }];
  }

  #readGroup(name: string | undefined, defaults: Defaults): readonly DotEnd[] {
    if (++this.#depth > maxDepth) {
      const { start } = this.#cursor.token;
      const message = `subgraphs nested deeper than ${maxDepth} levels`;
      this.#source.fail('diagram-limit', start, 1, message);
      throw new DotSyntaxError();
    }
    const ends = this.#readScope(name, defaults);
    this.#depth--;
    return ends;
  }

  #readScope(name: string | undefined, defaults: Defaults): readonly DotEnd[] {
    const own: Defaults = {
      graph: new Map(defaults.graph),
      node: new Map(defaults.node),
      edge: new Map(defaults.edge),
    };
    if (!name?.startsWith('cluster')) return this.#readBody(own, '');
    const group = this.#graph.openCluster(name, own.graph, this.#cursor.token.start);
    const ends = this.#readBody(own, group);
    this.#graph.closeCluster();
    return ends;
  }

  #readAttributes(): DotAttributes {
    return readAttributes(this.#cursor, this.#source);
  }
}
