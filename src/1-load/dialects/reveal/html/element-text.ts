import { decodeHTML } from 'entities';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';

/** Where the content of an HTML element is in the author's text. */
export function contentRange({ start, end, closing, piece }: SlideNode): readonly [number, number] {
  return [start + (piece?.text.length ?? 0), closing ?? end];
}

/** The content of an HTML element as it is written. */
export function contentOf(node: SlideNode, { author }: DeckTranslation): string {
  return author.text.slice(...contentRange(node));
}

/** The text of HTML, without tags and comments. */
export function textOfHtml(html: string): string {
  return decodeHTML(html.replace(/<!--[\s\S]*?-->|<\/?[A-Za-z][^<>]*>/g, ''));
}

export function attributeOf({ piece }: SlideNode, name: string): string | undefined {
  return piece?.attributes.find((each) => each.name === name)?.value;
}

export function classesOf(node: SlideNode): readonly string[] {
  return (attributeOf(node, 'class') ?? '').split(/\s+/).filter(Boolean);
}

/**
 * Puts a block of Markdown in the place of an HTML element. What follows on its line, and lines of HTML below it,
 * must not look like indented code.
 */
export function replaceByBlock(node: SlideNode, block: string, deck: DeckTranslation): void {
  const { author, edits } = deck;
  const { text } = author;
  const lineStart = text.lastIndexOf('\n', node.start - 1) + 1;
  const start = text.slice(lineStart, node.start).trim() === '' ? lineStart : node.start;
  const [rest = ''] = /^[ \t]*/.exec(text.slice(node.end)) ?? [];
  if (!edits.replace(start, node.end + rest.length, `\n${block}\n`)) return;
  dedentBelow(node, node.end + rest.length + 1, deck);
}

/** The lines whose indents were removed last: what is below the next element is often among them. */
const dedented = new WeakMap<object, { readonly start: number; readonly end: number }>();

/** Removes the indents of the lines below an element, up to a blank line. */
function dedentBelow(node: SlideNode, from: number, { author, edits }: DeckTranslation): void {
  if (node.isInline) return;
  const done = dedented.get(edits);
  if (done && from >= done.start && from < done.end) return;
  let end = from;
  for (const { 0: whole, index, 1: indent = '' } of author.text
    .slice(from)
    .matchAll(/^([ \t]*)[^\n]*(?:\n|$)/gm)) {
    const line = whole.slice(indent.length).replace(/\n$/, '');
    if (line === '') break;
    end = from + index + whole.length;
    dedented.set(edits, { start: from, end });
    if (indent !== '' && line.startsWith('<'))
      edits.replace(from + index, from + index + indent.length, '');
  }
}
