import type { AttributeValues } from '../attributes/comment-attributes.ts';
import { writeInline } from '../text/formulas.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';
import { attributeOf, contentOf } from './element-text.ts';

/** Text in `<script type="math/tex">` is a formula. */
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
}
