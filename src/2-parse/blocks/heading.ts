import type { Tokens } from 'marked';
import type { Heading } from '../../model/blocks.ts';
import { attributeUses, noAttributes, readAttributes } from '../attributes/attributes.ts';
import { splitTrailingAttributes } from '../attributes/trailing-list.ts';
import { reportForeignHeading } from '../foreign/text.ts';
import { markImages } from '../inline/images/image-lines.ts';
import { parseOwnInlines } from '../inline/own-inlines.ts';
import type { Source } from '../source.ts';

/** `## Heading {#id .class}`, or text underlined with `===`. */
export function parseHeading(token: Tokens.Heading, source: Source): Heading {
  const span = source.span(0, token.raw.trimEnd().split('\n')[0]?.length ?? 1);
  const underline = /\n *(-+)\s*$/.exec(token.raw)?.[1];
  if (underline !== undefined) {
    const at = token.raw.lastIndexOf(underline);
    const hint =
      'for a new slide, leave a blank line above the dashes; for a heading, write ## before the text';
    source.report.add(
      'break-heading',
      source.span(at, underline.length),
      'dashes right under text make it a heading',
      hint,
    );
  }
  const inner = source.within(token.raw, token.text);
  reportForeignHeading(token.text, inner);
  const { tokens, list } = splitTrailingAttributes(token.tokens);
  return {
    kind: 'heading',
    level: token.depth,
    span,
    content: markImages(parseOwnInlines(tokens, inner)),
    attributes: list
      ? readAttributes(list.text, inner.from(list.start), attributeUses.block)
      : noAttributes,
  };
}
