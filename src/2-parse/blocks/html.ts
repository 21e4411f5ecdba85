import type { Tokens } from 'marked';
import type { RawHtml } from '../../model/blocks.ts';
import { noAttributes } from '../attributes/attributes.ts';
import type { SlideContext } from '../context.ts';
import { readHtml } from '../inline/html.ts';
import type { SourceMap } from '../source-map.ts';

/** The author's own HTML. A comment goes nowhere. */
export function parseHtml(
  token: Tokens.HTML | Tokens.Tag,
  map: SourceMap,
  context: SlideContext,
): readonly RawHtml[] {
  const content = readHtml(token.raw, map, context);
  if (content.every((part) => typeof part === 'string' && part.trim() === '')) return [];
  const span = map.span(0, token.raw.split('\n')[0]?.trimEnd().length || 1);
  return [{ kind: 'html', span, attributes: noAttributes, content }];
}
