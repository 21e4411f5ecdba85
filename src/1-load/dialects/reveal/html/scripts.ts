import type { AttributeValues } from '../attributes/comment-attributes.ts';
import { writeInline } from '../text/formulas.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';
import { attributeOf, contentOf } from './element-text.ts';

/** Formulas in `<script type="math/tex">` are formulas; other scripts do not run. */
export function readScript(
  node: SlideNode,
  _: AttributeValues | undefined,
  deck: DeckTranslation,
): void {
  const type = attributeOf(node, 'type') ?? '';
  if (/^math\/tex/i.test(type)) {
    const tex = contentOf(node, deck);
    const isDisplay = /mode\s*=\s*display/i.test(type);
    deck.edits.replace(
      node.start,
      node.end,
      isDisplay ? `\n\n$$\n${tex.trim()}\n$$\n\n` : writeInline(tex),
    );
    return;
  }
  if (/^text\/(?:template|x-mathjax-config)/i.test(type)) return;
  const removed = deck.edits.replace(node.start, node.end, '');
  if (removed)
    deck.unmapped('scripts in a deck are not run: this one is left out', node.start, node.end);
}
