import type { AttributeValues } from '../attributes/comment-attributes.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';
import { contentOf } from './element-text.ts';

/** Rules in `<style>` apply to the whole deck. */
export function translateStyle(
  node: SlideNode,
  _: AttributeValues | undefined,
  deck: DeckTranslation,
): void {
  if (deck.edits.replace(node.start, node.end, '')) deck.addCss(contentOf(node, deck));
}
