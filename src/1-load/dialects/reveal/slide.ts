import { markerFor } from '../origin-mark.ts';
import { slideSettings } from '../shared/reveal-slide.ts';
import { frameBox } from '../shared/stand-in.ts';
import { type AttributeValues, readCommentAttributes } from './attributes/comment-attributes.ts';
import { writeElementAttributes } from './attributes/element-attributes.ts';
import { fitText } from './attributes/fit-text.ts';
import { orderFragments } from './attributes/fragments.ts';
import { reportAttributes } from './attributes/report-attributes.ts';
import { removeComments } from './comments.ts';
import { translateHtml } from './html/html.ts';
import { findNotes } from './notes.ts';
import { breakLines, type SlidePart, type Stretch } from './slide-part.ts';
import type { SlideRange } from './split.ts';
import { translateCode } from './text/code.ts';
import { translateText } from './text/text.ts';
import type { DeckTranslation } from './translation-state.ts';
import { nodesIn, readTree } from './tree/tree.ts';

/** A slide whose content and notes are translated, but not the break before it. */
export interface TranslatedSlide {
  readonly range: SlideRange;
  /** Where its content and its notes are. */
  readonly parts: readonly Stretch[];
  readonly attributes: AttributeValues;
}

export function translateSlide(range: SlideRange, deck: DeckTranslation): TranslatedSlide {
  const notes = findNotes(range, deck);
  const slide: AttributeValues = new Map();
  const parts = [
    { start: range.start, end: notes?.markStart ?? range.end },
    ...(notes ? [{ start: notes.markEnd, end: range.end }] : []),
  ];
  for (const { start, end } of parts) {
    const root = readTree(deck.author.text.slice(start, end), start);
    const nodes = [...nodesIn(root)];
    translatePart({ root, nodes, start, end, slide }, deck);
  }
  return { range, parts, attributes: slide };
}

function translatePart(part: SlidePart, deck: DeckTranslation): void {
  const attributes = readCommentAttributes(part.root, part.nodes);
  for (const [name, value] of attributes.slide) part.slide.set(name, value);
  orderFragments(part.nodes, attributes.elements);
  fitText(part.nodes, attributes.elements, deck);
  translateCode(part, attributes.elements, deck);
  translateHtml(part, attributes.elements, deck);
  removeComments(part, attributes.comments, deck);
  translateText(part, deck);
  writeElementAttributes(attributes.elements, deck);
}

/** Writes the break before a slide, with its settings. */
export function writeBreak(
  { range, parts, attributes }: TranslatedSlide,
  deck: DeckTranslation,
): void {
  const { text } = deck.author;
  const { settings, others, frame } = slideSettings(attributes, deck.locate);
  reportAttributes(attributes, others, range, deck);
  const mark = markerFor(text, range.start, range.end);
  if (frame !== undefined) {
    deck.edits.insert(parts[0]?.end ?? range.end, `\n\n${frameBox(frame, mark)}\n`);
  }
  const isBlank = text.slice(range.start, range.end).trim() === '' && frame === undefined;
  const { css: styles } = settings;
  const css = typeof styles === 'string' ? deck.readCss(styles, range.start) : undefined;
  const all = { ...(isBlank && { layout: 'blank' }), ...settings, css };
  const isFirst = range.breakStart === range.start;
  if (isFirst && Object.values(all).every((value) => value === undefined)) return;
  const before = isFirst || text[range.breakStart - 1] === '\n' ? '\n' : '\n\n';
  const after = text[range.start] === '\n' ? '' : '\n';
  deck.edits.replace(
    range.breakStart,
    range.start,
    before + breakLines(range.isBelow, all, mark) + after,
  );
}
