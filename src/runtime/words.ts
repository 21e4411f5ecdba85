import type { PageWords } from '../model/words.ts';

let known: PageWords | undefined;

/** The words of the page, in the language of its deck, or in English. */
export function words(): PageWords {
  known ??= JSON.parse(document.querySelector('.words')?.textContent ?? '{}') as PageWords;
  return known;
}

/** Sets the words of a page that is no deck. */
export function useWords(own: Partial<PageWords>): void {
  known = own as PageWords;
}

/** A text with values in its places. */
export function fill(text: string, a: string | number, b: string | number = ''): string {
  return text.replace('{a}', `${a}`).replace('{b}', `${b}`);
}

/** Marks an element with the language of the words: where there are none in that of the deck, it is English. */
export function inWords<Kind extends HTMLElement>(element: Kind): Kind {
  const { lang, dir } = words();
  element.lang = lang ?? document.documentElement.lang;
  element.dir = dir;
  return element;
}
