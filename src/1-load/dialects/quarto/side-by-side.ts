import type { PandocDeck } from '../pandoc/deck.ts';
import { colonsAt, type Div, replaceLine } from '../pandoc/divs.ts';
import type { Part } from '../pandoc/scan.ts';

/** Writes `::: {layout-ncol=2}` and `::: {layout="[[60,40]]"}` as columns. */
export function writeSideBySide({ open, close, content }: Div, { edits }: PandocDeck): boolean {
  const { values } = open.attributes;
  const rows =
    rowsOf(values.get('layout')) ?? evenRows(values, childrenOf(content, open.depth).length);
  if (!rows) return false;
  const children = childrenOf(content, open.depth);
  const [outer, inner] = [colonsAt(open.depth), colonsAt(open.depth + 20)];
  replaceLine(open, '', edits);
  let next = 0;
  for (const row of rows) {
    const cells = row.map((width) => ({ width, child: width < 0 ? undefined : children[next++] }));
    const own = cells.filter(({ child }) => child !== undefined);
    for (const [index, { width, child }] of own.entries()) {
      if (!child) continue;
      const share = row.every((each) => each === row[0]) ? '' : ` {width=${width}fr}`;
      edits.insert(
        child.start,
        `${index === 0 ? `${outer} columns\n` : ''}${inner} column${share}\n`,
      );
      edits.insert(child.end - 1, `\n${inner}${index === own.length - 1 ? `\n${outer}` : ''}`);
    }
  }
  if (close) replaceLine(close, '', edits);
  return true;
}

interface Child {
  readonly start: number;
  readonly end: number;
}

/** The blocks that stand next to each other: paragraphs, code, and divs with all that is in them. */
function childrenOf(content: readonly Part[], depth: number): readonly Child[] {
  const children: { start: number; end: number }[] = [];
  for (const part of content) {
    if (part.kind === 'blank' || part.kind === 'comment') continue;
    const isInner = part.depth > depth + 1 || part.kind === 'close';
    const last = children.at(-1);
    if (isInner && last) last.end = part.end;
    else children.push({ start: part.start, end: part.end });
  }
  return children;
}

/** `[[60,40],[100]]`: the widths of each row; negative ones are gaps. */
function rowsOf(layout: string | undefined): readonly (readonly number[])[] | undefined {
  if (layout === undefined) return undefined;
  const rows = [...layout.matchAll(/\[([\d\s.,-]+)\]/g)].map(([, row = '']) => row);
  const widths = rows.map((row) => row.split(',').map(Number).filter(Number.isFinite));
  return widths.length > 0 ? widths : undefined;
}

function evenRows(
  values: ReadonlyMap<string, string>,
  count: number,
): readonly (readonly number[])[] | undefined {
  const columns = Number(values.get('layout-ncol'));
  const lines = Number(values.get('layout-nrow'));
  const perRow = columns > 0 ? columns : lines > 0 ? Math.ceil(count / lines) : 0;
  if (perRow === 0) return undefined;
  return Array.from({ length: Math.ceil(count / perRow) }, () =>
    Array.from({ length: perRow }, () => 1),
  );
}
