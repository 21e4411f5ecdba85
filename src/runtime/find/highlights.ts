/** The names of the CSS highlights: all matches on a slide, and the current one. */
const [all, here] = ['found', 'found-here'];

export function highlightMatches(hit: Range, others: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.set(all, new Highlight(...others));
  CSS.highlights.set(here, new Highlight(hit));
}

export function hasHighlights(): boolean {
  return 'highlights' in CSS && CSS.highlights.has(here);
}

export function clearHighlights(): void {
  if (!hasHighlights()) return;
  CSS.highlights.delete(all);
  CSS.highlights.delete(here);
}
