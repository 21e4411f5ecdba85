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
  const top = text.slice(0, start);
  if (hasBreak(raw)) return join(top, '', rest);
  // The first slide of a file has no break, so that the next one needs none either.
  const next = rest.replace(/^\n*---?[ \t]*\n\n/, '');
  return join(topFor(next, top), '', next);
}

/** The part of a file above its first slide, as it must be for a slide to come first. */
function topFor(first: string, top: string): string {
  // Settings at the top of a file would be read as its front matter.
  return top.trim() === '' && hasBreak(first) ? `---\n---\n\n${top}` : top;
}

/** Adds a slide below another one. */
export function insertAfter(text: string, { end }: Place, shown: string): string {
  return join(text.slice(0, end), withBreak(shown, false), text.slice(end));
}

/** Adds a slide above the first one of a file. */
export function insertBefore(text: string, { start, end }: Place, shown: string): string {
  const raw = text.slice(start, end);
  const first = hasBreak(raw) ? text.slice(start) : `---\n\n${text.slice(start).trimStart()}`;
  const added = withBreakIfSettings(shown);
  return join(topFor(added, text.slice(0, start)), added, first);
}

function withBreakIfSettings(shown: string): string {
  const text = withBreak(shown, false);
  return /^---\n\n/.test(text) ? shownText(shown) : text;
}

/**
 * Moves a slide below another one of the same file, with its break; before the first one if `after` is absent. The
 * first slide has none, and takes the one of the slide that becomes the first.
 */
export function moveSlide(
  text: string,
  place: Place,
  after: Place | undefined,
  first: Place,
): string {
  const raw = text.slice(place.start, place.end);
  const shown = shownText(raw);
  if (!after) return insertBefore(removeSlide(text, place), first, shown);
  const broken = hasBreak(raw) ? raw : text.slice(place.end);
  // Slides that begin at headings have no breaks.
  const moved = hasBreak(broken) ? withBreak(shown, isBelow(broken)) : shown;
  const insert = (into: string): string =>
    join(into.slice(0, after.end), moved, into.slice(after.end));
  return after.end <= place.start
    ? insert(removeSlide(text, place))
    : removeSlide(insert(text), place);
}

/** Parts of a file, with one blank line between them. */
function join(above: string, text: string, below: string): string {
  const parts = [above.trimEnd(), text.trim(), below.replace(/^\s*\n/, '').trimEnd()];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
