import { findFrontMatter } from '../../1-load/find-front-matter.ts';
import { lex } from '../../1-load/lexing/lexer.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { noMemo } from '../../base/memo/memo.ts';
import type { Token } from '../../model/source.ts';
import { formatTable } from './format-table.ts';

/**
 * Formats a deck in Lectern's Markdown: aligns tables, and removes spaces at the ends of lines and surplus blank
 * lines. Nothing that is shown changes; formatting twice is the same as once.
 *
 * @param text with LF as line ends, without a byte-order mark
 */
export function formatDeck(text: string): string {
  const file = { path: '', realPath: '', text };
  const report = new Report();
  const start = findFrontMatter(file, report)?.bodyStart ?? 0;
  const { tokens, hasErrors } = lex(file, start, report, noMemo);
  if (hasErrors) return text;
  const body = tokens.map((token, i) => formatToken(token, tokens[i - 1])).join('');
  return `${text.slice(0, start)}${body}`.replace(/\n+$/, '\n');
}

function formatToken({ type, raw }: Token, before: Token | undefined): string {
  switch (type) {
    case 'space':
      return blankLines(raw, before);
    case 'table':
      return formatTable(raw);
    case 'heading':
    case 'slideBreak':
    case 'slot':
    case 'close':
      return type === 'slideBreak' && raw.trim().includes('\n') ? raw : withoutSpaces(raw);
    case 'paragraph':
      // Two spaces at the end of a line break it.
      return raw.replace(/[ \t]+(\n*)$/, '$1');
    default:
      return raw;
  }
}

function withoutSpaces(raw: string): string {
  return raw.replace(/[ \t]+(?=\n|$)/g, '');
}

/** At most one blank line, but for those that end code or a list, where more may have a meaning. */
function blankLines(raw: string, before: Token | undefined): string {
  const lines = raw.replace(/[ \t]+(?=\n)/g, '');
  if (before && /^(?:list|code|footnoteDefinition|definitionList)$/.test(before.type)) return raw;
  const endsLine = before === undefined || before.raw.endsWith('\n');
  return lines.replace(/^\n{2,}/, (all) => (endsLine ? '\n' : '\n\n').slice(0, all.length));
}
