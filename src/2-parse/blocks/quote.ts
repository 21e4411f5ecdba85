import type { Tokens } from 'marked';
import { suggest } from '../../base/diagnostics/suggest.ts';
import { type Block, type Callout, calloutTypes, type Quote } from '../../model/blocks.ts';
import type { Inline } from '../../model/inline.ts';
import { noAttributes } from '../attributes/attributes.ts';
import type { ParseBlocks } from '../blocks.ts';
import type { Source } from '../source.ts';

/** `> text`; or, with a first line of `[!NOTE]`, a callout. */
export function parseQuote(
  token: Tokens.Blockquote,
  source: Source,
  parseBlocks: ParseBlocks,
): Quote | Callout {
  const inner = token.tokens.map(({ raw }) => raw).join('');
  const blocks = parseBlocks(token.tokens, source.within(token.raw, inner));
  const span = source.span(0, token.raw.split('\n')[0]?.length ?? 1);
  const name = /^ {0,3}>[ \t]*\[!(\w+)\][ \t]*(?:\n|$)/.exec(token.raw)?.[1];
  if (name === undefined) return { kind: 'quote', span, attributes: noAttributes, blocks };
  const type = calloutTypes.find((known) => known === name.toLowerCase());
  if (type === undefined) {
    const hint = suggest(
      name,
      calloutTypes.map((known) => known.toUpperCase()),
    );
    const nameSpan = source.span(token.raw.indexOf(name), name.length);
    source.report.add('block-unknown', nameSpan, `there is no callout "${name}"`, hint);
  }
  return {
    kind: 'callout',
    type: type ?? 'note',
    span,
    attributes: noAttributes,
    blocks: withoutMarker(blocks),
  };
}

/** Removes the `[!NOTE]` at the start of the first paragraph. */
function withoutMarker(blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind === 'paragraph') {
    const content = withoutMarkerText(first.content);
    return content.length === 0 ? rest : [{ ...first, content }, ...rest];
  }
  if (first?.kind !== 'images') return blocks;
  const [line, ...lines] = first.lines;
  const content = withoutMarkerText(line?.content ?? []);
  const left = content.length === 0 ? lines : [{ isRow: false, content }, ...lines];
  return [{ ...first, lines: left }, ...rest];
}

function withoutMarkerText(content: readonly Inline[]): readonly Inline[] {
  const [text, ...inlines] = content;
  const marker = text?.kind === 'text' ? /^\[!\w+\]\s*/.exec(text.text) : undefined;
  if (text?.kind !== 'text' || !marker) return content;
  const left = text.text.slice(marker[0].length);
  return left === '' ? inlines : [{ kind: 'text', text: left }, ...inlines];
}
