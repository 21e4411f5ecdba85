import { decodeHTML } from 'entities';
import type { Cell, TextCell } from '../../../model/diagram.ts';
import { column, textCell } from '../builder.ts';
import type { DiagramSource } from '../source.ts';
import type { DotToken } from './tokens.ts';

/** The maximum depth of the fields of a record, and of tables. */
const maxDepth = 20;

/** Reads a label, either text or HTML; `names` maps escaped characters such as the `N` of `\N` to texts. */
export function labelOf(
  token: DotToken,
  names: Readonly<Record<string, string>>,
  source: DiagramSource,
): Cell {
  if (token.kind !== 'html') return readText(token.text, names);
  const { cell, refused } = readHtml(token.text);
  if (refused !== undefined) {
    const code = refused === 'img' ? 'diagram-unsafe' : 'diagram-syntax';
    const at = token.start + 1 + token.text.toLowerCase().indexOf(`<${refused}`);
    const hint = 'a label takes text, <br/>, <b>, <i>, <u>, <font> and tables';
    source.fail(code, at, refused.length + 1, `a label takes no <${refused}>`, hint);
  }
  return cell;
}

/** The text of a label; empty for a table, which only a box can show. */
export function textOf(token: DotToken | undefined, source: DiagramSource): string {
  const cell = token && labelOf(token, {}, source);
  if (cell && cell.kind !== 'text') {
    const hint = 'write it as the label of a node';
    source.ignore(token.start, token.length, 'a label of this kind cannot contain a table', hint);
  }
  return cell?.kind === 'text' ? cell.text : '';
}

/** Whether fields or tables are nested too deeply, which is reported. */
export function isTooDeep({ text, start, length }: DotToken, source: DiagramSource): boolean {
  let [depth, deepest] = [0, 0];
  for (const [mark] of text.matchAll(/[{}]|<\/?(?:table|tr|td)\b/gi)) {
    depth += mark === '}' || mark.startsWith('</') ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  // Each nested table has three tags.
  if (deepest <= 3 * maxDepth) return false;
  const message = 'a label with too much in it, one in the other';
  source.fail('diagram-limit', start, length, message);
  return true;
}

/** The lines of a label: `\n` centers a line, `\l` aligns it at the start; `\N` is the node's name. */
function readText(text: string, names: Readonly<Record<string, string>>): TextCell {
  const isLeft = /\\l/.test(text);
  const lines = text
    .replace(/\\([\s\S])/g, (_, character: string) => {
      if (/[nlr]/.test(character)) return '\n';
      return names[character] ?? character;
    })
    .replace(/\n+$/, '');
  return textCell(decodeHTML(lines), isLeft ? 'start' : 'middle');
}

const recordPiece = /\\[\s\S]|<([^<>|{}]*)>|[{}|]|[^\\<>{}|]+|[<>]/g;

/** The fields of a record, `{a|<port> b}`: braces switch between rows and columns. */
export function recordOf(
  text: string,
  isBeside: boolean,
  names: Readonly<Record<string, string>>,
): Cell {
  interface Level {
    readonly cells: Cell[];
    raw: string;
    port?: string | undefined;
    inner?: Cell | undefined;
  }
  const levels: Level[] = [{ cells: [], raw: '' }];
  const finish = (level: Level): void => {
    const cell = level.inner ?? readText(level.raw.trim(), names);
    level.cells.push(
      level.port === undefined || cell.kind !== 'text' ? cell : { ...cell, port: level.port },
    );
    [level.raw, level.port, level.inner] = ['', undefined, undefined];
  };
  const close = (): Cell => {
    const level = levels.pop() ?? { cells: [], raw: '' };
    finish(level);
    const isRow = isBeside === (levels.length % 2 === 0);
    const [only] = level.cells;
    if (level.cells.length === 1 && only) return only;
    return { kind: isRow ? 'row' : 'column', cells: level.cells, isRuled: true };
  };
  for (const [piece, port] of text.matchAll(recordPiece)) {
    const level = levels.at(-1) as Level;
    if (port !== undefined) level.port = port.trim();
    else if (piece === '{') levels.push({ cells: [], raw: '' });
    else if (piece === '}' && levels.length > 1) {
      const inner = close();
      (levels.at(-1) as Level).inner = inner;
    } else if (piece === '|') finish(level);
    else if (piece !== '}') level.raw += piece;
  }
  while (levels.length > 1) {
    const inner = close();
    (levels.at(-1) as Level).inner = inner;
  }
  return close();
}

const htmlPiece = /<!--[\s\S]*?-->|<(\/?)([a-z]+)\b((?:[^"'>]|"[^"]*"|'[^']*')*)>|[^<]+|</gi;
const plainTags = new Set(['b', 'i', 'u', 'o', 's', 'sub', 'sup', 'font']);
const tableTags = new Set(['table', 'tr', 'td', 'hr', 'vr']);

/** A label in HTML, and the first tag that is not supported. */
interface HtmlLabel {
  readonly cell: Cell;
  readonly refused?: string;
}

/** Reads the HTML of a label: text and its breaks, rows and cells of tables. Fonts are the theme's. */
function readHtml(html: string): HtmlLabel {
  const rows: { readonly tag: string; readonly cells: Cell[]; text: string; port?: string }[] = [
    { tag: '', cells: [], text: '' },
  ];
  const close = (tag: string): void => {
    while (rows.length > 1 && rows.some((row) => row.tag === tag)) {
      const { tag: closed, cells, text, port } = rows.pop() ?? { tag, cells: [], text: '' };
      rows.at(-1)?.cells.push(makeCell(closed, cells, text, port));
      if (closed === tag) return;
    }
  };
  for (const [piece, slash, name, attributes = ''] of html.matchAll(htmlPiece)) {
    const tag = name?.toLowerCase();
    const top = rows.at(-1);
    if (tag === undefined) {
      if (top && !piece.startsWith('<!--')) top.text += decodeHTML(piece.replace(/\s+/g, ' '));
    } else if (tag === 'br') {
      if (top) top.text += '\n';
    } else if (tableTags.has(tag)) {
      if (slash) close(tag);
      else if (tag !== 'hr' && tag !== 'vr') {
        const [, port] = /\bport\s*=\s*["']([^"']*)["']/i.exec(attributes) ?? [];
        rows.push({ tag, cells: [], text: '', ...(port !== undefined && { port }) });
      }
    } else if (!plainTags.has(tag)) return { cell: textCell(''), refused: tag };
  }
  for (const { tag } of rows.slice(1).reverse()) close(tag);
  const [root] = rows;
  return { cell: contentOf(root?.cells ?? [], root?.text ?? '') };
}

/** Tables, below the text next to them. */
function contentOf(tables: readonly Cell[], text: string): Cell {
  const plain = textCell(trimLines(text));
  return column(plain.text === '' && tables.length > 0 ? tables : [plain, ...tables], false);
}

function makeCell(tag: string, cells: readonly Cell[], text: string, port?: string): Cell {
  if (tag === 'table') return column(cells, true);
  if (tag === 'tr')
    return cells.length === 1 && cells[0] ? cells[0] : { kind: 'row', cells, isRuled: true };
  const cell = contentOf(cells, text);
  return port === undefined || cell.kind !== 'text' ? cell : { ...cell, port };
}

function trimLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
