import { cellsOf } from '../text/table.ts';

const maxWidth = 120;

/** A table whose columns are aligned, unless it is wider than an editor. */
export function formatTable(raw: string): string {
  const lines = raw.replace(/\n+$/, '').split('\n');
  const rows = lines.map(cellsOf);
  const [, delimiters] = rows;
  const isPlain = lines.every((line) => /^ {0,3}\S/.test(line) && line.includes('|'));
  const count = rows[0]?.length ?? 0;
  if (!isPlain || !delimiters || rows.some((row) => row.length !== count)) return raw;
  const content = rows.filter((_, i) => i !== 1);
  const widths = delimiters.map((_, column) =>
    Math.max(3, ...content.map((row) => widthOf(row[column] ?? ''))),
  );
  const total = widths.reduce((sum, width) => sum + width + 3, 1);
  const shown = total > maxWidth ? widths.map(() => 3) : widths;
  const written = rows.map((row, i) =>
    row.map((cell, column) => {
      const width = shown[column] ?? 3;
      const delimiter = delimiters[column] ?? '---';
      return i === 1 ? fillDelimiter(cell, width) : fill(cell, delimiter, width);
    }),
  );
  const end = /\n*$/.exec(raw)?.[0] ?? '';
  return written.map((cells) => `| ${cells.join(' | ')} |`).join('\n') + end;
}

function fillDelimiter(cell: string, width: number): string {
  const [left, right] = [cell.startsWith(':') ? ':' : '', cell.endsWith(':') ? ':' : ''];
  return left + '-'.repeat(Math.max(1, width - left.length - right.length)) + right;
}

function fill(cell: string, delimiter: string, width: number): string {
  const room = Math.max(0, width - widthOf(cell));
  return delimiter.endsWith(':') && !delimiter.startsWith(':')
    ? ' '.repeat(room) + cell
    : cell + ' '.repeat(room);
}

/** The columns that a text takes in an editor. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}|\u200d|\ufe0f/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
