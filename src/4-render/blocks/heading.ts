import { type Html, html } from '../../base/html.ts';
import type { Heading } from '../../model/blocks.ts';
import { blockAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderInlines } from '../inline.ts';

const tags = [html`h1`, html`h2`, html`h3`, html`h4`, html`h5`, html`h6`];

export function renderHeading(heading: Heading, context: SlideContext): Html {
  const { title, shift, min } = context.headings;
  const level = Math.min(6, Math.max(heading === title ? 1 : min, heading.level + shift));
  const tag = tags[level - 1];
  const id = context.headingIds.get(heading.span) ?? heading.attributes.id;
  const own = blockAttributes(heading.attributes, context, [], { id });
  return html`<${tag}${own}>${renderInlines(heading.content, context)}</${tag}>`;
}
