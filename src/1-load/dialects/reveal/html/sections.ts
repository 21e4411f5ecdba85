import { slideSettings } from '../../shared/reveal-slide.ts';
import { frameBox } from '../../shared/stand-in.ts';
import type { AttributeValues } from '../attributes/comment-attributes.ts';
import { reportAttributes } from '../attributes/report-attributes.ts';
import { breakLines, type SlidePart } from '../slide-part.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';

/** Sections that begin one slide, the outer one first, and what they set. */
interface SectionGroup {
  readonly nodes: SlideNode[];
  readonly attributes: AttributeValues;
  readonly isBreak: boolean;
}

/** Sections in HTML are slides, each below the one before it. The first one is the slide itself, with what is above it. */
export function translateSections(part: SlidePart, deck: DeckTranslation): void {
  const groups = groupSections(part);
  if (groups.length > 0) dedent(part, deck);
  for (const { nodes, attributes, isBreak } of groups) {
    const text = isBreak ? slideBreak(nodes, attributes, deck) : '';
    for (const [index, node] of nodes.entries()) removeTags(node, index === 0 ? text : '', deck);
  }
}

/** The lines that begin a slide below, and the page that is its background. */
function slideBreak(
  nodes: readonly SlideNode[],
  attributes: AttributeValues,
  deck: DeckTranslation,
): string {
  const { settings, others, frame } = slideSettings(attributes, deck.locate);
  const [first] = nodes;
  if (first) reportAttributes(attributes, others, first, deck);
  const box = frame === undefined ? '' : `\n${frameBox(frame)}\n`;
  return `\n\n${breakLines(true, settings)}${box}\n`;
}

function groupSections(part: SlidePart): readonly SectionGroup[] {
  const groups: SectionGroup[] = [];
  let hasContent = false;
  for (const node of part.nodes) {
    if (node.name !== 'section' || node.kind !== 'html') {
      hasContent ||= isContent(node);
      continue;
    }
    let group = groups.at(-1);
    if (!group || hasContent) {
      group = group
        ? { nodes: [], attributes: new Map(), isBreak: true }
        : { nodes: [], attributes: part.slide, isBreak: false };
      groups.push(group);
    }
    group.nodes.push(node);
    for (const { name, value } of node.piece?.attributes ?? []) group.attributes.set(name, value);
    hasContent = false;
  }
  return groups;
}

function isContent(node: SlideNode): boolean {
  if (node.kind === 'comment') return false;
  return node.kind === 'text' ? (node.mapped?.text.trim() ?? '') !== '' : true;
}

function removeTags(
  { start, end, piece, closing }: SlideNode,
  text: string,
  { edits, author }: DeckTranslation,
): void {
  edits.replace(lineStartOf(start, author.text), start + (piece?.text.length ?? 0), text);
  if (closing !== undefined) edits.replace(lineStartOf(closing, author.text), end, '');
}

/** Without the sections, what was indented in them would be code. */
function dedent({ nodes }: SlidePart, { author, edits }: DeckTranslation): void {
  const removeIndent = (offset: number): void => {
    const start = lineStartOf(offset, author.text);
    if (start < offset) edits.replace(start, offset, '');
  };
  for (const node of nodes) {
    if (node.kind === 'markdown' || node.isInline || node.name === 'section' || isInPre(node)) {
      continue;
    }
    if (node.kind === 'text') {
      for (const { index, 0: indent } of (node.mapped?.text ?? '').matchAll(
        /(?<=\n)[ \t]+(?=\S)/g,
      )) {
        removeIndent(node.start + index + indent.length);
      }
    } else removeIndent(node.start);
    if (node.closing !== undefined) removeIndent(node.closing);
  }
}

function isInPre({ parent }: SlideNode): boolean {
  return parent !== undefined && (parent.name === 'pre' || isInPre(parent));
}

/** The start of the line, if only spaces are before an offset. */
function lineStartOf(offset: number, text: string): number {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return text.slice(lineStart, offset).trim() === '' ? lineStart : offset;
}
