import { type Html, html } from '../../base/html.ts';
import { wordsIn } from '../../base/words/words.ts';
import type { Callout, Quote } from '../../model/blocks.ts';
import { blockAttributes } from '../attributes.ts';
import type { RenderBlocks } from '../blocks.ts';
import type { SlideContext } from '../context.ts';
import { renderInlines } from '../inline.ts';

export function renderQuote(quote: Quote, context: SlideContext, renderBlocks: RenderBlocks): Html {
  const own = blockAttributes(quote.attributes, context);
  return html`<blockquote${own}>\n${renderBlocks(quote.blocks, context)}</blockquote>`;
}

export function renderCallout(
  callout: Callout,
  context: SlideContext,
  renderBlocks: RenderBlocks,
): Html {
  const classes = ['callout', `callout-${callout.type}`];
  const own = blockAttributes(callout.attributes, context, classes, { role: 'note' });
  const { title } = callout;
  const name = wordsIn(context.deck.frontMatter.lang)[callout.type];
  return html`<div${own}>
<p class="callout-title${title && ' callout-own-title'}">${title ? renderInlines(title, context) : name}</p>
${renderBlocks(callout.blocks, context)}</div>`;
}
