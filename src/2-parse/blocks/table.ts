import type { Tokens } from 'marked';
import type { Table } from '../../model/blocks.ts';
import type { Inline } from '../../model/inline.ts';
import { noAttributes } from '../attributes/attributes.ts';
import { markImages } from '../inline/images/image-lines.ts';
import { parseOwnInlines } from '../inline/own-inlines.ts';
import type { Source } from '../source.ts';

type Cells = readonly (readonly Inline[])[];

/** Parses a table of GitHub Flavored Markdown. */
export function parseTable(token: Tokens.Table, source: Source): Table {
  const [header = '', delimiter = '', ...lines] = token.raw.split('\n');
  let offset = header.length + delimiter.length + 2;
  const rows = token.rows.map((row, i) => {
    const line = lines[i] ?? '';
    const at = source.from(offset);
    offset += line.length + 1;
    reportRagged(line, token.header.length, at);
    return parseRow(row, line, at);
  });
  return {
    kind: 'table',
    span: source.span(0, header.length || 1),
    attributes: noAttributes,
    align: token.align.map((align) => align ?? undefined),
    header: parseRow(token.header, header, source),
    rows,
  };
}

function parseRow(cells: readonly Tokens.TableCell[], line: string, source: Source): Cells {
  let end = 0;
  return cells.map(({ text, tokens }) => {
    const written = text.replaceAll('|', '\\|');
    const start = Math.max(end, line.indexOf(written, end));
    end = start + written.length;
    return markImages(parseOwnInlines(tokens, source.from(start)));
  });
}

/** Markdown drops cells without a header cell. */
function reportRagged(line: string, columns: number, source: Source): void {
  const bars = [...line.matchAll(/(?<!\\)(?:\\\\)*\|/g)].map(
    (match) => match.index + match[0].length - 1,
  );
  const isOuter = /^\s*$/.test(line.slice(0, bars[0] ?? 0));
  const inner = isOuter ? bars.slice(1) : bars;
  const start = inner[columns - 1];
  if (start === undefined || line.slice(start + 1).trim() === '') return;
  const surplus = line.slice(start + 1).trim();
  const hint = 'a bar that is text is written \\|';
  source.report.add(
    'table-ragged',
    source.span(line.indexOf(surplus, start + 1), surplus.length),
    `this row has more cells than the table has columns: ${columns}`,
    hint,
  );
}
