import type { Line } from '../lines.ts';

/** A table in one of Pandoc's forms, as rows of cells. */
interface Grid {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly alignments: readonly Alignment[];
}

type Alignment = 'left' | 'right' | 'center' | undefined;

/** A table as GFM has it; `undefined` if the lines are none in a form that only Pandoc has. */
export function pipeTable(lines: readonly Line[]): string | undefined {
  const texts = lines.map(({ text }) => text);
  const grid = readGrid(texts) ?? readSimple(texts);
  return grid && write(grid);
}

function write({ header, rows, alignments }: Grid): string {
  const count = Math.max(header.length, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: count }, (_, i) => escapeCell(cells[i] ?? '')).join(' | ')} |`;
  const marks = Array.from({ length: count }, (_, i) => markOf(alignments[i]));
  return [line(header), `|${marks.join('|')}|`, ...rows.map(line)].join('\n');
}

function markOf(alignment: Alignment): string {
  if (alignment === 'center') return ':---:';
  return alignment === 'right' ? '---:' : alignment === 'left' ? ':---' : '---';
}

function escapeCell(cell: string): string {
  return listsIn(cell.trim()).replace(/(?<!\\)\|/g, '\\|');
}

/** Items among the lines of a cell, as lists: a cell is a single line here. */
function listsIn(cell: string): string {
  if (!/(?:^|<br>)(?:[-*+]|\d+[.)])[ \t]/.test(cell)) return cell;
  return cell.replace(
    /(?:^|<br>)(?:[-*+]|\d+[.)])[ \t](?:(?!<br>).)*(?:<br>(?:[-*+]|\d+[.)])[ \t](?:(?!<br>).)*)*/g,
    (list) => {
      const name = /^(?:<br>)?\d/.test(list) ? 'ol' : 'ul';
      const items = list.replace(/^<br>/, '').split('<br>');
      const written = items.map((item) => `<li>${item.replace(/^\S+[ \t]+/, '')}</li>`);
      return `<${name}>${written.join('')}</${name}>`;
    },
  );
}

/** `+---+---+` around each cell. */
function readGrid(lines: readonly string[]): Grid | undefined {
  const [first = ''] = lines;
  if (!/^\+(?:[-=:]+\+)+[ \t]*$/.test(first) || lines.length < 3) return undefined;
  const edges = [...first.matchAll(/\+/g)].map(({ index }) => index);
  const rows: string[][] = [];
  let current: string[] | undefined;
  let headerRows = 0;
  let alignments = alignmentsIn(first, edges);
  for (const line of lines) {
    if (/^\+(?:[-=:]+\+)+[ \t]*$/.test(line)) {
      if (current) rows.push(current);
      current = undefined;
      if (line.includes('=') && headerRows === 0) {
        headerRows = rows.length;
        alignments = alignmentsIn(line, edges);
      }
    } else {
      const cells = edges.slice(1).map((edge, i) => line.slice((edges[i] ?? 0) + 1, edge));
      const before = current;
      current = cells.map((cell, i) => joinLines(before?.[i], cell));
    }
  }
  // A table that is cut off has no line below its last row.
  if (current) rows.push(current);
  const header = rows.slice(0, headerRows);
  const joined = header.reduce<string[]>(
    (all, row) => row.map((cell, i) => joinLines(all[i], cell)),
    [],
  );
  return { header: joined, rows: rows.slice(headerRows), alignments };
}

function alignmentsIn(line: string, edges: readonly number[]): readonly Alignment[] {
  return edges.slice(1).map((edge, i) => {
    const part = line.slice((edges[i] ?? 0) + 1, edge);
    const [left, right] = [part.startsWith(':'), part.endsWith(':')];
    if (left && right) return 'center';
    return right ? 'right' : left ? 'left' : undefined;
  });
}

/** Lines of a cell; a list in a cell keeps its lines. */
function joinLines(above: string | undefined, line: string): string {
  const text = line.trim();
  if (above === undefined || above === '') return text;
  if (text === '') return above;
  const isItem = /^(?:[-*+]|\d+[.)])[ \t]/.test(text);
  return `${above}${isItem ? '<br>' : ' '}${text}`;
}

/** Columns under dashes: `---- ----`, with or without a header, each row a line or, between blank ones, several. */
function readSimple(lines: readonly string[]): Grid | undefined {
  const isDashes = (line = ''): boolean => /^[ \t]*-+(?:[ \t]+-+)+[ \t]*$/.test(line);
  const isEdge = (line = ''): boolean => /^[ \t]*-{3,}[ \t]*$/.test(line) || isDashes(line);
  const isFramed = /^[ \t]*-{10,}[ \t]*$/.test(lines[0] ?? '');
  const ruler = lines.findIndex((line) => isDashes(line));
  if (ruler < 0) return undefined;
  const columns = [...(lines[ruler] ?? '').matchAll(/-+/g)].map(({ index, 0: dashes }) => ({
    start: index,
    end: index + dashes.length,
  }));
  const headLines = lines.slice(isFramed ? 1 : 0, ruler);
  if (!isFramed && headLines.length > 1) return undefined;
  const below = lines.slice(ruler + 1);
  const last = below.findLastIndex((line) => isEdge(line));
  const body = last >= 0 && last === below.length - 1 ? below.slice(0, last) : below;
  const cut = (line: string): string[] =>
    columns.map(({ start }, i) => line.slice(i === 0 ? 0 : start, columns[i + 1]?.start).trim());
  const merge = (all: string[], line: string): string[] =>
    cut(line).map((cell, i) => joinLines(all[i], cell));
  const rows =
    isFramed || body.some((line) => line.trim() === '')
      ? groups(body).map((group) => group.reduce(merge, []))
      : body.map(cut);
  const header = headLines.reduce(merge, []);
  const guide = headLines.at(-1) ?? body[0] ?? '';
  const alignments = columns.map(({ start, end }) => alignmentOf(guide, start, end));
  return rows.length === 0 ? undefined : { header, rows, alignments };
}

function groups(lines: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') all.push([]);
    else all.at(-1)?.push(line);
  }
  return all.filter((group) => group.length > 0);
}

/** A header flush with an end of its dashes is aligned to that side. */
function alignmentOf(line: string, start: number, end: number): Alignment {
  const [left, right] = [line[start] ?? ' ', line[end - 1] ?? ' '].map(
    (sign) => sign.trim() !== '',
  );
  if (left && right) return undefined;
  if (left) return 'left';
  return right ? 'right' : 'center';
}
