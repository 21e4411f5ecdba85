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
 * contains named destinations only for the targets of links.
 */
export const describeDeck = `(() => {
  const meta = (name) => document.querySelector('meta[name="' + name + '"]')?.content ?? '';
  const links = Array.from(document.querySelectorAll('.slides a[href]'), (link) => ({
    target: link.getAttribute('href'),
    text: (link.getAttribute('aria-label') ?? link.textContent).replace(/\\s+/g, ' ').trim(),
  }));
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
