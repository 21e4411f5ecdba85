import type { AttributeValues } from '../attributes/comment-attributes.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';
import { classesOf } from './element-text.ts';

/** Classes of Font Awesome that are no names of icons. */
const helpers =
  /^fa-(?:\d+x|lg|xs|sm|xl|2xs|2xl|fw|ul|li|border|pull-left|pull-right|spin|pulse|spin-reverse|beat|fade|bounce|flip|shake|rotate-\d+|rotate-by|flip-(?:horizontal|vertical|both)|stack|stack-1x|stack-2x|inverse|solid|regular|light|thin|duotone|brands)$/;

/** Icons of Font Awesome: `<i class="fa fa-check"></i>`. */
export function translateIcon(
  node: SlideNode,
  _: AttributeValues | undefined,
  deck: DeckTranslation,
): void {
  const name = classesOf(node).find((each) => /^fa-/.test(each) && !helpers.test(each));
  if (name === undefined) return;
  const hint = 'write an icon of Lucide in its place, such as :lucide-check:';
  deck.unmapped(`there is no icon "${name}" here`, node.start, node.end, hint);
}
