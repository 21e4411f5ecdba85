import type { PrintedTag } from '../../model/printed-tag.ts';

/** Facts of a page and its slides, read when it is ready to be printed. */
export interface PrintedDeck {
  readonly title: string;
  readonly author: string;
  readonly description: string;
  /** Separated by commas. */
  readonly keywords: string;
  readonly date: string;
  readonly lang: string;
  /** The program that generated the page. */
  readonly generator: string;
  readonly slides: readonly PrintedSlide[];
  readonly links: readonly PrintedLink[];
  /** By their tokens. */
  readonly tags: readonly PrintedTag[];
  /** All text of the slides, with white space wherever a word ends. */
  readonly text: string;
}

interface PrintedSlide {
  /** From 1, in the deck. */
  readonly number: number;
  /** Empty if the slide has no title. */
  readonly title: string;
  /** The nesting level: below the section, or below the slide above. */
  readonly level: number;
  /** Its id. */
  readonly anchor: string;
}

export interface PrintedLink {
  /** As in the page: `https://…`, `#id`. */
  readonly target: string;
  readonly text: string;
}

/**
 * Reads the facts from the page. Also gives each slide an id and an invisible link to it, because a PDF
 * contains named destinations only for the targets of links, and lets links to numbers, as footers may have
 * them, lead to these ids.
 */
export const describeDeck = `(() => {
  const meta = (name) => document.querySelector('meta[name="' + name + '"]')?.content ?? '';
  const nav = document.createElement('nav');
  nav.hidden = true;
  let isInSection = false;
  const slides = Array.from(document.querySelectorAll('.slides section.slide'), (slide) => {
    const { number, title = '' } = slide.dataset;
    slide.id ||= 'lectern-slide-' + number;
    const link = document.createElement('a');
    link.href = '#' + slide.id;
    nav.append(link);
    const startsPart = ['cover', 'section', 'end'].some((name) => slide.matches('.layout-' + name));
    if (startsPart) isInSection = slide.matches('.layout-section');
    const isBelow = slide.parentElement.matches('.stack') && slide.matches('.slide ~ .slide');
    const level = (isInSection && !startsPart ? 1 : 0) + (isBelow ? 1 : 0);
    return { number: Number(number), title: title.trim(), level, anchor: slide.id };
  });
  document.body.append(nav);
  for (const link of document.querySelectorAll('.slides a[href^="#/"]')) {
    const [, number, row] = /^#\\/(\\d+)(?:\\/(\\d+))?$/.exec(link.getAttribute('href')) ?? [];
    const stack = document.querySelector('.slides').children[number - 1];
    const slide = row
      ? [stack, ...(stack?.children ?? [])].filter((each) => each?.matches('.slide'))[row - 1]
      : document.querySelector('.slides section.slide[data-number="' + number + '"]');
    if (slide) link.setAttribute('href', '#' + slide.id);
  }
  // A link in the content names a target better than one of the footers.
  const found = Array.from(document.querySelectorAll('.slides a[href]'));
  const isRepeated = (link) => Number(link.closest('.slide-header, .slide-footer') !== null);
  found.sort((a, b) => isRepeated(a) - isRepeated(b));
  const links = found.map((link) => ({
    target: link.getAttribute('href'),
    text: (link.getAttribute('aria-label') ?? link.textContent).replace(/\\s+/g, ' ').trim(),
  }));
  return {
    title: document.title,
    author: meta('author'),
    description: meta('description'),
    keywords: meta('keywords'),
    date: meta('dcterms.date'),
    lang: document.documentElement.lang,
    generator: meta('generator'),
    slides,
    links,
  };
})()`;
