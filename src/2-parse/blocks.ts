import type { Token } from 'marked';
import type { Block, Columns, Group } from '../deck.ts';
import { suggest } from '../diagnostics.ts';
import { attributeKeys, noAttributes, readAttributes } from './attributes.ts';
import { parseCode } from './blocks/code.ts';
import { parseHeading } from './blocks/heading.ts';
import { parseHtml } from './blocks/html.ts';
import { parseList } from './blocks/list.ts';
import { parseParagraph } from './blocks/paragraph.ts';
import { parseQuote } from './blocks/quote.ts';
import { parseTable } from './blocks/table.ts';
import { claimId, type SlideContext } from './context.ts';
import type { BlockToken, Mark } from './lexer.ts';
import type { SourceMap } from './source-map.ts';

export type ParseBlocks = typeof parseBlocks;

/** What may stand after `:::`. */
const containers = ['columns', 'column', 'notes', 'incremental', 'fragment', 'aside'] as const;

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
  const blocks: Block[] = [];
  let offset = 0;
  for (let i = 0; i < all.length; i++) {
    const token = all[i] as BlockToken;
    const at = map.from(offset);
    offset += token.raw.length;
    if (token.type === 'open') {
      const end = findClose(all, i);
      const inner = all.slice(i + 1, end);
      if (end >= all.length) reportUnclosed(token, at, context);
      blocks.push(...parseContainer(token, inner, at, context));
      for (const skipped of all.slice(i + 1, end + 1)) offset += skipped.raw.length;
      i = end;
    } else blocks.push(...parseBlock(token, at, context));
  }
  return blocks;
}

function parseBlock(token: BlockToken, map: SourceMap, context: SlideContext): readonly Block[] {
  const span = map.span(0, firstLineLength(token.raw));
  switch (token.type) {
    case 'heading':
      return [parseHeading(token, map, context)];
    case 'paragraph':
      return [parseParagraph(token, map, context)];
    case 'text':
      return [
        parseParagraph({ ...token, type: 'paragraph', tokens: token.tokens ?? [] }, map, context),
      ];
    case 'list':
      return [parseList(token, map, context, parseBlocks)];
    case 'blockquote':
      return [parseQuote(token, map, context, parseBlocks)];
    case 'code':
      return parseCode(token, map, context);
    case 'table':
      return [parseTable(token, map, context)];
    case 'html':
      return parseHtml(token, map, context);
    case 'hr':
      return [{ kind: 'rule', span, attributes: noAttributes }];
    case 'pause':
      return [{ kind: 'pause', span, attributes: noAttributes }];
    case 'footnoteDefinition':
      defineFootnote(token, map, context);
      return [];
    case 'close':
      context.report.add(
        'block-stray',
        span,
        'this ::: closes nothing',
        'it needs as many colons as the line that opens',
      );
      return [];
    case 'slot':
      context.report.add(
        'block-stray',
        span,
        `::${token.name}:: stands inside of a block`,
        'close the block before it',
      );
      return [];
    // What separates blocks, and link definitions, which the lexer has used already.
    case 'space':
    case 'def':
    case 'checkbox':
      return [];
    default:
      throw new Error(`unexpected block token ${token.type}`);
  }
}

function firstLineLength(raw: string): number {
  return Math.max(1, (raw.split('\n')[0] ?? '').trimEnd().length);
}

/** The index of the line that closes the block opened at `start`, or the number of tokens. */
function findClose(tokens: readonly BlockToken[], start: number): number {
  const open: number[] = [];
  for (let i = start; i < tokens.length; i++) {
    const token = tokens[i] as BlockToken;
    if (token.type === 'open') open.push(token.colons);
    else if (token.type === 'close' && open.includes(token.colons)) {
      open.length = open.lastIndexOf(token.colons);
      if (open.length === 0) return i;
    }
  }
  return tokens.length;
}

type OpenMark = Extract<Mark, { type: 'open' }>;

function reportUnclosed(token: OpenMark, map: SourceMap, context: SlideContext): void {
  const hint = `close it with a line of ${token.colons} colons`;
  const span = map.span(0, firstLineLength(token.raw));
  context.report.add('block-unclosed', span, `"${token.name}" has no end on this slide`, hint);
}

function parseContainer(
  token: OpenMark,
  inner: readonly BlockToken[],
  map: SourceMap,
  context: SlideContext,
): readonly Block[] {
  const name = containers.find((container) => container === token.name);
  const nameSpan = map.span(token.raw.indexOf(token.name), token.name.length);
  if (name === undefined) {
    const hint = suggest(token.name, containers);
    context.report.add('block-unknown', nameSpan, `there is no block "${token.name}"`, hint);
    return [];
  }
  const attributes = containerAttributes(token, map, context, name === 'column');
  const span = map.span(0, firstLineLength(token.raw));
  const incremental = context.incremental || name === 'incremental';
  const blocks = parseBlocks(inner, map.from(token.raw.length), { ...context, incremental });
  switch (name) {
    case 'notes':
      context.notes.push(...blocks);
      return [];
    case 'columns':
      return [{ kind: 'columns', span, attributes, columns: collectColumns(blocks, context) }];
    case 'column':
      return [
        { kind: 'columns', span, attributes: noAttributes, columns: [{ attributes, blocks }] },
      ];
    default:
      return [{ kind: 'group', name, span, attributes, blocks } satisfies Group];
  }
}

/** A lone `column` is parsed as `columns` of one; here they become one. */
function collectColumns(blocks: readonly Block[], context: SlideContext): Columns['columns'] {
  return blocks.flatMap((block) => {
    if (block.kind === 'columns') return block.columns;
    const hint = 'put it between "::: column" and ":::"';
    context.report.add(
      'slot-unfit',
      block.span,
      'this stands between columns, in none of them',
      hint,
    );
    return [];
  });
}

function containerAttributes(
  token: OpenMark,
  map: SourceMap,
  context: SlideContext,
  isColumn: boolean,
) {
  if (token.rest === '') return noAttributes;
  const at = token.raw.indexOf(token.rest, token.raw.indexOf(token.name) + token.name.length);
  if (!/^\{[^{}]*\}$/.test(token.rest)) {
    const hint = 'attributes stand in braces: {.class key=value}';
    context.report.add(
      'attribute-invalid',
      map.span(at, token.rest.length),
      'these are no attributes',
      hint,
    );
    return noAttributes;
  }
  const keys = isColumn ? attributeKeys.column : attributeKeys.none;
  return readAttributes(token.rest.slice(1, -1), map.from(at + 1), keys, context);
}

function defineFootnote(
  token: Extract<Mark, { type: 'footnoteDefinition' }>,
  map: SourceMap,
  context: SlideContext,
): void {
  const { label, raw, tokens } = token;
  const span = map.span(0, `[^${label}]`.length);
  claimId(`footnote ${label}`, span, context);
  const inner = tokens.map((child) => child.raw).join('');
  const blocks = parseBlocks(tokens, map.within(raw, inner), context);
  context.footnotes.set(label, { label, span, blocks });
}
