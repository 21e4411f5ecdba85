import type { MarkedToken, Token, Tokens } from 'marked';
import type { AttributeLine, AttributeList } from './attribute-list.ts';
import type { LineMarker } from './block-extensions.ts';
import { isChartComment } from './chart-comment.ts';
import type { DefinitionListToken } from './definition-list.ts';

/** A token of the lexer, before nesting. */
type FlatToken = LineMarker | AttributeLine | DefinitionListToken | MarkedToken;

/** A block token with those inside it. */
export type BlockToken = FlatToken | Container | ChartTable | Attributed;

/** From `:::` to `:::`. */
export interface Container {
  readonly type: 'container';
  readonly raw: string;
  readonly open: Extract<LineMarker, { type: 'open' }>;
  readonly tokens: readonly BlockToken[];
  /** Whether there is a line that closes it. */
  readonly isClosed: boolean;
}

/** A comment such as `<!-- chart: bar -->` and the table that follows. */
export interface ChartTable {
  readonly type: 'chartTable';
  readonly raw: string;
  readonly comment: Tokens.HTML;
  readonly table: Tokens.Table;
  /** Where in `raw` the table begins. */
  readonly tableStart: number;
}

/** A block and the attribute list on the line below it. */
export interface Attributed {
  readonly type: 'attributed';
  readonly raw: string;
  readonly block: Exclude<BlockToken, Attributed>;
  /** Its start is that in `raw`. */
  readonly list: AttributeList;
}

/**
 * Nests block tokens: containers, the tables of charts and attribute lines, also in what lists and
 * quotes contain. A container ends at the end of its slide at the latest.
 */
export function nestTokens(tokens: readonly Token[]): readonly BlockToken[] {
  const levels = new Levels();
  for (const token of tokens as readonly FlatToken[]) {
    nestChildren(token);
    if (token.type === 'open') levels.open(token);
    else if (token.type === 'close') levels.close(token);
    else {
      if (token.type === 'slideBreak' || token.type === 'end') levels.closeAll();
      levels.add(token);
    }
  }
  levels.closeAll();
  return levels.root;
}

/** Nests the tokens inside the lexer's own tokens. */
function nestChildren(token: FlatToken): void {
  if (token.type === 'list') for (const item of token.items) replaceTokens(item);
  else if (token.type === 'definitionList') {
    for (const definition of token.items.flatMap(({ definitions }) => definitions)) {
      replaceTokens(definition);
    }
  } else if (token.type === 'blockquote' || token.type === 'footnoteDefinition')
    replaceTokens(token);
}

function replaceTokens(parent: { tokens: Token[] }): void {
  parent.tokens = nestTokens(parent.tokens) as Token[];
}

interface Level {
  readonly open: Container['open'];
  readonly tokens: BlockToken[];
}

/** The open containers, the innermost one last. */
class Levels {
  readonly root: BlockToken[] = [];
  readonly #open: Level[] = [];

  open(open: Container['open']): void {
    this.#open.push({ open, tokens: [] });
  }

  /** Closes the innermost container with as many colons; containers in it are unclosed. */
  close(token: Extract<LineMarker, { type: 'close' }>): void {
    const index = this.#open.findLastIndex(({ open }) => open.colons === token.colons);
    if (index < 0) {
      this.add(token);
      return;
    }
    while (this.#open.length > index + 1) this.#end();
    this.#end(token);
  }

  closeAll(): void {
    while (this.#open.length > 0) this.#end();
  }

  add(token: BlockToken): void {
    const siblings = this.#open.at(-1)?.tokens ?? this.root;
    if (token.type === 'attributeLine') addAttributes(token, siblings);
    else if (token.type === 'table') addTable(token, siblings);
    else siblings.push(token);
  }

  #end(close?: FlatToken): void {
    const level = this.#open.pop();
    if (!level) return;
    const { open, tokens } = level;
    const raw = open.raw + joinRaw(tokens) + (close?.raw ?? '');
    this.add({ type: 'container', raw, open, tokens, isClosed: close !== undefined });
  }
}

/** Attaches an attribute list to the block above, unless there is a blank line between them. */
function addAttributes(line: AttributeLine, siblings: BlockToken[]): void {
  const block = siblings.at(-1);
  const isOwned = block && canHaveAttributes(block) && !/(?:^|\n)[ \t]*\n$/.test(block.raw);
  if (!isOwned) {
    siblings.push(line);
    return;
  }
  const { text, start } = line.list;
  const list = { text, start: block.raw.length + start };
  siblings[siblings.length - 1] = { type: 'attributed', raw: block.raw + line.raw, block, list };
}

function canHaveAttributes(token: BlockToken): token is Attributed['block'] {
  const isComment = token.type === 'html' && token.raw.trimStart().startsWith('<!--');
  const others = ['attributed', 'attributeLine', 'slideBreak', 'slot', 'note'];
  return !isComment && !others.includes(token.type);
}

/** Combines a table with the chart comment above it, with or without blank lines between them. */
function addTable(table: Tokens.Table, siblings: BlockToken[]): void {
  const index = siblings.findLastIndex(({ type }) => type !== 'space');
  const comment = siblings[index];
  if (!comment || !isChartComment(comment)) {
    siblings.push(table);
    return;
  }
  const above = joinRaw(siblings.splice(index));
  const raw = above + table.raw;
  siblings.push({ type: 'chartTable', raw, comment, table, tableStart: above.length });
}

function joinRaw(tokens: readonly BlockToken[]): string {
  return tokens.map(({ raw }) => raw).join('');
}
