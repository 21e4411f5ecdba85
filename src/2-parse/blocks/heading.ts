import type { Tokens } from 'marked';
import type { Heading } from '../../model/blocks.ts';
import { attributeUses, noAttributes, readAttributes } from '../attributes/attributes.ts';
import { splitTrailingBraces } from '../attributes/braces.ts';
import type { SlideContext } from '../context.ts';
import { parseInlines } from '../inline/inline.ts';
import type { SourceMap } from '../source-map.ts';

/** `## Heading {#id .class}`, or text underlined with `===`. */
export function parseHeading(
  token: Tokens.Heading,
  map: SourceMap,
  context: SlideContext,
): Heading {
  const span = map.span(0, token.raw.trimEnd().split('\n')[0]?.length ?? 1);
  const underline = /\n *(-+)\s*$/.exec(token.raw)?.[1];
  if (underline !== undefined) {
    const at = token.raw.lastIndexOf(underline);
    const hint =
      'for a new slide, leave a blank line above the dashes; for a heading, write ## before the text';
    context.report.add(
      'break-heading',
      map.span(at, underline.length),
      'dashes right under text make it a heading',
      hint,
    );
  }
  const inner = map.within(token.raw, token.text);
  const { tokens, braces } = splitTrailingBraces(token.tokens);
  return {
    kind: 'heading',
    level: token.depth,
    span,
    content: parseInlines(tokens, inner, context),
    attributes: braces
      ? readAttributes(braces.text, inner.from(braces.start), attributeUses.block, context)
      : noAttributes,
  };
}
