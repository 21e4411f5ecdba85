import { findRegions } from '../../shared/code-regions.ts';
import { escapeOwnSyntax, type OwnSyntax } from '../../shared/escape.ts';
import { Regions } from '../../shared/regions.ts';
import type { SlidePart, Stretch } from '../slide-part.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';
import { formulaOf, translateFormulas } from './formulas.ts';

/** What decks of reveal.js mean, too: with plugins of Markdown, or as code hosts show it. */
const meaningful: readonly OwnSyntax[] = [
  ...(['alerts', 'attributes', 'blocks', 'footnotes', 'formulas', 'spans'] as const),
  'tex-brackets',
];

/** Translates what is plain Markdown: formulas, rules, addresses. */
export function translateText({ nodes, start, end }: SlidePart, deck: DeckTranslation): void {
  for (const node of nodes) {
    if (node.kind === 'markdown') translateMarkdown(node, deck);
  }
  translateContainers(start, end, deck);
  translateFormulas(start, end, deck);
}

/** Makes text of what has a meaning in Lectern only. To be called last. @param parts the contents of the slides, and their notes */
export function escapeParts(parts: readonly Stretch[], { author, edits }: DeckTranslation): void {
  const regions = parts.flatMap(
    ({ start, end }) => findRegions(author.text, { start, end, formulas: true }).all,
  );
  escapeOwnSyntax(edits.all, new Regions(author.text, regions), meaningful);
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
