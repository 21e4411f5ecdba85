import { findRegions } from '../../shared/code-regions.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';

/** The formula in a code span, which protects it from Markdown: `` `$$ x $$` ``. */
export function formulaOf(code: string, node: SlideNode): string | undefined {
  const [, , display, , inline] =
    /^\s*(?:(\$\$|\\\[)([\s\S]+?)(?:\$\$|\\\])|(\$|\\\()([^$]+?)(?:\$|\\\)))\s*$/.exec(code) ?? [];
  if (display !== undefined) return writeDisplay(display, node);
  if (inline === undefined || /^\s|\s$/.test(inline)) return undefined;
  return writeInline(inline);
}

/** The syntax that is a formula whatever is in it. */
export function writeInline(tex: string): string {
  return tex.includes('`') ? `$${tex.trim()}$` : `$\`${tex.trim()}\`$`;
}

/** On lines of its own, if it is all that its paragraph has. */
export function writeDisplay(tex: string, { parent }: SlideNode): string {
  const isAlone =
    parent?.name === 'paragraph' &&
    parent.parent?.parent === undefined &&
    parent.children.filter(({ kind }) => kind !== 'comment').length === 1;
  const text = tex.trim().replace(/\n\s*\n/g, '\n');
  return isAlone ? `$$\n${text}\n$$` : `$$${text}$$`;
}

/** The brackets of TeX, whose backslashes are escaped in Markdown. */
const bracketed = /\\\\(?:\(([\s\S]+?)\\\\\)|\[([\s\S]+?)\\\\\])/g;
/** A backslash that Markdown would remove. */
const escaped = /\\\\(?=[\\{}()[\],;:!%&#_|])/;

/** Formulas as MathJax sees them in reveal.js: below Markdown, in which `\\\\` is one backslash. */
export function translateFormulas(
  start: number,
  end: number,
  { author, edits }: DeckTranslation,
): void {
  const regions = findRegions(author.text, { start, end, formulas: true });
  for (const region of regions.all) {
    if (region.kind !== 'formula') continue;
    const text = author.text.slice(region.start, region.end);
    if (escaped.test(text)) edits.replace(region.start, region.end, unescapedTex(text));
  }
  const text = regions.markdownIn(start, end);
  for (const { 0: whole, 1: inline, 2: display, index } of text.matchAll(bracketed)) {
    const at = start + index;
    const tex = unescapedTex(inline ?? display ?? '');
    const line = author.text.slice(author.text.lastIndexOf('\n', at - 1) + 1, at).trim();
    const shown = line === '' ? `$$\n${tex.trim()}\n$$` : `$$${tex.trim()}$$`;
    edits.replace(at, at + whole.length, inline === undefined ? shown : writeInline(tex));
  }
}

function unescapedTex(tex: string): string {
  return tex.replaceAll('\\\\', '\\');
}
