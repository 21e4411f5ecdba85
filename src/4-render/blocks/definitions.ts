import { type Html, html } from '../../base/html.ts';
import type { Block, Definitions } from '../../model/blocks.ts';
import { blockAttributes } from '../attributes.ts';
import type { RenderBlocks } from '../blocks.ts';
import type { SlideContext } from '../context.ts';
import { renderInlines } from '../inline.ts';

/** Renders terms and definitions as a `dl`; a term that is a step is in a group with its definitions. */
export function renderDefinitions(
  list: Definitions,
  context: SlideContext,
  renderBlocks: RenderBlocks,
): Html {
  const own = blockAttributes(list.attributes, context);
  const items = list.items.map((item) => {
    const step = list.incremental && blockAttributes(noAttributes, context, ['fragment']);
    const terms = item.terms.map((term) => html`<dt>${renderInlines(term, context)}</dt>\n`);
    const definitions = item.definitions.map(
      (blocks) => html`<dd>${renderDefinition(blocks, list.loose, context, renderBlocks)}</dd>\n`,
    );
    return step ? html`<div${step}>\n${terms}${definitions}</div>\n` : html`${terms}${definitions}`;
  });
  return html`<dl${own}>\n${items}</dl>`;
}

const noAttributes = { classes: [], values: new Map<string, string>() };

/** In a tight list, the text of a definition has no paragraph around it. */
function renderDefinition(
  blocks: readonly Block[],
  isLoose: boolean,
  context: SlideContext,
  renderBlocks: RenderBlocks,
): Html {
  const [first, ...rest] = blocks;
  if (isLoose || first?.kind !== 'paragraph') return html`\n${renderBlocks(blocks, context)}`;
  const text = renderInlines(first.content, context);
  return rest.length === 0 ? text : html`${text}\n${renderBlocks(rest, context)}`;
}
