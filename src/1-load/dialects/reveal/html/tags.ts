import type { AttributeValues } from '../attributes/comment-attributes.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';

/** Attributes with which reveal.js opens a link over the slides. */
const previews = /^data-preview-/;

/** Attributes that name files. */
const files = new Set(['src', 'data-src', 'poster', 'href']);

/** Translates the attributes of one tag. */
export function translateTag(
  { name, piece, start }: SlideNode,
  values: AttributeValues | undefined,
  { edits, locate }: DeckTranslation,
): void {
  if (!piece || name === 'section') return;
  for (const attribute of piece.attributes) {
    const [from, to] = [start + attribute.start, start + attribute.end];
    if (values?.has(attribute.name)) continue;
    if (previews.test(attribute.name)) edits.replace(from - 1, to, '');
    else if (attribute.name === 'data-autoplay' && /^(?:video|audio)$/.test(name)) {
      edits.replace(from, to, 'autoplay');
    } else if (files.has(attribute.name) && isPath(attribute.value)) {
      const path = locate(attribute.value);
      if (path !== attribute.value) edits.replace(from, to, `${attribute.name}="${path}"`);
    }
  }
}

function isPath(value: string): boolean {
  return value !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(value);
}
