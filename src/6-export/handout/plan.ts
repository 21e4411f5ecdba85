import type { HandoutPlan } from '../../model/handout.ts';
import type { Page } from '../../model/page.ts';
import type { Paper, SlidesPerPage } from '../exporter.ts';

/** Width and height in millimeters, portrait. */
const papers: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  a4: [210, 297],
  letter: [215.9, 279.4],
};

/** The sum of opposite margins; see `src/runtime/export/handout.css`. */
const margins = { width: 36, height: 44 };
/** Between columns, and between rows including the slide number. */
const gaps = { width: 8, height: 13 };

interface Grid {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly slideWidth: number;
}

/** Lays out the slides on a sheet as large as possible, in portrait or landscape. */
export function planHandout(
  { title, author, date, size }: Pick<Page, 'title' | 'author' | 'date' | 'size'>,
  paper: Paper,
  perPage: SlidesPerPage,
): HandoutPlan {
  const sheet = papers[paper];
  const ratio = size.width / size.height;
  const about = { title, ...(author && { author }), ...(date && { date }) };
  if (perPage === 1) return { ...about, ...gridWithNotes(sheet, ratio), beside: 'notes' };
  if (perPage === 3) return { ...about, ...gridWithLines(sheet, ratio), beside: 'lines' };
  return { ...about, ...largestGrid(sheet, perPage, ratio), beside: 'nothing' };
}

/** One slide in the upper half, notes below. */
function gridWithNotes([width, height]: readonly [number, number], ratio: number): Grid {
  const high = (height - margins.height) * 0.46;
  const slideWidth = Math.min(width - margins.width, high * ratio);
  return { width, height, columns: 1, rows: 1, slideWidth };
}

/** Three slides, each with lines to write on next to it. */
function gridWithLines([width, height]: readonly [number, number], ratio: number): Grid {
  const high = (height - margins.height) / 3 - gaps.height;
  const slideWidth = Math.min((width - margins.width) * 0.52, high * ratio);
  return { width, height, columns: 1, rows: 3, slideWidth };
}

function largestGrid([short, long]: readonly [number, number], count: number, ratio: number): Grid {
  const columns = Array.from({ length: count }, (_, i) => i + 1).filter((n) => count % n === 0);
  const sheets = [
    [short, long],
    [long, short],
  ] as const;
  const grids = sheets.flatMap(([width, height]) =>
    columns.map((n) => fillGrid(width, height, n, count / n, ratio)),
  );
  return grids.reduce((best, grid) => (grid.slideWidth > best.slideWidth ? grid : best));
}

function fillGrid(
  width: number,
  height: number,
  columns: number,
  rows: number,
  ratio: number,
): Grid {
  const wide = (width - margins.width - gaps.width * (columns - 1)) / columns;
  const high = (height - margins.height) / rows - gaps.height;
  return { width, height, columns, rows, slideWidth: Math.min(wide, high * ratio) };
}
