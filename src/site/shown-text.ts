import {
  isHidden,
  isInline,
  isText,
  normalize,
  type SourceElement,
} from '../check/source/tree/element.ts';

/** Elements whose content is no text. */
const withoutText: ReadonlySet<string> = new Set(['script', 'style', 'template', 'track']);

/** Attributes with text that readers or their screen readers get. */
const textAttributes = ['alt', 'aria-label', 'data-caption'] as const;

/** The text of an element on one line: all that it shows, also in charts and diagrams, and text alternatives. */
export function shownTextOf(root: SourceElement): string {
  return normalize(textIn(root));
}

function textIn(element: SourceElement): string {
  if (isHidden(element) || withoutText.has(element.name)) return '';
  const own = textAttributes.flatMap((name) => element.attributes.get(name) ?? []);
  // The texts of charts are one after the other.
  const isDrawing = element.name === 'chart' || element.name === 'diagram';
  const content = element.children.map((child) => (isText(child) ? child.text : textIn(child)));
  const text = [...own, content.join(isDrawing ? ' ' : '')].join(' ');
  return isInline(element) && own.length === 0 ? text : ` ${text} `;
}
