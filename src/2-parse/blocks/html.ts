import type { Tokens } from 'marked';
import type { RawHtml } from '../../model/blocks.ts';
import { noAttributes } from '../attributes/attributes.ts';
import { readHtml } from '../inline/html.ts';
import type { Source } from '../source.ts';

/** Parses the author's own HTML, without comments. */
export function parseHtml(token: Tokens.HTML | Tokens.Tag, source: Source): readonly RawHtml[] {
  const content = readHtml(token.raw, source);
  if (content.every((part) => typeof part === 'string' && part.trim() === '')) return [];
  const span = source.span(0, token.raw.split('\n')[0]?.trimEnd().length || 1);
  return [{ kind: 'html', span, attributes: noAttributes, content }];
}
