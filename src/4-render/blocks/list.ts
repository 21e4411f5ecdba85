import { attributes, type Html, html } from '../../base/html.ts';
import { languageOfWords, wordsIn } from '../../base/words/words.ts';
import type { Block, List, ListItem } from '../../model/blocks.ts';
import { blockAttributes } from '../attributes.ts';
import type { RenderBlocks } from '../blocks.ts';
import type { SlideContext } from '../context.ts';
import { renderInlines } from '../inline.ts';
import { withSource } from '../source-marks.ts';

export function renderList(list: List, context: SlideContext, renderBlocks: RenderBlocks): Html {
  const isTaskList = list.items.some(({ checked }) => checked !== undefined);
  const own = blockAttributes(list.attributes, context, isTaskList ? ['task-list'] : []);
  const items = list.items.map((item) => {
    const rendered = renderItem(item, list, context, renderBlocks);
    return html`${withSource(rendered, item.span, context)}\n`;
  });
  if (list.start === undefined) return html`<ul${own}>\n${items}</ul>`;
  const start = attributes({ start: list.start === 1 ? undefined : list.start });
  return html`<ol${start}${own}>\n${items}</ol>`;
}

function renderItem(
  item: ListItem,
  list: List,
  context: SlideContext,
  renderBlocks: RenderBlocks,
): Html {
  const step = list.incremental && !item.attributes.classes.includes('fragment');
  const classes = [...(step ? ['fragment'] : []), ...(item.checked === undefined ? [] : ['task'])];
  const own = blockAttributes(item.attributes, context, classes);
  const box = item.checked !== undefined && html`${renderBox(item.checked, context)} `;
  if (list.loose) return html`<li${own}>${renderLoose(item, box, context, renderBlocks)}</li>`;
  return html`<li${own}>${box}${item.blocks.map((block, i) => renderTight(block, i, context, renderBlocks))}</li>`;
}

/** An image with its state as its name: a check box would say it again, and that it is disabled. */
function renderBox(isChecked: boolean, { lang }: SlideContext): Html {
  const words = wordsIn(lang);
  const own = attributes({
    role: 'img',
    'aria-label': isChecked ? words.done : words.toDo,
    lang: languageOfWords(lang),
  });
  return html`<span class="task-box${isChecked && ' checked'}"${own}></span>`;
}

/** In a loose list, the checkbox of a task is in the paragraph of its text. */
function renderLoose(
  { blocks }: ListItem,
  box: Html | false,
  context: SlideContext,
  renderBlocks: RenderBlocks,
): Html {
  const [first, ...rest] = blocks;
  if (!box || first?.kind !== 'paragraph') {
    return html`${box}\n${renderBlocks(blocks, context)}`;
  }
  const text = html`<p>${box}${renderInlines(first.content, context)}</p>`;
  return html`\n${text}\n${renderBlocks(rest, context)}`;
}

/** In a tight list, the text of an item has no paragraph around it. */
function renderTight(
  block: Block,
  index: number,
  context: SlideContext,
  renderBlocks: RenderBlocks,
): Html {
  const before = index > 0 && '\n';
  if (block.kind === 'paragraph') return html`${before}${renderInlines(block.content, context)}`;
  return html`${before}${renderBlocks([block], context)}`;
}
