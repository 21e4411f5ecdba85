import { packageInfo } from '../package-info.ts';
import { readPage, sectionsOf } from './pages.ts';

/** Tables that were read, by page and heading: the manual does not change while a program runs. */
const tables = new Map<string, ReadonlyMap<string, readonly string[]>>();

/**
 * What the tables below a heading of the manual say, by each name in the first column: the other cells, of which
 * empty ones are left out.
 *
 * @param page its name in `docs/`: `markdown.md`
 */
export function tableRows(page: string, heading: string): ReadonlyMap<string, readonly string[]> {
  const key = `${page}#${heading}`;
  const rows = tables.get(key) ?? readRows(page, heading);
  tables.set(key, rows);
  return rows;
}

function readRows(page: string, heading: string): ReadonlyMap<string, readonly string[]> {
  const section = sectionsOf(readPage(page)).find(({ title }) => title === heading);
  const rows = withoutFences(section?.text ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[-:| ]+\|$/.test(line));
  return new Map(
    rows.flatMap((row) => {
      const [first = '', ...others] = cellsOf(row);
      const cells = others.filter(Boolean).map((cell) => absoluteLinks(cell, page));
      return [...first.matchAll(/`([^`]+)`/g)].map(([, name = '']) => [name, cells] as const);
    }),
  );
}

/** What the first group of a pattern matches in a page, its fenced blocks left out. */
export function namesInManual(page: string, pattern: RegExp): readonly string[] {
  return [...withoutFences(readPage(page)).matchAll(pattern)].map(([, name = '']) => name);
}

/** Markdown without links and marks, for places that show plain text. */
export function plainProse(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
}

/** Rows and names in examples are not those of the page. */
function withoutFences(text: string): string {
  return text.replace(/^(`{3,})[^`\n]*\n[\s\S]*?^\1$/gm, '');
}

function cellsOf(row: string): readonly string[] {
  const cells = row.slice(1, row.lastIndexOf('|')).split(/(?<!\\)\|/);
  return cells.map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** Links lead to the manual of the project on the web. */
function absoluteLinks(cell: string, page: string): string {
  const manual = `${packageInfo().url}/blob/main/docs/`;
  return cell.replace(/\]\((?!https?:)([^)]*)\)/g, (_, target: string) => {
    return `](${manual}${target.startsWith('#') ? page : ''}${target})`;
  });
}
