import type { Token } from 'markdown-it';
import { lineStarts } from '../../../base/span.ts';
import type { TextEdits } from '../text-edits.ts';

/** Lists with these marks come item by item. */
const marks: ReadonlySet<string> = new Set(['*', ')']);

/** Makes the items of `*` and `1)` lists steps. */
export function translateLists(tokens: readonly Token[], edits: TextEdits): void {
  for (const [i, token] of tokens.entries()) {
    if (!/^(?:bullet|ordered)_list_open$/.test(token.type) || token.level !== 0) continue;
    const end = tokens.findIndex((other, j) => j > i && other.level === 0 && other.nesting < 0);
    const list = tokens.slice(i, end);
    const items = list.filter(({ type }) => type === 'list_item_open');
    const steps = items.filter(({ markup }) => marks.has(markup));
    if (steps.length === 0) continue;
    if (steps.length === items.length && endsInText(list)) markList(token, edits);
    else for (const item of steps) markItem(item, list, edits);
  }
}

/** Whether an attribute list can follow directly. */
function endsInText(list: readonly Token[]): boolean {
  const last = list.findLast(({ nesting, type }) => nesting === 0 && type !== 'comment');
  return last?.type === 'inline';
}

function markList({ map }: Token, edits: TextEdits): void {
  const { text } = edits.author;
  const end = lineStarts(edits.author)[map?.[1] ?? 0] ?? text.length;
  edits.insert(text.slice(0, end).trimEnd().length, '\n{.incremental}');
}

/** Writes the class after the text of the item, if it has any. */
function markItem(item: Token, list: readonly Token[], edits: TextEdits): void {
  const { text } = edits.author;
  let at = list.indexOf(item) + 1;
  while (list[at] !== undefined && !/^(?:inline|list_item_\w+)$/.test(list[at]?.type ?? '')) at++;
  const inline = list[at];
  if (inline?.type !== 'inline') return;
  const end = lineStarts(edits.author)[inline.map?.[1] ?? 0] ?? text.length;
  edits.insert(text.slice(0, end).trimEnd().length, ' {.fragment}');
}
