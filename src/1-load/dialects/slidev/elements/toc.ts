import { escapeHtml } from '../../../../base/html.ts';
import { type DeckSlide, reportUnmapped, type SlidevDeck } from '../deck.ts';
import type { ReadTag } from './attributes.ts';
import type { SlideText } from './slide-text.ts';

/** In all `<Toc>` of a deck. */
const maxEntries = 20_000;
const counts = new WeakMap<readonly DeckSlide[], number>();

/** Writes `<Toc>`: the titles of the slides as a list of links. */
export function tableOfContents({ values, classes }: ReadTag, { deck, slide }: SlideText): string {
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
  if (!hasRoom(entries.length, slide, deck)) return '';
  const style = columns > 1 ? ` style="columns:${columns}"` : '';
  const own = classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
  return `<div${own}${style}>${listOf(entries, 0)}</div>`;
}

/** Whether a list has a place in the deck; reports one that has none. */
function hasRoom(entries: number, slide: DeckSlide, deck: SlidevDeck): boolean {
  const count = (counts.get(deck.slides) ?? 0) + entries;
  if (count > maxEntries) {
    const message =
      'the tables of contents of a deck have at most 20,000 entries: this one is left out';
    reportUnmapped(deck, slide.at.contentStart, 1, message);
    return false;
  }
  counts.set(deck.slides, count);
  return true;
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
