import { childOf, descend, type XmlElement } from '../../base/ooxml/xml-tree.ts';
import type { Background } from '../model.ts';
import { gradientIn, type ThemeColors } from './colors.ts';
import type { SlideContext } from './context.ts';
import { partOfBlip } from './pictures.ts';

/** The background that a slide, or its layout, has for itself; `undefined` if it has that of the theme. */
export function readBackground(
  root: XmlElement | undefined,
  colors: ThemeColors,
  context: SlideContext,
): Background | undefined {
  const background = descend(root, 'p:cSld', 'p:bg');
  const properties = childOf(background, 'p:bgPr');
  const css = colorIn(properties, colors);
  if (css !== undefined) return { kind: 'color', css };
  const part = partOfBlip(descend(properties, 'a:blipFill', 'a:blip'), context);
  if (part !== undefined) return { kind: 'image', file: { part, name: 'Background' } };
  const referred = colors.css(childOf(background, 'p:bgRef'));
  return referred === undefined ? undefined : { kind: 'color', css: referred };
}

function colorIn(properties: XmlElement | undefined, colors: ThemeColors): string | undefined {
  const gradient = childOf(properties, 'a:gradFill');
  return (
    colors.css(childOf(properties, 'a:solidFill')) ?? (gradient && gradientIn(gradient, colors))
  );
}
