import type { Tokens } from 'marked';
import type { Inline, Table } from '../../deck.ts';
import { noAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { parseInlines } from '../inline.ts';
import type { SourceMap } from '../source-map.ts';

/** A table of cells between bars, as GitHub writes them. */
export function parseTable(token: Tokens.Table, map: SourceMap, context: SlideContext): Table {
  let searched = 0;
  const parseCell = (cell: Tokens.TableCell): readonly Inline[] => {
    const at = token.raw.indexOf(cell.text, searched);
    if (at >= 0) searched = at + cell.text.length;
    return parseInlines(cell.tokens, map.from(Math.max(0, at)), context);
  };
  return {
    kind: 'table',
    span: map.span(0, token.raw.split('\n')[0]?.length ?? 1),
    attributes: noAttributes,
    align: token.align.map((align) => align ?? undefined),
    header: token.header.map(parseCell),
    rows: token.rows.map((row) => row.map(parseCell)),
  };
}
