import { isDecorative, isText, normalize, type SourceElement } from './element.ts';

/** The text that a screen reader reads for the content of an element. */
export function nameFromContent(element: SourceElement): string {
  return normalize(textIn(element));
}

function textIn(element: SourceElement): string {
  if (isDecorative(element)) return '';
  const { name, attributes, children } = element;
  if (name === 'img' || name === 'image') {
    return ` ${attributes.get('alt') ?? attributes.get('aria-label') ?? attributes.get('title') ?? ''} `;
  }
  if (name === 'icon') return ` ${attributes.get('name') ?? ''} `;
  const label = element.isHtml && name !== 'a' ? attributes.get('aria-label')?.trim() : undefined;
  if (label) return label;
  if (attributes.has('aria-labelledby')) return 'named by another element';
  return children.map((child) => (isText(child) ? child.text : textIn(child))).join('');
}
