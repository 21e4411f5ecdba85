import type { ParseBlocks } from '../blocks.ts';
import { isSamePlace, type SlideContext, showPlace } from '../context.ts';
import type { Mark } from '../lexing/block-extensions.ts';
import type { SourceMap } from '../source-map.ts';

/** `[^label]: text` defines a footnote for the whole deck; it shows where something refers to it. */
export function defineFootnote(
  token: Extract<Mark, { type: 'footnoteDefinition' }>,
  map: SourceMap,
  context: SlideContext,
  parseBlocks: ParseBlocks,
): void {
  const { label, raw, tokens } = token;
  const span = map.span(0, `[^${label}]`.length);
  const first = context.footnotes.get(label)?.span;
  if (first && !isSamePlace(first, span)) {
    const hint = `it is defined at ${showPlace(first)}`;
    context.report.add('id-duplicate', span, `the footnote "${label}" is defined twice`, hint);
  }
  const inner = tokens.map((child) => child.raw).join('');
  const blocks = parseBlocks(tokens, map.within(raw, inner), { ...context, incremental: false });
  context.footnotes.set(label, { label, span, blocks });
}
