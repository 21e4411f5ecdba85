import type { Tokens } from 'marked';
import { type Block, type Callout, calloutTypes, type Inline, type Quote } from '../../deck.ts';
import { suggest } from '../../diagnostics.ts';
import { noAttributes } from '../attributes.ts';
import type { ParseBlocks } from '../blocks.ts';
import type { SlideContext } from '../context.ts';
import type { SourceMap } from '../source-map.ts';

/** `> text`; or, with a first line of `[!NOTE]`, a callout. */
export function parseQuote(
  token: Tokens.Blockquote,
  map: SourceMap,
  context: SlideContext,
  parseBlocks: ParseBlocks,
): Quote | Callout {
  const inner = token.tokens.map(({ raw }) => raw).join('');
  const blocks = parseBlocks(token.tokens, map.within(token.raw, inner), context);
  const span = map.span(0, token.raw.split('\n')[0]?.length ?? 1);
  const name = /^[ >\t]*\[!(\w+)\][ \t]*(?:\n|$)/.exec(token.raw)?.[1];
  if (name === undefined) return { kind: 'quote', span, attributes: noAttributes, blocks };
  const type = calloutTypes.find((known) => known === name.toLowerCase());
  if (type === undefined) {
    const hint = suggest(
      name,
      calloutTypes.map((known) => known.toUpperCase()),
    );
    const nameSpan = map.span(token.raw.indexOf(name), name.length);
    context.report.add('block-unknown', nameSpan, `there is no callout "${name}"`, hint);
  }
  return {
    kind: 'callout',
    type: type ?? 'note',
    span,
    attributes: noAttributes,
    blocks: withoutMarker(blocks),
  };
}

function withoutMarker([first, ...rest]: readonly Block[]): readonly Block[] {
  if (first?.kind !== 'paragraph') return [...(first ? [first] : []), ...rest];
  const [text, ...inlines] = first.content;
  const stripped = text?.kind === 'text' ? text.text.replace(/^\[!\w+\]\s*/, '') : '';
  const content: readonly Inline[] =
    stripped === '' ? inlines : [{ kind: 'text', text: stripped }, ...inlines];
  return content.length === 0 ? rest : [{ ...first, content }, ...rest];
}
