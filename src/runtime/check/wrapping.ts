import { blockOf, type CheckedSlide, finding, type PageRule } from './slide.ts';

/** Long lines of code, and wide tables, that are wrapped. */
export const wrapping: PageRule = (slide) => [...wrappedCode(slide), ...wrappedTables(slide)];

function wrappedCode(slide: CheckedSlide) {
  const blocks = [...slide.root.querySelectorAll<HTMLElement>('pre > code')];
  return blocks
    .filter((code) => !code.closest('.notes'))
    .flatMap((code) => {
      const wrapped = wrappedLines(code);
      const [first] = wrapped;
      if (first === undefined) return [];
      const message =
        wrapped.length === 1
          ? `line ${first} of this code is wrapped`
          : `${wrapped.length} lines of this code are wrapped, the first one is line ${first}`;
      return [
        finding(slide, 'wrapping', blockOf(slide, code), message, 'break it where it reads well'),
      ];
    });
}

/** The numbers of the lines that take more than one line, from 1. */
function wrappedLines(code: HTMLElement): readonly number[] {
  const height = Number.parseFloat(getComputedStyle(code).lineHeight);
  const lines = code.textContent.replace(/\n$/, '').split('\n');
  // Measured line by line only if there are more than there should be.
  const range = document.createRange();
  range.selectNodeContents(code);
  const whole = range.getBoundingClientRect().height * heightRatio(code);
  if (whole < (lines.length + 0.5) * height) return [];
  const starts = lineStarts(code, lines);
  return starts.flatMap((start, index) => {
    const end = endOf(starts[index + 1], code);
    if (!start || !end || lines[index]?.trim() === '') return [];
    range.setStart(...start);
    range.setEnd(...end);
    const tops = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top);
    const spread = (Math.max(...tops) - Math.min(...tops)) * heightRatio(code);
    return spread > height * 0.6 ? [index + 1] : [];
  });
}

/** Pixels of layout in a pixel of the window. */
function heightRatio(element: HTMLElement): number {
  return element.offsetHeight / element.getBoundingClientRect().height;
}

type Place = readonly [node: Text, offset: number];

/** Where each line begins. */
function lineStarts(code: HTMLElement, lines: readonly string[]): readonly (Place | undefined)[] {
  const nodes = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  let [node, before] = [nodes.nextNode() as Text | null, 0];
  let offset = 0;
  return lines.map((line) => {
    while (node && before + node.length <= offset) {
      before += node.length;
      node = nodes.nextNode() as Text | null;
    }
    const place: Place | undefined = node ? [node, offset - before] : undefined;
    offset += line.length + 1;
    return place;
  });
}

function endOf(next: Place | undefined, code: HTMLElement): Place | undefined {
  if (next) return next;
  const nodes = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
  let last: Text | undefined;
  while (nodes.nextNode()) last = nodes.currentNode as Text;
  return last && [last, last.length];
}

/** A cell with at most so many characters should not be wrapped. */
const shortCell = 20;
/** A column that is so narrow that its cells have more lines than these. */
const maxLines = 3;

function wrappedTables(slide: CheckedSlide) {
  const tables = [...slide.root.querySelectorAll('table:not(.notes *, .chart-data)')];
  return tables.flatMap((table) => {
    const cells = [...table.querySelectorAll<HTMLElement>('th, td')];
    const narrow = cells.filter(isTooNarrow);
    const [first] = narrow;
    if (!first) return [];
    const columns = Math.max(...[...table.querySelectorAll('tr')].map((row) => row.cells.length));
    const text = first.textContent.replace(/\s+/g, ' ').trim().slice(0, 40);
    const message = `this table is too wide for its ${columns} columns: the cell "${text}" is wrapped`;
    const hint = 'leave out columns, shorten the cells, or show it as two tables';
    return [finding(slide, 'wrapping', table, message, hint)];
  });
}

function isTooNarrow(cell: HTMLElement): boolean {
  const text = cell.textContent.trim();
  if (text === '' || cell.querySelector('br, p, ul, ol, img, svg, math')) return false;
  const lines = linesIn(cell);
  const isShort = text.length <= shortCell && !/[\u3040-\u9fff\uac00-\ud7a3]/.test(text);
  return (isShort && lines > 1) || lines > maxLines;
}

function linesIn(cell: HTMLElement): number {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const tops = [...range.getClientRects()].map(({ top, height }) => top + height / 2);
  const { height = 1 } = range.getClientRects()[0] ?? {};
  const sorted = tops.toSorted((a, b) => a - b);
  return sorted.filter((top, i) => i === 0 || top - (sorted[i - 1] ?? 0) > height * 0.5).length;
}
