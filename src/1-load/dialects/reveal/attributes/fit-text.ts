import { attributeOf, classesOf, textOfHtml } from '../html/element-text.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';
import type { AttributeValues, ElementAttributes } from './comment-attributes.ts';
import { textWidth } from './text-width.ts';

/** The width of a slide relative to that of the text on it. */
const margins = 1.05;

/** Text with the class `r-fit-text` is as wide as the slide: gives it a size, as far as its text tells. */
export function fitText(
  nodes: readonly SlideNode[],
  elements: ElementAttributes,
  deck: DeckTranslation,
): void {
  for (const node of nodes) {
    const values: AttributeValues = elements.get(node) ?? new Map();
    const classes = values.get('class')?.split(/\s+/) ?? classesOf(node);
    if (!classes.includes('r-fit-text') || node.isInline) continue;
    const style = values.get('style') ?? attributeOf(node, 'style');
    values.set(
      'style',
      [style?.replace(/;\s*$/, ''), sizeOf(node, deck)].filter(Boolean).join('; '),
    );
    elements.set(node, values);
  }
}

/** As in reveal.js, type is not higher than four fifths of the slide. */
function sizeOf(node: SlideNode, deck: DeckTranslation): string {
  const written = deck.author.text.slice(node.start, node.end);
  const text = textOfHtml(written)
    .replace(/^#+[ \t]|\{[^{}]*\}|[*_`~]/gm, '')
    .trim();
  const { text: ofText, heading } = deck.type;
  const isHeading = /^(?:heading|h[1-6])$/.test(node.name);
  // Bold words are wider.
  const width = textWidth(text, isHeading ? heading : ofText) * (isBold(written) ? 1.07 : 1);
  const ems = Math.round(Math.max(0.5, width) * margins * 100) / 100;
  return `font-size: min(var(--slide-width) / ${ems}, var(--slide-height) * 0.8)`;
}

function isBold(written: string): boolean {
  return /\*\*|__|<(?:strong|b)\b/.test(written);
}
