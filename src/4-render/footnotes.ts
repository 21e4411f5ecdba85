import { type Html, html } from '../base/html.ts';
import type { Footnote } from '../model/deck.ts';
import { renderBlocks } from './blocks.ts';
import type { SlideContext } from './context.ts';
import { footnoteIds, renderInlines } from './inline.ts';

/** Renders the footnotes that a slide refers to, in the order of their numbers. */
export function renderFootnotes(context: SlideContext): Html | undefined {
  const { footnoteNumbers, deck } = context;
  const notes: { readonly number: number; readonly text: Html }[] = [];
  // A footnote may refer to another, which is added to the set during the iteration.
  for (const key of context.footnotes) {
    const note = deck.footnotes.get(key);
    if (!note) continue;
    const number = footnoteNumbers.of(key);
    notes.push({ number, text: renderFootnote(note, number, context) });
  }
  if (notes.length === 0) return undefined;
  const sorted = notes.toSorted((a, b) => a.number - b.number).map(({ text }) => text);
  return html`<div class="footnotes">\n${sorted}</div>\n`;
}

function renderFootnote({ blocks }: Footnote, number: number, context: SlideContext): Html {
  // Notes are shown several times in a page, and ids are there once.
  const isLinked = !context.steps.isStill;
  const { note, reference } = footnoteIds(number);
  const back = isLinked && html`<a href="#${reference}" role="doc-backlink">${number}</a>`;
  const mark = html`<sup>${back || number}</sup> `;
  const [first, ...rest] = blocks;
  const text =
    first?.kind === 'paragraph'
      ? html`<p>${mark}${renderInlines(first.content, context)}</p>\n${renderBlocks(rest, context)}`
      : html`<p>${mark}</p>\n${renderBlocks(blocks, context)}`;
  return isLinked
    ? html`<div id="${note}" role="doc-footnote" tabindex="-1">\n${text}</div>\n`
    : text;
}
