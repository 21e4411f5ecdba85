/** A line of one of two texts, or of both. */
interface DiffLine {
  readonly sign: ' ' | '-' | '+';
  /** With its line end. */
  readonly text: string;
}

/** The lines before and after a change that are shown. */
const context = 3;

/** Differences that need more memory are shown as one. */
const mostCells = 4_000_000;

/**
 * The difference between two texts in the unified format, a line each; none if they are the same.
 *
 * @param file as messages show it
 */
export function unifiedDiff(file: string, before: string, after: string): readonly string[] {
  if (before === after) return [];
  const lines = compare(splitLines(before), splitLines(after));
  return [`--- ${file}`, `+++ ${file}`, ...hunksOf(lines).flatMap((hunk) => format(hunk, lines))];
}

function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** By the longest common subsequence of what is between the common start and end. */
function compare(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a.at(-1 - end) === b.at(-1 - end)) end++;
  const same = (text: string): DiffLine => ({ sign: ' ', text });
  return [
    ...a.slice(0, start).map(same),
    ...compareMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ];
}

function compareMiddle(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  const removed = (text = ''): DiffLine => ({ sign: '-', text });
  const added = (text = ''): DiffLine => ({ sign: '+', text });
  const width = b.length + 1;
  if ((a.length + 1) * width > mostCells) return [...a.map(removed), ...b.map(added)];
  /** The longest common subsequence of the rests from `i` and `j` on. */
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      lines.push({ sign: ' ', text: a[i] ?? '' });
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(removed(a[i++]));
    } else lines.push(added(b[j++]));
  }
  return lines;
}

/** The stretches of lines around changes; close ones are one stretch. */
function hunksOf(lines: readonly DiffLine[]): readonly (readonly [from: number, to: number])[] {
  const hunks: [number, number][] = [];
  for (const [index, { sign }] of lines.entries()) {
    if (sign === ' ') continue;
    const last = hunks.at(-1);
    const to = Math.min(lines.length, index + context + 1);
    if (last && index - context <= last[1]) last[1] = to;
    else hunks.push([Math.max(0, index - context), to]);
  }
  return hunks;
}

function format(
  [from, to]: readonly [number, number],
  lines: readonly DiffLine[],
): readonly string[] {
  const shown = lines.slice(from, to);
  const count = (sign: '-' | '+', list: readonly DiffLine[]): number =>
    list.filter((line) => line.sign === ' ' || line.sign === sign).length;
  const range = (sign: '-' | '+'): string => {
    const length = count(sign, shown);
    const start = count(sign, lines.slice(0, from)) + (length > 0 ? 1 : 0);
    return `${sign}${start},${length}`;
  };
  return [
    `@@ ${range('-')} ${range('+')} @@`,
    ...shown.flatMap(({ sign, text }) =>
      text.endsWith('\n')
        ? [sign + text.slice(0, -1)]
        : [sign + text, '\\ No newline at end of file'],
    ),
  ];
}
