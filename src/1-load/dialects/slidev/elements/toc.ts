import { escapeHtml } from '../../../../base/html.ts';
import type { DeckSlide } from '../deck.ts';
import type { ReadTag } from './attributes.ts';
import type { SlideText } from './slide-text.ts';

/** Writes `<Toc>`: the titles of the slides as a list of links. */
export function tableOfContents({ values, classes }: ReadTag, { deck }: SlideText): string {
  const least = Number(values.get('minDepth') ?? values.get('min-depth') ?? 1) || 1;
  const most = Number(values.get('maxDepth') ?? values.get('max-depth') ?? 9) || 9;
  const columns = Number(values.get('columns') ?? 1) || 1;
  const entries = deck.slides.filter(
    ({ isShown, title, level, settings }) =>
      isShown &&
      title !== undefined &&
      level >= least &&
      level <= most &&
      !settings.isTrue('hideInToc'),
  );
  const style = columns > 1 ? ` style="columns:${columns}"` : '';
  const own = classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
  return `<div${own}${style}>${listOf(entries, 0)}</div>`;
}

/** A list of the slides of the first one's level, with those of deeper levels below them. */
function listOf(entries: readonly DeckSlide[], from: number): string {
  const items: string[] = [];
  const level = entries[from]?.level ?? 0;
  for (let i = from; i < entries.length; ) {
    const entry = entries[i];
    if (!entry) break;
    let next = i + 1;
    while (next < entries.length && (entries[next]?.level ?? 0) > level) next++;
    const inner = next > i + 1 ? listOf(entries.slice(i + 1, next), 0) : '';
    items.push(`<li>${linkTo(entry)}${inner}</li>`);
    i = next;
  }
  return `<ol>${items.join('')}</ol>`;
}

function linkTo({ number, title = '' }: DeckSlide): string {
  return `<a href="#/${number}">${escapeHtml(title)}</a>`;
}
