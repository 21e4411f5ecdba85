import { findRegions } from '../../shared/code-regions.ts';
import { isBelowText } from '../../shared/is-below-text.ts';
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
function writeDisplay(tex: string, { parent }: SlideNode): string {
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
export function translateFormulas(start: number, end: number, deck: DeckTranslation): void {
  const { author, edits } = deck;
  const regions = findRegions(author.text, { start, end, formulas: true });
  for (const region of regions.all) {
    if (region.kind !== 'formula') continue;
    const text = author.text.slice(region.start, region.end);
    const plain = plainTex(text);
    const isEmpty = /^[$`\s]*$/.test(plain);
    if (plain !== text) edits.replace(region.start, region.end, isEmpty ? '' : plain);
  }
  const text = regions.markdownIn(start, end);
  translateEnvironments(text, start, deck);
  for (const { 0: whole, 1: inline, 2: display, index } of text.matchAll(bracketed)) {
    const at = start + index;
    const tex = unescapedTex(inline ?? display ?? '');
    const line = author.text.slice(author.text.lastIndexOf('\n', at - 1) + 1, at).trim();
    const shown = line === '' ? `$$\n${tex.trim()}\n$$` : `$$${tex.trim()}$$`;
    edits.replace(at, at + whole.length, inline === undefined ? shown : writeInline(tex));
  }
}

/** Formulas without `$$`, which MathJax finds by their environments. */
function translateEnvironments(
  text: string,
  start: number,
  { author, edits }: DeckTranslation,
): void {
  for (const { 0: tex, index } of text.matchAll(environment)) {
    const at = start + index;
    const end = at + tex.length;
    const lineStart = Math.max(start, author.text.lastIndexOf('\n', at - 1) + 1);
    const isOwnLine = /^[ \t]*$/.test(author.text.slice(lineStart, at));
    const needsGap = lineStart === start || isBelowText(author.text, lineStart);
    const above = isOwnLine && needsGap ? '\n' : '';
    const below = /^[ \t]*\n[ \t]*\S/.test(author.text.slice(end)) ? '\n' : '';
    const formula = plainTex(tex).replace(/\n\s*\n/g, '\n');
    edits.replace(at, end, isOwnLine ? `${above}$$\n${formula}\n$$${below}` : `$$${formula}$$`);
  }
}

const environment =
  /\\begin\{((?:equation|align|alignat|flalign|gather|multline|eqnarray)\*?)\}[\s\S]+?\\end\{\1\}/g;

/** Without what loads extensions of MathJax. */
function plainTex(tex: string): string {
  const text = tex.replace(/\\{1,2}require\{[\w/]+\}[ \t]*/g, '');
  return escaped.test(text) ? unescapedTex(text) : text;
}

function unescapedTex(tex: string): string {
  return tex.replaceAll('\\\\', '\\');
}
