import type { Token, Tokens } from 'marked';
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
import { defineFootnote } from './blocks/footnote.ts';
import { parseFormula } from './blocks/formula.ts';
import { parseHeading } from './blocks/heading.ts';
import { parseHtml } from './blocks/html.ts';
import { parseList } from './blocks/list.ts';
import { parseParagraph } from './blocks/paragraph.ts';
import { parseQuote } from './blocks/quote.ts';
import { parseTable } from './blocks/table.ts';
import { isChartComment } from './chart/comment.ts';
import type { SlideContext } from './context.ts';
import { reportUnclosedTags, TagBalance } from './inline/html.ts';
import type { BlockToken } from './lexing/block-extensions.ts';
import type { SourceMap } from './source-map.ts';
import { readUnit, type Unit } from './units.ts';

export type ParseBlocks = typeof parseBlocks;

/**
 * @param tokens the lexer's block tokens
 * @param map leads from their joined `raw` to the file
 */
export function parseBlocks(
  tokens: readonly Token[],
  map: SourceMap,
  context: SlideContext,
): readonly Block[] {
  const all = tokens as readonly BlockToken[];
  // What HTML opens among these blocks, it closes among them.
  const scope = { ...context, tags: new TagBalance() };
  const blocks: Block[] = [];
  let offset = 0;
  for (let i = 0; i < all.length; ) {
    const unit = readUnit(all, i);
    blocks.push(...parseUnit(unit, map.from(offset), scope));
    offset += unit.raw.length;
    i = unit.end;
  }
  reportUnclosedTags(scope.tags, context.report);
  return blocks;
}

function parseUnit(unit: Unit, map: SourceMap, context: SlideContext): readonly Block[] {
  const { first, braces } = unit;
  const own = braces ? readOwn(first, braces, map, context) : noAttributes;
  const blocks = parseFirst(unit, own, map, context);
  if (!braces) return blocks;
  const last = blocks.at(-1);
  if (last) return [...blocks.slice(0, -1), addAttributes(last, own, braces, map, context)];
  reportLost(map.span(braces.start - 1, braces.text.length + 2), context);
  return blocks;
}

/** @param own the attributes from a line of their own under the block */
function parseFirst(
  unit: Unit,
  own: Attributes,
  map: SourceMap,
  context: SlideContext,
): readonly Block[] {
  const { first } = unit;
  if (first.type === 'open') return parseContainer(first, unit, map, context, parseBlocks);
  if (isChartComment(first)) return parseChartTable(first, unit, map, context);
  return parseBlock(first, own, map, context);
}

function readOwn(
  { type }: BlockToken,
  braces: Braces,
  map: SourceMap,
  context: SlideContext,
): Attributes {
  const use = type === 'list' ? attributeUses.list : attributeUses.block;
  return readAttributes(braces.text, map.from(braces.start), use, context);
}

function reportLost(span: Span, context: SlideContext): void {
  const hint = 'put them right under the block that they are meant for, without a blank line';
  context.report.add('attribute-invalid', span, 'these attributes belong to no block', hint);
}

function parseBlock(
  token: BlockToken,
  own: Attributes,
  map: SourceMap,
  context: SlideContext,
): readonly Block[] {
  const span = map.span(0, firstLineLength(token.raw));
  switch (token.type) {
    case 'heading':
      return [parseHeading(token, map, context)];
    case 'paragraph':
      return parseText(token, map, context);
    case 'text':
      return parseText({ ...token, type: 'paragraph', tokens: token.tokens ?? [] }, map, context);
    case 'list':
      return [parseList(token, own, map, context, parseBlocks)];
    case 'blockquote':
      return [parseQuote(token, map, context, parseBlocks)];
    case 'code':
      return parseCode(token, own, map, context);
    case 'formula':
      return parseFormula(token, own, map, context);
    case 'table':
      return [parseTable(token, map, context)];
    case 'html':
      return parseHtml(token, map, context);
    case 'hr':
      return [{ kind: 'rule', span, attributes: noAttributes }];
    case 'pause':
      return [{ kind: 'pause', span, attributes: noAttributes }];
    case 'footnoteDefinition':
      defineFootnote(token, map, context, parseBlocks);
      return [];
    case 'close':
      context.report.add(
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

function parseText(
  token: Tokens.Paragraph,
  map: SourceMap,
  context: SlideContext,
): readonly Block[] {
  const block = parseParagraph(token, map, context);
  const isLost =
    block.kind === 'paragraph' && block.content.length === 0 && block.attributes !== noAttributes;
  if (isLost) reportLost(block.span, context);
  return isLost ? [] : [block];
}

function firstLineLength(raw: string): number {
  const end = raw.indexOf('\n');
  return Math.max(1, (end < 0 ? raw : raw.slice(0, end)).trimEnd().length);
}
