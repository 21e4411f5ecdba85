import { type Html, html } from '../../base/html.ts';
import type { ImageParagraph, ParagraphLines } from '../../model/blocks.ts';
import type { Image, Inline } from '../../model/inline.ts';
import { ratioMark } from '../../model/rendered.ts';
import { blockAttributes, cssLength, withoutStyle } from '../attributes.ts';
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
  const hasCaptions = hasOnlyImages(content) && content.some(hasTitle);
  const items = content.map((inline) =>
    hasCaptions && hasTitle(inline)
      ? renderCaptioned(inline, context)
      : renderItem(inline, content, context),
  );
  // A paragraph cannot contain figures.
  return hasCaptions ? html`<div${own}>${items}</div>` : html`<p${own}>${items}</p>`;
}

function hasOnlyImages(content: readonly Inline[]): boolean {
  return content.every(
    (inline) =>
      ['image', 'break'].includes(inline.kind) ||
      (inline.kind === 'text' && inline.text.trim() === ''),
  );
}

function hasTitle(inline: Inline): inline is Image {
  return inline.kind === 'image' && inline.title !== undefined;
}

function renderItem(inline: Inline, row: readonly Inline[], context: SlideContext): Html {
  if (inline.kind === 'text' && inline.text.trim() !== '') return html`<span>${inline.text}</span>`;
  if (inline.kind !== 'image') return renderInlines([inline], context, row);
  const own = blockAttributes(withoutStyle(inline.attributes), context);
  return renderImage(inline, context, own, ratioOf(inline, context));
}

/** Images without a size of their own are equally high. */
function ratioOf({ attributes, source }: Image, context: SlideContext): readonly string[] {
  const ratio = ratioMark(context.assets.add(source));
  const isSized = ['width', 'height'].some((key) => attributes.values.has(key));
  return isSized ? [] : [`--ratio:${ratio}`];
}

/** Renders an image with its caption. A width is that of both. */
function renderCaptioned(captioned: Image, context: SlideContext): Html {
  const { title, ...image } = captioned;
  const { width, ...others } = Object.fromEntries(image.attributes.values);
  const size =
    width === undefined ? ratioOf(image, context) : [`width:${cssLength(width, context)}`];
  const style = size.length > 0 ? size.join(';') : undefined;
  const own = blockAttributes(withoutStyle(image.attributes), context, ['image'], { style });
  const values = new Map(Object.entries(others));
  const shown = renderImage({ ...image, attributes: { ...image.attributes, values } }, context);
  return html`<figure${own}>${shown}<figcaption>${title}</figcaption></figure>`;
}
