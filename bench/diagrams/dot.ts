/**
 * Compares diagrams in DOT with what Graphviz itself draws: nodes, edges, arrowheads, groups and texts.
 *
 *     npx tsx bench/diagrams/dot.ts <folder with .gv and .dot files> [names…]
 *
 * Graphviz, the program `dot`, must be installed. Good inputs are the examples and tests of Graphviz.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeHTML } from 'entities';
import { readDiagram } from '../../src/3-resolve/diagram/read-diagram.ts';
import { drawDot } from '../../src/5-bundle/diagram/dot/dot.ts';
import { Typesetter } from '../../src/5-bundle/diagram/typesetter.ts';
import type { GraphvizGraph, Operation } from '../../src/base/graphviz/output.ts';
import type { DotGraph } from '../../src/model/diagram/dot.ts';

const [folder = '.', ...only] = process.argv.slice(2);
/** In milliseconds, for a file. */
const timeLimit = 20_000;

/** What is compared: lists of nodes, edges, arrowheads, groups and texts. */
type Facts = Readonly<Record<'nodes' | 'edges' | 'heads' | 'groups' | 'texts', readonly string[]>>;

/** What Graphviz draws of a file; `undefined` if it refuses it. */
function readReal(file: string): Facts | undefined {
  const { stdout, status } = spawnSync('dot', ['-Tjson', '-y', file], {
    timeout: timeLimit,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) return undefined;
  const graphs = stdout.split(/^(?=\{)/m).flatMap((text): readonly GraphvizGraph[] => {
    try {
      return [JSON.parse(text) as GraphvizGraph];
    } catch {
      return [];
    }
  });
  if (!graphs.some(({ objects }) => objects)) return undefined;
  return merge(graphs.map(factsOfReal));
}

function factsOfReal(graph: GraphvizGraph): Facts {
  const objects = graph.objects ?? [];
  const count = Number(graph['_subgraph_cnt'] ?? 0);
  const nodes = objects.slice(count);
  const edges = [...(graph.edges ?? [])];
  const names = new Map(objects.map(({ _gvid, name }) => [_gvid, name]));
  const nameOf = (edge: { readonly tail: number; readonly head: number }) =>
    `${names.get(edge.tail)} -> ${names.get(edge.head)}`;
  const texts = [graph, ...objects, ...edges].flatMap((item) =>
    [item._ldraw_, item._hldraw_, item._tldraw_].flatMap(textsOf),
  );
  return {
    nodes: nodes.map(({ name }) => name),
    edges: edges.map(nameOf),
    heads: edges.flatMap((edge) => [
      ...(hasShape(edge._hdraw_) ? [`${nameOf(edge)} head`] : []),
      ...(hasShape(edge._tdraw_) ? [`${nameOf(edge)} tail`] : []),
    ]),
    // Names that Graphviz gives are numbered otherwise in other versions.
    groups: objects
      .slice(0, count)
      .filter((each) => hasShape(each._draw_))
      .map(groupName),
    texts,
  };
}

function textsOf(operations: readonly Operation[] = []): readonly string[] {
  return operations.flatMap((each) => (each.op === 'T' ? [each.text] : []));
}

function hasShape(operations: readonly Operation[] = []): boolean {
  return operations.some(({ op }) => 'pPeEbBL'.includes(op));
}

/** What Lectern draws of a file, or why it does not. */
async function readOurs(file: string): Promise<Facts | string> {
  const { reading, problems } = await readDiagram('dot', readFileSync(file, 'utf8'));
  const { spec } = reading ?? {};
  if (spec?.kind !== 'dot') return problems.map(({ message }) => message).join('; ');
  const typesetter = new Typesetter({ width: (text) => text.length * 0.52, ascent: () => 0.8 }, 20);
  const { content } = await drawDot(spec, typesetter, { roomy: 1 });
  const texts = [...content.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    decodeHTML(text),
  );
  const facts = merge(spec.graphs.map(factsOfOurs));
  const groups = content.match(/<g class="group">/g)?.length ?? 0;
  if (groups < facts.groups.length) return `only ${groups} groups are drawn`;
  return { ...facts, texts: [...texts, reading?.title ?? ''] };
}

function factsOfOurs({ nodes, edges, subgraphs }: DotGraph): Facts {
  const nameOf = ({ from, to }: DotGraph['edges'][number]) =>
    `${nodes[from]?.name} -> ${nodes[to]?.name}`;
  return {
    nodes: nodes.map(({ name }) => name),
    edges: edges.map(nameOf),
    heads: edges.flatMap((edge) => [
      ...(edge.hasHead ? [`${nameOf(edge)} head`] : []),
      ...(edge.hasTail ? [`${nameOf(edge)} tail`] : []),
    ]),
    groups: subgraphs.filter(({ isCluster }) => isCluster).map(groupName),
    texts: [],
  };
}

function groupName({ name }: { readonly name: string }): string {
  return name.replace(/^%\d+$/, '%');
}

function merge(facts: readonly Facts[]): Facts {
  const all = (key: keyof Facts) => facts.flatMap((each) => each[key]);
  return {
    nodes: all('nodes'),
    edges: all('edges'),
    heads: all('heads'),
    groups: all('groups'),
    texts: all('texts'),
  };
}

/** What one list has more than the other, as a multiset. */
function missing(wanted: readonly string[], found: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const each of found) left.set(each, (left.get(each) ?? 0) + 1);
  return wanted.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}

/** Lines may be broken elsewhere. */
function wordsOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.normalize().split(/\s+/)).filter((word) => word !== '');
}

function compare(real: Facts, ours: Facts): readonly string[] {
  return (['nodes', 'edges', 'heads', 'groups', 'texts'] as const).flatMap((key) => {
    const [wanted, found] =
      key === 'texts' ? [wordsOf(real.texts), wordsOf(ours.texts)] : [real[key], ours[key]];
    const lost = missing(wanted, found);
    return lost.length > 0 ? [`${key}: ${lost.slice(0, 5).join(', ')} (${lost.length})`] : [];
  });
}

const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter(
    (name) =>
      /\.(?:gv|dot)$/.test(name) && (only.length === 0 || only.includes(path.basename(name))),
  )
  .sort();
const counts = { refused: 0, same: 0, different: 0, 'not drawn': 0 };
for (const name of files) {
  const file = path.join(folder, name);
  const real = readReal(file);
  if (!real) {
    counts.refused++;
    continue;
  }
  const ours = await readOurs(file).catch((error: unknown) => String(error));
  const differences = typeof ours === 'string' ? [] : compare(real, ours);
  const kind =
    typeof ours === 'string' ? 'not drawn' : differences.length > 0 ? 'different' : 'same';
  counts[kind]++;
  if (kind !== 'same') {
    console.log(
      `${kind}: ${name}\n  ${typeof ours === 'string' ? ours : differences.join('\n  ')}`,
    );
  }
}
const drawn = counts.same + counts.different + counts['not drawn'];
console.log(counts, `the same: ${((100 * counts.same) / drawn).toFixed(1)} % of ${drawn}`);
