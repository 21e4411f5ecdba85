/** What a page says about itself and its slides, once it is ready to be printed. */
export interface PrintedDeck {
  readonly title: string;
  readonly author: string;
  readonly description: string;
  /** Separated by commas. */
  readonly keywords: string;
  readonly date: string;
  readonly lang: string;
  /** What made the page. */
  readonly generator: string;
  readonly slides: readonly PrintedSlide[];
  readonly links: readonly PrintedLink[];
}

interface PrintedSlide {
  /** From 1, in the deck. */
  readonly number: number;
  /** Empty, if it has none. */
  readonly title: string;
  /** How deep it stands: below its section, below the slide above it. */
  readonly level: number;
  /** Its id. */
  readonly anchor: string;
}

export interface PrintedLink {
  /** As the page has it: `https://…`, `#id`. */
  readonly target: string;
  readonly text: string;
}

/**
 * Reads all that from the page, and gives each slide an id, and a link to it that is not seen: of the
 * places in a page the PDF names those that links lead to.
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
