import type { GraphSpec } from '../../../model/diagram.ts';
import { GraphBuilder, readDirection } from '../builder.ts';
import { readLabel } from '../label.ts';
import { readPaint } from '../paint.ts';
import { type DiagramSource, divideLine, type Statement } from '../source.ts';
import { FlowReader } from './flow-reader.ts';

/** Reads `flowchart LR` and what follows it. */
export function parseFlowchart(
  first: Statement,
  lines: readonly Statement[],
  source: DiagramSource,
): GraphSpec | undefined {
  const builder = new GraphBuilder(source);
  const [head, ...inline] = divideLine(first);
  const afterHead = readHead(head ?? first, builder);
  const open: Statement[] = [];
  for (const statement of [...afterHead, ...inline, ...lines.flatMap(divideLine)]) {
    if (builder.isFull) break;
    readStatement(statement, builder, open);
  }
  for (const { start, text } of open) {
    source.fail(
      'diagram-syntax',
      start,
      text.length,
      'this subgraph is not closed',
      'close it with a line "end"',
    );
  }
  return builder.finish('flowchart', first.start, first.text.length);
}

/** @returns what follows the direction in the same line */
function readHead({ text, start }: Statement, builder: GraphBuilder): readonly Statement[] {
  const [, lead = '', word, rest = ''] = /^(\S+\s*)(\S+)?\s*(.*)$/.exec(text) ?? [];
  if (word === undefined) return [];
  const direction = readDirection(word);
  if (direction) builder.direction = direction;
  else {
    const hint = 'one of: TB, TD, BT, LR, RL';
    builder.source.fail(
      'diagram-syntax',
      start + lead.length,
      word.length,
      `there is no direction "${word}"`,
      hint,
    );
  }
  return rest === '' ? [] : [{ text: rest, start: start + text.length - rest.length }];
}

function readStatement(statement: Statement, builder: GraphBuilder, open: Statement[]): void {
  const { text, start } = statement;
  const { source } = builder;
  const [word = ''] = /^\w+/.exec(text) ?? [];
  if (word === 'subgraph') {
    openSubgraph(statement, builder);
    open.push(statement);
  } else if (text === 'end') {
    open.pop();
    if (!builder.closeGroup()) {
      source.fail('diagram-syntax', start, 3, 'this "end" closes nothing');
    }
  } else if (/^direction\s/.test(text)) {
    const direction = readDirection(text.slice(9).trim());
    if (direction) builder.directGroup(direction);
    else
      source.fail(
        'diagram-syntax',
        start,
        text.length,
        'unknown direction',
        'one of: TB, BT, LR, RL',
      );
  } else if (!readLooks(statement, builder)) new FlowReader(statement, builder).read();
}

function openSubgraph({ text, start }: Statement, builder: GraphBuilder): void {
  const rest = text.slice(8).trim();
  const [, id = rest, label] = /^([^\s[\]"]+)\s*\[(.*)\]$/.exec(rest) ?? [];
  const name = readLabel(id);
  builder.openGroup(name || `subgraph ${start}`, readLabel(label ?? id), start);
}

/** Reads style statements, which are the same in all types of diagrams. */
export function readLooks({ text, start }: Statement, builder: GraphBuilder): boolean {
  const { source } = builder;
  const [, word = '', names = '', gap = '', rest = ''] =
    /^(classDef|class|cssClass|style|linkStyle|click|link|callback)\s+("[^"]*"|[^\s"]+)(\s*)(.*)$/.exec(
      text,
    ) ?? [];
  const ids = names.replaceAll('"', '').split(',').filter(Boolean);
  const restStart = start + text.length - rest.length;
  if (word === 'classDef') {
    const paint = readPaint(rest, restStart, source);
    for (const id of ids) builder.defineClass(id, paint);
  } else if ((word === 'class' || word === 'cssClass') && /^[\w-]+$/.test(rest)) {
    for (const id of ids) builder.addClass(id, rest);
  } else if (word === 'style') {
    const paint = readPaint(rest, restStart, source);
    for (const id of ids) builder.style(id, paint);
  } else if (word === 'linkStyle') {
    const paint = readPaint(rest, restStart, source);
    paintEdges(ids, paint, builder);
  } else if ((word === 'click' || word === 'link' || word === 'callback') && gap !== '') {
    source.ignore(
      start,
      text.length,
      'what happens on a click is left out',
      'put a link into the text next to the diagram',
    );
  } else return false;
  return true;
}

function paintEdges(
  ids: readonly string[],
  paint: ReturnType<typeof readPaint>,
  { edges }: GraphBuilder,
): void {
  for (const [i, edge] of edges.entries()) {
    if (ids.includes('default') || ids.includes(String(i))) {
      edges[i] = { ...edge, paint: { ...edge.paint, ...paint } };
    }
  }
}
