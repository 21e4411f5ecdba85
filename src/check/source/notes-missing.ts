import type { LayoutName } from '../../model/deck.ts';
import type { SourceRule } from './rule.ts';

/** Slides that usually speak for themselves. */
const withoutNotes: ReadonlySet<LayoutName> = new Set(['cover', 'section', 'end']);

/** With fewer slides, there is no habit to depart from. */
const leastSlides = 4;

/** Slides without notes, where at least half of the others have some. */
export const notesMissing: SourceRule = ({ slides, add }) => {
  // The parts of a slide that was divided begin at the same place; the notes are those of the first one.
  const all = new Map<
    string,
    { readonly hasNotes: boolean; readonly slide: (typeof slides)[number]['slide'] }
  >();
  for (const { slide } of slides) {
    const { file, line } = slide.span;
    const key = `${file}:${line}`;
    if (!all.has(key)) all.set(key, { slide, hasNotes: slide.notes.length > 0 });
  }
  const distinct = [...all.values()].filter(({ slide }) => !withoutNotes.has(slide.layout));
  const count = distinct.filter(({ hasNotes }) => hasNotes).length;
  if (distinct.length < leastSlides) return;
  for (const { hasNotes, slide } of distinct) {
    const isEmpty = slide.slots.every(({ blocks }) => blocks.length === 0);
    if (hasNotes || isEmpty || count < (distinct.length - 1) / 2) continue;
    const message = `this slide has no notes, and ${count} of the ${distinct.length - 1} others have some`;
    const hint = 'write "Note:" and what you will say below it';
    add({ rule: 'notes-missing', span: slide.span, message, hint });
  }
};
