import { mediaKind } from '../../../../base/files/media-types.ts';
import { areMany, nameList } from '../../shared/name-list.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';
import { type ListOwner, writeAttributeList } from './attribute-list.ts';
import type { AttributeValues } from './comment-attributes.ts';

/** Writes the attributes that comments set onto their elements: as attribute lists, or in the tags of HTML. */
export function writeElementAttributes(
  elements: ReadonlyMap<SlideNode, AttributeValues>,
  deck: DeckTranslation,
): void {
  for (const [node, values] of elements) {
    if (node.kind === 'html') writeIntoTag(node, values, deck);
    else if (node.name !== 'code' || node.token?.raw.startsWith(' ')) writeList(node, values, deck);
  }
}

/** An attribute that a comment sets replaces that of the tag. */
function writeIntoTag(
  { start, piece }: SlideNode,
  values: AttributeValues,
  { edits }: DeckTranslation,
): void {
  if (!piece) return;
  let added = '';
  for (const [name, value] of values) {
    const known = piece.attributes.find((each) => each.name === name);
    const text = `${name}="${value.replaceAll('"', '&quot;')}"`;
    if (known) edits.replace(start + known.start, start + known.end, text);
    else added += ` ${text}`;
  }
  edits.insert(start + (/^<[^\s/>]+/.exec(piece.text)?.[0].length ?? 1), added);
}

function writeList(node: SlideNode, values: AttributeValues, deck: DeckTranslation): void {
  const owner = ownerOf(node);
  const { list, others } = writeAttributeList(values, owner);
  const one = (name: string) => `elements have no attribute "${name}" here`;
  const messages = areMany(others)
    ? [`elements have no attributes ${nameList(others)} here`]
    : others.map(one);
  for (const message of messages) deck.unmapped(message, node.start, node.end);
  if (list === '') return;
  const { author, edits } = deck;
  const text = author.text.slice(node.start, node.end);
  const end = node.start + text.trimEnd().length;
  if (node.isInline) edits.insert(node.end, `{${list}}`);
  else if (node.name === 'paragraph' || node.name === 'heading') {
    edits.insert(endOfText(node), ` {${list}}`);
  } else if (node.name === 'list_item') writeItem(node, list, deck);
  else if (node.name === 'cell') {
    edits.insert(node.start, '[');
    edits.insert(end, `]{${list}}`);
  } else if (node.name === 'hr') {
    deck.unmapped('rules take no attributes here', node.start, node.end);
  } else edits.insert(end, `\n${indentOf(node, author.text)}{${list}}`);
}

function ownerOf({ name, token, isInline }: SlideNode): ListOwner {
  if (token?.type === 'image') return mediaKind(token.href) === undefined ? 'image' : 'media';
  if (name === 'link') return 'link';
  return isInline ? 'span' : 'block';
}

/** The end of what is in a paragraph or heading, without comments and closing signs. */
function endOfText(node: SlideNode): number {
  const last = node.children.findLast(
    (child) => child.kind !== 'comment' && !(child.kind === 'text' && isBlank(child)),
  );
  if (!last) return node.end;
  const text = last.mapped?.text ?? '';
  return last.kind === 'text' && last.end - last.start === text.length
    ? last.start + text.trimEnd().length
    : last.end;
}

function isBlank({ mapped }: SlideNode): boolean {
  return mapped?.text.trim() === '';
}

/** Attributes of an item are at the end of its first text. */
function writeItem(node: SlideNode, list: string, deck: DeckTranslation): void {
  const [first] = node.children;
  if (!first) return;
  if (first.name === 'paragraph') {
    deck.edits.insert(endOfText(first), ` {${list}}`);
    return;
  }
  const after = node.children.findIndex(
    (child) => !child.isInline && child.kind !== 'comment' && child.kind !== 'text',
  );
  const inlines = after < 0 ? node.children : node.children.slice(0, after);
  if (inlines.length > 0)
    deck.edits.insert(endOfText({ ...node, children: inlines }), ` {${list}}`);
  else {
    const message = 'this item takes no attributes here, as it begins with a block';
    deck.unmapped(message, node.start, node.end);
  }
}

/** The indent of a list, or the marks of a quote, at the start of a block's first line. */
function indentOf({ start }: SlideNode, text: string): string {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^[ \t]*$/.test(line) ? line : ' '.repeat(line.length);
}
