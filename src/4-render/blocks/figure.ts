import { type Html, html } from '../../base/html.ts';
import type { Attributes, Figure } from '../../model/blocks.ts';
import type { Image } from '../../model/inline.ts';
import { coverMark, pixelsMark, ratioMark } from '../../model/rendered.ts';
import { blockAttributes, withoutStyle } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderImage, renderInlines } from '../inline.ts';

/** Renders an image on its own. Its title becomes the caption, as a tooltip is hard to find. */
export function renderFigure({ image, link, attributes }: Figure, context: SlideContext): Html {
  const { title, ...untitled } = image;
  const { isAlone = false } = context;
  const classes = imageClasses(image, attributes, context);
  const own = blockAttributes(
    withoutStyle(attributes),
    context,
    isAlone ? [...classes, 'alone'] : classes,
  );
  const index = isAlone ? context.assets.add(image.source) : 0;
  const sizes = isAlone ? [`--ratio:${ratioMark(index)}`, `--pixels:${pixelsMark(index)}`] : [];
  const caption = title !== undefined && html`<figcaption>${title}</figcaption>`;
  const shown = link
    ? renderInlines([{ ...link, content: [untitled] }], context)
    : renderImage(untitled, context, html``, sizes);
  return html`<figure${own}>${shown}${caption}</figure>`;
}

/** `cover` if the image fills its box: on request, or if it has a part of the slide to itself and loses little. */
function imageClasses(
  { source }: Image,
  { classes, values }: Attributes,
  context: SlideContext,
): readonly string[] {
  const fit = values.get('fit');
  if (fit !== undefined) return fit === 'cover' ? ['image', 'cover'] : ['image'];
  const { imageBox } = context;
  if (!imageBox || classes.includes('cover') || classes.includes('contain')) return ['image'];
  return ['image', coverMark(context.assets.add(source), imageBox.width / imageBox.height)];
}
