import { type Html, html } from '../../base/html.ts';
import type { Figure } from '../../model/blocks.ts';
import { blockAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderImage } from '../inline.ts';

/** Renders an image on its own. Its title becomes the caption, as a tooltip is hard to find. */
export function renderFigure({ image, attributes }: Figure, context: SlideContext): Html {
  const { title, ...untitled } = image;
  const own = blockAttributes(attributes, context, ['image']);
  const caption = title !== undefined && html`<figcaption>${title}</figcaption>`;
  return html`<figure${own}>${renderImage(untitled, context)}${caption}</figure>`;
}
