import { GraphvizError, type GraphvizMessage, layOutDot } from '../../../base/graphviz/lay-out.ts';
import { Stopwatch } from '../../../base/time/stopwatch.ts';
import type { DiagramReading } from '../../../model/diagram/diagram.ts';
import type { DotGraph } from '../../../model/diagram/dot.ts';
import { textsOf } from '../../../model/diagram/dot.ts';
import type { DiagramSource } from '../source.ts';
import { refuseAttributes } from './attributes.ts';
import { readGraph } from './graph.ts';
import { reportLosses } from './losses.ts';
import { checkMarks } from './marks.ts';
import { reportMessages } from './messages.ts';
import { Places } from './places.ts';
import { prepareDot } from './prepare.ts';
import { findSyntaxError } from './syntax-error.ts';
import { type DotToken, readTokens, startsOfGraphs } from './tokens.ts';

/** Of processor time, in milliseconds; graphs that fit on a slide need a hundredth of it. */
const timeLimit = 2000;
/** More is unreadable on a slide. */
const maxNodes = 1000;
const maxEdges = 2000;
const maxGraphs = 20;
/** Braces inside each other. */
const maxDepth = 100;

/** Reads the graphs of a text in DOT, the language of Graphviz. */
export async function parseDot(source: DiagramSource): Promise<DiagramReading | undefined> {
  const tokens = readTokens(source.text);
  const starts = startsOfGraphs(tokens);
  if (starts.length > maxGraphs) {
    source.fail(
      'diagram-limit',
      starts[maxGraphs] ?? 0,
      1,
      `more than ${maxGraphs} graphs in a diagram`,
    );
    return undefined;
  }
  const deep = findDeepBrace(tokens);
  if (deep) {
    const problem = `groups inside each other, deeper than ${maxDepth} levels`;
    source.fail('diagram-limit', deep.start, 1, problem);
    return undefined;
  }
  refuseAttributes(tokens, source);
  const graphs: DotGraph[] = [];
  const stopwatch = new Stopwatch();
  for (const [i, start] of starts.entries()) {
    const end = starts[i + 1] ?? source.text.length;
    const own = tokens.filter((token) => token.start >= start && token.start < end);
    const graph = await parseGraph(source, start, end, own, timeLimit - stopwatch.elapsed);
    if (graph) graphs.push(graph);
    else if (stopwatch.elapsed > timeLimit) break;
  }
  if (source.hasFailed) return undefined;
  const filled = graphs.filter(({ nodes, subgraphs }) => nodes.length + subgraphs.length > 0);
  if (filled.length === 0) {
    source.fail('diagram-syntax', tokens[0]?.start ?? 0, 1, 'there is nothing in this diagram');
    return undefined;
  }
  return readingOf(filled);
}

/** The label of an only graph is its title. */
function readingOf(graphs: readonly DotGraph[]): DiagramReading {
  const [graph, another] = graphs;
  if (!graph || another) return { spec: { kind: 'dot', graphs } };
  const { label, ...labels } = graph.labels;
  const title = textsOf(label)
    .map(({ text }) => text.trim())
    .join(' ');
  const spec = { kind: 'dot', graphs: [{ ...graph, labels }] } as const;
  return { spec, ...(title !== '' && { title }) };
}

async function parseGraph(
  source: DiagramSource,
  start: number,
  end: number,
  tokens: readonly DotToken[],
  limit: number,
): Promise<DotGraph | undefined> {
  const text = source.text.slice(start, end);
  const result = await tryLayout(prepareDot(text, start, tokens), source, tokens, limit);
  if (!result) return undefined;
  const { written, drawn, messages } = result;
  if (isSyntaxError(messages)) {
    const error = await findSyntaxError(text, start, tokens);
    source.fail('diagram-syntax', error.start, error.length, error.message, error.hint);
    return undefined;
  }
  const after = tokenAfter(tokens);
  if (after) source.fail('diagram-syntax', after.start, after.length, 'the graph ends before this');
  const places = new Places(tokens);
  reportMessages(messages, places, source);
  if (!written || !drawn) return undefined;
  checkMarks(drawn, places, source);
  if (source.hasFailed) return undefined;
  const graph = readGraph(written, drawn);
  checkSize(graph, source, places);
  if (!source.hasFailed) reportLosses(graph, places, source);
  return graph;
}

async function tryLayout(
  text: string,
  source: DiagramSource,
  tokens: readonly DotToken[],
  limit: number,
) {
  try {
    return await layOutDot(text, limit);
  } catch (error) {
    if (!(error instanceof GraphvizError)) throw error;
    const { start, length } = tokens[0] ?? { start: 0, length: 1 };
    const problem = error.isSlow
      ? `Graphviz needs more than ${timeLimit / 1000} seconds for this diagram`
      : 'Graphviz cannot lay out this diagram';
    const hint = 'show a part of it, or divide it over several slides';
    source.fail('diagram-limit', start, length, problem, hint);
    return undefined;
  }
}

/** An error in the HTML of a label says whose label it is. */
function isSyntaxError(messages: readonly GraphvizMessage[]): boolean {
  const has = (pattern: RegExp) => messages.some(({ message }) => pattern.test(message));
  return has(/^syntax error/) && !has(/^in label of /);
}

function findDeepBrace(tokens: readonly DotToken[]): DotToken | undefined {
  let depth = 0;
  return tokens.find(({ kind, text }) => {
    if (kind === 'mark' && text === '{') depth++;
    else if (kind === 'mark' && text === '}') depth--;
    return depth > maxDepth;
  });
}

/** What follows the closing brace of the graph. */
function tokenAfter(tokens: readonly DotToken[]): DotToken | undefined {
  let depth = 0;
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind !== 'mark') continue;
    if (text === '{') depth++;
    if (text === '}' && --depth === 0)
      return tokens.slice(i + 1).find((token) => token.text !== ';');
  }
  return undefined;
}

function checkSize({ nodes, edges }: DotGraph, source: DiagramSource, places: Places): void {
  const refuse = (what: string, at: string) => {
    const { start, length } = places.ofText(at);
    const hint = 'nobody reads so many from a slide: show a part, or divide it over several slides';
    source.fail('diagram-limit', start, length, `more than ${what} in a diagram`, hint);
  };
  const node = nodes[maxNodes];
  const edge = edges[maxEdges];
  if (node) refuse(`${maxNodes} boxes`, node.name);
  else if (edge) refuse(`${maxEdges} lines`, nodes[edge.from]?.name ?? '');
}
