import type { Token } from 'marked';
import type { Inline } from '../../model/inline.ts';
import type { Source } from '../source.ts';
import { TagBalance } from './html/tag-balance.ts';
import { parseInlines } from './inline.ts';

/** Parses inlines that end all elements of the author's HTML that begin in them, as cells and headings do. */
export function parseOwnInlines(tokens: readonly Token[], source: Source): readonly Inline[] {
  const tags = new TagBalance();
  const inlines = parseInlines(tokens, source.with({ tags }));
  const html = tags.closeAll(source.report);
  return html === '' ? inlines : [...inlines, { kind: 'html', content: [html] }];
}
