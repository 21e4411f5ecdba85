/** The names of the highlights, as the styles call them: all hits on a slide, and the one gone to. */
const [all, here] = ['found', 'found-here'];

export function markHits(hit: Range, others: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.set(all, new Highlight(...others));
  CSS.highlights.set(here, new Highlight(hit));
}

export function hasMarks(): boolean {
  return 'highlights' in CSS && CSS.highlights.has(here);
}

export function clearMarks(): void {
  if (!hasMarks()) return;
  CSS.highlights.delete(all);
  CSS.highlights.delete(here);
}
