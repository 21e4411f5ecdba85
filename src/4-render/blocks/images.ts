import { type Html, html } from '../../base/html.ts';
import type { ImageParagraph, ParagraphLines } from '../../model/blocks.ts';
import type { Inline } from '../../model/inline.ts';
import { ratioMark } from '../../model/rendered.ts';
import { blockAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderImage, renderInlines } from '../inline.ts';

/** Renders a paragraph in which images have lines of their own. The images of a row share its width. */
export function renderImages(paragraph: ImageParagraph, context: SlideContext): Html {
  const { lines } = paragraph;
  const [first] = lines;
  if (first && lines.length === 1) {
    const own = blockAttributes(paragraph.attributes, context, ['images']);
    return html`<p${own}>${renderRow(first, context)}</p>`;
  }
  const own = blockAttributes(paragraph.attributes, context, ['image-lines', 'flow']);
  return html`<div${own}>\n${lines.map((line) => renderLine(line, context))}</div>`;
}

function renderLine(line: ParagraphLines, context: SlideContext): Html {
  return line.isRow
    ? html`<p class="images">${renderRow(line, context)}</p>\n`
    : html`<p>${renderInlines(line.content, context)}</p>\n`;
}

function renderRow({ content }: ParagraphLines, context: SlideContext): Html {
  return html`${content.map((inline) => renderItem(inline, content, context))}`;
}

function renderItem(inline: Inline, row: readonly Inline[], context: SlideContext): Html {
  if (inline.kind === 'text' && inline.text.trim() !== '') return html`<span>${inline.text}</span>`;
  if (inline.kind !== 'image') return renderInlines([inline], context, row);
  const own = blockAttributes(inline.attributes, context);
  // Images without a size of their own are equally high.
  const isSized = ['width', 'height'].some((key) => inline.attributes.values.has(key));
  const ratio = ratioMark(context.assets.add(inline.source));
  return renderImage(inline, context, own, isSized ? [] : [`--ratio:${ratio}`]);
}
