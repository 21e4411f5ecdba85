import { type Html, html } from '../../base/html.ts';
import type { ImageParagraph, ParagraphLines } from '../../model/blocks.ts';
import type { Image, Inline } from '../../model/inline.ts';
import { ratioMark } from '../../model/rendered.ts';
import { blockAttributes, cssLength } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderImage, renderInlines } from '../inline.ts';

/** Renders a paragraph in which images have lines of their own. The images of a row share its width. */
export function renderImages(paragraph: ImageParagraph, context: SlideContext): Html {
  const { lines } = paragraph;
  const [first] = lines;
  if (first && lines.length === 1) {
    return renderRow(first, blockAttributes(paragraph.attributes, context, ['images']), context);
  }
  const own = blockAttributes(paragraph.attributes, context, ['image-lines', 'flow']);
  return html`<div${own}>\n${lines.map((line) => renderLine(line, context))}</div>`;
}

function renderLine(line: ParagraphLines, context: SlideContext): Html {
  return line.isRow
    ? html`${renderRow(line, html` class="images"`, context)}\n`
    : html`<p>${renderInlines(line.content, context)}</p>\n`;
}

function renderRow({ content }: ParagraphLines, own: Html, context: SlideContext): Html {
  const items = html`${content.map((inline) => renderItem(inline, content, context))}`;
  // A paragraph cannot contain figures.
  return content.some(hasCaption) ? html`<div${own}>${items}</div>` : html`<p${own}>${items}</p>`;
}

function hasCaption(inline: Inline): boolean {
  return inline.kind === 'image' && inline.title !== undefined;
}

function renderItem(inline: Inline, row: readonly Inline[], context: SlideContext): Html {
  if (inline.kind === 'text' && inline.text.trim() !== '') return html`<span>${inline.text}</span>`;
  if (inline.kind !== 'image') return renderInlines([inline], context, row);
  // Images without a size of their own are equally high.
  const isSized = ['width', 'height'].some((key) => inline.attributes.values.has(key));
  const ratio = ratioMark(context.assets.add(inline.source));
  const declarations = isSized ? [] : [`--ratio:${ratio}`];
  if (inline.title !== undefined) return renderFigure(inline, declarations, context);
  return renderImage(inline, context, blockAttributes(inline.attributes, context), declarations);
}

/** An image with its caption. A width is that of both. */
function renderFigure(
  { title, ...image }: Image,
  declarations: readonly string[],
  context: SlideContext,
): Html {
  const { width, ...others } = Object.fromEntries(image.attributes.values);
  const size = width === undefined ? declarations : [`width:${cssLength(width, context)}`];
  const own = blockAttributes(image.attributes, context, ['image'], {
    style: size.join(';') || undefined,
  });
  const values = new Map(Object.entries(others));
  const shown = renderImage({ ...image, attributes: { ...image.attributes, values } }, context);
  return html`<figure${own}>${shown}<figcaption>${title}</figcaption></figure>`;
}
