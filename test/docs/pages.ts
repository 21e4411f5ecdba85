import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/base/files/package-root.ts';

/** A Markdown page of the documentation. */
export interface Page {
  /** From the package's root, with forward slashes: `docs/cli.md`. */
  readonly name: string;
  readonly text: string;
}

/** A fenced block of a page. */
export interface Block {
  readonly page: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
  /** The first word after the fence. */
  readonly language: string;
  /** The rest of that line. */
  readonly info: string;
  /** With a line feed at the end. */
  readonly text: string;
  /** The text with its fences. */
  readonly source: string;
}

const fence = /^(?<marks>`{3,})(?<language>[\w-]*)(?<info>[^\n]*)\n(?<body>[\s\S]*?)^\k<marks>$/gm;

const folders = ['.', 'docs'];
const excluded = new Set(['ARCHITECTURE.md']);

/** The documentation: the pages in `docs/`, and those at the root. */
export const pages: readonly Page[] = folders.flatMap((folder) =>
  readdirSync(path.join(packageRoot, folder))
    .filter((file) => file.endsWith('.md') && !excluded.has(file))
    .sort()
    .map((file) => {
      const name = path.posix.join(folder, file);
      return { name, text: readPage(name) };
    }),
);

/** All fenced blocks of the documentation. */
export const blocks: readonly Block[] = pages.flatMap(blocksOf);

/** `docs/cli.md:12`, to name a test after. */
export function placeOf({ page, line }: Block): string {
  return `${page}:${line}`;
}

/** The text of a page without its fenced blocks. */
export function proseOf({ text }: Page): string {
  return text.replace(fence, (block) => block.replace(/[^\n]/g, ''));
}

/** The part of a page below a heading, up to the next heading of the same or a higher level. */
export function sectionOf(page: string, heading: string): string {
  const prose = proseOf({ name: page, text: readPage(page) });
  const [before, level = ''] = new RegExp(`^(#+) ${heading}$`, 'm').exec(prose) ?? [];
  if (before === undefined) throw new Error(`${page} has no heading "${heading}"`);
  const rest = prose.slice(prose.indexOf(`\n${before}\n`) + before.length + 2);
  return rest.split(new RegExp(`^#{1,${level.length}} `, 'm'))[0] ?? '';
}

/** The cells of all tables in a text, row by row, without headers and delimiters. */
export function rowsIn(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines
    .filter((line, i) => !isDelimiter(line) && !isDelimiter(lines[i + 1] ?? ''))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

/** The texts between backticks in a cell. */
export function codeIn(cell = ''): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** Puts another text into a block of a page. */
export function rewrite({ page, source, text }: Block, replacement: string): void {
  const file = path.join(packageRoot, page);
  const end = source.length - source.lastIndexOf('\n') - 1;
  const opening = source.slice(0, source.length - end - text.length);
  const rewritten = opening + replacement + source.slice(source.length - end);
  writeFileSync(
    file,
    readPage(page).replace(source, () => rewritten),
  );
}

function blocksOf({ name, text }: Page): readonly Block[] {
  return [...text.matchAll(fence)].map(({ 0: source, groups = {}, index }) => ({
    page: name,
    source,
    line: text.slice(0, index).split('\n').length,
    language: groups.language ?? '',
    info: (groups.info ?? '').trim(),
    text: groups.body ?? '',
  }));
}

function readPage(name: string): string {
  return readFileSync(path.join(packageRoot, name), 'utf8');
}

function isDelimiter(line: string): boolean {
  return /^\|[-:| ]+\|$/.test(line);
}
