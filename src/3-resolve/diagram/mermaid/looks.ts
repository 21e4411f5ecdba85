import type { GraphBuilder } from '../builder.ts';
import { readPaint } from '../paint.ts';
import type { Statement } from '../source.ts';

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
