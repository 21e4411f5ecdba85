/** The search on the index of a site. Without it, the index is a plain list. */
import type { SearchedDeck } from '../../model/site.ts';
import { createElement } from '../element.ts';
import { type FoundDeck, type FoundSlide, matchesIn, Search, wordsOf } from './search.ts';

/** The maximum number of slides that are listed. */
const maxResults = 200;

const field = elementOf('query') as HTMLInputElement | null;

if (field) start(field);

function start(input: HTMLInputElement): void {
  // Written by the same version of Lectern.
  const index = document.querySelector('script[type="application/json"]')?.textContent ?? '[]';
  const decks = JSON.parse(index) as SearchedDeck[];
  const search = new Search(decks);
  const update = (): void => {
    history.replaceState(input.value, '');
    show(search.find(input.value), input.value);
  };
  input.addEventListener('input', update);
  // What was searched for before a result was opened.
  if (typeof history.state === 'string') input.value = history.state;
  document.addEventListener('keydown', (event) => handleKey(event, input, update));
  elementOf('search')?.removeAttribute('hidden');
  update();
}

/** `/` goes to the field, `Escape` empties it. */
function handleKey(event: KeyboardEvent, input: HTMLInputElement, update: () => void): void {
  const isFree = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === '/' && isFree && document.activeElement !== input) {
    event.preventDefault();
    input.focus();
    input.select();
  } else if (event.key === 'Escape' && document.activeElement === input && input.value !== '') {
    event.preventDefault();
    input.value = '';
    update();
  }
}

function show(found: readonly FoundDeck[], query: string): void {
  const words = wordsOf(query);
  const isSearching = words.length > 0;
  const total = found.reduce((sum, { slides }) => sum + slides.length, 0);
  const results = elementOf('results');
  if (results) {
    results.hidden = !isSearching;
    results.replaceChildren(createElement('ul', 'found', ...listOf(found, words)));
  }
  const decks = elementOf('decks');
  if (decks) decks.hidden = isSearching;
  const status = elementOf('status');
  if (status) status.textContent = isSearching ? describeCount(total, found.length) : '';
}

function listOf(found: readonly FoundDeck[], words: readonly string[]): readonly HTMLElement[] {
  let left = maxResults;
  return found.flatMap(({ deck, slides }) => {
    const shown = slides.slice(0, left);
    left -= shown.length;
    if (shown.length === 0) return [];
    const heading = createElement('h2', '', ...marked(deck.title, words));
    const list = createElement('ol', '', ...shown.map((slide) => lineOf(slide, words)));
    const item = createElement('li', '', heading, list);
    item.lang = deck.lang;
    item.dir = deck.dir;
    return [item];
  });
}

function lineOf(
  { number, href, title, excerpt }: FoundSlide,
  words: readonly string[],
): HTMLElement {
  const link = createElement('a', '');
  link.href = href;
  if (number === undefined) link.append(...english('The deck'));
  else if (title === '') link.append(...english(`Slide ${number}`));
  else link.append(createElement('span', '', `${number}. `, ...marked(title, words)));
  const text = createElement('p', '', ...marked(excerpt, words));
  return createElement('li', '', link, ...(excerpt === '' ? [] : [text]));
}

/** The user interface is not in the language of the deck. */
function english(text: string): readonly HTMLElement[] {
  const element = createElement('span', '', text);
  element.lang = 'en';
  return [element];
}

function marked(text: string, words: readonly string[]): readonly (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const [from, to] of matchesIn(text, words)) {
    parts.push(text.slice(at, from), createElement('mark', '', text.slice(from, to)));
    at = to;
  }
  return [...parts, text.slice(at)];
}

function describeCount(slides: number, decks: number): string {
  if (slides === 0) return 'No results';
  const results = `${slides} ${slides === 1 ? 'result' : 'results'}`;
  const where = `in ${decks} ${decks === 1 ? 'deck' : 'decks'}`;
  return slides > maxResults ? `First ${maxResults} of ${results} ${where}` : `${results} ${where}`;
}

function elementOf(id: string): HTMLElement | null {
  return document.getElementById(id);
}
