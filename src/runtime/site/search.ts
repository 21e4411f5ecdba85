import type { SearchedDeck, SiteSlide } from '../../model/site.ts';
import { fold } from '../find/fold.ts';

/** A slide that contains all words, or the deck itself. */
export interface FoundSlide {
  /** The number of the slide; absent for a deck whose title or facts fit. */
  readonly number?: number;
  readonly href: string;
  readonly title: string;
  /** The text around the first word. */
  readonly excerpt: string;
}

export interface FoundDeck {
  readonly deck: SearchedDeck;
  readonly slides: readonly FoundSlide[];
}

interface Entry extends SiteSlide {
  readonly number?: number;
  readonly folded: string;
}

interface Entries {
  readonly deck: SearchedDeck;
  readonly entries: readonly Entry[];
}

/** Characters before and after the first word of an excerpt. */
const around = { before: 40, after: 140 };

/** Searches the text of all slides, without regard to case and accents. */
export class Search {
  readonly #decks: readonly Entries[];

  constructor(decks: readonly SearchedDeck[]) {
    this.#decks = decks.map((deck) => {
      const own = { title: '', text: `${deck.title} · ${deck.about}` };
      const slides = deck.slides.map((slide, i) => ({ ...slide, number: i + 1 }));
      const entries = [own, ...slides].map((entry) => ({
        ...entry,
        folded: fold(`${entry.title} ${entry.text}`),
      }));
      return { deck, entries };
    });
  }

  /** The slides that contain all words of a query, in the order of decks. */
  find(query: string): readonly FoundDeck[] {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    return this.#decks.flatMap(({ deck, entries }) => {
      const fitting = entries.filter(({ folded }) => words.every((word) => folded.includes(word)));
      const slides = fitting.map((entry) => describe(entry, deck, words));
      return slides.length > 0 ? [{ deck, slides }] : [];
    });
  }
}

/** The words of a query as they are searched for. */
export function wordsOf(query: string): readonly string[] {
  return [...new Set(fold(query).split(' '))].filter(Boolean);
}

function describe(entry: Entry, deck: SearchedDeck, words: readonly string[]): FoundSlide {
  const { number, title, text } = entry;
  return {
    ...(number !== undefined && { number }),
    href: number === undefined ? deck.href : `${deck.href}#/${number}`,
    title,
    excerpt: excerptOf(text, words),
  };
}

function excerptOf(text: string, words: readonly string[]): string {
  const folded = fold(text);
  const places = words.map((word) => folded.indexOf(word)).filter((place) => place >= 0);
  const first = Math.min(...places, text.length);
  const start = first === text.length || first <= around.before ? 0 : wordStart(text, first);
  const end = wordEnd(text, start + around.before + around.after);
  return `${start > 0 ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`;
}

/** The beginning of a word some way before a place; that place itself in languages without spaces. */
function wordStart(text: string, place: number): number {
  const earliest = place - around.before;
  const space = text.indexOf(' ', earliest);
  return space >= 0 && space < place ? space + 1 : earliest;
}

/** The end of the last whole word before a place; that place itself in languages without spaces. */
function wordEnd(text: string, place: number): number {
  if (place >= text.length) return text.length;
  const space = text.lastIndexOf(' ', place);
  return space > place - around.before ? space : place;
}

/** The parts of a text that match one of the words, as `[start, end]`, none within another. */
export function matchesIn(text: string, words: readonly string[]): readonly [number, number][] {
  const folded = fold(text);
  const all = words.flatMap((word) => {
    const found: [number, number][] = [];
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      found.push([at, at + word.length]);
    }
    return found;
  });
  all.sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [start, end] of all) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
