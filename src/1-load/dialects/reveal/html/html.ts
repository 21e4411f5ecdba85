import { ownValue } from '../../../../base/own-value.ts';
import type { AttributeValues } from '../attributes/comment-attributes.ts';
import type { SlidePart } from '../slide-part.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';
import { translateChart } from './charts.ts';
import { translateIcon } from './icons.ts';
import { translatePreformatted } from './preformatted.ts';
import { readScript } from './scripts.ts';
import { translateSections } from './sections.ts';
import { translateTag } from './tags.ts';

type TranslateElement = (
  node: SlideNode,
  values: AttributeValues | undefined,
  deck: DeckTranslation,
) => void;

/** What becomes of the elements that need more than their tags. */
const elements: Readonly<Record<string, TranslateElement>> = {
  canvas: translateChart,
  pre: translatePreformatted,
  div: translatePreformatted,
  script: readScript,
  i: translateIcon,
  span: translateIcon,
};

/** Translates the HTML of a slide. */
export function translateHtml(
  part: SlidePart,
  values: ReadonlyMap<SlideNode, AttributeValues>,
  deck: DeckTranslation,
): void {
  translateSections(part, deck);
  for (const node of part.nodes) {
    if (node.kind !== 'html') continue;
    const own = values.get(node);
    ownValue(elements, node.name)?.(node, own, deck);
    translateTag(node, own, deck);
  }
}
