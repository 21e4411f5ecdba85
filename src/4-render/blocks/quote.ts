import { attributes, type Html, html } from '../../base/html.ts';
import { languageOfWords, wordsIn } from '../../base/words/words.ts';
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
  const { lang } = context;
  const name = title
    ? html`<p class="callout-title callout-own-title">${renderInlines(title, context)}</p>`
    : html`<p class="callout-title"${attributes({ lang: languageOfWords(lang) })}>${wordsIn(lang)[callout.type]}</p>`;
  return html`<div${own}>
${name}
${renderBlocks(callout.blocks, context)}</div>`;
}
