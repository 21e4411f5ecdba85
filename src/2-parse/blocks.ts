import type { Tokens } from 'marked';
import type { AttributeList } from '../1-load/lexing/attribute-list.ts';
import type { LineMarker } from '../1-load/lexing/block-extensions.ts';
import { isChartComment } from '../1-load/lexing/chart-comment.ts';
import type { Attributed, BlockToken } from '../1-load/lexing/nest-tokens.ts';
import type { Report } from '../base/diagnostics/report.ts';
import type { Attributes, Block } from '../model/blocks.ts';
import type { Span, Token } from '../model/source.ts';
import {
  type AttributeUse,
  addAttributes,
  attributeUses,
  noAttributes,
  readAttributes,
} from './attributes/attributes.ts';
import { parseChartTable, reportWithoutTable } from './blocks/chart-table.ts';
import { parseCode } from './blocks/code.ts';
import { parseContainer } from './blocks/container.ts';
import { parseDefinitions } from './blocks/definitions.ts';
import { reportDividedFormulas } from './blocks/divided-formula.ts';
import { parseFootnote } from './blocks/footnote.ts';
import { parseFormula } from './blocks/formula.ts';
import { parseHeading } from './blocks/heading.ts';
import { parseHtml } from './blocks/html.ts';
import { parseList } from './blocks/list.ts';
import { parseParagraph } from './blocks/paragraph.ts';
import { parseQuote } from './blocks/quote.ts';
import { parseTable } from './blocks/table.ts';
import { reportForeignLines } from './foreign/lines.ts';
import { movedFromTable, TagBalance } from './inline/html/tag-balance.ts';
import { NotesSeparator } from './notes.ts';
import type { Source } from './source.ts';

export type ParseBlocks = typeof parseBlocks;

/**
 * @param tokens the lexer's block tokens
 * @param source begins with their joined `raw`
 */
export function parseBlocks(tokens: readonly Token[], source: Source): readonly Block[] {
  // Elements that are opened in these blocks must be closed in them.
  const scoped = source.with({ tags: new TagBalance() });
  const { tags } = scoped.scope;
  reportDividedFormulas(tokens, source);
  const separator = new NotesSeparator(source.findings.notes);
  const blocks: Block[] = [];
  let offset = 0;
  for (const token of tokens as readonly BlockToken[]) {
    const at = scoped.from(offset);
    if (isMarkdown(token)) addMarkdown(tags, at);
    const parsed = parseToken(token, at);
    blocks.push(...parsed.flatMap((block) => separator.separate(block)));
    offset += token.raw.length;
  }
  return closeTags(blocks, tags, source);
}

/** Whether a token becomes a block of its own among the author's HTML. */
function isMarkdown(token: BlockToken): boolean {
  return !['html', 'text', 'space', 'def', 'pause', 'attributeLine'].includes(token.type);
}

/** Markdown ends a paragraph of the author's HTML, and does not belong directly into a table. */
function addMarkdown(tags: TagBalance, source: Source): void {
  const part = tags.tablePart;
  if (part) {
    const { message, hint } = movedFromTable('Markdown', part);
    source.report.add('html-unbalanced', source.span(0, 1), message, hint);
  }
  tags.addMarkdown();
}

/** Closes the elements that are still open, which is reported. */
function closeTags(blocks: readonly Block[], tags: TagBalance, source: Source): readonly Block[] {
  const html = tags.closeAll(source.report);
  const last = blocks.at(-1);
  if (html === '' || !last) return blocks;
  const closing: Block =
    last.kind === 'html'
      ? { ...last, content: [...last.content, html] }
      : { kind: 'html', span: last.span, attributes: noAttributes, content: [html] };
  return last.kind === 'html' ? [...blocks.slice(0, -1), closing] : [...blocks, closing];
}

function parseToken(token: BlockToken, source: Source): readonly Block[] {
  if (token.type !== 'attributed') return parseBlock(token, noAttributes, source);
  const { block, list } = token;
  const own = readList(
    list,
    /^(?:list|definitionList)$/.test(block.type) ? attributeUses.list : attributeUses.block,
    source,
  );
  const blocks = parseBlock(block, own, source);
  const last = blocks.at(-1);
  if (last) return [...blocks.slice(0, -1), addAttributes(last, own, list, source)];
  reportLost(source.span(list.start - 1, list.text.length + 2), source.report);
  return blocks;
}

function readList({ text, start }: AttributeList, use: AttributeUse, source: Source): Attributes {
  return readAttributes(text, source.from(start), use);
}

function reportLost(span: Span, report: Report): void {
  const hint = 'put them on the line below their block, without a blank line';
  report.add('attribute-invalid', span, 'no block for these attributes', hint);
}

/** @param own the attributes on the line below the block */
function parseBlock(token: Attributed['block'], own: Attributes, source: Source): readonly Block[] {
  const span = source.span(0, firstLineLength(token.raw));
  switch (token.type) {
    case 'container':
      return parseContainer(token, source, parseBlocks);
    case 'chartTable':
      return parseChartTable(token, source);
    case 'heading':
      return [parseHeading(token, source)];
    case 'paragraph':
      return parseText(token, source);
    case 'text':
      return parseText({ ...token, type: 'paragraph', tokens: token.tokens ?? [] }, source);
    case 'list':
      return [parseList(token, own, source, parseBlocks)];
    case 'definitionList':
      return [parseDefinitions(token, own, source, parseBlocks)];
    case 'blockquote':
      return [parseQuote(token, source, parseBlocks)];
    case 'code':
      return parseCode(token, own, source);
    case 'formula':
      return parseFormula(token, own, source);
    case 'table':
      return [parseTable(token, source)];
    case 'html':
      return isChartComment(token) ? reportWithoutTable(token, source) : parseHtml(token, source);
    case 'hr':
      return [{ kind: 'rule', span, attributes: noAttributes }];
    case 'pause':
      return [{ kind: 'pause', span, attributes: noAttributes }];
    case 'footnoteDefinition':
      parseFootnote(token, source, parseBlocks);
      return [];
    case 'attributeLine':
      readList(token.list, attributeUses.block, source);
      reportLost(span, source.report);
      return [];
    case 'close': {
      const hint =
        'it needs as many colons as the line that opens its block; no such block is open here';
      source.report.add('block-stray', span, 'unexpected closing ":::"', hint);
      return [];
    }
    case 'slot':
    case 'note':
      reportMarker(token, span, source);
      return [];
    // Blank lines, and link definitions, which the lexer has already resolved.
    case 'space':
    case 'def':
    case 'checkbox':
      return [];
    default:
      throw new Error(`unexpected block token ${token.type}`);
  }
}

/** Reports a slot or notes marker inside a block. */
function reportMarker(
  token: Extract<LineMarker, { type: 'slot' | 'note' }>,
  span: Span,
  { report, scope }: Source,
): void {
  const inNotes = scope.depth === 0;
  if (token.type === 'slot') {
    const where = inNotes ? 'the notes' : 'a block';
    const hint = inNotes ? 'put it above the notes' : 'close the block before it with :::';
    report.add('block-stray', span, `::${token.name}:: inside ${where}`, hint);
  } else if (!inNotes) {
    const hint =
      'close the block before it with :::, or put the notes between "::: notes" and ":::"';
    report.add('block-stray', span, 'Note: inside a block', hint);
  }
}

function parseText(token: Tokens.Paragraph, source: Source): readonly Block[] {
  reportNestedMarkers(token.raw, source);
  reportForeignLines(token.raw, source);
  const block = parseParagraph(token, source);
  const isLost =
    block.kind === 'paragraph' && block.content.length === 0 && block.attributes !== noAttributes;
  if (isLost) reportLost(block.span, source.report);
  return isLost ? [] : [block];
}

/** Reports the lines of `:::` blocks that are text: in a list or quote, or indented. */
function reportNestedMarkers(text: string, source: Source): void {
  for (const { index, 0: line } of text.matchAll(
    /(?<=^|\n)[ \t]*:{3,}[ \t]*(?:[A-Za-z{][^\n]*)?(?=\n|$)/g,
  )) {
    const isIndented = /^[ \t]/.test(line);
    const message = isIndented
      ? '":::" after spaces is text'
      : '":::" has no meaning in a list or quote';
    const hint = isIndented
      ? 'begin the line with ":::"; in a list or quote, it has no meaning'
      : 'put the block above or below the list or quote';
    const marker = line.trim();
    const span = source.span(index + line.indexOf(marker), marker.length);
    source.report.add('block-stray', span, message, hint);
  }
}

function firstLineLength(raw: string): number {
  const end = raw.indexOf('\n');
  return Math.max(1, (end < 0 ? raw : raw.slice(0, end)).trimEnd().length);
}
