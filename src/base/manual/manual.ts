import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../files/package-root.ts';
import { packageInfo } from '../package-info.ts';

/**
 * What the tables below a heading of the manual say, by each name in the first column: the other cells, of which
 * empty ones are left out.
 *
 * @param page its name in `docs/`: `markdown.md`
 */
export function tableRows(page: string, heading: string): ReadonlyMap<string, readonly string[]> {
  const rows = sectionOf(readPage(page), heading)
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
  return [...readPage(page).matchAll(pattern)].map(([, name = '']) => name);
}

/** Markdown without links and marks, for places that show plain text. */
export function plainProse(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '');
}

/** The page without its fenced blocks; empty if the package was installed without its manual. */
function readPage(page: string): string {
  try {
    const text = readFileSync(path.join(packageRoot, 'docs', page), 'utf8');
    return text.replace(/^(`{3,})[^`\n]*\n[\s\S]*?^\1$/gm, '');
  } catch {
    return '';
  }
}

function sectionOf(text: string, heading: string): string {
  const [start = '', level = ''] = new RegExp(`^(#+) ${heading}$`, 'm').exec(text) ?? [];
  if (start === '') return '';
  const rest = text.slice(text.indexOf(`\n${start}\n`) + start.length + 2);
  return rest.split(new RegExp(`^#{1,${level.length}} `, 'm'))[0] ?? '';
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
