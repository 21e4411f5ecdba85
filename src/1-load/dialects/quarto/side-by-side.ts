import type { PandocAttributes } from '../pandoc/attributes.ts';
import type { PandocDeck } from '../pandoc/deck.ts';
import { colonsAt, colonsInside, type Div, replaceLine } from '../pandoc/divs.ts';
import type { Part } from '../pandoc/scan.ts';

/** Whether what is in a block is in rows. */
export function hasLayout({ values }: PandocAttributes): boolean {
  return ['layout', 'layout-ncol', 'layout-nrow'].some((key) => values.has(key));
}

/** A block around the rows, and a part of it that is in none of them. */
interface Around {
  /** Its first line. */
  readonly head: string;
  readonly without: Part | undefined;
}

/** Writes `::: {layout-ncol=2}` and `::: {layout="[[60,40]]"}` as columns. */
export function writeSideBySide(
  { open, close, content }: Div,
  { edits }: PandocDeck,
  around?: Around,
): boolean {
  const { values } = open.attributes;
  const children = childrenOf(
    content.filter((part) => part !== around?.without),
    open.depth,
  );
  const rows = rowsOf(values.get('layout')) ?? evenRows(values, children.length);
  if (!rows) return false;
  const depth = open.depth + (around ? 1 : 0);
  const [outer, inner] = [colonsAt(depth), colonsInside(depth, content)];
  replaceLine(open, around?.head ?? '', edits);
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
  if (close && !around) replaceLine(close, '', edits);
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
