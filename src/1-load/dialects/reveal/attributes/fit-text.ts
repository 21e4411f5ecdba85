import { lineWidth } from '../../shared/fitting-size.ts';
import { attributeOf, classesOf, textOfHtml } from '../html/element-text.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';
import type { AttributeValues, ElementAttributes } from './comment-attributes.ts';

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
function sizeOf(node: SlideNode, { author }: DeckTranslation): string {
  const text = textOfHtml(author.text.slice(node.start, node.end))
    .replace(/^#+[ \t]|\{[^{}]*\}|[*_`~]/gm, '')
    .trim();
  const isHeading = /^(?:heading|h[1-6])$/.test(node.name);
  // Themes may write headings in capitals, whose width is estimated generously.
  const width = isHeading
    ? Math.max(lineWidth(text), lineWidth(text.toUpperCase()) * 0.85)
    : lineWidth(text);
  const ems = Math.round(Math.max(1, width) * 10) / 10;
  return `font-size: min(var(--slide-width) / ${ems}, var(--slide-height) * 0.8)`;
}
