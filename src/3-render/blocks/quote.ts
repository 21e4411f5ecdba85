import type { Callout, CalloutType, Quote } from '../../deck.ts';
import { type Html, html } from '../../html.ts';
import { blockAttributes } from '../attributes.ts';
import type { RenderBlocks } from '../blocks.ts';
import type { SlideContext } from '../context.ts';

export function renderQuote(quote: Quote, context: SlideContext, renderBlocks: RenderBlocks): Html {
  const own = blockAttributes(quote.attributes, context);
  return html`<blockquote${own}>\n${renderBlocks(quote.blocks, context)}</blockquote>`;
}

const labels: Readonly<Record<CalloutType, string>> = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
};

export function renderCallout(
  callout: Callout,
  context: SlideContext,
  renderBlocks: RenderBlocks,
): Html {
  const classes = ['callout', `callout-${callout.type}`];
  const own = blockAttributes(callout.attributes, context, classes, { role: 'note' });
  return html`<div${own}>
<p class="callout-title">${labels[callout.type]}</p>
${renderBlocks(callout.blocks, context)}</div>`;
}
