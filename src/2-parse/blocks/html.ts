import type { Tokens } from 'marked';
import type { RawHtml } from '../../deck.ts';
import { noAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { readHtml } from '../html.ts';
import type { SourceMap } from '../source-map.ts';

/** The author's own HTML. A comment goes nowhere. */
export function parseHtml(
  token: Tokens.HTML | Tokens.Tag,
  map: SourceMap,
  context: SlideContext,
): readonly RawHtml[] {
  const comment = /^ {0,3}<!--/.exec(token.raw);
  if (comment && !token.raw.includes('-->')) {
    const at = comment[0].length - 4;
    context.report.add(
      'comment-unclosed',
      map.span(at, 4),
      'this comment has no end',
      'close it with -->',
    );
    return [];
  }
  const content = readHtml(token.raw, map, context);
  if (content.every((part) => typeof part === 'string' && part.trim() === '')) return [];
  const span = map.span(0, token.raw.split('\n')[0]?.length ?? 1);
  return [{ kind: 'html', span, attributes: noAttributes, content }];
}
