import type { TextFile } from '../../../model/source.ts';
import { findRegions } from '../shared/code-regions.ts';
import { escapeOwnSyntax, type OwnSyntax } from '../shared/escape.ts';
import { TextEdits } from '../text-edits.ts';
import { translateInlines } from './inlines.ts';
import { InlineText } from './read/inline-text.ts';
import { readTokens } from './read/reader.ts';

/** Translates the inline Markdown of a directive, such as `footer`. */
export function inlineValue(text: string, meaningful: readonly OwnSyntax[]): string {
  const file: TextFile = { path: '', realPath: '', text: text.replace(/\s*\n\s*/g, ' ') };
  const edits = new TextEdits(file);
  const { tokens, hits } = readTokens(file.text, false);
  for (const token of tokens) {
    const inline = token.type === 'inline' ? InlineText.of(token, file.text, [0]) : undefined;
    if (!inline) continue;
    const own = hits.get(token.children) ?? [];
    const block = { token, hits: own, inline, isTop: false, isHeading: false, breaks: false };
    translateInlines(block, edits);
  }
  escapeOwnSyntax(edits, findRegions(file.text, { formulas: true }), meaningful);
  return edits.finish().text;
}
