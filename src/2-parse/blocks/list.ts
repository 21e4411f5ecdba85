import type { Token, Tokens } from 'marked';
import type { Attributes, List, ListItem } from '../../model/blocks.ts';
import { attributeUses, noAttributes, readAttributes } from '../attributes/attributes.ts';
import { splitTrailingAttributes } from '../attributes/trailing-list.ts';
import type { ParseBlocks } from '../blocks.ts';
import type { Source } from '../source.ts';

/**
 * Parses a list of bullets, numbers or tasks. With `{.incremental}` below or around it, its items appear one by
 * one.
 *
 * @param own the attributes below the list
 */
export function parseList(
  token: Tokens.List,
  own: Attributes,
  source: Source,
  parseBlocks: ParseBlocks,
): List {
  // A list that is a step appears as a whole.
  const isStep = own.classes.includes('fragment');
  const incremental = own.classes.includes('incremental') || (source.scope.incremental && !isStep);
  const items: ListItem[] = [];
  let offset = 0;
  for (const item of token.items) {
    items.push(parseItem(item, source.from(offset).with({ incremental }), parseBlocks));
    offset += item.raw.length;
  }
  return {
    kind: 'list',
    span: source.span(0, token.raw.split('\n')[0]?.length ?? 1),
    attributes: noAttributes,
    loose: token.loose,
    incremental,
    items,
    ...(token.ordered && { start: Number(token.start) }),
  };
}

function parseItem(token: Tokens.ListItem, source: Source, parseBlocks: ParseBlocks): ListItem {
  const inner = source.within(token.raw, joinRaw(token.tokens));
  const { tokens, attributes } = takeAttributes(token.tokens, inner);
  return {
    span: source.span(0, token.raw.split('\n')[0]?.length ?? 1),
    attributes,
    blocks: parseBlocks(tokens, inner),
    ...(token.task && { checked: token.checked ?? false }),
  };
}

/** An attribute list after the first text of an item belongs to the item. */
function takeAttributes(
  tokens: readonly Token[],
  source: Source,
): { readonly tokens: readonly Token[]; readonly attributes: Attributes } {
  const index = tokens.findIndex(({ type }) => type === 'text' || type === 'paragraph');
  const text = tokens[index];
  const children = text && 'tokens' in text ? text.tokens : undefined;
  const { tokens: rest, list } = splitTrailingAttributes(children ?? []);
  const before = tokens.slice(0, index);
  if (!text || !children || !list || before.some(({ type }) => type !== 'checkbox')) {
    return { tokens, attributes: noAttributes };
  }
  const start = joinRaw(before).length + text.raw.indexOf(joinRaw(children)) + list.start;
  const use = { ...attributeUses.block, isStep: source.scope.incremental };
  return {
    tokens: tokens.with(index, { ...text, tokens: [...rest] } as Token),
    attributes: readAttributes(list.text, source.from(start), use),
  };
}

function joinRaw(tokens: readonly Token[]): string {
  return tokens.map(({ raw }) => raw).join('');
}
