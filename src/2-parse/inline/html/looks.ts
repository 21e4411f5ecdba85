import { findPropertyUses } from '../../../base/css/custom-properties.ts';
import type { Source } from '../../source.ts';
import { setsSize } from '../images/image-lines.ts';
import { isHidingAttribute } from './hidden.ts';
import type { StartTag } from './tag-balance.ts';
import type { WrittenAttribute } from './written-attribute.ts';

/** Attributes of SVG whose values are those of CSS properties. */
const presentation =
  /^(?:fill|stroke|color|opacity|(?:stop|flood|lighting)-color|(?:fill|stop|flood)-opacity|(?:stroke|font)-\w+)$/;

/**
 * Reads what an attribute says about the looks of its element: whether it is hidden or has a size, and which
 * custom properties it uses.
 *
 * @param value with its character references and variables replaced
 * @param text that contains the attribute
 */
export function readLooks(
  tag: StartTag,
  { name, valueStart, valueEnd }: WrittenAttribute,
  value: string,
  text: string,
  source: Source,
): void {
  if (setsSize(name, value)) tag.isSized = true;
  if (isHidingAttribute(tag.name, name, value)) tag.range ??= 'hidden';
  if (name !== 'style' && !presentation.test(name)) return;
  const written = text.slice(valueStart, valueEnd);
  const uses = findPropertyUses(value, (property) => {
    const at = written.search(new RegExp(String.raw`(?<![\w-])${property}(?![\w-])`));
    return source.span(valueStart + Math.max(0, at), at < 0 ? written.length : property.length);
  });
  source.findings.properties.push(...uses);
}
