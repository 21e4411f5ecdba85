import { hasBreak, isBelow, shownText, withBreak } from './slide-text.ts';

/** Where the text of a slide is in its file. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Replaces the text of a slide; an empty text removes the slide. */
export function replaceSlide(text: string, place: Place, shown: string): string {
  if (shown.trim() === '') return removeSlide(text, place);
  const raw = text.slice(place.start, place.end);
  const needsBreak = hasBreak(raw) || hasBreak(shown);
  const fresh = needsBreak ? withBreak(shown, isBelow(raw)) : shownText(shown);
  return join(text.slice(0, place.start), fresh, text.slice(place.end));
}

function removeSlide(text: string, { start, end }: Place): string {
  const raw = text.slice(start, end);
  const rest = text.slice(end);
  // The first slide of a file has no break, so that the next one needs none either.
  const next = hasBreak(raw) ? rest : rest.replace(/^\n*---[ \t]*\n\n/, '');
  return join(text.slice(0, start), '', next);
}

/** Adds a slide below another one. */
export function insertAfter(text: string, { end }: Place, shown: string): string {
  return join(text.slice(0, end), withBreak(shown, false), text.slice(end));
}

/** Adds a slide above the first one of a file. */
export function insertBefore(text: string, { start, end }: Place, shown: string): string {
  const raw = text.slice(start, end);
  const first = hasBreak(raw) ? text.slice(start) : `---\n\n${text.slice(start).trimStart()}`;
  const top = text.slice(0, start);
  // Settings at the top of a file would be read as its front matter.
  const isTop = top.trim() === '' && hasBreak(withBreakIfSettings(shown));
  return join(isTop ? `---\n---\n\n${top}` : top, withBreakIfSettings(shown), first);
}

function withBreakIfSettings(shown: string): string {
  const text = withBreak(shown, false);
  return /^---\n\n/.test(text) ? shownText(shown) : text;
}

/** Moves a slide below another one of the same file; before the first one if `after` is absent. */
export function moveSlide(
  text: string,
  place: Place,
  after: Place | undefined,
  first: Place,
): string {
  const shown = shownText(text.slice(place.start, place.end));
  if (!after) {
    const removed = removeSlide(text, place);
    return insertBefore(removed, first, shown);
  }
  if (after.end <= place.start) return insertAfter(removeSlide(text, place), after, shown);
  return removeSlide(insertAfter(text, after, shown), place);
}

/** Parts of a file, with one blank line between them. */
function join(above: string, text: string, below: string): string {
  const parts = [above.trimEnd(), text.trim(), below.replace(/^\s*\n/, '').trimEnd()];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
