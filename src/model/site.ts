/** What a site shows of a slide and searches in. */
export interface SiteSlide {
  /** Empty if it has none. */
  readonly title: string;
  /** All that it shows, without the title; texts of charts and diagrams and text alternatives, too. */
  readonly text: string;
}

/** A deck in the index of a site. Plain JSON. */
export interface SearchedDeck {
  /** The relative URL of its page. */
  readonly href: string;
  readonly title: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Its author, date and description. */
  readonly about: string;
  /** Slide 3 has the address `href#/3`. */
  readonly slides: readonly SiteSlide[];
}
