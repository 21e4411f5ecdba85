import type { SlidePart } from '../slide-part.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';
import { formulaOf, translateFormulas } from './formulas.ts';

/** Translates what is plain Markdown: formulas, rules, addresses. */
export function translateText({ nodes, start, end }: SlidePart, deck: DeckTranslation): void {
  for (const node of nodes) {
    if (node.kind === 'markdown') translateMarkdown(node, deck);
  }
  translateContainers(start, end, deck);
  translateFormulas(start, end, deck);
}

function translateMarkdown(node: SlideNode, deck: DeckTranslation): void {
  const { edits, author } = deck;
  const { start, end, token } = node;
  const text = author.text.slice(start, end);
  switch (token?.type) {
    case 'codespan': {
      const formula = formulaOf(token.text, node);
      if (formula !== undefined) edits.replace(start, end, formula);
      break;
    }
    case 'hr':
      if (/^-{1,3}\s*$/.test(text)) edits.replace(start, start + text.trimEnd().length, '***');
      break;
    case 'heading':
      if (/\n-+[ \t]*\n*$/.test(text)) writeHeading(node, deck);
      break;
    case 'del':
      if (/^~(?!~)/.test(text)) {
        edits.replace(start, start + 1, '~~');
        edits.replace(end - 1, end, '~~');
      }
      break;
    case 'image':
    case 'link':
      relocate(node, token.href, deck);
      break;
  }
}

/** Dashes below a heading could be a break. */
function writeHeading({ start, end }: SlideNode, { author, edits }: DeckTranslation): void {
  const text = author.text.slice(start, end).trimEnd();
  const underline = text.lastIndexOf('\n');
  edits.insert(start, '## ');
  for (let at = text.indexOf('\n'); at < underline; at = text.indexOf('\n', at + 1)) {
    edits.replace(start + at, start + at + 1, ' ');
  }
  edits.replace(start + underline, start + text.length, '');
}

/** Writes the path under which a file is found, where it differs. */
function relocate(
  { start, end }: SlideNode,
  href: string,
  { author, edits, locate }: DeckTranslation,
): void {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(href)) return;
  const path = locate(href);
  if (path === href) return;
  const at = author.text.slice(start, end).lastIndexOf(href);
  if (at >= 0) edits.replace(start + at, start + at + href.length, path.replaceAll(' ', '%20'));
}

/** Blocks of plugins: `::: block` is a `<div class="block">`. */
function translateContainers(start: number, end: number, { author, edits }: DeckTranslation): void {
  const opening = /^:{3,}[ \t]*(?!\{)([A-Za-z][\w-]*)(?=[ \t]*$)/gm;
  for (const match of author.text.slice(start, end).matchAll(opening)) {
    const [whole, name = ''] = match;
    const at = start + match.index + whole.length - name.length;
    edits.replace(at, at + name.length, `{.${name}}`);
  }
}
