import type { Tokens } from 'marked';
import type { Attributes, Block, List, ListItem } from '../../deck.ts';
import { noAttributes } from '../attributes.ts';
import type { ParseBlocks } from '../blocks.ts';
import type { SlideContext } from '../context.ts';
import type { SourceMap } from '../source-map.ts';

/** Braces on a line of their own under the last item: the whole list's. */
const listAttributes = /\n[ \t]*\{[^{}\n]*\}\s*$/;

/** Bullets, numbers or tasks; `{.incremental}` under it, or around it, lets the items appear one by one. */
export function parseList(
  token: Tokens.List,
  map: SourceMap,
  context: SlideContext,
  parseBlocks: ParseBlocks,
): List {
  const isIncremental = /\n[ \t]*\{[^{}\n]*\.incremental\b[^{}\n]*\}\s*$/.test(token.raw);
  const incremental = context.incremental || isIncremental;
  const items: ListItem[] = [];
  let offset = 0;
  for (const item of token.items) {
    items.push(parseItem(item, map.from(offset), { ...context, incremental }, parseBlocks));
    offset += item.raw.length;
  }
  const attributes = listAttributes.test(token.raw) ? liftAttributes(items) : noAttributes;
  return {
    kind: 'list',
    span: map.span(0, token.raw.split('\n')[0]?.length ?? 1),
    attributes,
    loose: token.loose,
    incremental,
    items,
    ...(token.ordered && { start: Number(token.start) }),
  };
}

function parseItem(
  token: Tokens.ListItem,
  map: SourceMap,
  context: SlideContext,
  parseBlocks: ParseBlocks,
): ListItem {
  const inner = token.tokens.map(({ raw }) => raw).join('');
  const parsed = parseBlocks(token.tokens, map.within(token.raw, inner), context);
  const [first, ...rest] = parsed;
  // A paragraph's attributes are its item's, where it is the item's text.
  const attributes = first?.kind === 'paragraph' ? first.attributes : noAttributes;
  const blocks: readonly Block[] =
    first?.kind === 'paragraph' ? [{ ...first, attributes: noAttributes }, ...rest] : parsed;
  return {
    span: map.span(0, token.raw.split('\n')[0]?.length ?? 1),
    attributes,
    blocks,
    ...(token.task && { checked: token.checked ?? false }),
  };
}

/** Markdown counts the line under a list to its last item, from where it is taken here. */
function liftAttributes(items: ListItem[]): Attributes {
  const last = items.at(-1);
  if (!last) return noAttributes;
  items[items.length - 1] = { ...last, attributes: noAttributes };
  return last.attributes;
}
