import type { Token, Tokens } from 'marked';
import type { Report } from '../base/diagnostics/report.ts';
import type { Attributes, Block } from '../model/blocks.ts';
import type { Span } from '../model/source.ts';
import {
  addAttributes,
  attributeUses,
  noAttributes,
  readAttributes,
} from './attributes/attributes.ts';
import type { Braces } from './attributes/braces.ts';
import { parseChartTable } from './blocks/chart-table.ts';
import { parseCode } from './blocks/code.ts';
import { parseContainer } from './blocks/container.ts';
import { parseFootnote } from './blocks/footnote.ts';
import { parseFormula } from './blocks/formula.ts';
import { parseHeading } from './blocks/heading.ts';
import { parseHtml } from './blocks/html.ts';
import { parseList } from './blocks/list.ts';
import { parseParagraph } from './blocks/paragraph.ts';
import { parseQuote } from './blocks/quote.ts';
import { parseTable } from './blocks/table.ts';
import { isChartComment } from './chart/comment.ts';
import { reportUnclosedTags, TagBalance } from './inline/html.ts';
import type { BlockToken } from '../1-load/lexing/block-extensions.ts';
import type { Source } from './source.ts';
import { readUnit, type Unit } from './units.ts';

export type ParseBlocks = typeof parseBlocks;

/**
 * @param tokens the lexer's block tokens
 * @param source begins with their joined `raw`
 */
export function parseBlocks(tokens: readonly Token[], source: Source): readonly Block[] {
  const all = tokens as readonly BlockToken[];
  // What HTML opens among these blocks, it closes among them.
  const scoped = source.with({ tags: new TagBalance() });
  const blocks: Block[] = [];
  let offset = 0;
  for (let i = 0; i < all.length; ) {
    const unit = readUnit(all, i);
    blocks.push(...parseUnit(unit, scoped.from(offset)));
    offset += unit.raw.length;
    i = unit.end;
  }
  reportUnclosedTags(scoped.scope.tags, source.report);
  return blocks;
}

function parseUnit(unit: Unit, source: Source): readonly Block[] {
  const { first, braces } = unit;
  const own = braces ? readOwn(first, braces, source) : noAttributes;
  const blocks = parseFirst(unit, own, source);
  if (!braces) return blocks;
  const last = blocks.at(-1);
  if (last) return [...blocks.slice(0, -1), addAttributes(last, own, braces, source)];
  reportLost(source.span(braces.start - 1, braces.text.length + 2), source.report);
  return blocks;
}

/** @param own the attributes from a line of their own under the block */
function parseFirst(unit: Unit, own: Attributes, source: Source): readonly Block[] {
  const { first } = unit;
  if (first.type === 'open') return parseContainer(first, unit, source, parseBlocks);
  if (isChartComment(first)) return parseChartTable(first, unit, source);
  return parseBlock(first, own, source);
}

function readOwn({ type }: BlockToken, braces: Braces, source: Source): Attributes {
  const use = type === 'list' ? attributeUses.list : attributeUses.block;
  return readAttributes(braces.text, source.from(braces.start), use);
}

function reportLost(span: Span, report: Report): void {
  const hint = 'put them right under the block that they are meant for, without a blank line';
  report.add('attribute-invalid', span, 'these attributes belong to no block', hint);
}

function parseBlock(token: BlockToken, own: Attributes, source: Source): readonly Block[] {
  const span = source.span(0, firstLineLength(token.raw));
  switch (token.type) {
    case 'heading':
      return [parseHeading(token, source)];
    case 'paragraph':
      return parseText(token, source);
    case 'text':
      return parseText({ ...token, type: 'paragraph', tokens: token.tokens ?? [] }, source);
    case 'list':
      return [parseList(token, own, source, parseBlocks)];
    case 'blockquote':
      return [parseQuote(token, source, parseBlocks)];
    case 'code':
      return parseCode(token, own, source);
    case 'formula':
      return parseFormula(token, own, source);
    case 'table':
      return [parseTable(token, source)];
    case 'html':
      return parseHtml(token, source);
    case 'hr':
      return [{ kind: 'rule', span, attributes: noAttributes }];
    case 'pause':
      return [{ kind: 'pause', span, attributes: noAttributes }];
    case 'footnoteDefinition':
      parseFootnote(token, source, parseBlocks);
      return [];
    case 'close':
      source.report.add(
        'block-stray',
        span,
        'this ::: closes nothing',
        'it needs as many colons as the line that opens',
      );
      return [];
    // What separates blocks, and link definitions, which the lexer has used already.
    case 'space':
    case 'def':
    case 'checkbox':
    // What marks the parts of a slide, and stands inside of one: that was reported.
    case 'slot':
    case 'note':
      return [];
    default:
      throw new Error(`unexpected block token ${token.type}`);
  }
}

function parseText(token: Tokens.Paragraph, source: Source): readonly Block[] {
  const block = parseParagraph(token, source);
  const isLost =
    block.kind === 'paragraph' && block.content.length === 0 && block.attributes !== noAttributes;
  if (isLost) reportLost(block.span, source.report);
  return isLost ? [] : [block];
}

function firstLineLength(raw: string): number {
  const end = raw.indexOf('\n');
  return Math.max(1, (end < 0 ? raw : raw.slice(0, end)).trimEnd().length);
}
