import type { LineMarker } from '../../1-load/lexing/block-extensions.ts';
import type { ParseBlocks } from '../blocks.ts';
import type { Source } from '../source.ts';

/** `[^label]: text` defines a footnote for the whole deck; it shows on the slides that refer to it. */
export function parseFootnote(
  token: Extract<LineMarker, { type: 'footnoteDefinition' }>,
  source: Source,
  parseBlocks: ParseBlocks,
): void {
  const { label, raw, tokens } = token;
  const span = source.span(0, `[^${label}]`.length);
  const inner = tokens.map((child) => child.raw).join('');
  const blocks = parseBlocks(tokens, source.within(raw, inner).with({ incremental: false }));
  source.findings.footnotes.push({ label, span, blocks });
}
