import type { Page } from '../model/page.ts';
import type { DeckSummary } from './deck-summary.ts';

/** An image of the first slide of a deck. */
export interface Cover {
  /** `image/webp` or `image/svg+xml`. */
  readonly mime: string;
  readonly bytes: Buffer;
}

/** A link to another form of a deck. */
export interface DeckLink {
  /** As shown: `PDF`. */
  readonly name: string;
  readonly file: string;
}

/** A deck of a site. */
export interface SiteDeck {
  /** The name of its page, next to the index. */
  readonly file: string;
  readonly page: Omit<Page, 'html' | 'scripts'>;
  readonly summary: DeckSummary;
  readonly cover: Cover;
  readonly links: readonly DeckLink[];
  /** The name of an image for link previews, next to the index. */
  readonly socialImage?: string;
}

export interface Site {
  readonly title: string;
  /** Its address, ending with a slash; without it, there is no feed. */
  readonly url?: string;
  /** In the order in which they are listed. */
  readonly decks: readonly SiteDeck[];
}

/** The newest decks first, those without a date in ISO format last; in each group by title. */
export function sortDecks(decks: readonly SiteDeck[]): readonly SiteDeck[] {
  return [...decks].sort((a, b) => {
    const [first, second] = [a, b].map((deck) => isoDate(deck.page.date) ?? '');
    return compare(second, first) || compare(a.page.title, b.page.title) || compare(a.file, b.file);
  });
}

/** By code units: the order must not depend on the locale. */
function compare(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The date of a deck if it is written as `2026-11-23`; the front matter takes any text. */
export function isoDate(date: string | undefined): string | undefined {
  if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  return Number.isNaN(Date.parse(date)) ? undefined : date;
}

/** The address of a file of a site in URLs. */
export function hrefOf(file: string): string {
  return encodeURIComponent(file);
}

/** The planned time of a deck in seconds. */
export function plannedTime({ page }: SiteDeck): number {
  return page.slides.reduce((sum, { seconds = 0 }) => sum + seconds, 0);
}
